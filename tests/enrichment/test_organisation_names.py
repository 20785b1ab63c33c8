"""Names as registries write them become names as people know them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enrichment.legal_forms import Standing
from enrichment.organisation_names import normalised, parse_name

NAMES = [
    # raw, display, legal form, country
    ("Zonneveld Machinefabriek B.V.", "Zonneveld Machinefabriek", "B.V.", None),
    ("Zonneveld Groep N.V", "Zonneveld Groep", "N.V.", None),
    ("Zonneveld Havens n.v.", "Zonneveld Havens", "N.V.", None),
    ("N.V. Zonneveldse Gasleiding", "Zonneveldse Gasleiding", "N.V.", None),
    ("Stichting Zonneveld Ziekenhuis", "Zonneveld Ziekenhuis", "Stichting", None),
    ("Nordlicht Bank Aktiengesellschaft", "Nordlicht Bank", "Aktiengesellschaft", None),
    ("Nordlicht GmbH & Co. KG", "Nordlicht", "GmbH & Co. KG", None),
    ("Nordlicht+Soehne GmbH+Co. KG", "Nordlicht+Soehne", "GmbH & Co. KG", None),
    ("Nordlicht GmbH Internationale Spedition", "Nordlicht Internationale Spedition", "GmbH", None),
    ("Nordlicht UG (haftungsbeschraenkt)", "Nordlicht", "UG (haftungsbeschraenkt)", "DE"),
    ("Sever Trading d.o.o.", "Sever Trading", "d.o.o.", None),
    ("Polnoc Sp. z o. o.", "Polnoc", "Sp. z o.o.", "PL"),
    ("Pohjola Oyj", "Pohjola", "Oyj", "FI"),
    ("AB Norrsken", "Norrsken", "AB", None),
    ("Nordnes ASA", "Nordnes", "ASA", "NO"),
    ("SARL Soleil", "Soleil", "Sarl", None),
    ("Aurora Foods, Inc.", "Aurora Foods", "Inc.", None),
    ("Aurora Co., Ltd.", "Aurora", "Co., Ltd.", None),
    ("Aurora Company AB", "Aurora Company", "AB", None),
    ("The Aurora Company", "The Aurora Company", None, None),
    ("AURORA PAPER MILLS LIMITED", "Aurora Paper Mills", "Limited", None),
    ("PORT OF AURORA", "Port of Aurora", None, None),
    ("ABC GROUP NV", "ABC Group", "N.V.", None),
    ("Takeout Takeout.com Group B.V.", "Takeout.com Group", "B.V.", None),
    ("atlasfoods Atlas Foods Services NV", "Atlas Foods Services", "N.V.", None),
    ("AURORA-AS-AP - Aurora Foods Pty Ltd", "Aurora Foods", "Pty Ltd", None),
    ("AS64500 - AURORA FOODS LTDA", "Aurora Foods", "Ltda", None),
    ("Aurora Foods - Aurora Foods", "Aurora Foods", None, None),
    ("Alba GmbH trading as Borealis GmbH & Co. KG", "Borealis", "GmbH & Co. KG", None),
    ("Aurora-GLB Aurora.com B.V.", "Aurora.com", "B.V.", None),
    ("uk-aurora9 Borealis Foods Limited", "Borealis Foods", "Limited", None),
    ("sunfieldmills-closed Sunfield Mills GmbH", "Sunfield Mills", "GmbH", None),
    ("alba-borealis Mills GmbH", "alba-borealis Mills", "GmbH", None),
    ("Aurora & Aurora", "Aurora & Aurora", None, None),
    ("Oy Pohjola Ab", "Pohjola", "AB", None),
    ("Nordlicht Advokatpartnerselskab", "Nordlicht", "Advokatpartnerselskab", "DK"),
    ("ABW AG (Aurora Backwaren Werke AG)", "ABW AG (Aurora Backwaren Werke)", "AG", None),
    ("Jacob Willem de Vos", "Jacob Willem de Vos", None, None),
    ("B.V.", "B.V.", None, None),
]


@pytest.mark.parametrize(("raw", "display", "legal_form", "country"), NAMES)
def test_a_name_loses_its_form_and_keeps_the_rest(
    raw: str, display: str, legal_form: str | None, country: str | None
) -> None:
    name = parse_name(raw)

    assert (name.display, name.legal_form, name.country_hint) == (display, legal_form, country)


@pytest.mark.parametrize(
    ("raw", "standing"),
    [
        ("Zonneveld e.K.", Standing.SOLE),
        ("FOP Zonneveld Petro", Standing.SOLE),
        ("IP Zonneveldov Pyotr", Standing.SOLE),
        ("IP Volume Holding inc", Standing.CORPORATE),
        ("Zonneveld (sole proprietorship)", Standing.SOLE),
        ("Zonneveld V.O.F.", Standing.PARTNERSHIP),
        ("Zonneveld GbR", Standing.PARTNERSHIP),
        ("Zonneveld Limited", Standing.LIGHT),
        ("Zonneveld", None),
    ],
)
def test_the_form_says_who_stands_behind_it(raw: str, standing: Standing | None) -> None:
    assert parse_name(raw).standing is standing


def test_who_trades_under_a_name_is_kept() -> None:
    assert parse_name("Ada Zonneveld trading as Zonneveld Net").trader == "Ada Zonneveld"


def test_spellings_of_one_name_are_equal_when_normalised() -> None:
    assert normalised("Crédit  d'Été, S.A.") == normalised("CREDIT DETE SA") == "credit dete sa"


@given(st.text(max_size=80))
def test_any_text_has_a_name_without_raising(raw: str) -> None:
    name = parse_name(raw)

    assert name.raw == raw
    assert name.display == " ".join(name.display.split())


@given(st.text(alphabet="abcdefghij KLMNOP.&", min_size=1, max_size=40))
def test_normalising_twice_changes_nothing(raw: str) -> None:
    assert normalised(normalised(raw)) == normalised(raw)

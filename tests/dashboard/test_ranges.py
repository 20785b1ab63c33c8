"""The page on which a tenant keeps its own ranges."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from connectleads.tenancy.audit import SYSTEM
from connectleads.tenancy.models import AuditEvent
from connectleads.tenancy.scope import tenant_scope
from enrichment.models import Company, TenantRange
from enrichment.range_actions import add_range, import_ranges, kept_ranges
from enrichment.range_list import MAX_RANGES
from tests.conftest import Cast
from tests.history import make_visit

PAGE = "/app/voorbeeld/settings/ranges/"
IMPORT = f"{PAGE}import/"


def kept(cast: Cast) -> list[tuple[str, str | None]]:
    with tenant_scope(cast.tenant.id):
        return [(one.range, one.company) for one in kept_ranges(after=0, limit=100)]


def noted(cast: Cast) -> list[tuple[str, dict[str, int]]]:
    with tenant_scope(cast.tenant.id):
        rows = AuditEvent.objects.filter(action="ranges_changed").order_by("at", "id")
        return [(row.about, row.details) for row in rows]


def test_a_range_of_a_known_company_is_kept_and_noted(cast: Cast, signed_in):
    make_visit(cast.tenant, cast.site)

    answer = signed_in(cast.ada).post(PAGE, {"range": "86.83.17.0/24", "name": "adyen nv"}, follow=True)

    assert kept(cast) == [("86.83.17.0/24", "Adyen")]
    assert noted(cast) == [("Adyen", {"kept": 1})]
    assert "86.83.17.0/24" in answer.content.decode()


def test_the_same_range_again_is_the_later_words(cast: Cast, signed_in):
    make_visit(cast.tenant, cast.site)
    client = signed_in(cast.ada)

    client.post(PAGE, {"range": "86.83.17.0/24", "name": "Adyen"})
    client.post(PAGE, {"range": "86.83.17.0/24"})

    assert kept(cast) == [("86.83.17.0/24", None)]


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"range": "Kerkstraat 1"}, "Dit is geen reeks adressen"),
        ({"range": "192.168.0.0/16"}, "privé of gereserveerd"),
        ({"range": "86.83.17.0/24", "name": "Unheard Of B.V."}, "We kennen geen bedrijf met deze naam"),
        ({"range": "86.83.17.9", "name": "Adyen"}, "ten minste acht adressen"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(cast: Cast, signed_in, form: dict[str, str], words: str):
    answer = signed_in(cast.ada).post(PAGE, form)

    assert words in answer.content.decode()
    assert kept(cast) == []
    with tenant_scope(cast.tenant.id):
        assert not Company.objects.filter(name__startswith="Unheard").exists()


def test_an_ipv6_range_reads_as_it_was_written(cast: Cast, signed_in):
    signed_in(cast.ada).post(PAGE, {"range": "2a02:a400:1::/48"})

    assert kept(cast) == [("2a02:a400:1::/48", None)]


def test_a_list_is_shown_before_it_is_kept(cast: Cast, signed_in):
    make_visit(cast.tenant, cast.site)
    lines = "range;name\r\n86.83.17.0/24;Adyen\r\nbogus;Adyen\r\n5.0.0.7;\r\n86.83.18.0/24;Unheard Of"
    file = SimpleUploadedFile("list.csv", lines.encode("cp1252"), "text/csv")
    client = signed_in(cast.ada)

    seen = client.post(IMPORT, {"file": file})

    page = seen.content.decode()
    assert "2 reeksen zouden bewaard worden." in page
    assert "1 daarvan is een kantoor van jezelf." in page
    assert page.count('<li class="row">') == 4
    assert kept(cast) == []

    client.post(IMPORT, {"lines": seen.context["report"].text, "keep": "1"})

    assert kept(cast) == [("5.0.0.7/32", None), ("86.83.17.0/24", "Adyen")]
    assert noted(cast) == [("import", {"kept": 2, "faults": 2, "removed": 0})]


def test_a_list_takes_the_place_of_the_old_one_only_when_told(cast: Cast, signed_in):
    client = signed_in(cast.ada)
    client.post(PAGE, {"range": "5.0.0.0/24"})

    client.post(IMPORT, {"lines": "5.0.1.0/24", "keep": "1"})
    assert [one for one, _ in kept(cast)] == ["5.0.0.0/24", "5.0.1.0/24"]

    client.post(IMPORT, {"lines": "5.0.2.0/24", "replaces": "on", "keep": "1"})
    assert [one for one, _ in kept(cast)] == ["5.0.2.0/24"]


def test_a_list_with_two_lines_of_one_ipv6_network_is_kept(cast: Cast, signed_in):
    signed_in(cast.ada).post(IMPORT, {"lines": "2a02:a400:1::7\n2a02:a400:1::8", "keep": "1"})

    assert kept(cast) == [("2a02:a400:1::/64", None)]
    assert noted(cast) == [("import", {"kept": 1, "faults": 1, "removed": 0})]


def test_a_list_without_a_good_line_changes_nothing(cast: Cast, signed_in):
    client = signed_in(cast.ada)
    client.post(PAGE, {"range": "5.0.0.0/24"})

    answer = client.post(IMPORT, {"lines": "bogus", "replaces": "on", "keep": "1"})

    assert "Geen enkele regel van deze lijst kan bewaard worden" in answer.content.decode()
    assert [one for one, _ in kept(cast)] == ["5.0.0.0/24"]


@pytest.mark.parametrize("form", [{}, {"lines": " \n"}])
def test_an_empty_list_is_asked_for_again(cast: Cast, signed_in, form: dict[str, str]):
    answer = signed_in(cast.ada).post(IMPORT, form)

    assert "Kies een bestand, of plak regels" in answer.content.decode()


def test_a_file_that_is_too_large_is_refused_in_a_sentence(cast: Cast, signed_in):
    file = SimpleUploadedFile("list.csv", b"x" * 500_000, "text/csv")

    answer = signed_in(cast.ada).post(IMPORT, {"file": file})

    assert "Het bestand is te groot" in answer.content.decode()


def test_a_range_is_removed_and_a_rivals_does_not_exist(cast: Cast, signed_in):
    with tenant_scope(cast.tenant.id):
        add_range("5.0.0.0/24", "", by=SYSTEM)
        one = TenantRange.objects.get()

    assert signed_in(cast.rolf).post(f"/app/rivaal/settings/ranges/{one.id}/remove/").status_code == 404
    assert len(kept(cast)) == 1
    signed_in(cast.ada).post(f"{PAGE}{one.id}/remove/")

    assert kept(cast) == []
    assert noted(cast) == [("", {"kept": 1}), ("", {"removed": 1})]


def test_a_long_list_comes_in_pages_and_the_queries_stay_few(cast: Cast, signed_in):
    with tenant_scope(cast.tenant.id):
        import_ranges((f"5.{n // 256}.{n % 256}.0/24" for n in range(120)), replaces=True, by=SYSTEM)
    client = signed_in(cast.ada)
    client.get(PAGE)

    with CaptureQueriesContext(
        connection,
    ) as few:
        page = client.get(f"{PAGE}?page=2").content.decode()

    assert page.count("/remove/") == 50
    assert "?page=3" in page
    assert "?page=1" in page
    assert len(few) < 25


def test_no_more_ranges_are_kept_than_fit(cast: Cast):
    lines = [f"5.{n // 256}.{n % 256}.0/24" for n in range(MAX_RANGES + 2)]

    with tenant_scope(cast.tenant.id):
        found = import_ranges(lines, replaces=True, by=SYSTEM)
        refused = add_range("6.0.0.0/24", "", by=SYSTEM)

    assert (len(found.entries), len(found.faults)) == (MAX_RANGES, 2)
    assert refused == "too-many"

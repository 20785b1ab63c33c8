"""Every fact in turn: the texts that depend on it change with it and know that they did, the others do not."""

import dataclasses
from dataclasses import replace

import pytest

from consent.documents.document import to_json
from consent.documents.facts import Facts, Kind, Language, SubProcessor
from consent.documents.kinds import DEPENDS_ON, NoSuchSite, facts_of, fingerprint, is_of_site, make
from tests.consent.documents.facts_sample import FACTS, SITE

OTHERS = {
    "sub_processors": (SubProcessor(name="Mail Inc", service="mail", country="VS", safeguard="SCC"),),
    "purpose": "statistics",
    "registries": ("apnic", "ripe"),
    "sites": (),
}


def other(value: object, name: str) -> object:
    """Another value of the same kind."""
    if name in OTHERS:
        return OTHERS[name]
    if isinstance(value, bool):
        return not value
    return value + 11 if isinstance(value, int) else f"{value} anders"


def changed(name: str) -> Facts:
    """The sample with one fact changed; `site.` names a fact of the website."""
    if name.startswith("site."):
        own = name.removeprefix("site.")
        return replace(FACTS, sites=(replace(SITE, **{own: other(getattr(SITE, own), own)}),))
    return replace(FACTS, **{name: other(getattr(FACTS, name), name)})


EVERY_FACT = [field.name for field in dataclasses.fields(Facts) if field.name != "sites"] + [
    f"site.{field.name}" for field in dataclasses.fields(type(SITE))
]


def text(kind: Kind, facts: Facts, language: Language) -> bytes:
    return to_json(make(kind, facts, language, site_key=facts.sites[0].key if is_of_site(kind) else ""))


def print_of(kind: Kind, facts: Facts) -> bytes:
    return fingerprint(facts_of(kind, facts, site_key=facts.sites[0].key if is_of_site(kind) else ""))


@pytest.mark.parametrize("name", EVERY_FACT)
@pytest.mark.parametrize("kind", Kind)
def test_a_text_changes_with_exactly_the_facts_it_depends_on_and_notices(kind: Kind, name: str):
    now = changed(name)

    notices = print_of(kind, now) != print_of(kind, FACTS)

    for language in Language:
        assert (text(kind, now, language) != text(kind, FACTS, language)) == (name in DEPENDS_ON[kind]), language
    assert notices == (name in DEPENDS_ON[kind]) or name == "site.key"  # a website never changes its key


@pytest.mark.parametrize("name", EVERY_FACT)
def test_no_fact_is_read_in_vain(name: str):
    assert any(name in facts for facts in DEPENDS_ON.values())


@pytest.mark.parametrize("kind", [kind for kind in Kind if any("site." in name for name in DEPENDS_ON[kind])])
def test_a_website_that_is_switched_off_is_noticed(kind: Kind):
    without = replace(FACTS, sites=())

    if is_of_site(kind):
        with pytest.raises(NoSuchSite):
            make(kind, without, Language.DUTCH, site_key=SITE.key)
    else:
        assert facts_of(kind, without) != facts_of(kind, FACTS)
        assert make(kind, without, Language.DUTCH) != make(kind, FACTS, Language.DUTCH)


@pytest.mark.parametrize("kind", [kind for kind in Kind if "sub_processors" in DEPENDS_ON[kind]])
def test_not_said_nobody_and_somebody_are_three_answers(kind: Kind):
    answers = [replace(FACTS, sub_processors=said) for said in (None, (), FACTS.sub_processors)]

    assert len({print_of(kind, facts) for facts in answers}) == 3
    assert len({text(kind, facts, Language.ENGLISH) for facts in answers}) == 3


def test_a_second_website_is_of_no_concern_to_the_cookie_policy_of_the_first():
    both = replace(FACTS, sites=(SITE, replace(SITE, key="zzz", host="shop.vorstkade.example")))

    assert print_of(Kind.COOKIE_POLICY, both) == print_of(Kind.COOKIE_POLICY, FACTS)
    assert print_of(Kind.PRIVACY_STATEMENT, both) != print_of(Kind.PRIVACY_STATEMENT, FACTS)

"""What the documents must hold, by the articles that ask for it, and that each form shows all of it."""

import csv
import io
import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from consent.documents.document import Document, Table, from_json, to_json
from consent.documents.entry_guides import SEEN_ON
from consent.documents.facts import (
    BANNER_COOKIE,
    VISITOR_COOKIE,
    VISITOR_COOKIE_DAYS,
    Kind,
    Language,
)
from consent.documents.kinds import is_of_site, make
from consent.documents.render_html import to_html, to_page
from consent.documents.render_pdf import to_pdf
from consent.documents.render_text import to_csv, to_markdown, to_rows
from tests.consent.documents.facts_sample import FACTS, SITE

TRACKER = Path(__file__).resolve().parents[3] / "static" / "tracker"
NOW = datetime(2026, 11, 24, 7, 30, tzinfo=UTC)
EVERY = [(kind, language) for kind in Kind for language in Language]


def document(kind: Kind, language: Language = Language.DUTCH, facts=FACTS) -> Document:
    return make(kind, facts, language, site_key=SITE.key if is_of_site(kind) else "")


def whole_text(one: Document) -> str:
    return to_json(one).decode()


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_each_document_says_that_it_is_a_draft_and_which_articles_it_answers(kind: Kind, language: Language):
    one = document(kind, language)

    assert ("concept" if language is Language.DUTCH else "draft") in one.draft
    assert all(section.articles for section in one.sections)
    assert ("AVG" in "".join(one.articles)) == (language is Language.DUTCH)


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_a_document_is_the_same_after_being_kept(kind: Kind, language: Language):
    assert from_json(to_json(document(kind, language))) == document(kind, language)


@pytest.mark.parametrize("kind", Kind)
def test_both_languages_have_the_same_shape(kind: Kind):
    dutch, english = document(kind, Language.DUTCH), document(kind, Language.ENGLISH)

    assert [len(section.blocks) for section in dutch.sections] == [len(section.blocks) for section in english.sections]
    assert [one.replace("AVG", "GDPR") for one in dutch.articles] == list(english.articles)
    assert dutch.title != english.title


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_nothing_is_left_of_a_pattern_and_nothing_shouts(kind: Kind, language: Language):
    text = whole_text(document(kind, language))

    assert not re.search(r"\{[a-z_]+\}", text.replace('{"', "").replace('"}', ""))
    assert "!" not in text


@pytest.mark.parametrize("kind", Kind)
def test_what_is_missing_is_marked_and_never_invented(kind: Kind):
    empty = replace(FACTS, provider_name="", controller_name="", controller_contact="", sub_processors=None)

    assert "vul dit zelf in" in whole_text(document(kind, facts=empty))


@pytest.mark.parametrize("letter", "abcdefgh")
def test_the_agreement_answers_each_letter_of_article_28_3(letter: str):
    assert f"AVG 28(3)({letter})" in document(Kind.AGREEMENT).articles


@pytest.mark.parametrize("letter", "abcdefg")
def test_the_register_answers_each_letter_of_article_30_1(letter: str):
    assert f"AVG 30(1)({letter})" in whole_text(document(Kind.REGISTER))


@pytest.mark.parametrize("letter", "abcd")
def test_the_register_answers_each_letter_of_article_30_2(letter: str):
    assert f"AVG 30(2)({letter})" in whole_text(document(Kind.REGISTER))


@pytest.mark.parametrize(
    "article", [*(f"AVG 13(1)({one})" for one in "abcef"), *(f"AVG 13(2)({one})" for one in "abcdef")]
)
def test_the_checklist_asks_each_letter_of_article_13(article: str):
    assert article in whole_text(document(Kind.CHECKLIST))


def test_the_checklist_marks_what_the_owner_must_add():
    known = document(Kind.CHECKLIST).open_answers

    assert document(Kind.CHECKLIST, facts=replace(FACTS, controller_address="")).open_answers == known + 1


def test_the_cookie_policy_names_each_cookie_that_the_snippet_sets():
    own = replace(FACTS, sites=(replace(SITE, own_banner=True),))
    (rows,) = document(Kind.COOKIE_POLICY, facts=own).tables

    names = [row[0] for row in rows.rows]

    assert names[0] == VISITOR_COOKIE
    assert names[-1] == BANNER_COOKIE
    assert f"{VISITOR_COOKIE_DAYS} dagen" in rows.rows[0]


def test_the_lifetime_in_the_policy_is_the_snippets_own():
    source = "\n".join(path.read_text() for path in TRACKER.rglob("*.js"))

    assert VISITOR_COOKIE in source
    seconds = re.search(r"MONTHS_13 = (\d+)e3", source)
    days = int(seconds[1]) * 1000 / 86400 if seconds else int(re.search(r"VISITOR_DAYS = (\d+)", source)[1])
    assert days == VISITOR_COOKIE_DAYS


@pytest.mark.parametrize("product", ["Cookiebot", "OneTrust", "CookieYes", "Complianz", "Cookie Information"])
def test_the_policy_tells_how_to_enter_the_rows(product: str):
    told = whole_text(document(Kind.COOKIE_POLICY))

    assert re.search(rf"\b{product}( \(WordPress\))?: ", told)
    assert SEEN_ON.isoformat() in told


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_html_and_markdown_hold_every_section_and_cell(kind: Kind, language: Language):
    one = document(kind, language)
    html, markdown = to_page(one), to_markdown(one)

    for section in one.sections:
        assert section.title in markdown
        for block in section.blocks:
            if isinstance(block, Table):
                assert markdown.count(block.rows[0][0]) >= 1
    assert html.count("<section>") == len(one.sections)
    assert f'<html lang="{language.value}">' in html


def test_a_name_with_markup_stays_a_name():
    wicked = replace(FACTS, controller_name='<script>alert("x")</script>', controller_recipients="=1+1|\n# kop")

    assert "<script>" not in to_html(document(Kind.ROLES, facts=wicked))
    assert "<script>" not in to_markdown(document(Kind.ROLES, facts=wicked))
    assert "\n# kop" not in to_markdown(document(Kind.CHECKLIST, facts=wicked))


def test_csv_holds_the_rows_and_no_formula():
    wicked = replace(FACTS, provider_name="=HYPERLINK(1)")

    rows = list(csv.reader(io.StringIO(to_csv(document(Kind.COOKIE_POLICY, facts=wicked)))))

    assert rows[0][0] == "Naam"
    assert rows[1][0] == VISITOR_COOKIE
    assert rows[1][1].startswith("'=HYPERLINK(1)")


def test_json_holds_the_rows_by_name():
    (table,) = json.loads(to_rows(document(Kind.COOKIE_POLICY, Language.ENGLISH)))["tables"]

    assert table["rows"][0]["Name"] == VISITOR_COOKIE
    assert table["rows"][0]["Category"] == "marketing"


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_every_document_fits_on_paper(kind: Kind, language: Language):
    paper = to_pdf(document(kind, language), made_at=NOW, version="versie 3")

    assert paper.startswith(b"%PDF-")
    assert paper.rstrip().endswith(b"%%EOF")


def test_paper_can_write_every_name_of_europe():
    to_pdf(
        document(Kind.ROLES, facts=replace(FACTS, controller_name="Škoda Čapek Łódź Øresund ß € – “x”")),
        made_at=NOW,
        version="1",
    )


ASKING = (Kind.COOKIE_POLICY, Kind.PRIVACY_STATEMENT, Kind.CHECKLIST, Kind.AGREEMENT, Kind.REGISTER)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", ASKING)
def test_whoever_is_asked_about_an_address_is_named_as_a_recipient(kind: Kind, language: Language):
    asking = replace(FACTS, registries=("arin", "ripe"), reverse_dns=True)
    quiet = replace(FACTS, registries=(), reverse_dns=False)

    told, silent = (whole_text(document(kind, language, facts)) for facts in (asking, quiet))

    for name in ("RIPE NCC", "ARIN", "naamservers" if language is Language.DUTCH else "name servers"):
        assert name in told
        assert name not in silent


def test_a_registry_outside_the_eea_asks_for_a_ground_and_one_inside_does_not():
    def line(code: str) -> str:
        bullets = document(Kind.COOKIE_POLICY, facts=replace(FACTS, registries=(code,))).sections[2].blocks[0]
        return str(bullets)

    assert "grond voor doorgifte" in line("arin")
    assert "grond voor doorgifte" not in line("ripe")

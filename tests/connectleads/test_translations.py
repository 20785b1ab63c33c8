"""Every text has a Dutch translation, and each way in which that can fail is told."""

from pathlib import Path

import pytest

from connectleads.config import ROOT
from connectleads.translations import Message, compile_messages, find_messages, problems

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A project with one Python file, one template, and a Dutch catalog that covers both."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text('{% load i18n %}{% translate "Leads" %}')
    (tmp_path / "words.py").write_text('ngettext("%(count)d day", "%(count)d days", 2)\n')
    write_catalog(
        tmp_path,
        'msgid "Leads"\nmsgstr "Leads"\n\n'
        'msgid "%(count)d day"\nmsgid_plural "%(count)d days"\n'
        'msgstr[0] "één dag"\nmsgstr[1] "%(count)d dagen"\n',
    )
    return tmp_path


def write_catalog(root: Path, entries: str) -> Path:
    catalog = root / "locale" / "nl" / "LC_MESSAGES" / "django.po"
    catalog.parent.mkdir(parents=True, exist_ok=True)
    catalog.write_text(HEAD + entries, "utf-8")
    return catalog


def test_our_own_tree_has_no_problems() -> None:
    assert problems(ROOT) == []


def test_a_covered_tree_has_no_problems(tree: Path) -> None:
    assert problems(tree) == []


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ('_("Leads")', Message("", "Leads", None)),
        ('gettext_lazy("It\'s")', Message("", "It's", None)),
        ('translation.gettext("Leads")', Message("", "Leads", None)),
        ('ngettext("one", "many", 3)', Message("", "one", "many")),
        ('pgettext("month", "May")', Message("month", "May", None)),
        ('_("joined " "together")', Message("", "joined together", None)),
    ],
)
def test_texts_are_found_in_python(tmp_path: Path, source: str, message: Message) -> None:
    (tmp_path / "words.py").write_text(source)

    assert find_messages(tmp_path) == {message}


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ('{% translate "Leads" %}', Message("", "Leads", None)),
        ("{% translate 'It is' as words %}", Message("", "It is", None)),
        ('{% translate "It\'s" %}', Message("", "It's", None)),
        ('{% translate "May" context "month" %}', Message("month", "May", None)),
        ('{{ _("Leads")|upper }}', Message("", "Leads", None)),
        ('{% blocktranslate %}a "b" {{ c }}{% endblocktranslate %}', Message("", 'a "b" %(c)s', None)),
        (
            "{% blocktranslate trimmed count n=n %}\n one\n{% plural %}\n {{ n }}\n many\n{% endblocktranslate %}",
            Message("", "one", "%(n)s many"),
        ),
    ],
)
def test_texts_are_found_in_templates(tmp_path: Path, source: str, message: Message) -> None:
    (tmp_path / "page.html").write_text("{% load i18n %}<p>" + source + "</p>")

    assert find_messages(tmp_path) == {message}


def test_calls_without_a_literal_are_no_texts(tmp_path: Path) -> None:
    (tmp_path / "words.py").write_text("_(name)\nngettext(one, many, 2)\nlen('Leads')\n")

    assert find_messages(tmp_path) == set()


def test_what_is_not_ours_is_not_read(tmp_path: Path) -> None:
    for folder in (".venv", "var", "tests"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "words.py").write_text('_("Leads")')

    assert find_messages(tmp_path) == set()


def test_a_text_without_an_entry_is_missing(tree: Path) -> None:
    (tree / "more.py").write_text('_("Websites")')

    assert problems(tree) == ["nl: missing: 'Websites'"]


def test_an_entry_without_a_text_is_obsolete(tree: Path) -> None:
    (tree / "templates" / "page.html").unlink()

    assert problems(tree) == ["nl: obsolete: 'Leads'"]


@pytest.mark.parametrize(
    ("source", "entry", "problem"),
    [
        ('_("Hot")', 'msgid "Hot"\nmsgstr ""\n', "untranslated: 'Hot'"),
        (
            'ngettext("day", "days", 2)',
            'msgid "day"\nmsgid_plural "days"\nmsgstr[0] "dag"\nmsgstr[1] ""\n',
            "untranslated: 'day'",
        ),
        ('_("Hot")', '#, fuzzy\nmsgid "Hot"\nmsgstr "Heet"\n', "fuzzy: 'Hot'"),
        ('_("%(day)s")', 'msgid "%(day)s"\nmsgstr "%(dag)s"\n', "placeholders differ: '%(day)s'"),
        ('_("{day}")', 'msgid "{day}"\nmsgstr "dag"\n', "placeholders differ: '{day}'"),
        (
            'ngettext("%(n)s day", "%(n)s days", 2)',
            'msgid "%(n)s day"\nmsgid_plural "%(n)s days"\nmsgstr[0] "%(n)s dag"\nmsgstr[1] "dagen"\n',
            "placeholders differ: '%(n)s day'",
        ),
        (
            'pgettext("month", "May")',
            'msgctxt "month"\nmsgid "May"\nmsgstr ""\n',
            "untranslated: 'May' (month)",
        ),
    ],
)
def test_a_poor_translation_is_told(tmp_path: Path, source: str, entry: str, problem: str) -> None:
    (tmp_path / "words.py").write_text(source)
    write_catalog(tmp_path, entry)

    assert problems(tmp_path) == [f"nl: {problem}"]


def test_a_commented_out_entry_is_obsolete(tree: Path) -> None:
    catalog = tree / "locale" / "nl" / "LC_MESSAGES" / "django.po"
    catalog.write_text(catalog.read_text("utf-8") + '\n#~ msgid "Old"\n#~ msgstr "Oud"\n', "utf-8")

    assert problems(tree) == ["nl: obsolete: 'Old'"]


def test_compiling_writes_a_catalog_that_gettext_reads(tree: Path) -> None:
    from gettext import GNUTranslations

    (written,) = compile_messages(tree)

    with written.open("rb") as file:
        assert GNUTranslations(file).ngettext("%(count)d day", "%(count)d days", 2) == "%(count)d dagen"

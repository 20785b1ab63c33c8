"""Shows a document as Markdown, CSV or plain rows for programs (pure)."""

import csv
import io
from collections.abc import Iterator

import msgspec

from consent.documents.document import Block, Bullets, Checklist, Document, Paragraph, Table
from consent.documents.facts import Language
from consent.documents.words import Words

_ASKED = (Words("Gevraagd", "Asked"), Words("Artikel", "Article"), Words("Antwoord", "Answer"))
_RISKY = ("=", "+", "-", "@", "\t", "\r")


def to_markdown(document: Document) -> str:
    """With headings, the articles in brackets behind them, and tables of GitHub's kind."""
    parts = [f"# {_escaped(document.title)}", _escaped(document.lede), f"> {document.draft}"]
    for section in document.sections:
        parts.append(
            f"## {_escaped(section.title)}" + (f" ({', '.join(section.articles)})" if section.articles else "")
        )
        parts.extend(_markdown(block, document.language) for block in section.blocks)
    return "\n\n".join(parts) + "\n"


def to_csv(document: Document) -> str:
    """The document's tables, one under the other; cells cannot become formulas of a spreadsheet."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for number, table in enumerate(document.tables):
        if number:
            writer.writerow([])
        writer.writerow(table.head)
        writer.writerows([_cell(cell) for cell in row] for row in table.rows)
    return text.getvalue()


def to_rows(document: Document) -> bytes:
    """The document's tables for programs: JSON, each row an object by the names in the head."""
    tables = [
        {"caption": table.caption, "rows": [dict(zip(table.head, row, strict=True)) for row in table.rows]}
        for table in document.tables
    ]
    content = {"title": document.title, "language": document.language, "draft": document.draft, "tables": tables}
    return msgspec.json.format(msgspec.json.encode(content), indent=2)


def checklist_rows(checklist: Checklist) -> Iterator[tuple[str, ...]]:
    """A checklist as rows of a table."""
    return ((one.asked, one.article, one.answer) for one in checklist.answers)


def checklist_head(language: Language) -> tuple[str, ...]:
    """The head of such a table."""
    return tuple(words.of(language) for words in _ASKED)


def _markdown(block: Block, language: Language) -> str:
    match block:
        case Paragraph():
            return _escaped(block.text)
        case Bullets():
            return "\n".join(f"- {_escaped(item)}" for item in block.items)
        case Table():
            return f"{_escaped(block.caption)}:\n\n" + _markdown_table(block.head, block.rows)
        case Checklist():
            return _markdown_table(checklist_head(language), tuple(checklist_rows(block)))


def _markdown_table(head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(_escaped(cell).replace("|", "\\|") for cell in line) + " |" for line in lines)


def _escaped(text: str) -> str:
    return text.replace("\n", " ").replace("<", "&lt;")


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_RISKY) else text

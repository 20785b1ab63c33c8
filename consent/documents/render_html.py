"""Shows a document as HTML that stands by itself or is pasted into a page (pure)."""

from html import escape

from consent.documents.document import Block, Bullets, Checklist, Document, Paragraph, Table
from consent.documents.facts import Language
from consent.documents.render_text import checklist_head, checklist_rows


def to_html(document: Document, *, level: int = 2) -> str:
    """The sections without the title; headings begin at `level`. No style and no script is in it."""
    parts = []
    for section in document.sections:
        articles = f' <small class="articles">{escape(", ".join(section.articles))}</small>' if section.articles else ""
        parts.append(f"<section><h{level}>{escape(section.title)}{articles}</h{level}>")
        parts.extend(_html(block, document.language) for block in section.blocks)
        parts.append("</section>")
    return "\n".join(parts)


def to_page(document: Document) -> str:
    """A whole page, for the stable address of a cookie policy."""
    return (
        f'<!doctype html>\n<html lang="{document.language.value}">\n<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(document.title)}</title></head>\n<body>\n<main>\n<h1>{escape(document.title)}</h1>\n"
        f"<p>{escape(document.lede)}</p>\n<p><em>{escape(document.draft)}</em></p>\n{to_html(document)}\n</main>\n"
        "</body>\n</html>\n"
    )


def _html(block: Block, language: Language) -> str:
    match block:
        case Paragraph():
            return f"<p>{escape(block.text)}</p>"
        case Bullets():
            return "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in block.items) + "</ul>"
        case Table():
            return _table(block.caption, block.head, block.rows)
        case Checklist():
            return _table("", checklist_head(language), tuple(checklist_rows(block)))


def _table(caption: str, head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> str:
    title = f"<caption>{escape(caption)}</caption>" if caption else ""
    cells = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)
    body = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>' + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:]) + "</tr>"
        for row in rows
    )
    table = f"<table>{title}<thead><tr>{cells}</tr></thead><tbody>{body}</tbody></table>"
    name = escape(caption or head[0], quote=True)
    return f'<div class="table-scroll" tabindex="0" role="group" aria-label="{name}">{table}</div>'

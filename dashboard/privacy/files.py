"""A document as a file to download: HTML, Markdown, CSV, JSON or PDF (edge: HTTP)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.http import HttpResponse

from consent.documents.document import Document
from consent.documents.render_html import to_page
from consent.documents.render_pdf import to_pdf
from consent.documents.render_text import to_csv, to_markdown, to_rows


class Format(StrEnum):
    """The forms that a document can take; the value ends the file's name."""

    HTML = "html"
    MARKDOWN = "md"
    CSV = "csv"
    JSON = "json"
    PDF = "pdf"

    @property
    def words(self) -> str:
        """What it is called."""
        return "Markdown" if self is Format.MARKDOWN else self.name


@dataclass(frozen=True, slots=True)
class _Form:
    media_type: str
    render: Callable[[Document], str | bytes]


_FORMS: Mapping[Format, _Form] = {
    Format.HTML: _Form("text/html; charset=utf-8", to_page),
    Format.MARKDOWN: _Form("text/markdown; charset=utf-8", to_markdown),
    Format.CSV: _Form("text/csv; charset=utf-8", to_csv),
    Format.JSON: _Form("application/json", to_rows),
}


def as_file(
    document: Document,
    form: Format,
    *,
    now: datetime,
    version: str,
    signature: Sequence[str] = (),
    inline: bool = False,
) -> HttpResponse:
    """The document as a download, or to be shown in place. `version` and `signature` are for paper."""
    if form is Format.PDF:
        content: str | bytes = to_pdf(document, made_at=now, version=version, signature=signature)
        response = HttpResponse(content, content_type="application/pdf")
    else:
        response = HttpResponse(_FORMS[form].render(document), content_type=_FORMS[form].media_type)
    name = f"connectleads-{document.kind.value.replace('_', '-')}-{document.language.value}.{form.value}"
    response["Content-Disposition"] = "inline" if inline else f'attachment; filename="{name}"'
    return response

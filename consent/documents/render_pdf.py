"""Shows a document as PDF with fpdf2 and the shipped typeface (edge: it reads the font files).

The typeface is Inter under the SIL Open Font License (fonts/inter-LICENSE.txt), cut to Latin letters and two weights.
"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import TableCellFillMode
from fpdf.fonts import FontFace

from consent.documents.document import Block, Bullets, Checklist, Document, Paragraph, Table
from consent.documents.facts import Language
from consent.documents.render_text import checklist_head, checklist_rows
from consent.documents.words import Words

FONTS = Path(__file__).parent / "fonts"
_PAGE = Words("{page} van {pages}", "{page} of {pages}")
_INK, _QUIET, _LINE, _FILL = (26, 29, 33), (80, 86, 95), (216, 210, 198), (244, 241, 235)
_WIDE = 6  # columns beyond which a row is told as a list, since it would not fit the page


class _Paper(FPDF):
    """A4 with a footer."""

    def __init__(self, *, footer_text: str, language: Language) -> None:
        super().__init__(format="A4")
        self._footer_text, self._language = footer_text, language
        self.add_font("Inter", "", FONTS / "inter-regular.ttf")
        self.add_font("Inter", "B", FONTS / "inter-semibold.ttf")
        self.set_margins(22, 20)
        self.set_auto_page_break(auto=True, margin=22)

    def footer(self) -> None:
        """What the paper is, and its page."""
        self.set_y(-15)
        self.set_font("Inter", size=7.5)
        self.set_text_color(*_QUIET)
        numbers = _PAGE.of(self._language, page=self.page_no(), pages="{nb}")
        self.cell(0, 5, self._footer_text)
        self.set_x(self.l_margin)
        self.cell(0, 5, numbers, align="R")


def to_pdf(document: Document, *, made_at: datetime, version: str, signature: Sequence[str] = ()) -> bytes:
    """The document on A4. `version` goes into the footer, `signature` are the lines of who accepted it, at the end."""
    paper = _Paper(footer_text=f"{document.title} · {version}", language=document.language)
    paper.set_title(document.title)
    paper.set_lang(document.language.value)
    paper.set_creator("ConnectLeads")
    paper.set_creation_date(made_at)
    paper.add_page()
    _text(paper, document.title, size=20, weight="B", after=2)
    _text(paper, document.lede, size=10, after=3, colour=_QUIET)
    if not signature:
        _text(paper, document.draft, size=9, after=4, colour=_QUIET)
    for section in document.sections:
        paper.ln(2)
        _text(paper, section.title, size=12, weight="B", after=0.5)
        if section.articles:
            _text(paper, ", ".join(section.articles), size=8, after=1.5, colour=_QUIET)
        for block in section.blocks:
            _block(paper, block, document.language)
    if signature:
        paper.ln(4)
        for line in signature:
            _text(paper, line, size=10, after=1)
    return bytes(paper.output())


def _text(
    paper: FPDF, text: str, *, size: float, weight: str = "", after: float = 2, colour: tuple[int, int, int] = _INK
) -> None:
    paper.set_font("Inter", weight, size)
    paper.set_text_color(*colour)
    paper.multi_cell(0, size * 0.52, text, align="L", new_x="LMARGIN", new_y="NEXT")
    paper.ln(after)


def _block(paper: FPDF, block: Block, language: Language) -> None:
    match block:
        case Paragraph():
            _text(paper, block.text, size=10)
        case Bullets():
            for item in block.items:
                _text(paper, f"•  {item}", size=10, after=1)
            paper.ln(1)
        case Table():
            _rows(paper, block.head, block.rows)
        case Checklist():
            _rows(paper, checklist_head(language), tuple(checklist_rows(block)))


def _rows(paper: FPDF, head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
    if len(head) > _WIDE:
        for row in rows:
            for name, cell in zip(head, row, strict=True):
                _text(paper, f"{name}: {cell}", size=9, after=0.5)
            paper.ln(2)
        return
    paper.set_font("Inter", "", 8.5)
    paper.set_text_color(*_INK)
    paper.set_draw_color(*_LINE)
    style = FontFace(emphasis="BOLD", fill_color=_FILL)
    with paper.table(
        borders_layout="HORIZONTAL_LINES",
        cell_fill_mode=TableCellFillMode.NONE,
        headings_style=style,
        line_height=4.6,
        padding=1.2,
        text_align="LEFT",
    ) as table:
        for line in (head, *rows):
            on_paper = table.row()
            for cell in line:
                on_paper.cell(cell)
    paper.ln(3)

"""An export as rows of cells: its head with the legal basis, and a line a lead, safe for spreadsheets (pure)."""

from collections.abc import Iterable
from datetime import datetime

from dashboard.spreadsheet_cells import plain_cell

Cell = str | int | float


def safe(cell: Cell) -> Cell:
    """A cell that no spreadsheet calculates, on one line."""
    if not isinstance(cell, str):
        return cell
    return plain_cell(" ".join(cell.replace("\0", "").split()))


def safe_rows(rows: Iterable[Iterable[Cell]]) -> Iterable[list[Cell]]:
    """Rows of such cells."""
    return ([safe(cell) for cell in row] for row in rows)


def moment(at: datetime) -> str:
    """A time as spreadsheets read it."""
    return f"{at:%Y-%m-%d %H:%M}"

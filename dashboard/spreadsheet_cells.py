"""Makes text harmless in a spreadsheet, which takes a cell that begins with = + - or @ for a formula (pure)."""

_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def plain_cell(text: str) -> str:
    """`text`, behind an apostrophe when a spreadsheet would compute it (OWASP: CSV injection)."""
    return f"'{text}" if text.startswith(_BEGINS_A_FORMULA) else text

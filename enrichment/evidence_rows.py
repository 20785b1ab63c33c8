"""Evidence as it is kept in the database: plain rows, put into words only when somebody reads them (pure)."""

from collections.abc import Iterable
from typing import Any, cast

import msgspec

from enrichment.evidence import Evidence


def evidence_to_rows(evidence: Iterable[Evidence]) -> list[dict[str, Any]]:
    """Evidence as JSON values."""
    return cast(list[dict[str, Any]], msgspec.to_builtins(list(evidence)))


def evidence_from_rows(rows: Any) -> tuple[Evidence, ...]:
    """Evidence from JSON values; what an older or newer version wrote in another form is left out."""
    kept = []
    for row in rows if isinstance(rows, list) else []:
        try:
            kept.append(msgspec.convert(row, Evidence))
        except msgspec.ValidationError:
            continue
    return tuple(kept)

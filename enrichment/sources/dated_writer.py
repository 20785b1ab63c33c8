"""Writes MMDB files whose bytes depend on their content and day alone (pure but for the writer's own file)."""

import logging
from datetime import UTC, date, datetime
from typing import Any

from mmdb_writer import MMDBWriter

logging.getLogger("mmdb_writer").setLevel(logging.WARNING)  # it tells of every block inside another


class DatedWriter(MMDBWriter):
    """The writer, with a build date that comes from the data instead of the clock."""

    def __init__(self, built_on: date, *, database_type: str, description: str) -> None:
        super().__init__(
            ip_version=6,
            ipv4_compatible=True,
            database_type=database_type,
            languages=["en"],
            description={"en": description},
        )
        self._built_on = built_on

    def _build_meta(self) -> dict[str, Any]:
        midnight = datetime(self._built_on.year, self._built_on.month, self._built_on.day, tzinfo=UTC)
        return super()._build_meta() | {"build_epoch": int(midnight.timestamp())}

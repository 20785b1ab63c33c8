"""Published lists of hosts, relays, cloud ranges and robots, as one MMDB file on disk (edge)."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import maxminddb

from enrichment.addresses import Address
from enrichment.findings import ListFinding
from enrichment.kinds import Kind
from enrichment.sources.shape import Health, Outcome, Reading
from enrichment.sources.shipped_files import unpacked

SHIPPED = Path(__file__).parents[1] / "data" / "connectleads-kinds.mmdb.xz"
DATABASE_TYPE = "ConnectLeads-Kinds"
KINDS = frozenset({Kind.HOSTING, Kind.VPN, Kind.MOBILE, Kind.ISP})


NAME = "kind lists"
NOTHING = Reading(NAME, Outcome.NOTHING)


class UnfitListsError(ValueError):
    """The file is no MMDB of kinds; the message names its type."""


class KindLists:
    """An open file of `manage.py build_kind_lists`."""

    name = NAME

    def __init__(self, path: Path) -> None:
        self._reader = maxminddb.open_database(path, mode=maxminddb.MODE_AUTO)
        metadata = self._reader.metadata()
        if metadata.database_type != DATABASE_TYPE:
            self._reader.close()
            raise UnfitListsError(f"A database of type {metadata.database_type} holds no kinds of networks.")
        self.path = path
        self.built_on: date = datetime.fromtimestamp(metadata.build_epoch, UTC).date()

    def lookup(self, address: Address) -> ListFinding | None:
        """What the lists say about an unwrapped address."""
        record: Any = self._reader.get(address)
        if not isinstance(record, dict) or record.get("kind") not in KINDS:
            return None
        updated = str(record.get("updated", ""))
        return ListFinding(
            kind=Kind(record["kind"]),
            name=str(record.get("name", "")),
            source=str(record.get("source", "")),
            on=date.fromisoformat(updated) if updated else self.built_on,
        )

    def read(self, address: Address) -> Reading:
        """The same as a reading."""
        finding = self.lookup(address)
        return Reading(self.name, Outcome.FOUND, finding) if finding else NOTHING

    def health(self) -> Health:
        """An open file is well."""
        return Health(self.name, True, DATABASE_TYPE, self.built_on)

    def close(self) -> None:
        """Give the file back."""
        self._reader.close()


def shipped_lists(var_dir: Path) -> Path:
    """The lists that come with the product, unpacked once into var_dir."""
    return unpacked(SHIPPED, var_dir)

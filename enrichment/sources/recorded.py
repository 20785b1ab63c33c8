"""Registry answers recorded as files, in place of the registries: for measuring and for tests (edge)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from enrichment.addresses import Address, BadAddressError, parsed, unwrapped
from enrichment.findings import Registry, RegistryFinding
from enrichment.registry_answer import UnreadableAnswerError, read_answer
from enrichment.sources.shape import Away, Health, Outcome, Reading

INDEX = "index.json"


class NoRecordingsError(ValueError):
    """The folder holds no answers; the message names it."""


@dataclass(frozen=True, slots=True)
class Recording:
    """One answer, and the address it was asked for where the index names it."""

    file: Path
    address: Address | None
    finding: RegistryFinding | None


class RecordedAnswers:
    """The answers in a folder: every *.json file, with an optional index.json that says which address each was for."""

    name = "registries"

    def __init__(self, folder: Path) -> None:
        inner = folder / "rdap"
        self._folder = inner if not (folder / INDEX).exists() and inner.is_dir() else folder
        self.index = self._read_index()
        self._recordings = [self._recording(path) for path in sorted(self._folder.glob("*.json")) if path.name != INDEX]
        if not self._recordings:
            there = "holds no recorded answers (*.json)" if self._folder.is_dir() else "is no folder"
            raise NoRecordingsError(f"{folder} {there}.")

    def read(self, address: Address) -> Reading:
        """The answer recorded for the address, else the one for the smallest range that holds it."""
        asked = next((one for one in self._recordings if one.address == address), None)
        if asked is not None and asked.finding is None:
            return Reading(self.name, Outcome.AWAY, away=Away.UNREADABLE)
        finding = asked.finding if asked else self._smallest(address)
        return Reading(self.name, Outcome.FOUND if finding else Outcome.NOTHING, finding)

    def health(self) -> Health:
        """Recordings are always well."""
        return Health(self.name, True, f"{len(self._recordings)} recorded answers")

    def _smallest(self, address: Address) -> RegistryFinding | None:
        found = [one.finding for one in self._recordings if one.finding and one.finding.range]
        holding = [one for one in found if one.range and one.range.holds(address)]
        return min(holding, key=lambda one: one.range.size if one.range else 0, default=None)

    def _read_index(self) -> list[Mapping[str, Any]]:
        path = self._folder / INDEX
        try:
            rows = json.loads(path.read_text()) if path.exists() else []
        except (OSError, ValueError):
            raise NoRecordingsError(f"{path} cannot be read: it must be a JSON list of answers.") from None
        return [row for row in rows if isinstance(row, Mapping)]

    def _recording(self, path: Path) -> Recording:
        row = next((row for row in self.index if row.get("file") == path.name), {})
        return Recording(path, _address(row.get("ip")), _finding(path, row))


def _finding(path: Path, row: Mapping[str, Any]) -> RegistryFinding | None:
    name, on = row.get("rir"), row.get("on")
    registry = next((one for one in Registry if one.value == name), None)
    try:
        answer = json.loads(path.read_text())
        return read_answer(answer, registry=registry, on=date.fromisoformat(on) if isinstance(on, str) else None)
    except (UnreadableAnswerError, ValueError):
        return None


def _address(text: Any) -> Address | None:
    try:
        return unwrapped(parsed(text)) if isinstance(text, str) else None
    except BadAddressError:
        return None

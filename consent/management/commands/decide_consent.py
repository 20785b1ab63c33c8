"""Holds the gate against a file of test vectors: `manage.py decide_consent --vectors FILE`."""

import json
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from consent.vectors import Unreadable, read_vector

_DIFFERENT, _NO_VECTORS = 1, 2


class Command(BaseCommand):
    help = "Ask the consent gate about every vector of a file; ends with 1 when any answer differs, 2 without vectors."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file of vectors."""
        parser.add_argument("--vectors", type=Path, required=True, metavar="FILE", help="a JSON array of vectors")

    def handle(self, *args: Any, **options: Any) -> None:
        """One line for each vector, and the sum."""
        vectors = _read(options["vectors"])
        right = sum(self._tell(place, vector) for place, vector in enumerate(vectors))
        self.stdout.write(f"{len(vectors)} vectors: {right} as expected, {len(vectors) - right} different")
        if right < len(vectors):
            raise CommandError("The gate differs from the vectors.", returncode=_DIFFERENT)

    def _tell(self, place: int, raw: object) -> bool:
        """Write what became of one vector; one that cannot be read differs, and does not keep the others waiting."""
        try:
            vector = read_vector(raw)
        except Unreadable as problem:
            self.stdout.write(_plain(f"DIFFERENT {_name(place, raw)}: cannot be read, {problem}"))
            return False
        got = vector.answer()
        is_right = got == vector.expected
        mark = "ok" if is_right else "DIFFERENT"
        reason = vector.decide().reason.value
        self.stdout.write(_plain(f"{mark:9} {vector.id}: expected {vector.expected}, got {got} ({reason})"))
        return is_right


def _read(path: Path) -> Sequence[object]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except OSError as problem:
        raise CommandError(f"{path} cannot be read: {problem.strerror}", returncode=_NO_VECTORS) from problem
    except (ValueError, RecursionError) as problem:
        raise CommandError(f"{path} is no JSON: {problem}", returncode=_NO_VECTORS) from problem
    if not isinstance(found, list) or not found:
        raise CommandError(f"{path} is no JSON array with vectors in it.", returncode=_NO_VECTORS)
    return found


def _name(place: int, raw: object) -> str:
    return str(raw["id"]) if isinstance(raw, dict) and "id" in raw else f"number {place + 1}"


def _plain(line: str) -> str:
    """One line that every terminal can show, whatever the file put into it."""
    return line.encode("ascii", "backslashreplace").decode().replace("\n", "\\n").replace("\r", "\\r")

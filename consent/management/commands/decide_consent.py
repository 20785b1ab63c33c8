"""Holds the gate against a file of test vectors: `manage.py decide_consent --vectors FILE`."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from consent.vectors import Vector, read_vector


class Command(BaseCommand):
    help = "Ask the consent gate about every vector of a file; ends with 1 when any answer differs."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file of vectors."""
        parser.add_argument("--vectors", type=Path, required=True, metavar="FILE", help="a JSON array of vectors")

    def handle(self, *args: Any, **options: Any) -> None:
        """One line for each vector, and the sum."""
        vectors = _read(options["vectors"])
        right = sum(self._tell(vector) for vector in vectors)
        self.stdout.write(f"{len(vectors)} vectors: {right} as expected, {len(vectors) - right} different")
        if right < len(vectors):
            raise CommandError("The gate differs from the vectors.", returncode=1)

    def _tell(self, vector: Vector) -> bool:
        got = vector.answer()
        is_right = got == vector.expected
        mark = "ok" if is_right else "DIFFERENT"
        reason = vector.decide().reason.value
        self.stdout.write(f"{mark:9} {vector.id}: expected {vector.expected}, got {got} ({reason})")
        return is_right


def _read(path: Path) -> tuple[Vector, ...]:
    try:
        return tuple(read_vector(raw) for raw in json.loads(path.read_text(encoding="utf-8")))
    except OSError as problem:
        raise CommandError(f"{path} cannot be read: {problem.strerror}", returncode=1) from problem
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise CommandError(f"{path} is no file of vectors: {problem!r}", returncode=1) from problem

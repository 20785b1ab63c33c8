"""Measures identification on rows whose truth is known (edge)."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
from django.core.management.base import BaseCommand, CommandError

from enrichment.addresses import BadAddressError, parsed, unwrapped
from enrichment.evaluation import BadRowError, JudgedRow, LabelledRow, Report, labelled_row, report_of
from enrichment.identification import Identifier, installed
from enrichment.kinds import Kind
from enrichment.sources.recorded import NoRecordingsError, RecordedAnswers
from enrichment.sources.shape import Outcome


class Command(BaseCommand):
    """manage.py evaluate_identification"""

    help = (
        "Measure identification: a table of kinds, precision and recall of what would be shown as a company, and "
        "what is wrong. Exit status 1 when a bound is missed. Asks nobody: registry answers come from --recorded."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where the rows and the answers are, and the bounds."""
        parser.add_argument("--labelled", type=Path, action="append", default=[], help="rows as JSON lines or array")
        parser.add_argument("--recorded", type=Path, help="folder of recorded answers; labels in its index count too")
        parser.add_argument("--min-precision", type=float, default=0.0)
        parser.add_argument("--min-recall", type=float, default=0.0)
        parser.add_argument("--min-names", type=float, default=0.0, help="least share of shown names that are right")
        parser.add_argument("--max-forbidden", type=int, help="most companies shown where nobody may be named")
        parser.add_argument("--json", action="store_true", help="one JSON object")

    def handle(self, *args: object, **options: Any) -> None:
        """Judge every row, print the report, exit with 1 when a bound is missed."""
        recorded = _recorded(options["recorded"])
        rows = list(_rows(options["labelled"], recorded))
        if not rows:
            raise CommandError("There is no labelled row: give --labelled, or --recorded with labels in its index.")
        known = installed()
        identifier = Identifier(known.networks, known.lists, None, (recorded,) if recorded else (), known.published)
        report = report_of(JudgedRow(row, identifier.identify(row.ip).verdict) for row in rows)
        missed = list(_missed(report, options))
        self.stdout.write(_json(report, missed) if options["json"] else "\n".join(_text(report, missed)))
        if missed:
            raise SystemExit(1)


def _recorded(folder: Path | None) -> RecordedAnswers | None:
    try:
        return RecordedAnswers(folder) if folder else None
    except (OSError, ValueError, NoRecordingsError) as error:
        raise CommandError(str(error)) from None


def _rows(files: list[Path], recorded: RecordedAnswers | None) -> Iterator[LabelledRow]:
    """The rows of the files, then those of the index of recorded answers, each address once."""
    seen: set[str] = set()
    sources = [*(row for file in files for row in _read(file)), *(recorded.index if recorded else ())]
    for row in sources:
        try:
            one = labelled_row(row, has_answer=_has_answer(row, recorded))
        except (BadRowError, BadAddressError) as error:
            raise CommandError(str(error)) from None
        if one.ip not in seen:
            seen.add(one.ip)
            yield one


def _has_answer(row: Mapping[str, Any], recorded: RecordedAnswers | None) -> bool:
    ip = str(row.get("ip", ""))
    return bool(recorded and ip and recorded.read(unwrapped(parsed(ip))).outcome is Outcome.FOUND)


def _read(file: Path) -> list[Mapping[str, Any]]:
    try:
        text = file.read_text()
        rows = json.loads(text) if text.lstrip().startswith("[") else [json.loads(x) for x in text.splitlines() if x]
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or f"it must be JSON lines or a JSON list ({error})"
        raise CommandError(f"{file} cannot be read: {why}") from None
    return [row for row in rows if isinstance(row, Mapping)]


def _missed(report: Report, options: Mapping[str, Any]) -> Iterator[str]:
    for name, measured in (
        ("precision", report.precision),
        ("recall", report.recall),
        ("names", report.names_right),
    ):
        if measured < options[f"min_{name}"]:
            yield f"{name} {measured:.3f} is below {options[f'min_{name}']}"
    most = options["max_forbidden"]
    if most is not None and len(report.forbidden) > most:
        yield f"{len(report.forbidden)} companies are shown where nobody may be named; at most {most} were allowed"


def _text(report: Report, missed: list[str]) -> Iterator[str]:
    yield from _table(report)
    yield ""
    yield f"rows {len(report.rows)}, shown as a company {len(report.shown)}, kinds right {report.kinds_right:.3f}"
    yield f"precision {report.precision:.3f}   recall {report.recall:.3f}   names right {report.names_right:.3f}"
    own, answers = report.recall_of_own_networks, report.recall_of_answers
    yield f"recall of own networks {own:.3f}   of registry answers {answers:.3f}"
    yield f"companies shown where nobody may be named {len(report.forbidden)}"
    for one in report.wrong:
        wanted = ", ".join(sorted(kind.value for kind in one.row.accepted))
        names = f" ({' / '.join(sorted(one.row.names))})" if one.row.names else ""
        got = f"{one.verdict.kind} {one.company}".strip()
        yield f"  {one.row.ip}: {got} by {one.verdict.rule} {one.verdict.confidence:.2f}; wanted {wanted}{names}"
    yield from (f"missed: {text}" for text in missed)


def _table(report: Report) -> Iterator[str]:
    """Rows are what is true, columns what was judged."""
    kinds = [kind for kind in Kind if any(kind in pair for pair in report.confusion)]
    yield "true \\ judged".ljust(14) + "".join(kind.value.rjust(11) for kind in kinds)
    for true in kinds:
        counts = [report.confusion[true, judged] for judged in kinds]
        if any(counts):
            yield true.value.ljust(14) + "".join(str(count or ".").rjust(11) for count in counts)


def _json(report: Report, missed: list[str]) -> str:
    content = {
        "rows": len(report.rows),
        "shown": len(report.shown),
        "precision": report.precision,
        "recall": report.recall,
        "recall_of_own_networks": report.recall_of_own_networks,
        "recall_of_answers": report.recall_of_answers,
        "names_right": report.names_right,
        "kinds_right": report.kinds_right,
        "forbidden": [one.row.ip for one in report.forbidden],
        "confusion": {f"{true}>{judged}": count for (true, judged), count in sorted(report.confusion.items())},
        "wrong": [
            {"ip": one.row.ip, "kind": one.verdict.kind, "company": one.company, "rule": one.verdict.rule}
            for one in report.wrong
        ],
        "missed": missed,
    }
    return msgspec.json.encode(content).decode()

"""Measures verdicts against rows whose truth is known (pure)."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from enrichment.kinds import Kind
from enrichment.organisation_names import parse_name
from enrichment.verdict import Verdict

# Nobody may be named behind these: the visitor is somebody else, or a person.
FORBIDDEN = frozenset({Kind.ISP, Kind.MOBILE, Kind.HOSTING, Kind.VPN, Kind.INDIVIDUAL, Kind.UNKNOWN})
_ALSO_CALLED = re.compile(r"\(([^()]+)\)")


class BadRowError(ValueError):
    """A labelled row lacks its address or its kind; the message says which row."""


@dataclass(frozen=True, slots=True)
class LabelledRow:
    """An address and the truth about it. `names` are the names that are right; empty where none is to be checked."""

    ip: str
    expected: Kind
    accepted: frozenset[Kind]
    names: frozenset[str]
    has_answer: bool  # a registry's answer is recorded for it

    @property
    def is_forbidden(self) -> bool:
        """True where no company may be shown."""
        return self.expected in FORBIDDEN


@dataclass(frozen=True, slots=True)
class JudgedRow:
    """A row with what the verdict made of it."""

    row: LabelledRow
    verdict: Verdict

    @property
    def company(self) -> str:
        """The name that would be shown as a company, "" where none would."""
        name = self.verdict.organisation
        return name.display if name and self.verdict.kind is Kind.BUSINESS else ""

    @property
    def is_right(self) -> bool:
        """True where a company is shown and may be."""
        return bool(self.company) and Kind.BUSINESS in self.row.accepted

    @property
    def is_named_right(self) -> bool:
        """True where the name shown is one of the right ones, without legal form and case.

        Where several are right, so is one of them with more behind it ("ebm-papst Mulfingen" for "ebm-papst").
        """
        shown, names = parse_name(self.company).normalised, self.row.names
        return not names or shown in names or (len(names) > 1 and any(shown.startswith(f"{name} ") for name in names))


@dataclass(frozen=True, slots=True)
class Report:
    """The measures over all rows. Shares of nothing are 1: no row speaks against them."""

    rows: tuple[JudgedRow, ...]

    @property
    def confusion(self) -> Counter[tuple[Kind, Kind]]:
        """How many rows of a kind were judged to be of which kind."""
        return Counter((one.row.expected, one.verdict.kind) for one in self.rows)

    @property
    def shown(self) -> list[JudgedRow]:
        """Rows for which a company would be shown."""
        return [one for one in self.rows if one.company]

    @property
    def forbidden(self) -> list[JudgedRow]:
        """Rows for which a company is shown though nobody may be."""
        return [one for one in self.shown if one.row.is_forbidden]

    @property
    def precision(self) -> float:
        """Of the companies shown, the share that may be shown. Whether they are called right is `names_right`."""
        return _share(len([one for one in self.shown if one.is_right]), len(self.shown))

    @property
    def recall(self) -> float:
        """Of the businesses, the share that is shown as a company."""
        return self.recall_of(self._businesses)

    @property
    def recall_of_own_networks(self) -> float:
        """The recall of businesses known by the network they announce."""
        return self.recall_of([one for one in self._businesses if not one.row.has_answer])

    @property
    def recall_of_answers(self) -> float:
        """The recall of businesses for which a registry's answer was there."""
        return self.recall_of([one for one in self._businesses if one.row.has_answer])

    @property
    def names_right(self) -> float:
        """Of the companies shown whose name is known, the share that is called right."""
        named = [one for one in self.shown if one.row.names]
        return _share(len([one for one in named if one.is_named_right]), len(named))

    @property
    def kinds_right(self) -> float:
        """Of all rows, the share whose kind is an accepted one."""
        return _share(len([one for one in self.rows if one.verdict.kind in one.row.accepted]), len(self.rows))

    @property
    def wrong(self) -> list[JudgedRow]:
        """Rows that are shown wrongly, under a wrong name, or missed."""
        return [one for one in self.rows if self._is_wrong(one)]

    @property
    def _businesses(self) -> list[JudgedRow]:
        return [one for one in self.rows if one.row.expected is Kind.BUSINESS]

    @staticmethod
    def recall_of(businesses: list[JudgedRow]) -> float:
        """The share of these rows that is shown as a company."""
        return _share(len([one for one in businesses if one.company]), len(businesses))

    @staticmethod
    def _is_wrong(one: JudgedRow) -> bool:
        if one.company:
            return not one.is_right or not one.is_named_right or one.row.is_forbidden
        return one.row.expected is Kind.BUSINESS or one.verdict.kind not in one.row.accepted


def labelled_row(row: Mapping[str, Any], *, has_answer: bool) -> LabelledRow:
    """A row of a labelled file, or of the index of recorded answers, where the label stands apart.

    Raises BadRowError when it has no address or no known kind.
    """
    label = row.get("label")
    truth = label if isinstance(label, Mapping) else row
    expected = truth.get("expected_kind", truth.get("kind"))
    company = truth.get("expected_company", truth.get("company"))
    accepted = truth.get("accept_kinds") or row.get("accept_kinds") or [expected]
    try:
        kinds = frozenset(Kind(kind) for kind in accepted)
        return LabelledRow(str(row["ip"]), Kind(expected), kinds | {Kind(expected)}, _names(company), has_answer)
    except (KeyError, ValueError):
        raise BadRowError(f"{row.get('ip', 'a row without an address')}: a row needs ip and expected_kind.") from None


def _names(company: Any) -> frozenset[str]:
    """ "KLM (Koninklijke Luchtvaart Maatschappij)" is right by either name, and by both together."""
    if not isinstance(company, str) or not company.strip():
        return frozenset()
    outside, inside = _ALSO_CALLED.sub(" ", company), _ALSO_CALLED.findall(company)
    return frozenset(name for text in (company, outside, *inside) if (name := parse_name(text).normalised))


def report_of(judged: Iterable[JudgedRow]) -> Report:
    """The report over judged rows."""
    return Report(tuple(judged))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0

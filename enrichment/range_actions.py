"""A tenant keeps its own ranges: what a list would come to, and the only writer of what is kept (edge)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from connectleads.tenancy.audit import Actor, record
from connectleads.tenancy.models import AuditAction
from enrichment.addresses import AddressRange
from enrichment.models import CompanyName, TenantRange
from enrichment.organisation_names import parse_name
from enrichment.range_list import MAX_RANGES, LineFault, RangeLine, range_line, read_lines
from enrichment.sources.range_index import INTERFACE_BITS, places_of

NAMES_AT_ONCE, ROWS_AT_ONCE = 1_000, 1_000


@dataclass(frozen=True, slots=True)
class KeptRange:
    """A range as its page shows it; without a company it is an office of one's own."""

    id: UUID
    range: str
    company: str | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class RangeEntry:
    """A line that would be kept."""

    line: RangeLine
    company_id: UUID | None
    company: str | None


@dataclass(frozen=True, slots=True)
class ListPreview:
    """What a list comes to: what would be kept, and what is wrong with the other lines."""

    entries: tuple[RangeEntry, ...]
    faults: tuple[RangeLine, ...]

    @property
    def offices(self) -> int:
        """How many of the entries are offices of one's own."""
        return sum(entry.company_id is None for entry in self.entries)


def kept_ranges(*, after: int, limit: int) -> list[KeptRange]:
    """The ranges of the tenant in scope in their order, from the one at a place on."""
    rows = TenantRange.objects.select_related("company").order_by("version", "first", "last")[after : after + limit]
    return [KeptRange(row.id, _written(row), row.company.name if row.company else None, row.created_at) for row in rows]


def range_count() -> int:
    """How many ranges the tenant in scope keeps."""
    return TenantRange.objects.count()


def preview(lines: Iterable[str], *, replaces: bool) -> ListPreview:
    """What a list would come to in the tenant in scope, beside what is kept already or in its place."""
    read = list(read_lines(lines))
    companies = _companies(line.name for line in read if line.fault is None)
    room = MAX_RANGES - (0 if replaces else range_count())
    entries: list[RangeEntry] = []
    faults: list[RangeLine] = []
    for line in read:
        found = companies.get(_normalised(line.name), {}) if line.name else {}
        fault = line.fault or _name_fault(line, found) or (LineFault.TOO_MANY if len(entries) >= room else None)
        if fault:
            faults.append(replace(line, fault=fault))
        else:
            company_id = next(iter(found), None)
            entries.append(RangeEntry(line, company_id, found[company_id] if company_id else None))
    return ListPreview(tuple(entries), tuple(faults))


def import_ranges(lines: Iterable[str], *, replaces: bool, by: Actor) -> ListPreview:
    """Keep what a list comes to. A name has to be that of a known company: what a tenant types makes no shared record.

    A range that is kept already is this list's from now on. Nothing changes when no line is good.
    """
    with transaction.atomic():
        found = preview(lines, replaces=replaces)
        if not found.entries:
            return found
        gone = TenantRange.objects.all().delete()[0] if replaces else 0
        _keep(found.entries)
        details = {"kept": len(found.entries), "faults": len(found.faults), "removed": gone}
        record(AuditAction.RANGES_CHANGED, by, about="import", details=details)
    return found


def add_range(written: str, name: str, *, by: Actor) -> LineFault | None:
    """Keep one range; the fault that kept it out, None where it is kept."""
    line = range_line(written, name)
    found = _companies([line.name]).get(_normalised(line.name), {}) if line.name else {}
    fault = line.fault or _name_fault(line, found)
    if fault:
        return fault
    if range_count() >= MAX_RANGES:
        return LineFault.TOO_MANY
    company_id = next(iter(found), None)
    with transaction.atomic():
        _keep([RangeEntry(line, company_id, None)])
        # The company's name and never the range: the record of what was done holds no addresses.
        record(AuditAction.RANGES_CHANGED, by, about=found[company_id] if company_id else "", details={"kept": 1})
    return None


def remove_range(range_id: UUID, *, by: Actor) -> bool:
    """Forget a range; False when the tenant in scope keeps no such range."""
    with transaction.atomic():
        row = TenantRange.objects.select_related("company").filter(id=range_id).first()
        if row is None:
            return False
        record(AuditAction.RANGES_CHANGED, by, about=row.company.name if row.company else "", details={"removed": 1})
        TenantRange.objects.filter(id=range_id).delete()
    return True


def _keep(entries: Iterable[RangeEntry]) -> None:
    rows = []
    for entry in entries:
        assert entry.line.range is not None
        first, last = places_of(entry.line.range)
        version = entry.line.range.version
        rows.append(TenantRange(version=version, first=first, last=last, company_id=entry.company_id))
    TenantRange.objects.bulk_create(
        rows,
        batch_size=ROWS_AT_ONCE,
        update_conflicts=True,
        unique_fields=("tenant", "version", "first", "last"),
        update_fields=("company",),
    )


def _written(row: TenantRange) -> str:
    first, last = row.first, row.last
    if row.version == 6:
        first, last = first << INTERFACE_BITS, (last << INTERFACE_BITS) | ((1 << INTERFACE_BITS) - 1)
    return AddressRange(row.version, first, last).text


def _name_fault(line: RangeLine, found: Mapping[UUID, str]) -> LineFault | None:
    if not line.name or len(found) == 1:
        return None
    return LineFault.TWO if found else LineFault.COMPANY


def _companies(names: Iterable[str]) -> Mapping[str, Mapping[UUID, str]]:
    """The companies that each name leads to, by the normalised name."""
    wanted = sorted({_normalised(name) for name in names if name})
    found: dict[str, dict[UUID, str]] = {}
    for begin in range(0, len(wanted), NAMES_AT_ONCE):
        rows = CompanyName.objects.filter(normalised__in=wanted[begin : begin + NAMES_AT_ONCE])
        for normalised, company_id, name in rows.values_list("normalised", "company_id", "company__name"):
            found.setdefault(normalised, {})[company_id] = name
    return found


def _normalised(name: str) -> str:
    return parse_name(name, has_handle=False).normalised

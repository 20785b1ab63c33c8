"""Leads above the tenant's plan: kept, counted, and not named until there is room (edge to gettext only)."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Protocol, TypeVar
from uuid import UUID

from django.utils.translation import gettext as _


class Named(Protocol):
    """A lead as some list shows it: a frozen dataclass."""

    @property
    def id(self) -> UUID:
        """The lead's id."""

    @property
    def name(self) -> str:
        """Its company's name."""


Lead = TypeVar("Lead", bound=Named)


@dataclass(frozen=True, slots=True)
class Veil:
    """The leads that are locked at this moment."""

    locked: frozenset[UUID]

    def over(self, leads: Iterable[Lead]) -> list[Lead]:
        """The same leads in their order, without the name and domain of those that are locked."""
        return [self._veiled(one) if one.id in self.locked else one for one in leads]

    def _veiled(self, one: Lead) -> Lead:
        said = {"name": _("Company above your plan"), "domain": ""}
        known = {field.name for field in fields(one)}  # type: ignore[arg-type]
        return replace(one, **{key: value for key, value in said.items() if key in known})  # type: ignore[type-var]

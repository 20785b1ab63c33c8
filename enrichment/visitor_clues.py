"""All findings for an address, with the registry object's names taken apart once for the rules (pure)."""

from dataclasses import dataclass
from functools import cached_property

from enrichment.addresses import AddressRange
from enrichment.clues import Clues, clues_of
from enrichment.findings import Findings, Registry, RegistryFinding
from enrichment.kinds import Kind
from enrichment.network_finding import NetworkFinding
from enrichment.organisation_names import legal_form_of, normalised
from enrichment.registry_names import NamedOrganisation, agrees, is_note, is_same, name_in_netname, organisations_in
from enrichment.registry_words import CUSTOMER_STATUS, OWN_STATUS, PROVIDER_STATUS
from enrichment.verdict import Verdict

SMALL_RANGE = 1_024  # addresses; without a status, a range of at most so many is taken for one customer's
CUSTOMER_RANGE = 256  # addresses; assigned to one customer with its own name
SURE_PROVIDER = 0.6  # a holder's verdict that is less sure than this does not silence the registry


@dataclass(frozen=True, slots=True)
class NameClues:
    """A name from the registry object, and what it tells."""

    named: NamedOrganisation
    clues: Clues


@dataclass(frozen=True, kw_only=True)
class VisitorClues:
    """What the rules look at. `holder` is the verdict on who announces the network; slots would hide the caches."""

    findings: Findings
    holder: Verdict

    @cached_property
    def object(self) -> RegistryFinding | None:
        """The registry's object, where it describes the range and not another registry's space."""
        found = self.findings.registry
        if found is None:
            return _object_of_database(self.findings.network)
        return None if found.belongs_elsewhere else found

    @cached_property
    def names(self) -> tuple[NameClues, ...]:
        """The names in the object that are not the provider's own, most trustworthy first."""
        found = self.object
        if found is None:
            return ()
        mine = self.findings.network.holder or ""
        named = (one for one in organisations_in(found) if not is_same(one.text, mine))
        return tuple(NameClues(one, clues_of(_as_holder(one.text, found), has_handle=False)) for one in named)

    @cached_property
    def notes(self) -> tuple[str, ...]:
        """Netname, description and remarks, less what is the name of an organisation in full."""
        found = self.object
        if found is None:
            return ()
        lines = tuple(line for line in found.descriptions if not legal_form_of(line))
        if found.organisation and is_note(found.organisation):
            lines = (found.organisation, *lines)
        is_name = name_in_netname(found.netname) or any(agrees(one.named.text, found.netname) for one in self.names)
        return (*lines, *found.remarks) if is_name else (found.netname, *lines, *found.remarks)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the notes, in their order."""
        return tuple(word for text in self.notes for word in normalised(text).split())

    @property
    def size(self) -> int:
        """How many addresses the object holds; 0 where it does not say."""
        return self.object.range.size if self.object and self.object.range else 0

    @property
    def is_one_customers(self) -> bool:
        """True where so few addresses are given to a named legal person that they cannot be a pool."""
        return 0 < self.size <= CUSTOMER_RANGE and any(one.clues.legal_person for one in self.names)

    @property
    def names_provider(self) -> bool:
        """True where the object's holder is the one who announces the network anyway."""
        found, holder = self.object, self.findings.network.holder
        return bool(found and holder and found.organisation and is_same(found.organisation, holder))

    @property
    def is_provider_space(self) -> bool:
        """True for space that is held for others (RIPE-822 for the statuses of PA space)."""
        return bool(self.object and PROVIDER_STATUS.match(self.object.status))

    @property
    def is_own_space(self) -> bool:
        """True for space that a registry gave to its user directly."""
        return bool(self.object and OWN_STATUS.match(self.object.status))

    @property
    def is_customer_space(self) -> bool:
        """True for a provider's assignment to one customer."""
        found = self.object
        if found is None:
            return False
        if CUSTOMER_STATUS.match(found.status) or found.is_customer:
            return True
        return not found.status and found.range is not None and found.range.size <= SMALL_RANGE

    @property
    def behind_host(self) -> bool:
        """True where the network is known for machines rather than people."""
        return self.holder.kind is Kind.HOSTING and self.holder.confidence >= SURE_PROVIDER

    @property
    def holder_is_nobody(self) -> bool:
        """True where nobody is known to announce the network."""
        return self.findings.network.asn is None and not self.findings.network.holder


def _object_of_database(network: NetworkFinding) -> RegistryFinding | None:
    """What a paid database says about the user of a network, which it took from the registries."""
    if not network.user:
        return None
    return RegistryFinding(
        registry=Registry.RIPE,
        range=AddressRange.parse(network.network) if network.network else None,
        country=network.country,
        organisation=network.user,
        is_customer=True,
        on=network.source_on,
        told_by=network.source,
    )


def _as_holder(text: str, found: RegistryFinding) -> NetworkFinding:
    return NetworkFinding(None, None, text, found.source, found.on, country=found.country)

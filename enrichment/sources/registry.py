"""Asks a registry about an address by RDAP (RFC 9082), through ipwhois; one request, bounded (edge)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ipwhois import IPDefinedError
from ipwhois.rdap import RDAP

from enrichment.addresses import Address
from enrichment.findings import Registry
from enrichment.registry_answer import UnreadableAnswerError, read_answer
from enrichment.sources.bounded_net import AwayError, BoundedNet, NotThereError, Question
from enrichment.sources.registry_map import registry_map
from enrichment.sources.shape import Away, Health, Outcome, Reading

IPWHOIS_NAMES = {Registry.RIPE: "ripencc"}


@dataclass(frozen=True, slots=True)
class RegistrySource:
    """One registry's RDAP server. Pacing is the queue's part: whoever calls `read` asks the registry."""

    registry: Registry
    server: str
    user_agent: str
    seconds: float
    on: date

    name = "registries"

    def read(self, address: Address) -> Reading:
        """What the registry answers. Where it points to another registry, `detail` names that one."""
        try:
            answer = self._ask(address)
        except NotThereError:
            return Reading(self.name, Outcome.NOTHING)
        except AwayError as fault:
            return self._away(fault)
        try:
            finding = read_answer(answer, registry=self.registry, on=self.on)
        except UnreadableAnswerError:
            return Reading(self.name, Outcome.AWAY, away=Away.UNREADABLE)
        if finding.range is not None and not finding.range.holds(address):
            return Reading(self.name, Outcome.AWAY, away=Away.UNREADABLE)
        return Reading(self.name, Outcome.FOUND, finding)

    def health(self) -> Health:
        """A registry is only known to be well when it is asked."""
        return Health(self.name, True, self.registry.label)

    def _ask(self, address: Address) -> Mapping[str, Any]:
        question = Question(self.server, self.user_agent, self.seconds)
        try:
            net = BoundedNet(address, question)
        except (IPDefinedError, OSError):
            raise NotThereError from None
        # The AS is known already, contacts are not wanted: no third party is asked, and no entity is fetched.
        known = {"asn_registry": IPWHOIS_NAMES.get(self.registry, self.registry.value)}
        try:
            RDAP(net).lookup(asn_data=known, depth=0, root_ent_check=False, retry_count=0)
        except (AwayError, NotThereError):
            raise
        except Exception:  # ipwhois stumbles over older forms of answers; ours is read by our own reader
            if net.answer is None:
                raise AwayError(Away.UNREADABLE) from None
        assert net.answer is not None
        return net.answer

    def _away(self, fault: AwayError) -> Reading:
        target = registry_map().registry_at(fault.location) if fault.location else None
        if fault.away is Away.REDIRECTED and (target is None or target is self.registry):
            return Reading(self.name, Outcome.NOTHING, detail="redirected to a host that is no registry")
        detail = target.value if target else ""
        return Reading(self.name, Outcome.AWAY, away=fault.away, detail=detail, retry_after=fault.retry_after)

"""Lets addresses whose organisation is not known wait for a registry, once their visits are committed (edge)."""

import logging
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from uuid import UUID

import redis
from django.db import transaction

from enrichment.findings import Registry
from enrichment.waiting import WaitingVisit, wait
from tracking.hit import Hit

log = logging.getLogger(__name__)


def ask_registries_later(hits: Iterable[Hit], ask: Mapping[bytes, Registry], visits: Mapping[UUID, UUID]) -> None:
    """Once this transaction is committed, let the hits' addresses in `ask` wait; `visits` by hit id.

    When that fails the visits simply stay unknown.
    """
    waiting: dict[Registry, dict[bytes, list[WaitingVisit]]] = defaultdict(lambda: defaultdict(list))
    for hit in hits:
        registry = ask.get(hit.address)
        visit_id = visits.get(hit.id)
        if registry is not None and visit_id is not None:
            waiting[registry][hit.address].append(WaitingVisit(hit.tenant_id, visit_id, hit.at))
    if waiting:
        transaction.on_commit(lambda: _let_wait(waiting), robust=True)


def _let_wait(waiting: Mapping[Registry, Mapping[bytes, list[WaitingVisit]]]) -> None:
    try:
        for registry, visits in waiting.items():
            wait(registry, visits, now=datetime.now(UTC))
    except redis.RedisError:
        log.warning("addresses could not be put into a registry's queue; their visits stay unknown")

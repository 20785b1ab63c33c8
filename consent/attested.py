"""Reads what a platform without a readable cookie answered through its own interface (pure)."""

from consent.attestation import Choice
from consent.context import Context
from consent.evidence import Reading, invalid
from consent.instants import token
from consent.reasons import Reason


def read_attestation(context: Context, *, events: frozenset[str]) -> Reading:
    """What the answer proves when it was given at one of `events`, about a choice that the platform calls explicit."""
    answer = context.api
    if answer is None:
        return invalid(Reason.NO_EVIDENCE)
    if answer.choice is not Choice.EXPLICIT or answer.event not in events:
        return invalid(Reason.IMPLIED)
    if answer.at is None or answer.at.tzinfo is None:
        return invalid(Reason.MALFORMED)
    return context.explicit((answer.statistics, answer.marketing), at=answer.at, reference=token(answer.consent_id))

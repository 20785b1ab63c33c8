"""When a registry may be asked: a token bucket, a circuit breaker and a daily budget as plain values (pure)."""

from dataclasses import dataclass, replace
from datetime import date

FAILURES_ALLOWED = 4  # in a row; the next one opens the breaker
FIRST_REST = 300.0  # seconds; doubled with each failure after that
LONGEST_REST = 6 * 3600.0
FIRST_RETRY = 60.0
LONGEST_RETRY = 1800.0


@dataclass(frozen=True, slots=True)
class Manners:
    """How often one registry may be asked: `per_second` on average, `burst` at once, `per_day` at most."""

    per_second: float
    burst: int
    per_day: int


@dataclass(frozen=True, slots=True)
class Pace:
    """What is remembered about one registry. Times are seconds since 1970; `rests_until` is 0 when it is well."""

    tokens: float = 0.0
    filled_at: float = 0.0
    day: str = ""
    asked: int = 0
    failures: int = 0
    rests_until: float = 0.0


@dataclass(frozen=True, slots=True)
class Permission:
    """The pace after the question, and how long to wait first; None where it may be asked now."""

    pace: Pace
    wait: float | None = None
    is_budget: bool = False


def ask_permission(pace: Pace, manners: Manners, *, now: float, today: date) -> Permission:
    """May the registry be asked now? If so, the token is taken and counted."""
    day = today.isoformat()
    asked = pace.asked if pace.day == day else 0
    if pace.rests_until > now:
        return Permission(pace, wait=pace.rests_until - now)
    if asked >= manners.per_day:
        return Permission(pace, wait=_until_tomorrow(now), is_budget=True)
    grown = pace.tokens + max(0.0, now - pace.filled_at) * manners.per_second if pace.filled_at else manners.burst
    tokens = min(float(manners.burst), grown)
    if tokens < 1:
        return Permission(replace(pace, tokens=tokens, filled_at=now), wait=(1 - tokens) / manners.per_second)
    return Permission(replace(pace, tokens=tokens - 1, filled_at=now, day=day, asked=asked + 1))


def answered(pace: Pace) -> Pace:
    """After any answer, also that nothing is there: the registry is well."""
    return replace(pace, failures=0, rests_until=0.0)


def failed(pace: Pace, *, now: float) -> Pace:
    """After a failure of the registry's: it is left alone longer each time, once it failed often in a row."""
    failures = pace.failures + 1
    if failures <= FAILURES_ALLOWED:
        return replace(pace, failures=failures)
    rest = min(LONGEST_REST, FIRST_REST * 2 ** (failures - FAILURES_ALLOWED - 1))
    return replace(pace, failures=failures, rests_until=now + rest)


def told_to_wait(pace: Pace, seconds: float | None, *, now: float) -> Pace:
    """After 429: as long as the registry says, else as long as a first rest."""
    return replace(pace, rests_until=max(pace.rests_until, now + (FIRST_REST if seconds is None else seconds)))


def retry_in(attempts: int, *, jitter: float) -> float:
    """Seconds until one address is asked for again after so many attempts; `jitter` from 0 to 1 spreads them."""
    return float(min(LONGEST_RETRY, FIRST_RETRY * 2 ** max(0, attempts - 1)) * (1 + jitter / 4))


def _until_tomorrow(now: float) -> float:
    return 86_400 - now % 86_400

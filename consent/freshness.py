"""Whether a choice is recent enough to count (pure: the clock is an argument)."""

from datetime import UTC, datetime, timedelta

GDPR_APPLIES_SINCE = datetime(2018, 5, 25, tzinfo=UTC)
CLOCK_LEEWAY = timedelta(days=1)
MAX_AGE_CEILING_DAYS = 365
DEFAULT_MAX_AGE_DAYS = 180
_AGES = tuple(timedelta(days=days) for days in range(MAX_AGE_CEILING_DAYS + 1))


def is_fresh(choice_at: datetime, *, now: datetime, max_age_days: int) -> bool:
    """Whether `choice_at` lies after the GDPR began to apply, at most a day ahead, and within `max_age_days`."""
    age = now - choice_at
    return (
        -CLOCK_LEEWAY <= age <= _AGES[max(0, min(max_age_days, MAX_AGE_CEILING_DAYS))]
        and choice_at >= GDPR_APPLIES_SINCE
    )

"""Refuses to serve or to work with a database or a stream that would break a promise (edge)."""

from django.core.checks import ERROR, Tags, run_checks
from django.db import DatabaseError, connections

from connectleads.config import ConfigError


def refuse_unsafe_start() -> None:
    """Run the checks of both stores. Raises ConfigError with the first fault, in one line."""
    try:
        found = run_checks(tags=[Tags.database], databases=list(connections))
    except DatabaseError as error:
        raise ConfigError(f"PostgreSQL does not answer: {' '.join(str(error).split())}") from None
    finally:
        connections.close_all()
    errors = [message for message in found if message.level >= ERROR]
    if errors:
        raise ConfigError(f"{errors[0].msg} ({errors[0].id})")

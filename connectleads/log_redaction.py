"""Keeps addresses and e-mail addresses out of every log line (edge of logging)."""

import logging

from tracking.redaction import mask


def redact(text: str) -> str:
    """`text` with addresses and e-mail addresses replaced by a word."""
    return mask(text, address="[address]", mail="[e-mail]")


class RedactingFilter(logging.Filter):
    """Redacts the message and its arguments before any handler formats them."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always true: a record is changed, never dropped."""
        try:
            record.msg = redact(record.getMessage())
        except (TypeError, ValueError):  # the arguments do not fit the message: a bug, but not the caller's
            record.msg = redact(str(record.msg))
        record.args = None
        return True


class RedactingFormatter(logging.Formatter):
    """Redacts the whole line, so that a traceback cannot carry an address either."""

    def format(self, record: logging.LogRecord) -> str:
        """The formatted line without addresses."""
        return redact(super().format(record))

"""Keeps addresses, e-mail addresses and keys out of every log line (edge of logging)."""

import logging
import re

from pythonjsonlogger.json import JsonFormatter

from tracking.redaction import mask

# An API key by its mark, and anything that looks like a random token: 40 characters of all three sorts. Hashes in
# hexadecimal and UUIDs, which are told apart by their one case, stay readable.
_KEY = re.compile(
    r"\bclk_[\w-]{20,}|(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[a-z])(?=[\w-]*[A-Z])[\w-]{40,}(?![\w-])|"
    r"(?<![\w+/])[A-Za-z0-9+/]{43}=(?![\w+/=])"
)
_PASSWORD_IN_ADDRESS = re.compile(r"(\w+://[^\s:/@]*:)[^\s@/]+@")


def redact(text: str) -> str:
    """`text` with addresses, e-mail addresses, keys and passwords replaced by a word."""
    without_passwords = _PASSWORD_IN_ADDRESS.sub(r"\1[password]@", text)
    return mask(_KEY.sub("[key]", without_passwords), address="[address]", mail="[e-mail]")


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


class RedactingJsonFormatter(JsonFormatter):
    """The same as one JSON object a line, for whoever collects logs by machine."""

    def format(self, record: logging.LogRecord) -> str:
        """The formatted object without addresses."""
        return redact(super().format(record))

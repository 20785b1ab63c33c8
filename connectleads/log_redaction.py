"""Keeps addresses and e-mail addresses out of every log line (edge of logging; the redaction itself is pure)."""

import logging
import re

_IPV4 = r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.]*\d)"
_IPV6 = r"(?<![\w:])(?:[0-9A-Fa-f]{0,4}:){2,7}(?:(?:\d{1,3}\.){3}\d{1,3}|[0-9A-Fa-f]{1,4})?(?![\w:])"
_EMAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_LOOPBACK = {"127.0.0.1", "::1", "0.0.0.0", "::"}  # noqa: S104 (compared, never bound)
_PATTERN = re.compile(f"(?P<mail>{_EMAIL})|(?P<six>{_IPV6})|(?P<four>{_IPV4})")


def redact(text: str) -> str:
    """`text` with addresses and e-mail addresses replaced by a word. Loopback addresses name no visitor and stay."""
    return _PATTERN.sub(_replacement, text)


def _replacement(match: re.Match[str]) -> str:
    found = match.group()
    if match.lastgroup == "mail":
        return "[e-mail]"
    if found in _LOOPBACK or (match.lastgroup == "six" and not _looks_like_an_address(found)):
        return found
    return "[address]"


def _looks_like_an_address(text: str) -> bool:
    """A time such as 12:30:05 has the letters of an IPv6 address but neither `::` nor eight groups."""
    return "::" in text or text.count(":") == 7 or "." in text


class RedactingFilter(logging.Filter):
    """Redacts the message and its arguments before any handler formats them."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always true: a record is changed, never dropped."""
        record.msg = redact(record.getMessage())
        record.args = None
        return True


class RedactingFormatter(logging.Formatter):
    """Redacts the whole line, so that a traceback cannot carry an address either."""

    def format(self, record: logging.LogRecord) -> str:
        """The formatted line without addresses."""
        return redact(super().format(record))

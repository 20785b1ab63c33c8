"""Splits a raw Cookie header without losing, changing or inventing anything (pure).

Framework parsers drop what follows a value they dislike, unquote, and keep one of two duplicates; evidence needs every
pair as the browser sent it (RFC 6265 §5.4 gives the order and the form `name=value; name=value`).
"""

MAX_HEADER_BYTES = 16 * 1024


def split_cookies(header: str) -> tuple[tuple[str, str], ...]:
    """(name, value) pairs in order, duplicates kept, nothing unquoted. Never raises."""
    pairs = (part.strip(" \t").partition("=") for part in header.split(";"))
    return tuple((name.rstrip(" \t"), value.lstrip(" \t")) for name, equals, value in pairs if equals and name)


def values_of(name: str, cookies: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """Every value of the cookie with exactly that name; names are case-sensitive."""
    return tuple(value for given, value in cookies if given == name)

"""Asks one HTTP question of a server in a test."""

from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlsplit


def ask(
    base: str,
    path: str,
    *,
    method: str = "GET",
    body: bytes | None = None,
    headers: dict[str, str] | None = None,
) -> tuple[HTTPResponse, bytes]:
    """The response and its body."""
    connection = HTTPConnection(urlsplit(base).netloc, timeout=5)
    try:
        connection.request(method, path, body=body, headers=headers or {})
        response = connection.getresponse()
        return response, response.read()
    finally:
        connection.close()

"""A small HTTP client with cookies, for walking the demo as a person would without a browser (edge)."""

import json
import re
import urllib.error
import urllib.parse
import urllib.request
import urllib.response
from dataclasses import dataclass
from http.cookiejar import CookieJar

_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
TIMEOUT = 20


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers in lower case, and text of a response; redirects were followed."""

    status: int
    headers: dict[str, str]
    text: str
    url: str


class Client:
    """One person's cookies."""

    def __init__(self) -> None:
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def get(self, url: str) -> Answer:
        """GET."""
        return self._open(urllib.request.Request(url))  # noqa: S310 (the demo's own addresses)

    def post_form(self, url: str, fields: dict[str, str]) -> Answer:
        """POST as a form does."""
        data = urllib.parse.urlencode(fields).encode()
        return self._open(urllib.request.Request(url, data, {"Referer": url}))  # noqa: S310

    def post_hit(self, url: str, body: dict[str, object], *, page: str) -> Answer:
        """POST as the snippet does."""
        headers = {"Content-Type": "text/plain;charset=UTF-8", "Origin": page.rstrip("/"), "Referer": page}
        return self._open(urllib.request.Request(url, json.dumps(body).encode(), headers))  # noqa: S310

    def sign_in(self, product: str, email: str, password: str) -> Answer:
        """Sign in through the product's own form."""
        address = f"{product}/accounts/login/"
        token = _TOKEN.search(self.get(address).text)
        fields = {"login": email, "password": password, "csrfmiddlewaretoken": token.group(1) if token else ""}
        return self.post_form(address, fields)

    def _open(self, request: urllib.request.Request) -> Answer:
        try:
            with self._opener.open(request, timeout=TIMEOUT) as response:
                return _answer(response)
        except urllib.error.HTTPError as error:
            return _answer(error)


def _answer(response: urllib.error.HTTPError | urllib.response.addinfourl) -> Answer:
    headers = {name.lower(): value for name, value in response.headers.items()}
    return Answer(response.status or 0, headers, response.read().decode("utf-8", "replace"), response.url)

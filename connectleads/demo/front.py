"""Runs the demo website and the front proxy in one process, as a command or from a test (edge)."""

import argparse
import signal
from functools import partial
from threading import Event
from types import TracebackType
from typing import Self

from connectleads.demo.choice import PersonaChoice
from connectleads.demo.pages import PageSet
from connectleads.demo.personas import DEFAULT, Persona
from connectleads.demo.proxy import ProxyHandler
from connectleads.demo.quiet_server import QuietServer
from connectleads.demo.website_server import WebsiteHandler


class DemoFront:
    """Both servers while they run; as a context manager it closes them at the end."""

    def __init__(self, website: QuietServer, proxy: QuietServer, choice: PersonaChoice) -> None:
        self._website = website
        self._proxy = proxy
        self._choice = choice

    @property
    def site_url(self) -> str:
        """Where the demo website answers, without a trailing slash."""
        return self._website.url

    @property
    def front_url(self) -> str:
        """Where the collector answers for the demo website, without a trailing slash."""
        return self._proxy.url

    @property
    def persona(self) -> Persona:
        """Who visits now; may be set at any time and counts from the next request."""
        return self._choice.current

    @persona.setter
    def persona(self, persona: Persona) -> None:
        self._choice.current = persona

    def close(self) -> None:
        """Stop both servers and end their connections."""
        self._website.close()
        self._proxy.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def serve(
    *, product: str, site_key: str, site_port: int = 0, front_port: int = 0, persona: Persona = DEFAULT
) -> DemoFront:
    """Start both servers on this machine and return them; a port of 0 takes a free one.

    `product` is the base URL of the product's collector, `site_key` the key in the website's snippet.
    Raises OSError when a port is taken.
    """
    choice = PersonaChoice(persona)
    proxy = QuietServer(front_port, partial(ProxyHandler, choice=choice, product=product))
    pages = PageSet(snippet_url=f"{proxy.url}/s/{site_key}.js")
    try:
        website = QuietServer(site_port, partial(WebsiteHandler, choice=choice, pages=pages))
    except OSError:
        proxy.server_close()
        raise
    proxy.start()
    website.start()
    return DemoFront(website, proxy, choice)


def main() -> None:
    """Serve until the process is asked to end by SIGTERM or SIGINT."""
    options = _options()
    ended = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: ended.set())
    with serve(
        product=options.product,
        site_key=options.site_key,
        site_port=options.site_port,
        front_port=options.front_port,
    ) as front:
        print(f"ready site={front.site_url} front={front.front_url}", flush=True)
        ended.wait()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m connectleads.demo.front", description=__doc__)
    parser.add_argument("--site-port", type=int, required=True, help="port of the demo website")
    parser.add_argument("--front-port", type=int, required=True, help="port of the collector's host")
    parser.add_argument("--product", required=True, help="base URL of the product's collector")
    parser.add_argument("--site-key", required=True, help="site key in the website's snippet")
    return parser.parse_args()


if __name__ == "__main__":
    main()

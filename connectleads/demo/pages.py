"""The demo website's pages, put together from the files in `website/`."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template

from connectleads.demo.personas import PERSONAS, Persona

WEBSITE = Path(__file__).parent / "website"
NAME = "Vorstkade Koeltechniek"


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its file under `pages/`, its title, and the sentence a search engine would show."""

    file: str
    title: str
    description: str


PAGES = {
    "/": Page(
        "home.html",
        "Koelinstallaties zonder verspilling",
        "Vorstkade bouwt en bewaakt industriële koelinstallaties op natuurlijk koudemiddel.",
    ),
    "/product": Page(
        "product.html",
        "Kade: de koelmachine",
        "Drie koelmachines op CO₂, van 40 tot 180 kW, met warmteterugwinning en bewaking.",
    ),
    "/prijzen": Page(
        "prijzen.html",
        "Prijzen",
        "Wat een koelmachine kost, gehuurd of gekocht, met alles wat erbij hoort.",
    ),
    "/contact": Page("contact.html", "Contact", "Vraag een meting aan of stel een vraag aan een monteur."),
    "/contact/bedankt": Page("bedankt.html", "Bedankt", "Je aanvraag is binnen."),
}
MISSING = Page("404.html", "Pagina niet gevonden", "Deze pagina bestaat niet.")
MENU = (("/product", "Product"), ("/prijzen", "Prijzen"), ("/contact", "Contact"))


class PageSet:
    """All templates and drawings, read once; `snippet_url` is the script a customer would paste."""

    def __init__(self, snippet_url: str) -> None:
        self._snippet_url = snippet_url
        self._templates = {file.stem: _read(file) for file in (WEBSITE / "pages").glob("*.html")}
        drawings = (WEBSITE / "drawings").glob("*.svg")
        self._drawings = {f"drawing_{file.stem}": file.read_text(encoding="utf-8") for file in drawings}

    def render(self, path: str, persona: Persona) -> str:
        """Return the whole document for a path, or the page that says it does not exist."""
        page = PAGES.get(path, MISSING)
        return self._templates["layout"].substitute(
            title=f"{escape(page.title)} · {NAME}" if path != "/" else f"{NAME} · {escape(page.title)}",
            description=escape(page.description),
            snippet_url=escape(self._snippet_url),
            menu=_menu(path),
            demo_bar=self._demo_bar(path if path in PAGES else "/", persona),
            content=self._templates[page.file.removesuffix(".html")].substitute(self._drawings),
        )

    def _demo_bar(self, path: str, current: Persona) -> str:
        return self._templates["demo_bar"].substitute(
            label=escape(current.label_nl),
            address=escape(current.address),
            back=escape(path),
            choices="\n".join(self._choices(PERSONAS, current)),
        )

    def _choices(self, personas: Iterable[Persona], current: Persona) -> Iterable[str]:
        for persona in personas:
            yield self._templates["demo_choice"].substitute(
                key=escape(persona.key),
                label=escape(persona.label_nl),
                address=escape(persona.address),
                note=escape(persona.note),
                pressed=str(persona == current).lower(),
            )


def _read(file: Path) -> Template:
    return Template(file.read_text(encoding="utf-8"))


def _menu(path: str) -> str:
    return "\n".join(f'<li><a href="{target}"{_current(path, target)}>{label}</a></li>' for target, label in MENU)


def _current(path: str, target: str) -> str:
    if path == target:
        return ' aria-current="page"'
    return ' aria-current="true"' if path.startswith(f"{target}/") else ""

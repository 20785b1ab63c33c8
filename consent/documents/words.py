"""Two languages side by side, so that a text and its translation are read and changed together (pure)."""

from dataclasses import dataclass

from consent.documents.document import BLANK
from consent.documents.facts import Facts, Language, SiteFacts


@dataclass(frozen=True, slots=True)
class Words:
    """The same in Dutch and in English; {names} are filled in by `of`."""

    nl: str
    en: str

    def of(self, language: Language, **values: object) -> str:
        """In one language, with its names filled in."""
        text = self.nl if language is Language.DUTCH else self.en
        return text.format(**values) if values else text


DRAFT = Words(
    "Dit is een concept dat uit de echte instellingen is gemaakt. Laat het controleren door je juridisch adviseur of "
    "functionaris voor gegevensbescherming voordat je het gebruikt.",
    "This is a draft made from the real settings. Have it checked by your legal adviser or data protection officer "
    "before you use it.",
)
MISSING = Words("vul dit zelf in", "fill this in yourself")
_PURPOSES = {"marketing": Words("marketing", "marketing"), "statistics": Words("statistieken", "statistics")}
_DAYS = Words("{days} dagen", "{days} days")
_A_DAY = Words("1 dag", "1 day")


def cited(language: Language, *articles: str) -> tuple[str, ...]:
    """Articles of law as the language calls them: AVG in Dutch, GDPR in English; Tw is the Telecommunicatiewet."""
    return articles if language is Language.DUTCH else tuple(one.replace("AVG", "GDPR") for one in articles)


def days(count: int, language: Language) -> str:
    """A number of days in words."""
    return (_A_DAY if count == 1 else _DAYS).of(language, days=count)


def or_missing(text: str, language: Language) -> str:
    """The text, or the mark that somebody must add it."""
    return text.strip() or f"{BLANK} ({MISSING.of(language)})"


def purpose(site: SiteFacts, language: Language) -> str:
    """The category of consent that a website asks for."""
    return _PURPOSES[site.purpose].of(language)


def privacy_page(facts: Facts, site: SiteFacts) -> str:
    """The address of the page on which visitors of a website see, take and erase what is held."""
    return f"{facts.product_url}/v/{site.key}/"

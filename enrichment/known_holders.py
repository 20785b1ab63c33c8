"""Recognises holders of networks whose kind is public knowledge; pure."""

from collections.abc import Container

from enrichment import known_firms, known_firms_america, known_firms_europe, known_firms_listed, known_firms_world
from enrichment.kinds import Kind
from enrichment.known_providers import BY_NAME, BY_NUMBER

FIRST_WORDS_MAX = 4


def _split(text: str) -> frozenset[str]:
    return frozenset(" ".join(name.split()) for name in text.split(",") if name.strip())


PROVIDERS: dict[str, Kind] = {name: kind for kind, text in BY_NAME.items() for name in _split(text)}
PROVIDER_NUMBERS: dict[int, Kind] = {int(n): kind for kind, text in BY_NUMBER.items() for n in text.split()}
LISTS = (known_firms, known_firms_europe, known_firms_america, known_firms_world, known_firms_listed)
FIRMS = frozenset[str]().union(*(_split(part.FIRMS) for part in LISTS))


def provider_of(words: tuple[str, ...]) -> tuple[Kind, str] | None:
    """The kind of a known provider and the words that name it; the longest match wins."""
    name = _longest(PROVIDERS, words)
    return (PROVIDERS[name], name) if name else None


def firm_of(words: tuple[str, ...]) -> str | None:
    """The known firm a name begins with, None where it begins with none."""
    return _longest(FIRMS, words)


def _longest(known: Container[str], words: tuple[str, ...]) -> str | None:
    lengths = range(min(FIRST_WORDS_MAX, len(words)), 0, -1)
    return next((name for length in lengths if (name := _standing_in(known, words, length))), None)


def _standing_in(known: Container[str], words: tuple[str, ...], length: int) -> str | None:
    """The known name made of the first words; one marked "!" has to be all of them."""
    name = " ".join(words[:length])
    if len(words) == length and f"{name}!" in known:
        return f"{name}!"
    return name if name in known else None

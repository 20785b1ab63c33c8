"""Finds the telling words in an organisation's name; pure."""

import re
from dataclasses import dataclass

from enrichment.kind_words import NEVER, WORDS, Sense


@dataclass(frozen=True, slots=True)
class WordMatcher:
    """Whole words and stems of one sense, less the words that only look like them."""

    whole: frozenset[str]
    stems: re.Pattern[str]
    never: frozenset[str]

    def first_in(self, words: tuple[str, ...]) -> str | None:
        """The first word of the name that has this sense, None where no word has."""
        return next((word for word in words if word not in self.never and self._has(word)), None)

    def _has(self, word: str) -> bool:
        return word in self.whole or self.stems.fullmatch(word) is not None


def _matcher(text: str, never: str) -> WordMatcher:
    entries = set(text.split())
    stems = sorted(entry for entry in entries if "~" in entry)
    pattern = "|".join(re.escape(stem).replace("\\~", "~").replace("~", ".*") for stem in stems) or "(?!)"
    return WordMatcher(frozenset(entries.difference(stems)), re.compile(pattern), frozenset(never.split()))


MATCHERS = {sense: _matcher(text, NEVER.get(sense, "")) for sense, text in WORDS.items()}


def senses_of(words: tuple[str, ...]) -> dict[Sense, str]:
    """The senses that occur in a name, each with the word that shows it."""
    found = {sense: matcher.first_in(words) for sense, matcher in MATCHERS.items()}
    return {sense: word for sense, word in found.items() if word}

"""Finds the telling words in an organisation's name; pure."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from enrichment.kind_words import NEVER, WORDS, Sense

LEAST = 3  # letters of a stem


class Stem(NamedTuple):
    """A part of a word that has a sense: anywhere, or only where the word begins or ends."""

    text: str
    sense: Sense
    begins: bool
    ends: bool

    def is_in(self, word: str, start: int) -> bool:
        """Whether the word has it from that letter on."""
        if (self.begins and start) or not word.startswith(self.text, start):
            return False
        return not self.ends or start + len(self.text) == len(word)


def _entries() -> tuple[Mapping[str, frozenset[Sense]], Mapping[str, tuple[Stem, ...]]]:
    """Senses by whole word, and stems by their first letters."""
    whole, stems = defaultdict(set), defaultdict(list)
    for sense, text in WORDS.items():
        for entry in set(text.split()):
            bare = entry.strip("~")
            if bare == entry:
                whole[entry].add(sense)
            else:
                stems[bare[:LEAST]].append(Stem(bare, sense, begins=entry[0] != "~", ends=entry[-1] != "~"))
    return {word: frozenset(senses) for word, senses in whole.items()}, {key: tuple(of) for key, of in stems.items()}


WHOLE, STEMS = _entries()
NOT = {sense: frozenset(text.split()) for sense, text in NEVER.items()}  # words that only look like one


def senses_of(words: tuple[str, ...]) -> dict[Sense, str]:
    """The senses that occur in a name, each with the first word that shows it."""
    found: dict[Sense, str] = {}
    for word in words:
        for sense in _senses_of_word(word):
            if word not in NOT.get(sense, ()):
                found.setdefault(sense, word)
    return {sense: found[sense] for sense in WORDS if sense in found} if found else found


def _senses_of_word(word: str) -> set[Sense]:
    senses = set(WHOLE.get(word, ()))
    for start in range(len(word) - LEAST + 1):
        for stem in STEMS.get(word[start : start + LEAST], ()):
            if stem.is_in(word, start):
                senses.add(stem.sense)
    return senses

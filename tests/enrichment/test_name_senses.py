"""Words of a name and the senses they have."""

import re

import pytest

from enrichment.kind_words import NEVER, WORDS, Sense
from enrichment.name_senses import LEAST, STEMS, senses_of

SENSES = list(WORDS)


def test_every_stem_is_long_enough_to_be_found_by_its_beginning():
    entries = {entry for text in WORDS.values() for entry in text.split() if "~" in entry}

    assert {entry for entry in entries if len(entry.strip("~")) < LEAST or "~" in entry.strip("~")} == set()
    assert sum(map(len, STEMS.values())) >= len(entries)


@pytest.mark.parametrize("sense", SENSES)
def test_an_entry_is_found_as_it_is_written_and_its_look_alikes_are_not(sense: Sense):
    for entry in WORDS[sense].split():
        bare = entry.strip("~")
        word = ("qq" if entry[0] == "~" else "") + bare + ("qq" if entry[-1] == "~" else "")
        if word not in NEVER.get(sense, "").split():
            assert senses_of(("zzz", word))[sense] == word, entry
    for word in NEVER.get(sense, "").split():
        assert sense not in senses_of((word,)), word


@pytest.mark.parametrize("sense", SENSES)
def test_what_begins_or_ends_otherwise_is_not_found(sense: Sense):
    """A stem that must begin a word is no stem within it, and the other way round; told by an expression instead."""
    forms = [re.escape(entry).replace("\\~", "~").replace("~", ".*") for entry in WORDS[sense].split()]
    pattern = re.compile("|".join(forms))
    for entry in WORDS[sense].split():
        for word in (f"qq{entry.strip('~')}", f"{entry.strip('~')}qq", f"q{entry.strip('~')}q"):
            if word not in NEVER.get(sense, "").split():
                assert (sense in senses_of((word,))) is bool(pattern.fullmatch(word)), word


def test_the_first_word_that_shows_a_sense_is_the_one():
    words = ("nobody", *[entry for entry in WORDS[SENSES[0]].split() if "~" not in entry][:2])

    assert senses_of(words)[SENSES[0]] == words[1]
    assert senses_of(("zzz", "qqq")) == {}

"""Lines of a checklist: known, or left to the owner (pure)."""

from consent.documents.document import BLANK, Answer, Checklist
from consent.documents.facts import Language
from consent.documents.words import Words, cited


def answered(asked: Words, article: str, answer: str, language: Language) -> Answer:
    """A line of a checklist, marked as the owner's when a part of the answer is still missing."""
    return Answer(asked.of(language), cited(language, article)[0], answer, "yours" if BLANK in answer else "known")


def answers(language: Language, *lines: tuple[Words, str, str]) -> Checklist:
    """A checklist of (what is asked, article, answer)."""
    return Checklist(tuple(answered(asked, article, answer, language) for asked, article, answer in lines))

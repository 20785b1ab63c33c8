"""A document as data: titles, articles of law, and blocks of text, which every renderer can show (pure)."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from consent.documents.facts import Kind, Language

Mark = Literal["known", "yours"]
BLANK = "[…]"


class Paragraph(msgspec.Struct, frozen=True, tag="paragraph"):
    """A few sentences."""

    text: str


class Bullets(msgspec.Struct, frozen=True, tag="bullets"):
    """A list of short sentences."""

    items: tuple[str, ...]


class Table(msgspec.Struct, frozen=True, tag="table"):
    """Rows under a head; each row has as many cells as the head. `caption` says what the table is of."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Answer(msgspec.Struct, frozen=True):
    """One line of a checklist: what is asked, by which article, the answer, and whether it is known or the owner's."""

    asked: str
    article: str
    answer: str
    mark: Mark


class Checklist(msgspec.Struct, frozen=True, tag="checklist"):
    """What the law asks, line by line."""

    answers: tuple[Answer, ...]


Block = Paragraph | Bullets | Table | Checklist


class Section(msgspec.Struct, frozen=True):
    """A part of a document with the articles that it answers."""

    title: str
    articles: tuple[str, ...]
    blocks: tuple[Block, ...]


class Document(msgspec.Struct, frozen=True):
    """A whole document in one language. `draft` is the sentence that it must be checked by an adviser."""

    kind: Kind
    language: Language
    title: str
    lede: str
    draft: str
    sections: tuple[Section, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """Every article that some section answers, once, in order of appearance."""
        return tuple(dict.fromkeys(article for section in self.sections for article in section.articles))

    @property
    def tables(self) -> tuple[Table, ...]:
        """The document's tables, in order."""
        return tuple(block for section in self.sections for block in section.blocks if isinstance(block, Table))

    @property
    def open_answers(self) -> int:
        """How many lines the owner must still add."""
        return sum(answer.mark == "yours" for answer in self._answers())

    def _answers(self) -> Iterator[Answer]:
        for section in self.sections:
            for block in section.blocks:
                if isinstance(block, Checklist):
                    yield from block.answers


def to_json(document: Document) -> bytes:
    """As JSON, for keeping and for programs."""
    return msgspec.json.encode(document)


def from_json(data: bytes | str) -> Document:
    """From JSON. Raises msgspec.ValidationError when it is no document."""
    return msgspec.json.decode(data, type=Document)

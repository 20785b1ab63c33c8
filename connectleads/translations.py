"""The texts that people read: which there are in our tree, what is wrong with their translations, and compiling (edge).

In pure Python because GNU gettext is not on every machine. A text is (context, msgid, plural); context "" is none.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import polib
from django.utils.translation import ngettext_lazy
from django.utils.translation.template import templatize

# Texts that a library shows and has no Dutch for; our catalog, which is asked first, translates them.
BORROWED = (
    ngettext_lazy(  # django.contrib.auth.password_validation.MinimumLengthValidator
        "This password is too short. It must contain at least %d character.",
        "This password is too short. It must contain at least %d characters.",
    ),
)

SKIPPED = frozenset({"var", "tests", "benchmarks", "docs", "static", "node_modules", "__pycache__"})

_STRING = r"""u?(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
_TEMPLATE_CALL = re.compile(rf"(?<!\w)(_|n?p?gettext)\(({_STRING}(?:, {_STRING})*)(?:, count)?\)", re.DOTALL)
_TEMPLATE_STRING = re.compile(_STRING, re.DOTALL)
_PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[a-z]|\{\w*\}")
_SHAPES = {
    "_": ("msgid",),
    "gettext": ("msgid",),
    "ngettext": ("msgid", "plural"),
    "pgettext": ("context", "msgid"),
    "npgettext": ("context", "msgid", "plural"),
}


class Message(NamedTuple):
    """A text to translate."""

    context: str
    msgid: str
    plural: str | None


def find_messages(root: Path) -> set[Message]:
    """Every text that the Python files and templates below `root` ask a translation for."""
    return {
        message
        for path in _files(root)
        for message in (_in_python if path.suffix == ".py" else _in_template)(path.read_text("utf-8"))
    }


def problems(root: Path) -> list[str]:
    """One line for each text that is missing, untranslated, fuzzy, obsolete, or whose placeholders differ."""
    texts = find_messages(root)
    return [f"{path.parent.parent.name}: {line}" for path in _catalogs(root) for line in _judge(path, texts)]


def compile_messages(root: Path) -> list[Path]:
    """Write the .mo file beside each .po file, and say which were written."""
    written = []
    for path in _catalogs(root):
        target = path.with_suffix(".mo")
        polib.pofile(str(path)).save_as_mofile(str(target))
        written.append(target)
    return written


def _files(root: Path) -> Iterator[Path]:
    for path in sorted(root.iterdir()):
        if path.is_dir():
            if path.name not in SKIPPED and not path.name.startswith("."):
                yield from _files(path)
        elif path.suffix in {".py", ".html", ".txt"} and (path.suffix != ".txt" or "templates" in path.parts):
            yield path


def _catalogs(root: Path) -> list[Path]:
    return sorted((root / "locale").glob("*/LC_MESSAGES/*.po"))


def _in_python(source: str) -> Iterator[Message]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", "")).removesuffix("_lazy")
            texts = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            yield from _message(name, texts)


def _in_template(source: str) -> Iterator[Message]:
    for name, texts in _TEMPLATE_CALL.findall(templatize(source)):
        yield from _message(name, [str(ast.literal_eval(one)) for one in _TEMPLATE_STRING.findall(texts)])


def _message(name: str, texts: list[str]) -> Iterator[Message]:
    shape = _SHAPES.get(name)
    if shape and len(texts) >= len(shape):
        parts = dict(zip(shape, texts, strict=False))
        yield Message(parts.get("context", ""), parts["msgid"], parts.get("plural"))


def _judge(path: Path, texts: set[Message]) -> Iterator[str]:
    entries = {
        Message(entry.msgctxt or "", entry.msgid, entry.msgid_plural or None): entry
        for entry in polib.pofile(str(path))
    }
    yield from (f"missing: {_shown(message)}" for message in sorted(texts - entries.keys(), key=_shown))
    for message, entry in entries.items():
        fault = _fault(message, entry) if message in texts else "obsolete"
        if fault:
            yield f"{fault}: {_shown(message)}"


def _fault(message: Message, entry: polib.POEntry) -> str:
    """What is wrong with the translation of a text that is in use; "" when it is good."""
    if entry.obsolete:
        return "obsolete"
    if entry.fuzzy:
        return "fuzzy"
    if not entry.translated():
        return "untranslated"
    return "" if _same_placeholders(message, entry) else "placeholders differ"


def _same_placeholders(message: Message, entry: polib.POEntry) -> bool:
    """Whether a translation has the text's placeholders; the singular form may write the number out."""
    if message.plural is None:
        return _placeholders(entry.msgstr) == _placeholders(message.msgid)
    forms = [_placeholders(entry.msgstr_plural[number]) for number in sorted(entry.msgstr_plural)]
    allowed = _placeholders(message.msgid) | _placeholders(message.plural)
    return forms[-1] == _placeholders(message.plural) and all(form <= allowed for form in forms)


def _placeholders(text: str) -> set[str]:
    return set(_PLACEHOLDER.findall(text.replace("%%", "")))


def _shown(message: Message) -> str:
    context = f" ({message.context})" if message.context else ""
    return f"{message.msgid!r}{context}"

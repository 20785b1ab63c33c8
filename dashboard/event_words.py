"""What is done on a page, in words; a name of the website's own stays as it is (edge to gettext only)."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

_WORDS: Mapping[str, str | Promise] = {
    "form": gettext_lazy("Form sent"),
    "download": gettext_lazy("File downloaded"),
    "outbound": gettext_lazy("Link to another website followed"),
}


def event_words(name: str) -> str:
    """What an event is called."""
    return str(_WORDS.get(name, name))

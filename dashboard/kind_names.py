"""What the kinds of organisations are called (edge to gettext only)."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_NAMES: Mapping[str, str | Promise] = {
    "business": _("Business"),
    "education": _("Education"),
    "government": _("Government"),
}


def kind_name(kind: str) -> str:
    """The name of a kind that can be a lead; the word itself for another."""
    return str(_NAMES.get(kind, kind))

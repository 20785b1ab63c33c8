"""Makes a public page without the request, so that no template can reach for a session (edge)."""

from typing import Any

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language


def public_page(
    template: str, context: dict[str, Any], *, status: int = 200, headers: dict[str, str] | None = None
) -> HttpResponse:
    """The page in the active language."""
    language = (get_language() or "nl")[:2]
    return HttpResponse(
        render_to_string(template, {**context, "language": language}), status=status, headers=headers or {}
    )

"""The language that a person chose goes with the account: into the next browser, and into mails (edge)."""

from typing import Any

from allauth.account.signals import user_logged_in
from django.conf import settings
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from connectleads.tenancy.languages import active_language, speak
from connectleads.tenancy.models import User


@require_POST
def choose_language(request: HttpRequest) -> HttpResponseBase:
    """The language switch of every page: for this browser, and for the account of whoever is signed in."""
    response: HttpResponseBase = set_language(request)
    if isinstance(request.user, User):
        speak(request.user, request.POST.get("language", ""))
    return response


@receiver(user_logged_in)
def bring_language(user: User, response: HttpResponseBase, **_: Any) -> None:
    """Pages speak as the person chose, in whatever browser. Who never chose is taken to read the page just used."""
    if not user.language:
        speak(user, active_language())
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        user.language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite=settings.LANGUAGE_COOKIE_SAMESITE,
    )

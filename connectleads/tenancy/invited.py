"""Remembers in the session that a browser came by an invitation, and for which address (edge)."""

from django.http import HttpRequest

_KEY = "connectleads_invited_address"


def remember_invitation(request: HttpRequest, address: str) -> None:
    """The link was sent to `address` by mail, so whoever holds it can read that mailbox."""
    request.session[_KEY] = address
    request.session["account_verified_email"] = address  # allauth: a sign-up with it needs no code


def forget_invitation(request: HttpRequest) -> None:
    """The invitation was used or is no longer good."""
    request.session.pop(_KEY, None)
    request.session.pop("account_verified_email", None)


def invited_address(request: HttpRequest) -> str:
    """The address that was invited, or ""."""
    return str(request.session.get(_KEY, ""))

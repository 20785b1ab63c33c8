"""How people get an account: for now only by an administrator, so sign-up is closed (edge)."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """allauth's decisions about accounts, as this installation takes them."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """False: a person joins through a tenant."""
        return False

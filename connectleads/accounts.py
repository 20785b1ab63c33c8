"""How people get an account: for now only by an administrator, so sign-up is closed (edge)."""

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest

from tracking.client_ip import client_address


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """allauth's decisions about accounts, as this installation takes them."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """False: a person joins through a tenant."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Whose attempts are counted together by allauth's rate limits: the address behind our own proxies."""
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
        address = client_address(request.META.get("REMOTE_ADDR", ""), forwarded, settings.TRUSTED_PROXIES)
        return str(address or "unknown")

"""Who asks: a program that holds an API key of a tenant (edge of Django REST framework)."""

from datetime import UTC, datetime

from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request
from rest_framework.throttling import SimpleRateThrottle
from rest_framework.views import APIView

from connectleads.tenancy.api_keys import ApiClient, client_of

SCHEME = "Bearer"


class ApiKeyAuthentication(BaseAuthentication):
    """`Authorization: Bearer clk_…`. A cookie is never looked at, so no other website can ask in a member's name."""

    def authenticate(self, request: Request) -> tuple[ApiClient, None]:
        """The client, or 401 for a key that is missing, wrong or revoked: all the same."""
        scheme, _, key = request.headers.get("Authorization", "").partition(" ")
        client = client_of(key, on=datetime.now(UTC).date()) if scheme == SCHEME and key else None
        if client is None:
            raise AuthenticationFailed
        return client, None

    def authenticate_header(self, request: Request) -> str:
        """What a 401 says to give."""
        return SCHEME


class KeyThrottle(SimpleRateThrottle):
    """So many questions for each key."""

    rate = "120/min"
    scope = "api"

    def get_cache_key(self, request: Request, view: APIView) -> str:
        """One count for each key."""
        return f"api:{client_in(request).key_id}"


def client_in(request: Request) -> ApiClient:
    """The client that asks, once it is authenticated."""
    client: object = request.user
    assert isinstance(client, ApiClient)
    return client

"""Which other accounts people may sign in with: Google and Microsoft by OpenID Connect, when they are set (pure)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

PROVIDER_SETTINGS = (
    "GOOGLE_CLIENT_ID",
    "GOOGLE_CLIENT_SECRET",
    "MICROSOFT_CLIENT_ID",
    "MICROSOFT_CLIENT_SECRET",
    "MICROSOFT_DIRECTORY",
)
GOOGLE = "https://accounts.google.com"
MICROSOFT = "https://login.microsoftonline.com"


@dataclass(frozen=True, slots=True)
class IdentityProvider:
    """A provider of OpenID Connect: its id in addresses, its name on a button, and where its discovery document is."""

    id: str
    name: str
    server: str
    client_id: str
    secret: str

    @property
    def origin(self) -> str:
        """Where the sign-in form may be sent on to, for the Content-Security-Policy."""
        parts = urlsplit(self.server)
        return f"{parts.scheme}://{parts.netloc}"


def identity_providers(read: Callable[[str], str]) -> tuple[IdentityProvider, ...]:
    """Those whose client is given; `read` gives a setting or "". Raises ValueError when half of a client is given.

    Microsoft signs in people of one directory: the issuer of its shared endpoints is a pattern and not a name, which a
    token cannot be checked against (OpenID Connect Core §3.1.3.7).
    """
    directory = read("MICROSOFT_DIRECTORY")
    known = (
        ("google", "Google", GOOGLE),
        ("microsoft", "Microsoft", f"{MICROSOFT}/{directory}/v2.0"),
    )
    found = []
    for key, name, server in known:
        client_id, secret = read(f"{key.upper()}_CLIENT_ID"), read(f"{key.upper()}_CLIENT_SECRET")
        if bool(client_id) != bool(secret):
            raise ValueError(f"{key.upper()}_CLIENT_ID and {key.upper()}_CLIENT_SECRET belong together: set both.")
        if key == "microsoft" and client_id and not directory:
            raise ValueError("MICROSOFT_DIRECTORY must name the directory (tenant id) whose people may sign in.")
        if client_id:
            found.append(IdentityProvider(key, name, server, client_id, secret))
    return tuple(found)


def allauth_apps(providers: tuple[IdentityProvider, ...]) -> list[dict[str, Any]]:
    """The same in the words of django-allauth's `openid_connect` provider."""
    return [
        {
            "provider_id": one.id,
            "name": one.name,
            "client_id": one.client_id,
            "secret": one.secret,
            "settings": {"server_url": one.server, "oauth_pkce_enabled": True},
        }
        for one in providers
    ]

"""Which other accounts people may sign in with: Google and Microsoft by OpenID Connect, when they are set (pure)."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

PROVIDER_SETTINGS = (
    "GOOGLE_CLIENT_ID",
    "GOOGLE_CLIENT_SECRET",
    "MICROSOFT_CLIENT_ID",
    "MICROSOFT_CLIENT_SECRET",
    "MICROSOFT_DIRECTORY",
)
GOOGLE = "https://accounts.google.com"
MICROSOFT = "https://login.microsoftonline.com"
EVERY_DIRECTORY = "organizations"
PERSONAL = frozenset({"common", "consumers"})
PERSONAL_DIRECTORY = "9188040d-6c67-4c5b-b112-36a304b66dad"  # the one that all personal accounts share


@dataclass(frozen=True, slots=True)
class IdentityProvider:
    """A provider of OpenID Connect: its id in addresses, its name on a button, and where its discovery document is.

    `directories` is None where one issuer vouches for everybody. Elsewhere it lists the directories whose people may
    sign in; an empty one stands for every directory of an organisation.
    """

    id: str
    name: str
    server: str
    client_id: str
    secret: str
    directories: frozenset[str] | None = None

    @property
    def origin(self) -> str:
        """Where the sign-in form may be sent on to, for the Content-Security-Policy."""
        parts = urlsplit(self.server)
        return f"{parts.scheme}://{parts.netloc}"


def identity_providers(read: Callable[[str], str]) -> tuple[IdentityProvider, ...]:
    """Those whose client is given; `read` gives a setting or "". ValueError for half a client or a wrong directory."""
    directory, directories = _directories(read("MICROSOFT_DIRECTORY"))
    known = (
        ("google", "Google", GOOGLE, None),
        ("microsoft", "Microsoft", f"{MICROSOFT}/{directory}/v2.0", directories),
    )
    found = []
    for key, name, server, allowed in known:
        client_id, secret = read(f"{key.upper()}_CLIENT_ID"), read(f"{key.upper()}_CLIENT_SECRET")
        if bool(client_id) != bool(secret):
            raise ValueError(f"{key.upper()}_CLIENT_ID and {key.upper()}_CLIENT_SECRET belong together: set both.")
        if key == "microsoft" and client_id and not directory:
            raise ValueError("MICROSOFT_DIRECTORY must name the directory (tenant id) whose people may sign in.")
        if client_id:
            found.append(IdentityProvider(key, name, server, client_id, secret, allowed))
    return tuple(found)


def issuer_of(pattern: str, directory: str, allowed: Collection[str]) -> str | None:
    """Who must have issued a token of that directory (`tid`); None when its people may not sign in.

    A shared endpoint names its issuer by a pattern with {tenantid} in it; a token is checked against the issuer of its
    own directory, exactly (OpenID Connect Core §3.1.3.7, point 2).
    """
    try:
        named = str(UUID(directory))
    except ValueError:
        return None
    if named == PERSONAL_DIRECTORY or (allowed and named not in allowed) or "{tenantid}" not in pattern:
        return None
    return pattern.replace("{tenantid}", named)


def _directories(text: str) -> tuple[str, frozenset[str] | None]:
    """The word in the address of Microsoft's endpoint, and the directories to check for there."""
    names = [part.strip().lower() for part in text.split(",") if part.strip()]
    if PERSONAL.intersection(names):
        raise ValueError("MICROSOFT_DIRECTORY: personal accounts cannot sign in, no organisation vouches for them.")
    if names == [EVERY_DIRECTORY]:
        return EVERY_DIRECTORY, frozenset()
    if len(names) < 2:
        return "".join(names), None
    try:
        return EVERY_DIRECTORY, frozenset(str(UUID(name)) for name in names)
    except ValueError:
        raise ValueError("MICROSOFT_DIRECTORY: several directories are named by their ids, parted by commas.") from None


def allauth_apps(providers: tuple[IdentityProvider, ...]) -> list[dict[str, Any]]:
    """The same in the words of django-allauth's `openid_connect` provider."""
    return [
        {
            "provider_id": one.id,
            "name": one.name,
            "client_id": one.client_id,
            "secret": one.secret,
            "settings": {"server_url": one.server, "oauth_pkce_enabled": True, **_of_directories(one)},
        }
        for one in providers
    ]


def _of_directories(provider: IdentityProvider) -> dict[str, Any]:
    """Microsoft's people are told apart by directory, also while there is one: there may be several tomorrow."""
    if provider.directories is None:
        return {"by_directory": True} if provider.id == "microsoft" else {}
    return {"directories": sorted(provider.directories), "fetch_userinfo": False, "by_directory": True}

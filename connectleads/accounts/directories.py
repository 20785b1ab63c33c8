"""Sign-in by OpenID Connect, also where many directories share one endpoint, as Microsoft's do (edge of allauth).

Such an endpoint lets in people of every directory in the world. So a token must be issued by the very directory that it
names, that directory must be one of ours to let in, and whoever it says somebody is, is told apart by directory.
"""

from collections.abc import Callable, Mapping
from typing import Any

import jwt
from allauth.account.internal.decorators import login_not_required
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialLogin, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import Http404, HttpRequest, HttpResponseBase

from connectleads.identity_providers import issuer_of


class DirectoryAdapter(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]
    """allauth's, which also knows issuers that are a pattern, and tells people apart by directory."""

    def complete_login(self, request: HttpRequest, app: SocialApp, token: SocialToken, **more: Any) -> SocialLogin:
        """Who comes back, by the directory and their id in it where the token names a directory."""
        login = super().complete_login(request, app, token, **more)
        claims = login.account.extra_data.get("id_token") or {}
        if app.settings.get("by_directory") and claims.get("tid"):
            login.account.uid = f"{claims['tid']}:{claims['sub']}"
            _rename_earlier(login.account, claims)
        return login

    def _decode_id_token(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        """Who the token says is there, once its signature, issuer, audience and time were checked."""
        allowed = app.settings.get("directories")
        if allowed is None:
            alone: dict[str, Any] = super()._decode_id_token(app, id_token)
            return alone
        pattern = str(self.openid_config["issuer"])
        issuer = issuer_of(pattern, _claimed_directory(id_token), allowed)
        if issuer is None:
            raise OAuth2Error("People of that directory do not sign in here")
        claims: dict[str, Any] = jwtkit.verify_and_decode(
            credential=id_token,
            keys_url=self.openid_config["jwks_uri"],
            issuer=issuer,
            audience=app.client_id,
            lookup_kid=_keys_for(pattern, issuer),
        )
        # A directory's administrator may write any address into it, so that it proves nothing: it is proven here.
        return {**claims, "email_verified": False}


def _rename_earlier(account: SocialAccount, claims: Mapping[str, Any]) -> None:
    """Give the account that was linked by its bare `sub`, as once was done, the id it has now.

    Only where the token of that time named the same directory: the same `sub` in another is somebody else.
    """
    known = SocialAccount.objects.filter(provider=account.provider)
    if not known.filter(uid=account.uid).exists():
        earlier = known.filter(uid=claims["sub"], extra_data__id_token__tid=claims["tid"])
        earlier.update(uid=account.uid)


def _claimed_directory(id_token: str) -> str:
    try:
        return str(jwt.decode(id_token, options={"verify_signature": False}).get("tid", ""))
    except jwt.PyJWTError:
        return ""


def _keys_for(pattern: str, issuer: str) -> Callable[[Mapping[str, Any], str], Any]:
    """A key that says for which issuer it signs is believed for that one only."""

    def lookup(keys: Mapping[str, Any], kid: str) -> Any:
        fitting = [key for key in keys["keys"] if key.get("issuer", pattern) in (pattern, issuer)]
        return jwtkit.lookup_kid_jwk({"keys": fitting}, kid)

    return lookup


@login_not_required  # type: ignore[untyped-decorator]
def begin(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Send somebody to their provider. 404 for one that is not set up."""
    return _answer(OAuth2LoginView, request, provider_id)


@login_not_required  # type: ignore[untyped-decorator]
def come_back(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Take in what the provider says. 404 for one that is not set up."""
    return _answer(OAuth2CallbackView, request, provider_id)


def _answer(view: Any, request: HttpRequest, provider_id: str) -> HttpResponseBase:
    try:
        answer: HttpResponseBase = view.adapter_view(DirectoryAdapter(request, provider_id))(request)
    except SocialApp.DoesNotExist:
        raise Http404 from None
    return answer

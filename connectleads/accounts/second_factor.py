"""Second factors: their secrets are sealed in the database, and a browser is told who we are (edge)."""

import base64
import hashlib

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """allauth's decisions about second factors."""

    def encrypt(self, text: str) -> str:
        """Seal a TOTP secret or the seed of recovery codes, so that a copy of the database opens no account."""
        return _seal().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Open what `encrypt` sealed. Raises cryptography's InvalidToken when the installation's secret was changed."""
        return _seal().decrypt(encrypted_text.encode()).decode()

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """The name that a passkey is stored under, bound to the host that people open."""
        entity: dict[str, str] = super().get_public_key_credential_rp_entity()
        return {**entity, "name": "ConnectLeads"}


def _seal() -> MultiFernet:
    """Seals with the secret of today and opens with those of before too (SECRET_KEY_FALLBACKS)."""
    secrets = [str(secret) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
    return MultiFernet([Fernet(_derived(secret)) for secret in secrets])


def _derived(secret: str) -> bytes:
    return base64.urlsafe_b64encode(hashlib.sha256(b"second factor:" + secret.encode()).digest())

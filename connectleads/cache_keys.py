"""Makes cache keys unreadable: some hold an address or an e-mail address, and Valkey writes its keys to disk (edge)."""

import hashlib
import hmac


def private_key(key: str, prefix: str, version: int) -> str:
    """The name under which `key` is stored: an HMAC-SHA256 with the installation's secret, in hexadecimal."""
    from django.conf import settings

    text = f"{prefix}:{version}:{key}".encode()
    return hmac.new(settings.SECRET_KEY.encode(), text, hashlib.sha256).hexdigest()

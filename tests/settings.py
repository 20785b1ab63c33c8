"""Settings of the tests: the product's own, on embedded engines of their own under var/test."""

import os
from pathlib import Path

for name in ("DATABASE_URL", "REDIS_URL", "ALLOWED_HOSTS", "PUBLIC_URL", "TRUSTED_PROXIES"):
    os.environ.pop(name, None)
os.environ["CONNECTLEADS_VAR"] = str(Path(__file__).resolve().parent.parent / "var" / "test")
os.environ["CONNECTLEADS_DATABASE_ROLE"] = "owner"

from connectleads.settings import *  # noqa: E402, F403
from connectleads.settings import STORAGES as PRODUCT_STORAGES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    **PRODUCT_STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
Path(STATIC_ROOT).mkdir(parents=True, exist_ok=True)  # noqa: F405

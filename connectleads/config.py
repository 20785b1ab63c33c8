"""Reads what this installation is told through the environment, once, and refuses what cannot work (edge)."""

import base64
import binascii
import hashlib
import logging
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

from environs import EnvError, FileAwareEnv

from connectleads.identity_providers import IdentityProvider, identity_providers
from connectleads.operator import Operator, read_operator
from connectleads.own_secrets import own_secrets
from connectleads.source_config import SourceConfig, read_source_config
from connectleads.tenancy.retention import RetentionKind, ceilings
from connectleads.tenancy.roles import ROLE_USERS, Role

ROOT = Path(__file__).resolve().parent.parent
REDIS_SCHEMES = ("redis", "rediss", "unix", "redis+socket")
LOCAL_URL = "http://localhost:8000"
LOOPBACK = "127.0.0.1/32,::1/128"


class ConfigError(Exception):
    """The environment holds a value that cannot work; the message is the one line that is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Everything that differs between installations. `hit_keys` are (key id, 32 bytes), the first one seals."""

    var_dir: Path
    static_root: Path
    embedded: bool
    database_role: Role
    database: Mapping[str, Any]
    stream_url: str
    broker_url: str
    cache_url: str
    secret_key: str
    hit_keys: tuple[tuple[str, bytes], ...]
    hash_key: bytes
    allowed_hosts: tuple[str, ...]
    csrf_trusted_origins: tuple[str, ...]
    trusted_proxies: tuple[IPv4Network | IPv6Network, ...]
    public_url: str
    collector_url: str
    shards: int
    hits_per_second_and_site: int
    hits_per_second_and_neighbourhood: int
    most_waiting_hits: int
    lag_alarm_seconds: int
    aside_alarm_entries: int
    asn_database: Path | None
    sources: SourceConfig
    debug: bool
    secure: bool
    log_level: str
    email_host: str
    email_port: int
    email_user: str
    email_password: str
    email_from: str
    sign_up_is_open: bool
    identity_providers: tuple[IdentityProvider, ...]
    retention_ceilings: Mapping[RetentionKind, int]
    deletion_grace_days: int
    staff_path: str
    log_format: str
    operator: Operator


def read_config() -> Config:
    """The configuration of this process. Raises ConfigError with one line that names the setting.

    Any variable may be given as NAME_FILE instead: the path of a file that holds the value.
    """
    env = FileAwareEnv()
    try:
        return _deployed(env) if _is_deployed(env) else _embedded(env)
    except OSError as error:
        raise ConfigError(f"CONNECTLEADS_VAR: {error.strerror}: {error.filename}") from None
    except (EnvError, ValueError) as error:
        raise ConfigError(" ".join(str(error).split())) from None


def _is_deployed(env: FileAwareEnv) -> bool:
    given = [name for name in ("DATABASE_URL", "REDIS_URL") if env.str(name, "")]
    if len(given) == 1:
        raise ConfigError(
            f"{given[0]} is set but its companion is not: set both DATABASE_URL and REDIS_URL, "
            "or neither to use the embedded PostgreSQL and Valkey."
        )
    return bool(given)


def _deployed(env: FileAwareEnv) -> Config:
    redis_url = _redis_url("REDIS_URL", env.str("REDIS_URL").rstrip("/"))
    if urlsplit(redis_url).path:
        raise ConfigError("REDIS_URL must not name a database: stream, broker and cache take 0, 1 and 2 of it.")
    public_url = _web_address("PUBLIC_URL", env.str("PUBLIC_URL"))
    if not env.list("ALLOWED_HOSTS"):
        raise ConfigError("ALLOWED_HOSTS must name at least one host.")
    return Config(
        embedded=False,
        database=_database_from_url(env),
        stream_url=_redis_url("STREAM_URL", env.str("STREAM_URL", f"{redis_url}/0")),
        broker_url=_redis_url("BROKER_URL", env.str("BROKER_URL", f"{redis_url}/1")),
        cache_url=_redis_url("CACHE_URL", env.str("CACHE_URL", f"{redis_url}/2")),
        secret_key=_long_enough("SECRET_KEY", env.str("SECRET_KEY")),
        hit_keys=parse_hit_keys(env.str("HIT_KEYS")),
        hash_key=_key("HASH_KEY", env.str("HASH_KEY")),
        allowed_hosts=tuple(env.list("ALLOWED_HOSTS")),
        public_url=public_url,
        collector_url=_web_address("COLLECTOR_URL", env.str("COLLECTOR_URL", public_url)),
        secure=public_url.startswith("https://"),
        email_host=env.str("EMAIL_HOST"),
        email_from=env.str("EMAIL_FROM"),
        **_common(env),
    )


def _embedded(env: FileAwareEnv) -> Config:
    var_dir = _var_dir(env)
    folder = socket_folder(var_dir)
    keys = own_secrets(var_dir)
    role = _role(env)
    return Config(
        embedded=True,
        database={
            "NAME": "connectleads",
            "USER": ROLE_USERS[role],
            "HOST": str(folder),
        },
        stream_url=f"unix://{folder}/valkey.sock?db=0",
        broker_url=f"redis+socket://{folder}/valkey.sock?virtual_host=1",
        cache_url=f"unix://{folder}/valkey.sock?db=2",
        secret_key=keys["SECRET_KEY"],
        hit_keys=parse_hit_keys(keys["HIT_KEYS"]),
        hash_key=_key("HASH_KEY", keys["HASH_KEY"]),
        allowed_hosts=tuple(env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])),
        public_url=env.str("PUBLIC_URL", LOCAL_URL).rstrip("/"),
        collector_url=env.str("COLLECTOR_URL", env.str("PUBLIC_URL", LOCAL_URL)).rstrip("/"),
        secure=False,
        email_host="",
        email_from="ConnectLeads <noreply@localhost>",
        **_common(env),
    )


def _common(env: FileAwareEnv) -> dict[str, Any]:
    asn_database = env.str("ASN_DATABASE", "")
    if asn_database and not Path(asn_database).is_file():
        raise ConfigError(f"ASN_DATABASE names a file that is not there: {asn_database}")
    shards = env.int("SHARDS", 4)
    if not 1 <= shards <= 1024:
        raise ConfigError("SHARDS must be between 1 and 1024.")
    return {
        "var_dir": _var_dir(env),
        "static_root": Path(env.str("STATIC_ROOT", str(_var_dir(env) / "static"))),
        "database_role": _role(env),
        "csrf_trusted_origins": tuple(env.list("CSRF_TRUSTED_ORIGINS", [])),
        "trusted_proxies": parse_networks(env.str("TRUSTED_PROXIES", LOOPBACK)),
        "shards": shards,
        "hits_per_second_and_site": _count("HITS_PER_SECOND_AND_SITE", env.int("HITS_PER_SECOND_AND_SITE", 2000)),
        "hits_per_second_and_neighbourhood": _count(
            "HITS_PER_SECOND_AND_NEIGHBOURHOOD", env.int("HITS_PER_SECOND_AND_NEIGHBOURHOOD", 100)
        ),
        "most_waiting_hits": _count("MOST_WAITING_HITS", env.int("MOST_WAITING_HITS", 10_000), least=1),
        "lag_alarm_seconds": _count("LAG_ALARM_SECONDS", env.int("LAG_ALARM_SECONDS", 300), least=1),
        "aside_alarm_entries": _count("ASIDE_ALARM_ENTRIES", env.int("ASIDE_ALARM_ENTRIES", 1), least=1),
        "asn_database": Path(asn_database) if asn_database else None,
        "sources": read_source_config(env),
        "debug": env.bool("DEBUG", False),
        "email_port": env.int("EMAIL_PORT", 587),
        "email_user": env.str("EMAIL_USER", ""),
        "email_password": env.str("EMAIL_PASSWORD", ""),
        "log_level": _log_level(env.str("LOG_LEVEL", "INFO").upper()),
        "sign_up_is_open": _one_of("SIGN_UP", env.str("SIGN_UP", "open"), ("open", "invited")) == "open",
        "identity_providers": identity_providers(lambda name: env.str(name, "")),
        "retention_ceilings": ceilings(env.str("RETENTION_CEILINGS", "")),
        "deletion_grace_days": env.int("DELETION_GRACE_DAYS", 14),
        "staff_path": env.str("STAFF_PATH", "staff").strip("/"),
        "operator": read_operator(lambda name: env.str(name, "")),
        "log_format": _one_of("LOG_FORMAT", env.str("LOG_FORMAT", "line"), ("line", "json")),
    }


def _one_of(name: str, value: str, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise ConfigError(f"{name} must be {' or '.join(allowed)}, not {value}.")
    return value


def _count(name: str, value: int, *, least: int = 0) -> int:
    if value < least:
        raise ConfigError(f"{name} must be {least} or more.")
    return value


def _log_level(name: str) -> str:
    if name not in logging.getLevelNamesMapping():
        raise ConfigError(f"LOG_LEVEL must be DEBUG, INFO, WARNING or ERROR, not {name}.")
    return name


def _redis_url(name: str, url: str) -> str:
    parts = urlsplit(url)
    try:
        fits = parts.scheme in REDIS_SCHEMES and bool(parts.hostname or parts.path) and (parts.port or 1) > 0
    except ValueError:
        fits = False
    if not fits:
        raise ConfigError(f"{name} must be such as redis://valkey:6379, or rediss:// with TLS.")
    return url


def _web_address(name: str, url: str) -> str:
    if urlsplit(url).scheme not in ("https", "http") or not urlsplit(url).hostname:
        raise ConfigError(f"{name} must be an address such as https://leads.example.nl.")
    return url.rstrip("/")


def _var_dir(env: FileAwareEnv) -> Path:
    return Path(env.str("CONNECTLEADS_VAR", str(ROOT / "var"))).resolve()


def _role(env: FileAwareEnv) -> Role:
    role = env.str("CONNECTLEADS_DATABASE_ROLE", "web")
    if role not in ROLE_USERS:
        raise ConfigError(f"CONNECTLEADS_DATABASE_ROLE must be owner, web or worker, not {role!r}.")
    return cast(Role, role)


def _database_from_url(env: FileAwareEnv) -> dict[str, Any]:
    parsed = dict(env.dj_db_url("DATABASE_URL"))
    if "postgresql" not in str(parsed.get("ENGINE")):
        raise ConfigError("DATABASE_URL must begin with postgres://: ConnectLeads needs PostgreSQL 15 or newer.")
    keep = ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")
    return {key: value for key, value in parsed.items() if key in keep and value}


def parse_hit_keys(text: str) -> tuple[tuple[str, bytes], ...]:
    """`id:base64,id:base64` → ((id, 32 bytes), …). The first seals new hits, all of them open old ones.

    Raises ConfigError when an id repeats or a key is not 32 bytes of base64.
    """
    pairs = [part.strip().partition(":") for part in text.split(",") if part.strip()]
    keys = tuple((key_id, _key(f"HIT_KEYS ({key_id})", encoded)) for key_id, _, encoded in pairs)
    if not keys or len({key_id for key_id, _ in keys}) != len(keys):
        raise ConfigError("HIT_KEYS must be `id:base64key` pairs with different ids, separated by commas.")
    if any(not key_id.isalnum() or len(key_id) > 8 for key_id, _ in keys):
        raise ConfigError("HIT_KEYS: a key id is 1 to 8 letters or digits.")
    return keys


def parse_networks(text: str) -> tuple[IPv4Network | IPv6Network, ...]:
    """Comma-separated CIDR blocks. Raises ConfigError naming the one that is none."""
    try:
        return tuple(ip_network(part.strip()) for part in text.split(",") if part.strip())
    except ValueError as error:
        raise ConfigError(f"TRUSTED_PROXIES: {error}.") from None


def _key(name: str, encoded: str) -> bytes:
    try:
        key = base64.b64decode(encoded, validate=True)
    except binascii.Error:
        key = b""
    if len(key) != 32:
        raise ConfigError(f"{name} must be 32 random bytes in base64, as `openssl rand -base64 32` prints.")
    return key


def _long_enough(name: str, value: str) -> str:
    if len(value) < 40:
        raise ConfigError(f"{name} must be at least 40 random characters, as `openssl rand -base64 48` prints.")
    return value


def socket_folder(var_dir: Path) -> Path:
    """Where the embedded engines listen: short, because the path of a UNIX socket ends at 107 bytes."""
    inside = var_dir / "run"
    if len(str(inside)) < 80:
        return inside
    digest = hashlib.sha256(str(var_dir).encode()).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"connectleads-{os.getuid()}-{digest}"

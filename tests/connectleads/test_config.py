"""A wrong or missing setting stops the start with one clear line."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from connectleads.config import ROOT, ConfigError, parse_hit_keys, read_config, socket_folder

KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
DEPLOYED = {
    "DATABASE_URL": "postgres://connectleads_web:secret@db:5432/connectleads",
    "REDIS_URL": "redis://valkey:6379",
    "SECRET_KEY": "x" * 50,
    "HIT_KEYS": f"k1:{KEY}",
    "HASH_KEY": KEY,
    "ALLOWED_HOSTS": "leads.example.nl",
    "PUBLIC_URL": "https://leads.example.nl",
    "EMAIL_HOST": "mail.example.nl",
    "EMAIL_FROM": "leads@example.nl",
}
SOURCES = (
    "REGISTRIES",
    "REGISTRIES_PERMITTED",
    "REGISTRY_CONTACT",
    "REVERSE_DNS",
    "REVERSE_DNS_PER_DAY",
    "OWN_RANGES",
    "KIND_LIST_URLS",
)


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """An environment with nothing of ours in it but a var directory, and a way to fill it."""
    for name in [*DEPLOYED, "CONNECTLEADS_DATABASE_ROLE", "TRUSTED_PROXIES", "SHARDS", "ASN_DATABASE", *SOURCES]:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CONNECTLEADS_VAR", str(tmp_path))

    def fill(**values: str | None) -> None:
        for name, value in values.items():
            if value is None:
                monkeypatch.delenv(name, raising=False)
            else:
                monkeypatch.setenv(name, value)

    return fill


def test_nothing_set_means_the_embedded_engines_with_secrets_of_their_own(environment, tmp_path: Path):
    first, second = read_config(), read_config()

    assert first.embedded
    assert (first.secret_key, first.hit_keys) == (second.secret_key, second.hit_keys)
    assert stat.S_IMODE((tmp_path / "secrets.env").stat().st_mode) == 0o600


def test_both_urls_set_mean_no_embedded_engine(environment):
    environment(**DEPLOYED)

    config = read_config()

    assert not config.embedded
    assert config.database["USER"] == "connectleads_web"
    assert (config.stream_url, config.broker_url) == ("redis://valkey:6379/0", "redis://valkey:6379/1")
    assert config.secure


def test_a_setting_may_come_from_a_file(environment, tmp_path: Path):
    (tmp_path / "key").write_text("y" * 60)
    environment(**DEPLOYED | {"SECRET_KEY": None, "SECRET_KEY_FILE": str(tmp_path / "key")})

    assert read_config().secret_key == "y" * 60


@pytest.mark.parametrize(
    "name", ["SECRET_KEY", "HIT_KEYS", "HASH_KEY", "ALLOWED_HOSTS", "PUBLIC_URL", "REDIS_URL", "DATABASE_URL"]
)
def test_a_missing_setting_is_named(environment, name: str):
    environment(**DEPLOYED | {name: None})

    with pytest.raises(ConfigError, match=name):
        read_config()


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("SECRET_KEY", "short"),
        ("HIT_KEYS", "k1:short"),
        ("HIT_KEYS", f"k1:{KEY},k1:{KEY}"),
        ("HIT_KEYS", ""),
        ("HIT_KEYS", f"much-too-long:{KEY}"),
        ("HASH_KEY", "!!"),
        ("DATABASE_URL", "mysql://x/y"),
        ("REDIS_URL", "http://valkey"),
        ("REDIS_URL", "redis://valkey:abc"),
        ("REDIS_URL", "redis://valkey:6379/3"),
        ("STREAM_URL", "foo"),
        ("BROKER_URL", "amqp://x"),
        ("PUBLIC_URL", "https://"),
        ("COLLECTOR_URL", "foo"),
        ("ALLOWED_HOSTS", ""),
        ("LOG_LEVEL", "LOUD"),
        ("CONNECTLEADS_VAR", "/proc/nothing/here"),
        ("PUBLIC_URL", "leads.example.nl"),
        ("TRUSTED_PROXIES", "10.0.0.0/33"),
        ("SHARDS", "0"),
        ("SHARDS", "many"),
        ("ASN_DATABASE", "/nonexistent.mmdb"),
        ("OWN_RANGES", "/nonexistent.csv"),
        ("REGISTRIES_PERMITTED", "iana"),
        ("REVERSE_DNS", "resolver.example.nl"),
        ("REVERSE_DNS_PER_DAY", "0"),
        ("REVERSE_DNS_PER_DAY", "many"),
        ("NETWORK_DATABASE_URL", "ftp://example.net/asn.mmdb"),
        ("KIND_LISTS_URL", "kinds.mmdb"),
        ("KIND_LIST_URLS", "https://example.net/exits.txt"),
        ("KIND_LIST_URLS", "business:Firms:https://example.net/firms.txt"),
        ("KIND_LIST_URLS", "vpn:Exits:exits.txt"),
        ("CONNECTLEADS_DATABASE_ROLE", "root"),
        ("DEBUG", "perhaps"),
    ],
)
def test_a_wrong_setting_is_named_in_one_line(environment, name: str, wrong: str):
    environment(**(DEPLOYED if name != "CONNECTLEADS_VAR" else {}) | {name: wrong})

    with pytest.raises(ConfigError) as caught:
        read_config()

    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("contact", [None, "", "we ourselves"])
def test_registries_are_not_asked_by_nobody(environment, contact: str | None):
    environment(**DEPLOYED, REGISTRIES="ripe", REGISTRY_CONTACT=contact)

    with pytest.raises(ConfigError, match="REGISTRY_CONTACT"):
        read_config()


def test_no_registry_is_asked_unless_it_is_named(environment):
    environment(**DEPLOYED)
    assert read_config().sources.registries == frozenset()

    environment(REGISTRIES="RIPE, arin", REGISTRY_CONTACT="hostmaster@example.nl", REVERSE_DNS="127.0.0.1#5353")
    assert read_config().sources.registries == {"ripe", "arin"}
    assert read_config().sources.permitted == frozenset()


def test_published_lists_are_named_with_their_kind(environment):
    text = "vpn:Tor exits:https://example.net/exits.txt; hosting:Centres:https://example.net:8443/c.txt;"
    environment(**DEPLOYED, KIND_LIST_URLS=text)

    assert read_config().sources.kind_list_urls == (
        ("vpn", "Tor exits", "https://example.net/exits.txt"),
        ("hosting", "Centres", "https://example.net:8443/c.txt"),
    )


def test_the_first_key_seals(environment):
    assert parse_hit_keys(f"new:{KEY}, old:{KEY}")[0][0] == "new"


def test_a_deep_folder_gets_a_short_path_for_its_sockets(tmp_path: Path):
    deep = tmp_path / ("x" * 120)

    assert len(str(socket_folder(deep))) < 80
    assert socket_folder(deep) != socket_folder(deep / "y")


@pytest.mark.parametrize(
    "command",
    [
        ["manage.py", "check"],
        ["-c", "import connectleads.wsgi"],
        ["-m", "celery", "-A", "connectleads.celery", "worker"],
    ],
    ids=["command", "web", "worker"],
)
def test_every_process_stops_with_one_line_and_status_2(command: list[str]):
    environment = {**os.environ, **DEPLOYED, "HASH_KEY": "short"}
    environment.pop("DJANGO_SETTINGS_MODULE", None)

    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60
    )

    assert done.returncode == 2
    assert done.stderr.strip().splitlines() == [
        "connectleads: HASH_KEY must be 32 random bytes in base64, as `openssl rand -base64 32` prints."
    ]


def test_a_command_says_in_one_line_that_postgresql_is_away():
    environment = {**os.environ, **DEPLOYED, "DATABASE_URL": "postgres://x:y@127.0.0.1:1/z"}
    environment.pop("DJANGO_SETTINGS_MODULE", None)

    done = subprocess.run(
        [sys.executable, "manage.py", "migrate", "--skip-checks"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert done.returncode == 2
    (line,) = done.stderr.strip().splitlines()
    assert line.startswith("connectleads: PostgreSQL does not answer: ")


def test_a_web_process_does_not_start_when_its_stores_are_away():
    away = {"DATABASE_URL": "postgres://x:y@127.0.0.1:1/z", "REDIS_URL": "redis://127.0.0.1:1"}
    environment = {**os.environ, **DEPLOYED, **away, "CONNECTLEADS_DATABASE_ROLE": "web"}
    environment.pop("DJANGO_SETTINGS_MODULE", None)

    done = subprocess.run(
        [sys.executable, "-c", "import connectleads.wsgi"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert done.returncode == 2
    assert done.stderr.strip().splitlines()[-1].startswith("connectleads: ")

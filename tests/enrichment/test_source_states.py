"""Every source of the installation, of which day it is, and how it is doing."""

from datetime import UTC, datetime, timedelta

import pytest

from enrichment.findings import Registry
from enrichment.identification import forget_installed
from enrichment.models import KnownRange
from enrichment.registry_pace import MANNERS, change_pace, permission
from enrichment.source_states import source_states
from enrichment.sources.pacing import told_to_wait
from tests.conftest import Cast, database_role

NOW = datetime.now(UTC)


@pytest.fixture(autouse=True)
def _opened_anew():
    forget_installed()
    yield
    forget_installed()


def test_the_shipped_files_are_told_with_the_day_of_their_data(db: None, stream: None):
    network, lists, own = source_states(NOW).files

    assert network.is_used
    assert lists.is_used
    assert not own.is_used
    assert network.age(NOW.date()) > timedelta(0)
    assert not network.is_fetched
    assert not network.refreshes


def test_ranges_of_ones_own_and_weekly_refreshes_are_told(db: None, stream: None, settings, tmp_path):
    ranges = tmp_path / "own.csv"
    ranges.write_text("range,name,country\n198.51.100.0/24,Voorbeeld B.V.,NL\n")
    settings.OWN_RANGES = ranges
    settings.NETWORK_DATABASE_URL = "https://example.nl/asn.mmdb"

    network, _, own = source_states(NOW).files

    assert network.refreshes
    assert (own.is_used, own.health.detail) == (True, "1 ranges")


def test_a_file_that_cannot_be_opened_is_told_and_breaks_no_page(db: None, stream: None, settings, tmp_path):
    broken = tmp_path / "broken.mmdb"
    broken.write_bytes(b"nothing")
    settings.ASN_DATABASE = str(broken)

    found = source_states(NOW)

    assert found.files == ()
    assert found.problem


def test_what_registries_answered_before_is_counted(db: None, stream: None):
    with database_role("worker"):
        for first, expires in ((1, NOW + timedelta(days=3)), (9, NOW - timedelta(days=3))):
            KnownRange.objects.create(
                version=4, first=first, last=first, registry="ripe", kind="business", confidence=0.9, rule="x",
                learnt_at=NOW, expires_at=expires,
            )  # fmt: skip

    cache = source_states(NOW).cache

    assert (cache.ranges, cache.over, cache.learnt_at) == (1, 1, NOW)


def test_a_registrys_switch_permission_budget_and_breaker_are_told(db: None, stream: None, settings):
    settings.REGISTRIES, settings.REGISTRIES_PERMITTED = frozenset({"ripe", "arin"}), frozenset({"ripe"})
    permission(Registry.RIPE, now=NOW)
    change_pace(Registry.ARIN, lambda pace: told_to_wait(pace, 600.0, now=NOW.timestamp()))

    found = {one.registry: one for one in source_states(NOW).registries}

    ripe, arin, apnic = found[Registry.RIPE], found[Registry.ARIN], found[Registry.APNIC]
    assert (ripe.is_on, ripe.is_permitted, ripe.asked) == (True, True, 1)
    assert ripe.budget == MANNERS[Registry.RIPE].per_day
    assert (arin.is_on, arin.is_permitted) == (True, False)
    assert arin.rests_until == NOW.replace(microsecond=arin.rests_until.microsecond) + timedelta(seconds=600)
    assert not apnic.is_on
    assert set(found) == set(Registry)


def test_a_valkey_that_is_away_leaves_the_rest(db: None, monkeypatch: pytest.MonkeyPatch):
    import redis

    def away(*_: object):
        raise redis.ConnectionError

    monkeypatch.setattr("enrichment.source_states.pace_of", away)

    found = source_states(NOW)

    assert found.registries is None
    assert found.files


@pytest.mark.parametrize(("setting", "word"), [("", "uit"), ("system", "naamservers"), ("9.9.9.9", "9.9.9.9")])
def test_the_staffs_page_shows_them(cast: Cast, stream: None, signed_in, settings, setting: str, word: str):
    settings.REVERSE_DNS = setting

    page = signed_in(cast.sam).get("/staff/sources/", headers={"Accept-Language": "nl"}).text

    for words in ("Netwerkdatabase", "LACNIC", "niet geregeld", word):
        assert words in page

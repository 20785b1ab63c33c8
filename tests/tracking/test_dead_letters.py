"""What could not be recorded: seen by numbers only, tried again without counting twice, or dropped."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from connectleads.tenancy.scope import tenant_scope
from enrichment import drain as drain_module
from enrichment.drain import drain_shard
from tests.conftest import Cast, database_role
from tests.history import make_hit
from tracking.models import PageView
from tracking.stream import FIELD, append, aside_count, backlog, shard_of, stream_name, valkey, waiting_hits
from tracking.tasks import sound_alarms


def run(*words: str) -> str:
    out = StringIO()
    call_command("dead_letters", *words, stdout=out)
    return out.getvalue()


def drain(cast: Cast) -> None:
    with database_role("worker"):
        drain_shard(shard_of(cast.site.id))


@pytest.fixture
def refused(committed_cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Cast:
    """Two hits in one entry that PostgreSQL refused for a while."""
    cast = committed_cast
    append([make_hit(cast.tenant, cast.site, title="Geheim", path="/geheim"), make_hit(cast.tenant, cast.site)])
    with monkeypatch.context() as patch:
        patch.setattr(drain_module, "store_hits", refuse)
        drain(cast)
    return cast


def refuse(hits) -> None:
    from django.db import DataError

    raise DataError("no")


def test_the_list_tells_of_hits_and_of_no_visitor(refused: Cast):
    text = run()

    assert "rows" in text
    assert f"site {refused.site.id}: 2 × view" in text
    for secret in ("Geheim", "geheim", "147.12.18.33", "visitor"):
        assert secret not in text


def test_what_is_retried_is_recorded_once(refused: Cast):
    assert "1 entries put on their stream again" in run("retry")
    drain(refused)
    append_again(refused)
    drain(refused)

    with tenant_scope(refused.tenant.id):
        assert PageView.objects.count() == 2
    assert aside_count(shard_of(refused.site.id)) == 0


def append_again(cast: Cast) -> None:
    """An operator who retries by hand what went through meanwhile."""
    with tenant_scope(cast.tenant.id):
        ids = list(PageView.objects.values_list("id", flat=True))
    append([make_hit(cast.tenant, cast.site, hit_id=hit_id) for hit_id in ids])


def test_what_is_dropped_is_gone(refused: Cast):
    (name,) = [line.split()[0] for line in run().splitlines() if "rows" in line]

    assert "1 entries dropped" in run("drop", name)
    assert run() == "0 entries.\n"
    drain(refused)
    with tenant_scope(refused.tenant.id):
        assert PageView.objects.count() == 0


def test_what_cannot_be_opened_is_listed_too(committed_cast: Cast):
    valkey().xadd(stream_name(shard_of(committed_cast.site.id)), {FIELD: b"nonsense"})
    drain(committed_cast)

    assert "cannot be opened" in run()


def test_a_name_that_is_not_there_is_said(stream: None):
    with pytest.raises(CommandError, match="no entry 0/1-1"):
        run("retry", "0/1-1")


def test_hits_that_wait_are_counted_as_hits(committed_cast: Cast):
    cast = committed_cast
    shard = shard_of(cast.site.id)
    for size in (1, 5, 3):
        append([make_hit(cast.tenant, cast.site) for _ in range(size)])

    assert (backlog(shard), waiting_hits(shard)) == (3, 9)
    drain(cast)
    assert waiting_hits(shard) == 0


def test_alarms_sound_where_the_settings_say(refused: Cast, settings, caplog: pytest.LogCaptureFixture):
    append([make_hit(refused.tenant, refused.site)])
    sound_alarms(unknown_keyword=1)
    assert "1 entries that could not be recorded" in caplog.text
    assert "lags" not in caplog.text

    caplog.clear()
    settings.LAG_ALARM_SECONDS, settings.ASIDE_ALARM_ENTRIES = -1, 2
    sound_alarms()
    assert "about 1 hits behind" in caplog.text
    assert "could not be recorded" not in caplog.text

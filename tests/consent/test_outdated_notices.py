"""Owners are told by mail when a text becomes untrue: once, and again only when it changes again."""

from datetime import UTC, datetime

import pytest
from django.core import mail

from connectleads.tenancy.audit import SYSTEM
from connectleads.tenancy.models import RetentionChoice
from connectleads.tenancy.scope import tenant_scope
from consent.document_facts import read_facts
from consent.documents.facts import Kind
from consent.outdated_notices import notice_outdated
from consent.publishing import publish
from consent.standing import TextKey
from tests.conftest import Cast, database_role

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def look(cast: Cast) -> int:
    with database_role("worker"):
        return notice_outdated(cast.tenant.id, now=NOW)


def keep_visits(cast: Cast, days: int) -> None:
    with tenant_scope(cast.tenant.id):
        RetentionChoice.objects.update_or_create(kind="visits", defaults={"days": days})


def publish_measures(cast: Cast) -> None:
    with tenant_scope(cast.tenant.id):
        publish(TextKey(Kind.MEASURES), read_facts(), by=SYSTEM, at=NOW)


def test_owners_are_mailed_once_for_each_change(cast: Cast):
    publish_measures(cast)
    keep_visits(cast, 77)

    told = [look(cast), look(cast)]
    keep_visits(cast, 88)
    told.append(look(cast))

    assert told == [1, 0, 1]
    assert [one.to for one in mail.outbox] == [["ada@example.nl"]] * 2
    assert "/app/voorbeeld/privacy/" in mail.outbox[0].body
    assert "Voorbeeld B.V." in mail.outbox[0].subject


def test_nobody_is_mailed_about_what_is_true_or_was_never_published(cast: Cast):
    publish_measures(cast)

    assert look(cast) == 0
    assert mail.outbox == []


def test_what_could_not_be_mailed_is_tried_again(cast: Cast, monkeypatch):
    publish_measures(cast)
    keep_visits(cast, 77)

    def refuse(*_: object) -> None:
        raise ConnectionRefusedError

    with monkeypatch.context() as broken:
        broken.setattr("consent.outdated_notices.send_designed_mail", refuse)
        with pytest.raises(ConnectionRefusedError):
            look(cast)

    assert look(cast) == 1

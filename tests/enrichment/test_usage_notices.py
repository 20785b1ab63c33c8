"""Usage is no surprise: owners get a mail when the month nears the plan, and when it reaches it; once each."""

import logging
from datetime import timedelta
from smtplib import SMTPRecipientsRefused

import pytest
import time_machine
from django.conf import settings
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from connectleads.tenancy.mail import send_designed_mail
from connectleads.tenancy.models import AuditAction, AuditEvent, Membership, Tenant
from connectleads.tenancy.scope import tenant_scope, unscoped_all_tenants
from enrichment import usage_notices
from enrichment.retention_tasks import notice_all_usage
from enrichment.usage_notices import notice_usage
from tests.conftest import Cast, database_role
from tests.enrichment.test_usage import NOON, came, on_plan
from tests.history import COMPANY_ADDRESS, OTHER_COMPANY_ADDRESS


@pytest.fixture(autouse=True)
def _in_that_month():
    with time_machine.travel(NOON + timedelta(days=1), tick=True):
        yield


def told(cast: Cast) -> AuditAction | None:
    with database_role("worker"):
        return notice_usage(cast.tenant.id, now=NOON + timedelta(days=1))


@pytest.mark.parametrize(
    ("identified", "most", "reached"),
    [
        (7, 10, None),
        (8, 10, AuditAction.PLAN_NEARLY_FULL),
        (9, 10, AuditAction.PLAN_NEARLY_FULL),
        (10, 10, AuditAction.PLAN_FULL),
        (12, 10, AuditAction.PLAN_FULL),
        (3, 4, None),
        (0, 1, None),
    ],
)
def test_from_four_fifths_on_it_is_near(identified: int, most: int, reached: AuditAction | None):
    assert usage_notices._reached(identified, most) is reached


def test_the_owner_is_told_once_that_the_plan_is_reached_and_the_audit_says_so(cast: Cast):
    on_plan(cast, 1)
    came(cast, COMPANY_ADDRESS)

    assert told(cast) is AuditAction.PLAN_FULL
    assert told(cast) is None

    assert [message.to for message in mail.outbox] == [["ada@example.nl"]]
    assert "/app/voorbeeld/settings/plan/" in mail.outbox[0].body
    assert "Adyen" not in mail.outbox[0].body
    with tenant_scope(cast.tenant.id):
        line = AuditEvent.objects.get(action="plan_full")
    assert (line.actor, line.details) == ("", {"companies": 1, "plan": 1})


def test_near_comes_before_the_end_and_never_after_it(cast: Cast, monkeypatch: pytest.MonkeyPatch):
    on_plan(cast, 2)
    came(cast, COMPANY_ADDRESS)
    monkeypatch.setattr(usage_notices, "_reached", lambda *_: AuditAction.PLAN_NEARLY_FULL)
    assert told(cast) is AuditAction.PLAN_NEARLY_FULL

    monkeypatch.undo()
    came(cast, OTHER_COMPANY_ADDRESS, minutes=5, visitor="two")
    assert told(cast) is AuditAction.PLAN_FULL

    monkeypatch.setattr(usage_notices, "_reached", lambda *_: AuditAction.PLAN_NEARLY_FULL)
    assert told(cast) is None
    assert len(mail.outbox) == 2
    assert len({message.subject for message in mail.outbox}) == 2


@pytest.mark.parametrize("companies", [None, 5])
def test_without_a_limit_and_far_from_one_nobody_is_told(cast: Cast, companies: int | None):
    on_plan(cast, companies)
    came(cast, COMPANY_ADDRESS)

    assert told(cast) is None
    assert mail.outbox == []


def test_a_mail_server_that_is_away_is_tried_again(cast: Cast, monkeypatch: pytest.MonkeyPatch):
    def away(*_: object) -> None:
        raise OSError("away")

    on_plan(cast, 1)
    came(cast, COMPANY_ADDRESS)
    with monkeypatch.context() as patch, pytest.raises(OSError, match="away"):
        patch.setattr(usage_notices, "send_designed_mail", away)
        told(cast)

    assert told(cast) is AuditAction.PLAN_FULL


def test_a_refused_owner_keeps_no_other_from_the_mail_and_nobody_gets_it_twice(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    def picky(template: str, to: str, context: dict[str, object]) -> None:
        if to == "mia@example.nl":
            raise SMTPRecipientsRefused({to: (550, b"no such person")})
        send_designed_mail(template, to, context)

    on_plan(cast, 1)
    came(cast, COMPANY_ADDRESS)
    with tenant_scope(cast.tenant.id):
        Membership.objects.filter(user=cast.mia).update(role="owner")
    monkeypatch.setattr(usage_notices, "send_designed_mail", picky)

    with caplog.at_level(logging.WARNING):
        assert told(cast) is AuditAction.PLAN_FULL
        assert told(cast) is None

    assert [message.to for message in mail.outbox] == [["ada@example.nl"]]
    assert "SMTPRecipientsRefused" in caplog.text
    assert "mia@" not in caplog.text


def test_while_the_mail_goes_out_rows_that_refer_to_the_tenant_can_be_written(cast: Cast):
    on_plan(cast, 1)

    with CaptureQueriesContext(connection) as asked:
        told(cast)

    locks = [query["sql"] for query in asked.captured_queries if " FOR " in query["sql"]]
    assert any(sql.endswith('FOR NO KEY UPDATE OF "tenancy_tenant"') for sql in locks)
    assert settings.EMAIL_TIMEOUT == 10


def test_the_task_asks_for_limited_tenants_that_go_on(cast: Cast, monkeypatch: pytest.MonkeyPatch):
    sent: list[str] = []
    monkeypatch.setattr(
        "enrichment.retention_tasks.notice_usage_of.apply_async", lambda kwargs, **_: sent.append(kwargs["tenant_id"])
    )
    on_plan(cast, 1)

    with database_role("worker"):
        notice_all_usage()
        with unscoped_all_tenants("test"):
            Tenant.objects.filter(id=cast.tenant.id).update(suspended_at=NOON)
        notice_all_usage()

    assert sent == [str(cast.tenant.id)]

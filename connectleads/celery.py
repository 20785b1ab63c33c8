"""The worker and the beat: what runs beside the web process, and when (edge)."""

import logging.config
import os
import sys
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "connectleads.settings")
os.environ.setdefault("CONNECTLEADS_DATABASE_ROLE", "worker")

from celery import Celery
from celery.schedules import crontab
from celery.signals import beat_init, setup_logging, worker_init

from connectleads import task_metrics  # noqa: F401 (it listens to tasks)
from connectleads.config import ConfigError
from connectleads.steady_schedule import Every

try:
    from django.conf import settings

    app = Celery("connectleads")
    app.config_from_object(settings.CELERY)
    if settings.LOCAL_STACK is not None:
        settings.LOCAL_STACK.valkey()
except ConfigError as error:
    print(f"connectleads: {error}", file=sys.stderr)
    sys.exit(2)

app.autodiscover_tasks(["enrichment", "tracking", "consent"])
app.autodiscover_tasks(["enrichment"], related_name="retention_tasks")
app.autodiscover_tasks(["enrichment"], related_name="audit_tasks")
app.conf.beat_schedule = {
    "drain every second": {
        "task": "enrichment.tasks.drain_all",
        "schedule": Every(1.0),
        "options": {"expires": 5},
    },
    "erase what was withdrawn": {
        "task": "enrichment.tasks.erase_withdrawn",
        "schedule": Every(2.0),
        "options": {"expires": 30},
    },
    "hide organisations that objected": {
        "task": "enrichment.tasks.hide_objecting",
        "schedule": Every(5 * 60.0),
        "options": {"expires": 240},
    },
    "forget withdrawals": {
        "task": "enrichment.tasks.forget_withdrawals",
        "schedule": Every(6 * 3600.0),
        "options": {"expires": 3600},
    },
    "sound alarms": {
        "task": "tracking.tasks.sound_alarms",
        "schedule": Every(60.0),
        "options": {"expires": 30},
    },
    "fold drop counts": {
        "task": "enrichment.tasks.fold_drops",
        "schedule": Every(5.0),
        "options": {"expires": 10},
    },
    "ask registries": {
        "task": "enrichment.tasks.serve_registries",
        "schedule": Every(2.0),
        "options": {"expires": 5},
    },
    "carry out changes of companies": {
        "task": "enrichment.tasks.change_companies",
        "schedule": Every(10.0),
        "options": {"expires": 20},
    },
    "refresh sources": {
        "task": "enrichment.tasks.refresh_sources",
        "schedule": crontab(day_of_week="sunday", hour=3, minute=20),
        "options": {"expires": 12 * 3600},
    },
    "forget addresses on disk": {
        "task": "tracking.tasks.forget_in_files",
        "schedule": Every(15 * 60.0),
        "options": {"expires": 600},
    },
    "purge what is too old": {
        "task": "enrichment.retention_tasks.purge_all",
        "schedule": crontab(hour="2", minute="20"),
        "options": {"expires": 12 * 3600},
    },
    "mail about plans that fill up": {
        "task": "enrichment.retention_tasks.notice_all_usage",
        "schedule": crontab(minute="25"),
        "options": {"expires": 3000},
    },
    "forget what is left of accounts": {
        "task": "enrichment.retention_tasks.forget_stale",
        "schedule": crontab(hour="3", minute="10"),
        "options": {"expires": 12 * 3600},
    },
    "search ourselves": {
        "task": "enrichment.audit_tasks.search_ourselves",
        "schedule": crontab(hour="4", minute="40"),
        "options": {"expires": 12 * 3600},
    },
    "delete tenants whose grace is over": {
        "task": "enrichment.retention_tasks.delete_due_tenants",
        "schedule": Every(3600.0),
        "options": {"expires": 1800},
    },
    "mail about outdated privacy texts": {
        "task": "consent.tasks.notice_all_outdated",
        "schedule": Every(15 * 60.0),
        "options": {"expires": 600},
    },
    "make partitions ahead": {
        "task": "tracking.tasks.make_partitions",
        "schedule": Every(6 * 3600.0),
        "options": {"expires": 3600},
    },
}


@setup_logging.connect
def _use_our_logging(**_: Any) -> None:
    """Celery would log in its own way; the lines must pass the redaction."""
    logging.config.dictConfig(settings.LOGGING)


@worker_init.connect
@beat_init.connect
def _refuse_unsafe_start(**_: Any) -> None:
    from connectleads.startup import refuse_unsafe_start

    try:
        refuse_unsafe_start()
    except ConfigError as error:
        print(f"connectleads: {error}", file=sys.stderr)
        os._exit(2)

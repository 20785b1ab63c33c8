"""The daily audit as a task (edge)."""

import logging
from datetime import UTC, datetime
from typing import Any

from celery import shared_task

from enrichment.self_audit.run import audit, keep_report, log_files, mail_files
from enrichment.self_audit.traces import Searcher

log = logging.getLogger(__name__)
LIMIT_SECONDS = 3600


@shared_task(time_limit=LIMIT_SECONDS, soft_time_limit=LIMIT_SECONDS - 60)
def search_ourselves(**_: Any) -> None:
    """Search every store; what was found is kept for the status page and told in the log, by place and kind."""
    report = audit(Searcher(), logs=log_files(), mails=mail_files(), now=datetime.now(UTC))
    keep_report(report)
    for check in report.checks:
        for finding in check.findings:
            log.error("the privacy audit found %s in %s: %d", finding.kind, finding.place, finding.count)

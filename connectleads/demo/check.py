"""Walks the demo's whole journey by itself and prints what it saw (edge).

A visit without consent leaves nothing; a visit with consent becomes a lead with the right company in the right tenant,
and not in the rival's; a home user's visit is recorded and becomes nobody's lead.
"""

import base64
import re
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape

from django.db import connection

from connectleads.demo.browser import Answer, Client
from connectleads.demo.cast import PASSWORD, RIVAL, VORSTKADE
from connectleads.demo.cookiebot_value import value
from connectleads.demo.installation import Addresses
from tracking.stream import valkey

PATIENCE_SECONDS = 30
COMPANY = "DAF Trucks"
TABLES = ("tracking_visit", "tracking_pageview", "consent_consentreceipt")


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the table: what must be so, what was seen, and whether it is so."""

    claim: str
    seen: str
    holds: bool


def walk(addresses: Addresses) -> bool:
    """Walk, print the table, and tell whether everything held."""
    findings = []
    for step in (_snippet, _without_consent, _refused, _with_consent, _home_user, _rival):
        for finding in step(addresses):
            findings.append(finding)
            print(f"  {'✓' if finding.holds else '✗'} {finding.claim:<68} {finding.seen}", flush=True)
    failed = sum(not finding.holds for finding in findings)
    print(f"  {len(findings) - failed} of {len(findings)} as they must be.", flush=True)
    return failed == 0


def _snippet(at: Addresses) -> list[Finding]:
    page = Client().get(f"{at.website}/")
    tag = f'<script async src="{at.front}/s/{VORSTKADE.site_key}.js"></script>'
    script = Client().get(f"{at.front}/s/{VORSTKADE.site_key}.js")
    return [
        Finding("The demo website carries the snippet", str(page.status), tag in page.text),
        Finding(
            "The snippet knows its site and sets no cookie",
            f"{len(script.text)} bytes",
            VORSTKADE.site_key in script.text and "set-cookie" not in script.headers,
        ),
    ]


def _without_consent(at: Addresses) -> list[Finding]:
    return _leaves_nothing(at, "without consent", None)


def _refused(at: Addresses) -> list[Finding]:
    return _leaves_nothing(at, "after a refusal", _choice(agrees=False))


def _leaves_nothing(at: Addresses, when: str, consent: str | None) -> list[Finding]:
    _visit_as(at, "daf")
    rows, entries = _rows(), _entries_added()
    answer = _send(at, consent)
    time.sleep(2.5)  # longer than the drain takes: had anything been queued, it would be a row by now
    return [
        Finding(f"A hit {when} gets the usual answer", str(answer.status), answer.status == 204),
        Finding(
            f"A hit {when} leaves nothing in the stream",
            f"+{_entries_added() - entries} entries",
            _entries_added() == entries,
        ),
        Finding(f"A hit {when} leaves no row", f"+{sum(_rows()) - sum(rows)} rows", _rows() == rows),
    ]


def _with_consent(at: Addresses) -> list[Finding]:
    ada = Client()
    ada.sign_in(at.product, VORSTKADE.people[0].email, PASSWORD)
    leads = f"{at.product}/app/{VORSTKADE.slug}/leads/?period=today&q=DAF"
    before = _visits_in_list(ada.get(leads).text)
    _visit_as(at, "daf")
    began = time.monotonic()
    answer = _send(at, _choice(agrees=True))
    seen = _until(lambda: _visits_in_list(ada.get(leads).text), lambda visits: visits > before)
    return [
        Finding("A hit with consent gets the same answer", str(answer.status), answer.status == 204),
        Finding(
            f"It is a visit of {COMPANY} in the right tenant's list",
            f"{before} → {seen} visits after {time.monotonic() - began:.1f} s",
            seen == before + 1,
        ),
    ]


def _home_user(at: Addresses) -> list[Finding]:
    rows, leads = _rows(), _count("enrichment_lead")
    _visit_as(at, "kpn")
    _send(at, _choice(agrees=True))
    visits = _until(lambda: _rows()[0], lambda count: count > rows[0])
    return [
        Finding("A home user's visit with consent is recorded", f"+{visits - rows[0]} visit", visits == rows[0] + 1),
        Finding(
            "A home user's visit becomes nobody's lead",
            f"+{_count('enrichment_lead') - leads} leads",
            _count("enrichment_lead") == leads,
        ),
    ]


def _rival(at: Addresses) -> list[Finding]:
    rolf = Client()
    rolf.sign_in(at.product, RIVAL.people[0].email, PASSWORD)
    own = rolf.get(f"{at.product}/app/{RIVAL.slug}/leads/?period=90")
    foreign = rolf.get(f"{at.product}/app/{VORSTKADE.slug}/leads/")
    return [
        Finding("The rival sees its own leads", str(own.status), own.status == 200 and RIVAL.name in own.text),
        Finding(f"The rival does not see {COMPANY}", "absent", COMPANY not in unescape(own.text)),
        Finding("The other tenant's list does not exist for the rival", str(foreign.status), foreign.status == 404),
    ]


def _visit_as(at: Addresses, persona: str) -> None:
    Client().post_form(f"{at.website}/bezoek-als", {"persona": persona, "terug": "/"})


def _send(at: Addresses, consent: str | None) -> Answer:
    body: dict[str, object] = {
        "id": secrets.token_hex(16),
        "kind": "view",
        "url": f"{at.website}/prijzen",
        "title": f"Prijzen · {VORSTKADE.name}",
        "referrer": "",
        "visitor": secrets.token_hex(16),
    }
    if consent is not None:
        body["consent"] = {"platform": "cookiebot", "name": "CookieConsent", "value": consent}
    return Client().post_hit(f"{at.front}/t/{VORSTKADE.site_key}", body, page=f"{at.website}/prijzen")


def _choice(*, agrees: bool) -> str:
    """A cookie of somebody new who just chose."""
    stamp = base64.b64encode(secrets.token_bytes(40)).decode()
    return value(marketing=agrees, statistics=agrees, stamp=stamp)


def _visits_in_list(page: str) -> int:
    """The number of visits beside the company in the list, 0 when it is not there."""
    row = rf">{re.escape(COMPANY)}</a>.*?class=\"at-visits end\">(\d+)<"
    found = re.search(row, unescape(page), re.DOTALL)
    return int(found.group(1)) if found else 0


def _rows() -> list[int]:
    return [_count(table) for table in TABLES]


def _count(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608 (constants)
        return int(cursor.fetchone()[0])


def _entries_added() -> int:
    """How many entries were ever added to the streams, whether or not they were read since."""
    client = valkey()
    streams = list(client.scan_iter("hits:*", _type="stream"))
    return sum(int(client.xinfo_stream(name)["entries-added"]) for name in streams)


def _until(ask: Callable[[], int], enough: Callable[[int], bool]) -> int:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not enough(seen := ask()) and time.monotonic() < deadline:
        time.sleep(0.2)
    return seen

"""The page on which an organisation says that it does not want to be shown: from its network, or by DNS (edge).

The address of who asks is judged in memory and kept nowhere.
"""

from datetime import UTC, datetime
from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from dashboard.privacy.public_page import public_page
from enrichment.actions import Organisation
from enrichment.dns_objection import LABEL, VALUE, DnsAnswer, ask_domain, clean_domain, system_resolver
from enrichment.identification import identify
from enrichment.known_ranges import known_ranges
from enrichment.objection_matching import wish_of_company, wish_of_domain
from enrichment.objection_retention import proof_days
from enrichment.objections import (
    ObjectionOutcome,
    ObjectionProof,
    ObjectionWay,
    Wish,
    find_objection,
    object_to_being_shown,
)
from enrichment.verdict import SHOWN_FROM
from tracking.client_ip import client_address

RESOLVER = system_resolver


@csrf_exempt  # nobody is signed in here; what counts is the network or the domain, which no other page can lend
@require_http_methods(["GET", "POST"])
def organisation(request: HttpRequest) -> HttpResponseBase:
    """Both ways, and the check of a receipt (`number`). Form fields: `way` (`network` or `dns`) and `domain`."""
    wish = _of_network(request)
    days = proof_days(settings.RETENTION_CEILINGS)
    context: dict[str, Any] = {"wish": wish, "label": LABEL, "value": VALUE, "domain": "", "days": days}
    if request.method == "POST":
        return _take(request, wish, context)
    number = request.GET.get("number", "")
    proof: ObjectionProof | None = find_objection(number) if number else None
    context |= {"receipt_number": number, "proof": proof}
    return public_page("privacy/organisation.html", context, status=404 if number and proof is None else 200)


def _take(request: HttpRequest, wish: Wish | None, context: dict[str, Any]) -> HttpResponseBase:
    if request.POST.get("way") == "dns":
        domain = clean_domain(request.POST.get("domain", ""))
        answer = ask_domain(domain, RESOLVER())
        context |= {"domain": request.POST.get("domain", "")[:253], "dns": answer.value}
        wish = wish_of_domain(domain) if answer is DnsAnswer.SAYS_SO else None
    if wish is None:
        return public_page("privacy/organisation.html", {**context, "is_refused": True}, status=422)
    outcome, number = object_to_being_shown(wish, at=datetime.now(UTC))
    context |= {"taken": wish, "number": number, "waits": outcome is ObjectionOutcome.WAITS_FOR_STAFF}
    return public_page("privacy/organisation_done.html", context)


def _of_network(request: HttpRequest) -> Wish | None:
    """The organisation whose own network the request comes from, or None."""
    forwarded = cast(str, request.META.get("HTTP_X_FORWARDED_FOR", ""))
    address = client_address(request.META.get("REMOTE_ADDR", ""), forwarded, settings.TRUSTED_PROXIES)
    if address is None:
        return None
    learnt = known_ranges().lookup(address, now=datetime.now(UTC))
    if learnt is not None and learnt.company_id is not None:
        return wish_of_company(learnt.company_id, way=ObjectionWay.NETWORK)
    found = Organisation.of(identify(address))
    name = found.verdict.organisation
    if name is None or found.verdict.confidence < SHOWN_FROM:
        return None
    normalised, country = found.company_key
    return Wish(way=ObjectionWay.NETWORK, name=name.display[:200], normalised=normalised, country=country)

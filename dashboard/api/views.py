"""The two questions that programs may ask, each inside the scope of the key's tenant (edge)."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from connectleads.tenancy.models import Tenant
from connectleads.tenancy.scope import tenant_scope
from dashboard.api.keys import ApiKeyAuthentication, KeyThrottle, client_in
from dashboard.api.lead_answers import LeadAnswer, LeadPage, LeadQuestion
from enrichment.lead_feed import FedLead, fed_lead, lead_feed
from enrichment.legal_basis import LegalBasis, legal_bases
from enrichment.usage import locked_leads

PAGE_SIZE = 100


class TenantView(APIView):
    """Reads as one tenant."""

    authentication_classes = (ApiKeyAuthentication,)
    throttle_classes = (KeyThrottle,)
    permission_classes = ()


class Leads(TenantView):
    """GET /api/v1/leads/."""

    @extend_schema(parameters=[LeadQuestion], responses=LeadPage)
    def get(self, request: Request) -> Response:
        """Leads that were seen in the days asked for, a hundred at a time."""
        question = LeadQuestion(data=request.query_params)
        question.is_valid(raise_exception=True)
        asked, now = question.validated_data, datetime.now(UTC)
        with tenant_scope(client_in(request).tenant_id):
            tenant = Tenant.objects.get(id=client_in(request).tenant_id)
            since = now - timedelta(days=asked["days"])
            offset = (asked["page"] - 1) * PAGE_SIZE
            found = lead_feed(tenant, since=since, limit=PAGE_SIZE + 1, offset=offset)
            locked = locked_leads(tenant, now=now)
            bases = legal_bases([one.id for one in found[:PAGE_SIZE] if one.id not in locked])
        leads = [_answer(one, bases, is_locked=one.id in locked, now=now) for one in found[:PAGE_SIZE]]
        following = asked["page"] + 1 if len(found) > PAGE_SIZE else None
        return Response(LeadPage({"next_page": following, "leads": leads}).data)


class Lead(TenantView):
    """GET /api/v1/leads/<id>/."""

    @extend_schema(responses=LeadAnswer)
    def get(self, request: Request, lead_id: UUID) -> Response:
        """One lead with its sums over all time. 404 when the key's tenant has no such lead."""
        now = datetime.now(UTC)
        with tenant_scope(client_in(request).tenant_id):
            tenant = Tenant.objects.get(id=client_in(request).tenant_id)
            found = fed_lead(tenant, lead_id)
            is_locked = lead_id in locked_leads(tenant, now=now)
            bases = {} if is_locked else legal_bases([lead_id])
        if found is None:
            raise Http404
        return Response(LeadAnswer(_answer(found, bases, is_locked=is_locked, now=now)).data)


def _answer(one: FedLead, bases: Mapping[UUID, LegalBasis], *, is_locked: bool, now: datetime) -> dict[str, Any]:
    basis = bases.get(one.id)
    told = {**asdict(one), "is_locked": is_locked, "legal_basis": _basis(basis, now) if basis else None}
    return {**told, "name": None, "domain": None} if is_locked else told


def _basis(basis: LegalBasis, now: datetime) -> dict[str, Any]:
    return {**asdict(basis), "holds": basis.holds(now), "stated_at": now, "line": basis.line(now)}

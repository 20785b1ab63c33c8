"""Who may open a tenant's page: its members, inside that tenant's scope; to all others it does not exist (edge)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlencode, urlsplit
from uuid import UUID

from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from connectleads.tenancy.models import MemberRole, StaffLook, Tenant, User
from connectleads.tenancy.queries import Belonging, tenants_of
from connectleads.tenancy.scope import tenant_scope
from connectleads.tenancy.staff_looks import current_look
from enrichment.usage import locked_leads

SAFE = ("GET", "HEAD", "OPTIONS")

Arguments = ParamSpec("Arguments")


@dataclass(frozen=True, slots=True)
class Member:
    """The person who asks, the tenant in scope, what that person may do there, and the other tenants to switch to.

    `look` is set for a member of the installation's staff who looks along: as a viewer, and for reading only. `locked`
    are the leads above the tenant's plan, read on pages about one lead only.
    """

    user: User
    tenant: Tenant
    belonging: Belonging
    belongings: tuple[Belonging, ...]
    look: StaffLook | None = None
    locked: frozenset[UUID] | None = None

    @property
    def may_edit(self) -> bool:
        """Whether this person may change leads."""
        return self.belonging.role.may_edit

    @property
    def may_administer(self) -> bool:
        """Whether this person may change members and settings."""
        return self.belonging.role.may_administer

    @property
    def may_own(self) -> bool:
        """Whether this person may transfer or delete the tenant."""
        return self.belonging.role.may_own


View = Callable[Concatenate[HttpRequest, Member, Arguments], HttpResponseBase]


def to_sign_in(request: HttpRequest) -> HttpResponseBase:
    """To the sign-in page and back to the page that was open; htmx is told to leave the page for it."""
    partly = "HX-Request" in request.headers
    shown = request.headers.get("HX-Current-URL" if partly else "Referer", "")
    page = request.get_full_path() if request.method == "GET" and not partly else urlsplit(shown).path or "/"
    address = f"{settings.LOGIN_URL}?{urlencode({'next': page}, safe='/')}"
    return HttpResponseClientRedirect(address) if partly else redirect(address)


def member_page(view: View[Arguments]) -> Callable[..., HttpResponseBase]:
    """Open the scope of the tenant in the address (`slug`) and hand the view its Member. 404 to strangers."""

    @wraps(view)
    def guarded(request: HttpRequest, slug: str, *args: Arguments.args, **kwargs: Arguments.kwargs) -> HttpResponseBase:
        if not isinstance(request.user, User):
            return to_sign_in(request)
        belongings = tuple(tenants_of(request.user.pk))
        belonging = next((one for one in belongings if one.slug == slug), None)
        look = current_look(request, slug, now=datetime.now(UTC)) if belonging is None else None
        if look is not None:
            belonging = Belonging(look.tenant.id, slug, look.tenant.name, MemberRole.VIEWER)
        if belonging is None:
            raise Http404
        if look is not None and request.method not in SAFE:
            raise PermissionDenied
        with tenant_scope(belonging.tenant_id):
            tenant = Tenant.objects.select_related("plan").get(id=belonging.tenant_id)
            if tenant.requires_second_factor and look is None and not is_mfa_enabled(request.user):
                return _to_second_factor(request, tenant)
            member = Member(request.user, tenant, belonging, belongings, look, _locked(tenant, kwargs.get("lead_id")))
            if kwargs.get("lead_id") in (member.locked or ()):
                response = _locked_page(request, member)
            else:
                response = view(request, member, *args, **kwargs)
            if hasattr(response, "render"):
                response.render()  # templates must not outlive the scope
            patch_cache_control(response, private=True, no_cache=True)
            return response

    return guarded


def admin_page(view: View[Arguments]) -> Callable[..., HttpResponseBase]:
    """As `member_page`, for owners and admins only: 403 to other members."""

    def allowed(
        request: HttpRequest, member: Member, /, *args: Arguments.args, **kwargs: Arguments.kwargs
    ) -> HttpResponseBase:
        if not member.may_administer:
            raise PermissionDenied
        return view(request, member, *args, **kwargs)

    return member_page(wraps(view)(allowed))


def owner_page(view: View[Arguments]) -> Callable[..., HttpResponseBase]:
    """As `member_page`, for owners only, who show for each change that it is them: 403 to other members."""

    def allowed(
        request: HttpRequest, member: Member, /, *args: Arguments.args, **kwargs: Arguments.kwargs
    ) -> HttpResponseBase:
        if not member.may_own:
            raise PermissionDenied
        if request.method not in SAFE:
            raise_if_reauthentication_required(request, app="")
        return view(request, member, *args, **kwargs)

    return member_page(wraps(view)(allowed))


def _locked(tenant: Tenant, lead_id: object) -> frozenset[UUID] | None:
    """The leads above the tenant's plan, for a page about one lead; None for any other page."""
    return None if lead_id is None else locked_leads(tenant, now=datetime.now(UTC))


def _locked_page(request: HttpRequest, member: Member) -> HttpResponseBase:
    """What stands in the place of every page about a lead above the tenant's plan."""
    context = {"member": member, "section": "leads"}
    return render(request, "leads/locked.html", context, status=200 if request.method in SAFE else 403)


def _to_second_factor(request: HttpRequest, tenant: Tenant) -> HttpResponseBase:
    words = _("%(name)s asks every member for a second factor. Add one, and you can go on.")
    messages.warning(request, words % {"name": tenant.name})
    partly = "HX-Request" in request.headers
    return HttpResponseClientRedirect("/accounts/2fa/") if partly else redirect("mfa_index")

"""Who may open a tenant's page: its members, inside that tenant's scope; to all others it does not exist (edge)."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.cache import patch_cache_control
from django_htmx.http import HttpResponseClientRedirect

from connectleads.tenancy.models import Tenant, User
from connectleads.tenancy.queries import Belonging, tenants_of
from connectleads.tenancy.scope import tenant_scope

Arguments = ParamSpec("Arguments")


@dataclass(frozen=True, slots=True)
class Member:
    """The person who asks, the tenant in scope, what that person may do there, and the other tenants to switch to."""

    user: User
    tenant: Tenant
    belonging: Belonging
    belongings: tuple[Belonging, ...]

    @property
    def may_edit(self) -> bool:
        """Whether this person may change leads."""
        return self.belonging.role.may_edit

    @property
    def may_administer(self) -> bool:
        """Whether this person may change the tenant's websites and settings."""
        return self.belonging.role.may_administer


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
        if belonging is None:
            raise Http404
        with tenant_scope(belonging.tenant_id):
            tenant = Tenant.objects.get(id=belonging.tenant_id)
            response = view(request, Member(request.user, tenant, belonging, belongings), *args, **kwargs)
            if hasattr(response, "render"):
                response.render()  # templates must not outlive the scope
            patch_cache_control(response, private=True, no_cache=True)
            return response

    return guarded

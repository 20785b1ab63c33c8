"""Who may open a tenant's page: its members, inside that tenant's scope; to all others it does not exist (edge)."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.cache import patch_cache_control

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


View = Callable[Concatenate[HttpRequest, Member, Arguments], HttpResponseBase]


def member_page(view: View[Arguments]) -> Callable[..., HttpResponseBase]:
    """Open the scope of the tenant in the address (`slug`) and hand the view its Member. 404 to strangers."""

    @wraps(view)
    @login_required
    def guarded(request: HttpRequest, slug: str, *args: Arguments.args, **kwargs: Arguments.kwargs) -> HttpResponseBase:
        assert isinstance(request.user, User)
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

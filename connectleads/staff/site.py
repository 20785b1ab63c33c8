"""The admin site: for staff with a second factor, under an address of one's choice (edge)."""

from collections.abc import Callable, Sequence
from typing import Any

from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.mfa.utils import is_mfa_enabled
from csp.constants import SELF, UNSAFE_EVAL, UNSAFE_INLINE
from csp.decorators import csp_replace
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, path, reverse
from unfold.sites import UnfoldAdminSite

from connectleads.staff import pages
from connectleads.staff.objections import objections

# The admin's own scripts (Alpine) compile expressions; that is allowed on these pages and nowhere else.
POLICY = {"script-src": [SELF, UNSAFE_EVAL], "style-src": [SELF, UNSAFE_INLINE]}
SAFE = ("GET", "HEAD", "OPTIONS")


class StaffSite(UnfoldAdminSite):  # type: ignore[misc]
    """Unfold's site with our pages, and nothing that writes a table by itself."""

    site_header = site_title = "ConnectLeads"
    index_template = "staff/index.html"

    def has_permission(self, request: HttpRequest) -> bool:
        """Staff that is switched on and has a second factor."""
        user = request.user
        return bool(user.is_active and getattr(user, "is_staff", False) and is_mfa_enabled(user))

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponseBase:
        """Our own sign-in, and for staff without a second factor the page where one is added."""
        if getattr(request.user, "is_staff", False) and not is_mfa_enabled(request.user):
            return redirect("mfa_index")
        if request.user.is_authenticated:
            return redirect("home")
        return redirect_to_login(reverse("admin:index"))

    def admin_view(self, view: Callable[..., HttpResponseBase], cacheable: bool = False) -> Callable[..., Any]:
        """Each change asks for the password again when it was given more than ten minutes ago."""

        def careful(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.method not in SAFE and self.has_permission(request):
                raise_if_reauthentication_required(request, app="")
            return view(request, *args, **kwargs)

        guarded: Callable[..., Any] = csp_replace(POLICY)(super().admin_view(careful, cacheable))
        return guarded

    def get_urls(self) -> Sequence[URLPattern | URLResolver]:
        """Our pages and unfold's frame; Django's own log-in and password pages are allauth's business."""

        def page(address: str, view: Callable[..., HttpResponseBase], name: str) -> URLPattern:
            def shown(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
                return view(request, self.each_context(request), **kwargs)

            return path(address, self.admin_view(shown), name=name)

        return [
            page("", pages.overview, "index"),
            path("login/", self.login, name="login"),
            path("logout/", self.admin_view(pages.to_sign_out), name="logout"),
            path("password/", self.admin_view(pages.to_password), name="password_change"),
            path("search/", self.admin_view(self.search), name="search"),
            page("tenants/", pages.tenants, "staff_tenants"),
            page("tenants/<uuid:tenant_id>/", pages.tenant, "staff_tenant"),
            page("tenants/<uuid:tenant_id>/look/", pages.look, "staff_look"),
            page("retention/", pages.retention, "staff_retention"),
            page("streams/", pages.streams, "staff_streams"),
            page("companies/", pages.companies, "staff_companies"),
            page("objections/", objections, "staff_objections"),
            page("audit/", pages.audit, "staff_audit"),
        ]


staff_site = StaffSite()

"""The admin site: for staff with a second factor, under an address of one's choice (edge)."""

from collections.abc import Callable, Sequence
from typing import Any

from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, path, reverse
from unfold.sites import UnfoldAdminSite

from connectleads.staff import company_pages, pages, stream_pages
from connectleads.staff.objections import objections

SAFE = ("GET", "HEAD", "OPTIONS")


class StaffSite(UnfoldAdminSite):  # type: ignore[misc]
    """Unfold's site with our pages in the product's own frame, and nothing that writes a table by itself.

    Unfold's frame needs scripts that compile expressions; ours needs none, so that these pages have the policy of all.
    """

    site_header = site_title = "ConnectLeads"

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

        guarded: Callable[..., Any] = super().admin_view(careful, cacheable)
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
            page("tenants/", pages.tenants, "staff_tenants"),
            page("tenants/<uuid:tenant_id>/", pages.tenant, "staff_tenant"),
            page("tenants/<uuid:tenant_id>/look/", pages.look, "staff_look"),
            page("retention/", pages.retention, "staff_retention"),
            page("sources/", pages.sources, "staff_sources"),
            page("streams/", stream_pages.streams, "staff_streams"),
            page("streams/entries/", stream_pages.entries, "staff_entries"),
            page("companies/", company_pages.companies, "staff_companies"),
            page("companies/<uuid:company_id>/", company_pages.company, "staff_company"),
            page("objections/", objections, "staff_objections"),
            page("audit/", pages.audit, "staff_audit"),
        ]


staff_site = StaffSite()

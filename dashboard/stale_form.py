"""What happens when a form's token is no longer good, for instance after signing out in another tab (edge)."""

from django.http import HttpRequest, HttpResponseBase
from django.views.csrf import csrf_failure
from django_htmx.http import HttpResponseClientRefresh


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponseBase:
    """htmx is told to load the page anew; a plain form gets the page that explains it, with status 403."""
    if "HX-Request" in request.headers:
        return HttpResponseClientRefresh()
    return csrf_failure(request, reason=reason)

"""Ends the look that a member of the installation's staff took (edge). Where it begins is the admin's business."""

from datetime import UTC, datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from connectleads.tenancy.staff_looks import end_look


@require_POST
@login_required
def stop_looking(request: HttpRequest) -> HttpResponseBase:
    """Stop, and go back to the start."""
    if end_look(request, now=datetime.now(UTC)):
        messages.success(request, _("You no longer look along."))
    return redirect("home")

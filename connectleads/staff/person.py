"""Which member of the staff asks (edge)."""

from django.http import HttpRequest

from connectleads.tenancy.models import User


def staff_member(request: HttpRequest) -> User:
    """The person behind a request that the site's guard let through."""
    assert isinstance(request.user, User)
    return request.user

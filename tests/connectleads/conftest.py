"""Staff at work."""

from collections.abc import Callable

import pytest
from django.test import Client

from connectleads.tenancy.models import User
from tests.conftest import Cast


@pytest.fixture
def sam(cast: Cast, signed_in: Callable[[User], Client]) -> Client:
    """Sam, who has just shown who he is."""
    return shown(signed_in(cast.sam))


def shown(client: Client) -> Client:
    """The same browser, after the password was given again."""
    client.post("/accounts/reauthenticate/", {"password": "a long password"})
    return client

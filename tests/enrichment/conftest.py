"""A registry on this machine, for all who ask one."""

from collections.abc import Iterator

import pytest

from enrichment.findings import Registry
from tests.enrichment.rdap_server import RdapServer, rdap_server


@pytest.fixture
def registry(settings) -> Iterator[RdapServer]:
    """RIPE, and all others too, at one server on this machine; switched on and permitted."""
    with rdap_server() as server:
        settings.REGISTRIES = settings.REGISTRIES_PERMITTED = frozenset(one.value for one in Registry)
        settings.REGISTRY_CONTACT = "ada@example.nl"
        settings.REGISTRY_SERVERS = {one.value: server.url for one in Registry}
        yield server

"""The doors as a fixture."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.tracking.doors import Client, DjangoDoor, GranianDoor, ServerDoor


@pytest.fixture(params=[DjangoDoor, ServerDoor, GranianDoor], ids=["django", "collector", "granian"])
def door(request: pytest.FixtureRequest, stream: None) -> Iterator[Any]:
    """Each door in turn; `Client` asks it."""
    Client.door = door = request.param()
    yield door
    door.close()
    Client.door = DjangoDoor()

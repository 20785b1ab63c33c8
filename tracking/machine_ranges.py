"""Published ranges of machines, as another room of the product keeps them (edge): see settings.MACHINE_RANGES."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.utils.module_loading import import_string

log = logging.getLogger(__name__)


class MachineRanges:
    """Answers from the lists as of the last `look`, without opening a file, so that an event loop may ask it.

    A range is one sign of a robot among others, so nothing that is wrong with a list may reach a visitor: it is logged
    by the name of the error alone, for its words may hold the address.
    """

    def __init__(self) -> None:
        self._holds: Callable[[bytes], bool] | None = None

    def look(self) -> None:
        """Take up the lists as they are now. Never raises: what was known serves on."""
        try:
            self._holds = import_string(settings.MACHINE_RANGES)()
        except Exception as error:
            log.error("the lists of machines cannot be opened (%s)", type(error).__name__)

    def holds(self, address: bytes | None) -> bool:
        """Whether a packed address lies in a range of robots, scanners or hosts. Never raises."""
        if address is None or self._holds is None:
            return False
        try:
            return self._holds(address)
        except Exception as error:
            self._holds = None
            log.error("the lists of machines cannot be read (%s)", type(error).__name__)
            return False


MACHINES = MachineRanges()

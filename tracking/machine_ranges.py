"""Published ranges of machines, as another room of the product keeps them (edge): see settings.MACHINE_RANGES."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.utils.module_loading import import_string

log = logging.getLogger(__name__)


class MachineRanges:
    """Answers from the lists as of the last `look`, without opening a file, so that an event loop may ask it."""

    def __init__(self) -> None:
        self._holds: Callable[[bytes], bool] | None = None
        self._is_unfit = False

    def look(self) -> None:
        """Take up the lists as they are now. Never raises: what was known serves on."""
        try:
            self._holds = import_string(settings.MACHINE_RANGES)()
            self._is_unfit = False
        except (OSError, ValueError) as error:
            if not self._is_unfit:
                log.error(
                    "the lists of machines cannot be read (%s); robots are told without them", type(error).__name__
                )
            self._is_unfit = True

    def holds(self, address: bytes | None) -> bool:
        """Whether a packed address lies in a range of robots, scanners or hosts."""
        return address is not None and self._holds is not None and self._holds(address)


MACHINES = MachineRanges()

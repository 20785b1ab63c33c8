"""Which addresses lie in published ranges of machines: robots, scanners, hosts (edge: the installation's lists)."""

from collections.abc import Callable
from ipaddress import ip_address
from pathlib import Path
from time import monotonic

from django.conf import settings

from enrichment.addresses import Address, unwrapped
from enrichment.findings import ListFinding
from enrichment.identification import LOOKS_AGAIN_AFTER, open_kind_lists, published_lists
from enrichment.kinds import Kind
from enrichment.sources.data_files import kind_lists_file, mark_of
from enrichment.sources.text_lists import TextLists

Lookup = Callable[[Address], ListFinding | None]


class _Opened:
    """The lists that this process has open, and when it looks again for fresher ones."""

    def __init__(self) -> None:
        self._lookups: tuple[Lookup, ...] = ()
        self._marks: tuple[tuple[int, int], ...] | None = None
        self._looks_again_at = float("-inf")

    def lookups(self) -> tuple[Lookup, ...]:
        """Those of the files as they are now. What fails to open is tried again a while later."""
        now = monotonic()
        if now >= self._looks_again_at:
            self._looks_again_at = now + LOOKS_AGAIN_AFTER
            published = published_lists()
            files = (kind_lists_file(Path(settings.VAR_DIR)), *(one.path for one in published))
            marks = tuple(map(mark_of, files))
            if marks != self._marks:
                texts = (TextLists(published).lookup,) if published else ()
                self._lookups, self._marks = (*texts, open_kind_lists().lookup), marks
        return self._lookups

    def forget(self) -> None:
        """Open everything anew when it is next needed."""
        self._marks, self._looks_again_at = None, float("-inf")


OPENED = _Opened()


def machine_ranges() -> Callable[[bytes], bool]:
    """Tells of a packed address (4 or 16 bytes) whether a list has it, by the files as they are now; asks nobody.

    Raises whatever the opening of a file raises, and not again before it is tried again.
    """
    lookups = OPENED.lookups()

    def holds(packed: bytes) -> bool:
        address = unwrapped(ip_address(packed))
        found = next((finding for lookup in lookups if (finding := lookup(address)) is not None), None)
        return found is not None and found.kind is Kind.HOSTING

    return holds

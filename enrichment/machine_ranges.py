"""Which addresses lie in published ranges of machines: robots, scanners, hosts (edge: the installation's lists)."""

from collections.abc import Callable
from ipaddress import ip_address

from maxminddb import InvalidDatabaseError

from enrichment.addresses import unwrapped
from enrichment.identification import installed
from enrichment.kinds import Kind


def machine_ranges() -> Callable[[bytes], bool]:
    """Tells of a packed address (4 or 16 bytes) whether a list has it, by the files as they are now; asks nobody.

    Raises OSError or ValueError when a file cannot be opened or is no list.
    """
    try:
        identifier = installed()
    except InvalidDatabaseError as error:
        raise ValueError("a file of networks is no database") from error
    sources = [one for one in (identifier.published, identifier.lists) if one is not None]

    def holds(packed: bytes) -> bool:
        address = unwrapped(ip_address(packed))
        found = next((finding for source in sources if (finding := source.lookup(address)) is not None), None)
        return found is not None and found.kind is Kind.HOSTING

    return holds

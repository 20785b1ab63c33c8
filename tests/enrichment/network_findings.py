"""A finding of the routing data, with what a test asks for."""

from enrichment.verdict import NetworkFinding


def found(
    holder: str | None,
    *,
    asn: int | None = 60_000,
    country: str | None = "NL",
    size: int | None = 1_024,
    spread: int | None = 1,
    special: str | None = None,
) -> NetworkFinding:
    return NetworkFinding(
        network=None,
        asn=asn,
        holder=holder,
        source="Routing data",
        country=country,
        holder_size=size,
        holder_spread=spread,
        special=special,
    )

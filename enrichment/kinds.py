"""What a network can be, and which of these may become a lead; pure."""

from enum import StrEnum


class Kind(StrEnum):
    """The answer to "who is behind this network?"; unknown is a good answer, a wrong company the worst."""

    BUSINESS = "business"
    ISP = "isp"
    MOBILE = "mobile"
    HOSTING = "hosting"
    VPN = "vpn"
    EDUCATION = "education"
    GOVERNMENT = "government"
    INDIVIDUAL = "individual"
    UNKNOWN = "unknown"

    @property
    def names_organisation(self) -> bool:
        """True where the holder of the network is itself the visitor's organisation."""
        return self in ORGANISATIONS

    def becomes_lead(self, also: frozenset["Kind"] = frozenset()) -> bool:
        """Businesses always; education and government when the tenant chose so; never anything else."""
        return self is Kind.BUSINESS or (self.names_organisation and self in also)


ORGANISATIONS = frozenset({Kind.BUSINESS, Kind.EDUCATION, Kind.GOVERNMENT})

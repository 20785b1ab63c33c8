"""What the documents are made from: the installation, the tenant and its websites, as they are set (pure)."""

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """The languages in which each document exists."""

    DUTCH = "nl"
    ENGLISH = "en"


class Kind(StrEnum):
    """The documents. The values stay as they are: published texts hold them."""

    COOKIE_POLICY = "cookie_policy"
    PRIVACY_STATEMENT = "privacy_statement"
    CHECKLIST = "checklist"
    ROLES = "roles"
    AGREEMENT = "agreement"
    REGISTER = "register"
    IMPACT_SCAN = "impact_scan"
    MEASURES = "measures"


@dataclass(frozen=True, slots=True, kw_only=True)
class SubProcessor:
    """A company that handles data for the provider: what for, where, and the ground outside the EEA ("" inside)."""

    name: str
    service: str
    country: str
    safeguard: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFacts:
    """A website as its settings are. `own_banner` says that its consent banner is ours and sets a cookie of ours."""

    key: str
    host: str
    platform_label: str
    own_banner: bool
    purpose: str
    purpose_reason: str
    max_age_days: int
    honours_dnt: bool
    hash_routes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything that a document may say. An empty text is a fact that somebody must still add; days are whole days.

    `provider_…` is who runs this installation, `controller_…` the tenant, `gate_version` the version of the rules by
    which consent is judged. `sub_processors` is None until the provider has said whom it engages, and empty when that
    is nobody. `registries` are the regional registries that are asked to whom an address belongs, by their short
    names in order; `reverse_dns` says that name servers are asked too. `sites` are the active ones.
    """

    provider_name: str
    provider_address: str
    provider_contact: str
    product_url: str
    collector_host: str
    sub_processors: tuple[SubProcessor, ...] | None
    controller_name: str
    controller_address: str
    controller_contact: str
    controller_officer: str
    controller_recipients: str
    page_views_days: int
    visits_days: int
    leads_days: int
    receipts_days: int
    requests_days: int
    audit_days: int
    shows_education: bool
    shows_government: bool
    gate_version: int
    registries: tuple[str, ...]
    reverse_dns: bool
    sites: tuple[SiteFacts, ...]

    def site(self, key: str) -> SiteFacts | None:
        """The active website with that public key."""
        return next((site for site in self.sites if site.key == key), None)


# What the snippet stores in the browser of a visitor who agreed; tests hold these to the snippet's own source.
VISITOR_COOKIE = "connectleads_visitor"
VISITOR_COOKIE_DAYS = 395
BANNER_COOKIE = "connectleads_consent"

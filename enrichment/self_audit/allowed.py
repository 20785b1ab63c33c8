"""What may stand where, and why: everything that is not listed is a finding (pure).

A planted value may stand nowhere. `*` stands for every column of a table.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from enrichment.self_audit.traces import Trace

PEOPLE_WHO_WORK_HERE = frozenset({Trace.MAIL, Trace.TELEPHONE})


@dataclass(frozen=True, slots=True)
class Allowance:
    """Traces that a column may hold, and the reason."""

    traces: frozenset[Trace]
    reason: str


def _members(reason: str) -> Allowance:
    return Allowance(PEOPLE_WHO_WORK_HERE, reason)


_NUMBERS = Allowance(frozenset({Trace.TELEPHONE}), "numbers in a page's own address or title are the website's")
_NETWORK = Allowance(
    frozenset({Trace.ADDRESS, Trace.TELEPHONE}), "a network block of /29 or wider, and numbers of AS's"
)
_LEFT_OUT = Allowance(frozenset({Trace.ADDRESS}), "a range that a member wrote down as the tenant's own")
_VERSIONS = Allowance(frozenset({Trace.ADDRESS}), "a browser's version looks like an address")
_DIGITS = Allowance(frozenset({Trace.TELEPHONE}), "digits of a key or hash")
MAY_HOLD: Mapping[tuple[str, str], Allowance] = {
    ("tracking_pageview", "path"): _NUMBERS,
    ("tracking_pageview", "title"): _NUMBERS,
    ("tracking_visit", "entry_path"): _NUMBERS,
    ("tracking_visit", "campaign"): _NUMBERS,
    ("tracking_event", "path"): _NUMBERS,
    ("tracking_event", "target"): _NUMBERS,
    ("tracking_event", "name"): _NUMBERS,
    ("tracking_streamposition", "position"): _DIGITS,
    ("enrichment_network", "block"): _NETWORK,
    ("enrichment_network", "evidence"): _NETWORK,
    ("enrichment_network", "holder"): _NETWORK,
    ("enrichment_exclusion", "value"): _LEFT_OUT,
    ("enrichment_exclusion", "label"): _LEFT_OUT,
    ("usersessions_usersession", "user_agent"): _VERSIONS,
    ("usersessions_usersession", "ip"): Allowance(
        frozenset({Trace.ADDRESS}), "a member's own session, cut to its network"
    ),
    ("django_migrations", "*"): _DIGITS,
}
# Tables in which people who work with the product appear, by their own doing; visitors never do.
MEMBERS_TABLES = (
    ("tenancy_", "members, invitations and what they did"),
    ("account_", "members' mail addresses"),
    ("socialaccount_", "members' other accounts"),
    ("usersessions_", "members' sessions"),
    ("mfa_", "members' second factors"),
    ("django_", "sessions of members, and the framework's own"),
    ("auth_", "the framework's own"),
    ("consent_privacyprofile", "what a tenant says about itself"),
    ("consent_publishedtext", "texts with the tenant's and the operator's own contacts"),
    ("consent_acceptance", "who accepted the agreement"),
    ("consent_bannersnapshot", "the text of a public banner, and who kept it"),
    ("consent_policyversion", "who checked a banner"),
    ("enrichment_company", "registry names and domains of organisations"),
    ("enrichment_objection", "who of the staff reviewed it"),
    ("enrichment_restrictedlead", "what members wrote about a lead that is kept apart"),
    ("enrichment_privacyaudit", "this audit's own outcome"),
    ("dashboard_", "what members write about leads"),
)


def may_hold(table: str, column: str, trace: Trace) -> bool:
    """Whether that trace in that column is as it should be. Partitions count as their table."""
    if trace is Trace.PLANTED:
        return False
    name = "tracking_pageview" if table.startswith("tracking_pageview") else table
    allowance = MAY_HOLD.get((name, column)) or MAY_HOLD.get((name, "*"))
    if allowance is not None and trace in allowance.traces:
        return True
    return trace in PEOPLE_WHO_WORK_HERE and name.startswith(tuple(prefix for prefix, _ in MEMBERS_TABLES))

"""What a TC string proves under the IAB's policies and ours (pure).

Only consent bits count, legitimate interests never. Which purposes make a category is our own choice and not the IAB's.
A string names its vendors: unless the site names ours, or has decided that the purposes alone will do because its own
banner lists our service, the string is no proof for us.
"""

import re
from datetime import UTC, datetime

from consent.context import Context
from consent.decoding import fitting
from consent.evidence import Reading, invalid
from consent.policy import SitePolicy, TcfMode
from consent.reasons import Reason
from consent.tcf import NO_VENDORS, TcString, decode

STATISTICS_PURPOSES = frozenset({1, 8, 9})
MARKETING_PURPOSES = frozenset({1, 2, 3, 4, 7})
_CHARACTERS = re.compile(r"[A-Za-z0-9_.-]+")
_POLICY_2_2_SINCE = datetime(2023, 10, 1, tzinfo=UTC)  # older policies ended on 30 September 2023
_POLICY_2_2, _POLICY_2_0 = 4, 2
_DISCLOSED_SINCE = datetime(2026, 3, 1, tzinfo=UTC)  # TCF 2.3: the segment of disclosed vendors became mandatory
_FORBIDDEN, _NOT_BY_CONSENT = 0, 2


def judge_tc_string(text: str, context: Context) -> Reading:
    """What the string proves for this site."""
    match = fitting(_CHARACTERS, text)
    found = decode(match[0]) if match else None
    if found is None or not found.is_service_specific or _lacks_disclosure(found):
        return invalid(Reason.MALFORMED)
    if found.policy_version < (_POLICY_2_2 if context.now >= _POLICY_2_2_SINCE else _POLICY_2_0):
        return invalid(Reason.EXPIRED)
    if not _names_us(found, context.policy):
        return invalid(Reason.VENDOR_NOT_NAMED)
    categories = (
        _agreed(found, STATISTICS_PURPOSES, context.policy),
        _agreed(found, MARKETING_PURPOSES, context.policy),
    )
    return context.explicit(categories, at=found.last_updated_at)


def _lacks_disclosure(found: TcString) -> bool:
    return found.disclosed is None and found.last_updated_at >= _DISCLOSED_SINCE


def _names_us(found: TcString, policy: SitePolicy) -> bool:
    if policy.tcf_mode is TcfMode.VENDOR:
        return policy.tcf_vendor_id is not None and policy.tcf_vendor_id in (found.disclosed or NO_VENDORS)
    return policy.tcf_mode is TcfMode.PURPOSES


def _agreed(found: TcString, purposes: frozenset[int], policy: SitePolicy) -> bool:
    """Whether every purpose was agreed to, nothing restricts one, and, where it counts, the vendor was agreed to."""
    if not purposes <= found.purposes:
        return False
    if policy.tcf_mode is TcfMode.PURPOSES:
        return not any(found.restrictions.get((purpose, _FORBIDDEN)) for purpose in purposes)
    kinds = (_FORBIDDEN, _NOT_BY_CONSENT)
    restricted = (found.restrictions.get((purpose, kind), NO_VENDORS) for purpose in purposes for kind in kinds)
    return policy.tcf_vendor_id in found.vendors and not any(policy.tcf_vendor_id in one for one in restricted)

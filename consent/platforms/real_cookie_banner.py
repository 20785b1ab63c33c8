"""Real Cookie Banner (WordPress): cookie `real_cookie_banner-v:…_blog:…_path:…`, evidence level A (pure).

`<seconds>:<uuid>:<md5>:<json>`, the JSON being the accepted service ids of each group. Group ids are the site's own:
a group with services in it was accepted. On a site in several languages the cookie's name ends with the language.
"""

import re

from consent.context import Context
from consent.decoding import fitting
from consent.evidence import Reading, invalid
from consent.instants import is_uuid, seconds_instant
from consent.platforms.platform import Level, Platform
from consent.reasons import Reason
from consent.strict_json import read_json

_VALUE = re.compile(r"([0-9]{10}):([0-9A-Fa-f-]{36}):[0-9a-f]{32}:(\{.*\})")


def read(raw: str, context: Context) -> Reading:
    """What this cookie value proves."""
    match = fitting(_VALUE, raw)
    if match is None or not is_uuid(match[2]):
        return invalid(Reason.MALFORMED)
    groups, at = read_json(match[3]), seconds_instant(int(match[1]))
    if at is None or not isinstance(groups, dict) or not all(map(_are_ids, groups.values())):
        return invalid(Reason.MALFORMED)
    return context.explicit(context.categories(lambda name: bool(groups.get(name))), at=at, reference=match[2])


def _are_ids(services: object) -> bool:
    return isinstance(services, list) and all(type(one) is int for one in services)


REAL_COOKIE_BANNER = Platform(
    name="real-cookie-banner",
    label="Real Cookie Banner",
    cookie="real_cookie_banner",
    pattern=re.compile(
        r"real_cookie_banner-v:[0-9]{1,2}_blog:[0-9]{1,9}_path:[0-9a-f]{7}(?:-lang:[a-z]{2}(?:[-_][A-Za-z]{2,4})?)?"
    ),
    level=Level.A,
    read=read,
    needs_mapping=True,
)

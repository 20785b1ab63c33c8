"""Google Funding Choices: a TC string within cookie `FCCDCF`, evidence level A (pure).

A JSON array; its fourth item, when there is one, starts with the TC string. Often there is none, and then no choice.
"""

from consent.context import Context
from consent.decoding import decodings
from consent.evidence import Reading, invalid
from consent.platforms.platform import Level, Platform
from consent.reasons import Reason
from consent.strict_json import read_json
from consent.tcf_judgement import judge_tc_string

_PLACE = 3


def read(raw: str, context: Context) -> Reading:
    """What this cookie value proves."""
    found = next((found for found in map(read_json, decodings(raw)) if isinstance(found, list)), None)
    if found is None:
        return invalid(Reason.MALFORMED)
    item = found[_PLACE] if len(found) > _PLACE else None
    if item is None:
        return invalid(Reason.IMPLIED)
    if not isinstance(item, list) or not item or not isinstance(item[0], str):
        return invalid(Reason.MALFORMED)
    return judge_tc_string(item[0], context)


GOOGLE_FUNDING_CHOICES = Platform(
    name="google-funding-choices",
    label="Google Funding Choices",
    cookie="FCCDCF",
    level=Level.A,
    read=read,
    is_tcf=True,
)

"""consentmanager.net: the TC string in cookie `__cmpconsentx<id>`, evidence level A (pure)."""

import re

from consent.context import Context
from consent.evidence import Reading
from consent.platforms.platform import Level, Platform
from consent.tcf_judgement import judge_tc_string


def read(raw: str, context: Context) -> Reading:
    """What this cookie value proves."""
    return judge_tc_string(raw, context)


CONSENTMANAGER = Platform(
    name="consentmanager",
    label="consentmanager",
    cookie="__cmpconsentx",
    pattern=re.compile(r"__cmpconsentx[0-9]{1,12}"),
    level=Level.A,
    read=read,
    is_tcf=True,
)

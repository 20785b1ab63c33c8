"""A platform of the IAB's framework: cookies `euconsent-v2`, `eupubconsent-v2` and others, evidence level A (pure).

The TC string tells a day and no consent id. The names of its cookie vary by platform; what it holds does not.
"""

import re

from consent.context import Context
from consent.evidence import Reading
from consent.platforms.platform import Level, Platform
from consent.tcf_judgement import judge_tc_string


def read(raw: str, context: Context) -> Reading:
    """What this cookie value proves."""
    return judge_tc_string(raw, context)


TCF = Platform(
    name="tcf",
    label="IAB TCF",
    cookie="euconsent-v2",
    pattern=re.compile(r"euconsent-v2|eupubconsent-v2|__cmpconsentx[0-9]{1,12}"),
    level=Level.A,
    read=read,
    is_tcf=True,
)

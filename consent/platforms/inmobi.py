"""InMobi Choice (formerly Quantcast): the TC string in cookie `euconsent-v2`, evidence level A (pure)."""

from consent.context import Context
from consent.evidence import Reading
from consent.platforms.platform import Level, Platform
from consent.tcf_judgement import judge_tc_string


def read(raw: str, context: Context) -> Reading:
    """What this cookie value proves."""
    return judge_tc_string(raw, context)


INMOBI = Platform(
    name="inmobi",
    label="InMobi Choice",
    cookie="euconsent-v2",
    level=Level.A,
    read=read,
    is_tcf=True,
)

"""Recognises addresses and e-mail addresses in any text, to keep them out of it (pure)."""

import re
from ipaddress import ip_address

_MAIL = r"[^\s@/,;:<>()\"']{1,64}(?:@|%40)[^\s@/,;:<>()\"']{1,255}\.[^\s@/,;:<>()\"'.]{1,63}"
_SIX = r"(?<![0-9A-Za-z])[0-9A-Fa-f:]*:[0-9A-Fa-f:]*:(?:[0-9A-Fa-f:.]*[0-9A-Fa-f])?(?![0-9A-Za-z])"
_FOUR = r"(?<!\d)\d{1,3}(?P<dot>[.-])\d{1,3}(?P=dot)\d{1,3}(?P=dot)\d{1,3}(?!\d)"
_PATTERN = re.compile(f"(?P<mail>{_MAIL})|(?P<six>{_SIX})|(?P<four>{_FOUR})")


def mask(text: str, *, address: str = "[…]", mail: str = "[…]") -> str:
    """`text` with every address and e-mail address in it replaced. Loopback addresses name no visitor and stay."""

    def replacement(match: re.Match[str]) -> str:
        if match.lastgroup == "mail":
            return mail
        return address if _is_foreign(match.group()) else match.group()

    return _PATTERN.sub(replacement, text)


def _is_foreign(text: str) -> bool:
    try:
        found = ip_address(text.replace("-", "."))
    except ValueError:
        return False
    return not (found.is_loopback or found.is_unspecified)

"""Why a hit was not recorded, in words that a site owner understands (edge to gettext only)."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tracking.drops import DropReason

_WORDS: Mapping[DropReason, str | Promise] = {
    DropReason.REFUSED: _("The visitor did not agree to this purpose"),
    DropReason.UNKNOWN_CATEGORY: _(
        "The cookie banner did not ask about this purpose, or its settings here do not say where"
    ),
    DropReason.NO_EVIDENCE: _("The visitor has not chosen in the cookie banner yet"),
    DropReason.IMPLIED: _("The banner took consent for granted: the visitor made no choice"),
    DropReason.MALFORMED: _("The consent cookie could not be read"),
    DropReason.EXPIRED: _("The visitor's choice is too old"),
    DropReason.MISMATCH: _("Two consent cookies contradict each other"),
    DropReason.NO_OPTIN_ASSERTION: _(
        "Nobody has confirmed yet that the cookie banner has nothing switched on beforehand"
    ),
    DropReason.VENDOR_NOT_NAMED: _("The visitor's choice in the cookie banner does not name our service"),
    DropReason.WRONG_PLATFORM: _("The page uses another cookie banner than this site's settings say"),
    DropReason.UNSUPPORTED_PLATFORM: _("The cookie banner in this site's settings is not supported"),
    DropReason.GPC: _("The browser asks not to be followed (Global Privacy Control)"),
    DropReason.DNT: _("The browser asks not to be followed (Do Not Track)"),
    DropReason.WRONG_HOST: _("The snippet runs on a host that this site does not list"),
    DropReason.SITE_INACTIVE: _("This site is switched off"),
    DropReason.BAD_REQUEST: _("The request was not one of our snippet's"),
    DropReason.NO_ADDRESS: _("The visitor's network could not be told"),
}


def drop_words(reason: DropReason) -> str:
    """One sentence without a full stop."""
    return str(_WORDS[reason])

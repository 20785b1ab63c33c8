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
    DropReason.RATE_LIMITED: _("Too many hits came at once"),
    DropReason.PREFETCH: _("The browser fetched the page ahead; nobody has seen it yet"),
    DropReason.ROBOT: _("The visitor was a robot"),
    DropReason.NO_ADDRESS: _("The visitor's network could not be told"),
}


def drop_words(reason: DropReason) -> str:
    """One sentence without a full stop."""
    return str(_WORDS[reason])


_NEXT_STEPS: Mapping[DropReason, str | Promise] = {
    DropReason.REFUSED: _("Accept the purpose in the banner of your own website, and open a page again."),
    DropReason.UNKNOWN_CATEGORY: _("Tell below which of the banner's own names stand for the purpose."),
    DropReason.NO_EVIDENCE: _("Choose in the banner of your own website, and open a page again."),
    DropReason.IMPLIED: _("Let the banner ask beforehand (opt-in) instead of assuming consent."),
    DropReason.MALFORMED: _("Delete your website's cookies in this browser, choose again, and open a page."),
    DropReason.EXPIRED: _("Choose again in the banner of your own website."),
    DropReason.MISMATCH: _("Delete your website's cookies in this browser, choose again, and open a page."),
    DropReason.NO_OPTIN_ASSERTION: _("Look at the banner and confirm below what you saw."),
    DropReason.VENDOR_NOT_NAMED: _("Add ConnectLeads to the banner's list of vendors and say so below."),
    DropReason.WRONG_PLATFORM: _("Choose below the banner that your website really uses."),
    DropReason.UNSUPPORTED_PLATFORM: _("Choose below the banner that your website really uses."),
    DropReason.GPC: _("Try it in a browser that does not send this signal."),
    DropReason.DNT: _("Try it in a browser that does not send this signal."),
    DropReason.WRONG_HOST: _("Add that host name below."),
    DropReason.SITE_INACTIVE: _("Switch recording on below."),
    DropReason.BAD_REQUEST: _("Paste the line again exactly as it stands here."),
    DropReason.NO_ADDRESS: _("Ask the administrator of this installation to look at the settings for proxies."),
}


def next_step(reason: DropReason) -> str:
    """What the owner can do about it while trying the snippet; one sentence with its full stop."""
    return str(_NEXT_STEPS[reason])


_NO_CHOICE = frozenset({DropReason.WRONG_HOST, DropReason.SITE_INACTIVE, DropReason.BAD_REQUEST, DropReason.NO_ADDRESS})


def is_choice(reason: DropReason) -> bool:
    """Whether it says something about the visitor's choice, and not about the request or the site's settings."""
    return reason not in _NO_CHOICE

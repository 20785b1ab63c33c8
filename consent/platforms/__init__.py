"""Every consent platform that the gate can read, by name; the commonest come first (pure)."""

from collections.abc import Mapping
from types import MappingProxyType

from consent.platforms.axeptio import AXEPTIO
from consent.platforms.borlabs import BORLABS
from consent.platforms.civic import CIVIC
from consent.platforms.complianz import COMPLIANZ
from consent.platforms.connectleads import CONNECTLEADS
from consent.platforms.consentmanager import CONSENTMANAGER
from consent.platforms.cookie_script import COOKIE_SCRIPT
from consent.platforms.cookiebot import COOKIEBOT
from consent.platforms.cookiefirst import COOKIEFIRST
from consent.platforms.cookieinformation import COOKIEINFORMATION
from consent.platforms.cookielawinfo_legacy import COOKIELAWINFO_LEGACY
from consent.platforms.cookieyes import COOKIEYES
from consent.platforms.didomi import DIDOMI
from consent.platforms.google_funding_choices import GOOGLE_FUNDING_CHOICES
from consent.platforms.hubspot import HUBSPOT
from consent.platforms.inmobi import INMOBI
from consent.platforms.insites import INSITES
from consent.platforms.iubenda import IUBENDA
from consent.platforms.klaro import KLARO
from consent.platforms.moove import MOOVE
from consent.platforms.onetrust import ONETRUST
from consent.platforms.osano import OSANO
from consent.platforms.platform import Platform
from consent.platforms.real_cookie_banner import REAL_COOKIE_BANNER
from consent.platforms.shopify import SHOPIFY
from consent.platforms.sourcepoint import SOURCEPOINT
from consent.platforms.tarteaucitron import TARTEAUCITRON
from consent.platforms.tcf import TCF
from consent.platforms.termly import TERMLY
from consent.platforms.trustarc import TRUSTARC
from consent.platforms.usercentrics import USERCENTRICS
from consent.platforms.vanilla_cookieconsent import VANILLA_COOKIECONSENT
from consent.platforms.wp_consent_api import WP_CONSENT_API

_ALL = (
    COOKIEBOT,
    ONETRUST,
    COOKIEYES,
    COMPLIANZ,
    COOKIEINFORMATION,
    AXEPTIO,
    BORLABS,
    CIVIC,
    CONNECTLEADS,
    CONSENTMANAGER,
    COOKIE_SCRIPT,
    COOKIEFIRST,
    COOKIELAWINFO_LEGACY,
    DIDOMI,
    GOOGLE_FUNDING_CHOICES,
    HUBSPOT,
    INMOBI,
    INSITES,
    IUBENDA,
    KLARO,
    MOOVE,
    OSANO,
    REAL_COOKIE_BANNER,
    SHOPIFY,
    SOURCEPOINT,
    TARTEAUCITRON,
    TCF,
    TERMLY,
    TRUSTARC,
    USERCENTRICS,
    VANILLA_COOKIECONSENT,
    WP_CONSENT_API,
)

PLATFORMS: Mapping[str, Platform] = MappingProxyType({platform.name: platform for platform in _ALL})

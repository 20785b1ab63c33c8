"""A page's HTML proposes the platform it uses."""

import pytest

from consent import detection
from consent.detection import propose
from consent.platforms import PLATFORMS

PAGES = {
    "cookiebot": '<script id="Cookiebot" src="https://consent.cookiebot.com/uc.js" data-cbid="0"></script>',
    "onetrust": '<script src="https://cdn.cookielaw.org/scripttemplates/otSDKStub.js"></script>',
    "cookieyes": '<script src="https://cdn-cookieyes.com/client_data/0/script.js"></script>',
    "complianz": '<link href="/wp-content/plugins/complianz-gdpr/assets/css/cookieblocker.css">',
    "cookiefirst": '<script src="https://consent.cookiefirst.com/sites/x/consent.js"></script>',
    "usercentrics": '<script id="usercentrics-cmp" src="https://app.usercentrics.eu/browser-ui/latest/loader.js">',
    "didomi": '<script src="https://sdk.privacy-center.org/x/loader.js"></script>',
    "iubenda": '<script src="https://cdn.iubenda.com/cs/iubenda_cs.js"></script>',
    "klaro": '<script defer src="/klaro.js" data-config="klaroConfig"></script>',
    "tarteaucitron": '<script src="/tarteaucitron/tarteaucitron.min.js"></script>',
    "vanilla-cookieconsent": '<script src="/dist/cookieconsent.umd.js"></script>',
    "cookieinformation": '<script id="CookieConsent" src="https://policy.app.cookieinformation.com/uc.js"></script>',
}


@pytest.mark.parametrize("platform", PAGES)
def test_a_page_tells_its_platform(platform: str):
    (first, *_) = propose(f"<html><head>\n<title>x</title>{PAGES[platform]}</head></html>")

    assert first.platform == platform
    assert first.seen in PAGES[platform].replace("\n", " ")


def test_every_mark_is_of_a_platform_that_can_be_chosen():
    assert set(detection._MARKS) <= set(PLATFORMS)


def test_a_page_without_a_banner_proposes_nothing():
    assert propose("<html><body>Welkom</body></html>") == ()


def test_a_plugin_that_passes_consent_on_comes_last():
    both = '<link href="/wp-content/plugins/wp-consent-api/x.js">' + PAGES["complianz"]

    assert [one.platform for one in propose(both)] == ["complianz", "wp-consent-api"]

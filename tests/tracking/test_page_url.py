"""What is kept of a page's address, and the source of a visit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracking.page_url import Page, Source, read_page, read_source, read_title

OWN = frozenset({"www.voorbeeld.nl"})
HOME = "https://www.voorbeeld.nl/"


@pytest.mark.parametrize(
    ("url", "page"),
    [
        ("https://www.voorbeeld.nl/prijzen?naam=jan#kop", Page("www.voorbeeld.nl", "/prijzen")),
        ("http://WWW.Voorbeeld.NL.:8080", Page("www.voorbeeld.nl", "/")),
        ("https://www.voorbeeld.nl/over%20ons", Page("www.voorbeeld.nl", "/over ons")),
        ("https://www.voorbeeld.nl/af/jan@voorbeeld.nl/ok", Page("www.voorbeeld.nl", "/af/[…]/ok")),
        ("https://www.voorbeeld.nl/af/jan%40voorbeeld.nl", Page("www.voorbeeld.nl", "/af/[…]")),
        ("https://www.voorbeeld.nl/af/jan%2540voorbeeld.nl", Page("www.voorbeeld.nl", "/af/[…]")),
        ("https://www.voorbeeld.nl/uw-ip/203.0.113.7/ok", Page("www.voorbeeld.nl", "/uw-ip/[…]/ok")),
        (
            "https://www.voorbeeld.nl/" + "x" * 480 + "/jan.jansen@voorbeeld.nl",
            Page("www.voorbeeld.nl", "/" + "x" * 480 + "/[…]"),
        ),
        ("https://a\0b.nl/", None),
        ("file:///etc/passwd", None),
        ("javascript:alert(1)", None),
        ("https://", None),
        ("https://[oops/", None),
        ("", None),
    ],
)
def test_a_page_is_its_host_and_path(url: str, page: Page | None):
    assert read_page(url) == page


@pytest.mark.parametrize(
    ("url", "referrer", "source"),
    [
        (HOME, "", Source("direct", "")),
        (HOME, "https://www.voorbeeld.nl/prijzen", Source("direct", "")),
        (HOME, "https://www.google.com/", Source("google", "organic")),
        (HOME, "https://duckduckgo.com/?q=x", Source("duckduckgo", "organic")),
        (HOME, "https://nl.linkedin.com/in/x", Source("linkedin", "social")),
        (HOME, "https://notlinkedin.com/", Source("notlinkedin.com", "referral")),
        (HOME, "https://www.klant.nl/links", Source("klant.nl", "referral")),
        (HOME, "http://203.0.113.7:8080/", Source("direct", "")),
        (HOME, "https://a\0b.nl/", Source("direct", "")),
        (HOME + "?utm_source=203.0.113.7", "", Source("[…]", "")),
        (
            HOME + "?utm_source=Nieuwsbrief&utm_medium=E-mail&utm_campaign=Nov",
            "",
            Source("nieuwsbrief", "e-mail", "nov"),
        ),
        (HOME + "?gclid=abc", "https://www.google.com/", Source("google", "cpc")),
        (HOME + "?utm_source=jan@voorbeeld.nl", "", Source("[…]", "")),
    ],
)
def test_a_source_is_the_campaign_or_else_the_referring_host(url: str, referrer: str, source: Source):
    assert read_source(url, referrer, OWN) == source


def test_a_title_is_one_short_line_without_mail_addresses():
    assert read_title("  Hallo\n jan@voorbeeld.nl ") == "Hallo […]"
    assert read_title("a\0b Uw IP is 203.0.113.7") == "a b Uw IP is […]"
    assert len(read_title("x" * 500)) == 200


@given(st.text(), st.text())
def test_nothing_makes_them_fall(url: str, referrer: str):
    read_page(url)
    read_source(url, referrer, OWN)

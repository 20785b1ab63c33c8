"""While hits wait to be drained, Valkey's memory and files hold nothing of them in clear."""

from ipaddress import ip_address

import pytest
from django.conf import settings
from django.test import Client

from connectleads.demo.cookiebot_value import STAMP, value
from tests.conftest import Cast
from tests.test_no_address_at_rest import forms, found
from tests.tracking.test_door import VISITOR, post
from tracking.stream import COUNT, FIELD, shard_of, stream_name, valkey

MARK = "een-pad-dat-nergens-anders-staat"


@pytest.fixture
def waiting(cast: Cast, stream: None) -> list[dict[bytes, bytes]]:
    """Three hits that nobody drains."""
    for visitor in ("aa" * 16, "bb" * 16, "cc" * 16):
        consent = {"platform": "cookiebot", "name": "CookieConsent", "value": value()}
        changes = {"consent": consent, "url": f"https://www.voorbeeld.nl/{MARK}", "title": MARK, "visitor": visitor}
        post(Client(), cast, changes)
    return [fields for _, fields in valkey().xrange(stream_name(shard_of(cast.site.id)))]


def test_an_entry_has_nothing_beside_its_sealed_batch_but_how_many_hits_it_holds(waiting: list[dict[bytes, bytes]]):
    assert [fields.keys() - {FIELD} for fields in waiting] == [{COUNT}] * 3
    assert [fields[COUNT] for fields in waiting] == [b"1"] * 3


def test_the_files_hold_the_sealed_bytes_and_nothing_in_clear(waiting: list[dict[bytes, bytes]]):
    folder = settings.VAR_DIR / "valkey"
    assert all(found(folder, fields[FIELD]) for fields in waiting)  # the search finds what is there

    address = ip_address(VISITOR)
    for secret in [*forms(address), address.packed, MARK.encode(), STAMP.encode(), b"aaaaaaaaaaaaaaaa", b"voorbeeld"]:
        assert [path for path in found(folder, secret) if path.endswith(".aof")] == [], secret

"""Withdrawals at the public door: the same tests for each of its servers."""

import json
from uuid import uuid4

import pytest

from connectleads.demo.cookiebot_value import value
from tests.conftest import Cast
from tests.tracking.doors import Client
from tests.tracking.test_door import recorded, send
from tracking.stream import open_withdrawal, read_withdrawals, valkey

pytestmark = pytest.mark.usefixtures("stream", "door")


def test_a_withdrawal_waits_sealed_and_gets_the_usual_answer(cast: Cast):
    address, body = f"/t/{cast.site.key}/withdraw", {"id": uuid4().hex, "visitor": "ab" * 16}
    hit_answer = send(cast, consent=value(), visitor="ab" * 16)

    answer = Client().post(address, json.dumps(body), content_type="text/plain")

    (hit,) = recorded(cast)
    (entry,) = read_withdrawals(10)
    assert (answer.status_code, dict(answer.headers)) == (204, dict(hit_answer.headers))
    assert open_withdrawal(entry).visitor == (cast.tenant.id, cast.site.id, hit.visitor_hash)
    assert hit.visitor_hash not in entry.sealed


@pytest.mark.parametrize("body", [b"", b"{}", b'{"visitor":"x"}', b"x" * 20_000])
def test_what_is_no_withdrawal_gets_the_usual_answer_and_leaves_nothing(cast: Cast, body: bytes):
    answer = Client().post(f"/t/{cast.site.key}/withdraw", body, content_type="text/plain")

    assert answer.status_code == 204
    assert valkey().keys() == []

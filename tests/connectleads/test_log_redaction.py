"""No address and no e-mail address passes into a log line."""

import base64
import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectleads.log_redaction import RedactingFilter, RedactingFormatter, redact


@pytest.mark.parametrize(
    ("line", "redacted"),
    [
        ("hit from 203.0.113.7 dropped", "hit from [address] dropped"),
        ("hit from [2001:db8::1]:443", "hit from [[address]]:443"),
        ("2a02:a440:1:2:3:4:5:: came", "[address] came"),
        ("203-0-113-77.customer.example", "[address].customer.example"),
        ("x.203.0.113.77 and 203.0.113.77.5", "x.[address] and [address].5"),
        ("::ffff:203.0.113.7", "[address]"),
        ("fe80:0:0:0:0:0:0:1", "[address]"),
        ("mail to jan.de-boer+x@voorbeeld.co.nl.", "mail to [e-mail]."),
        ("listening on 127.0.0.1:8000", "listening on 127.0.0.1:8000"),
        ("at 12:30:05, version 1.2.3", "at 12:30:05, version 1.2.3"),
    ],
)
def test_addresses_become_a_word_and_the_rest_stays(line: str, redacted: str):
    assert redact(line) == redacted


@given(
    st.ip_addresses(v=4).filter(lambda one: not one.is_loopback and int(one)),
    st.sampled_from([" ", "/", "(", ",", "=", "'"]),
)
def test_every_ipv4_address_is_removed(address, before: str):
    assert str(address) not in redact(f"x{before}{address}{before}y")


@given(
    st.ip_addresses(v=6).filter(lambda one: not one.is_loopback and int(one)),
    st.sampled_from([" ", "/", "(", ",", "=", "'"]),
)
def test_every_ipv6_address_is_removed(address, before: str):
    for form in (str(address), address.exploded, str(address).upper()):
        assert form not in redact(f"x{before}{form}{before}y")


def test_arguments_and_tracebacks_are_redacted_too():
    try:
        raise ValueError("no route to 203.0.113.7")
    except ValueError as error:
        record = logging.LogRecord(
            "x", logging.ERROR, "x", 1, "from %s", ("198.51.100.2",), (type(error), error, error.__traceback__)
        )

    RedactingFilter().filter(record)
    line = RedactingFormatter("%(message)s").format(record)

    assert "203.0.113.7" not in line
    assert "198.51.100.2" not in line
    assert "from [address]" in line


def test_a_badly_formatted_call_does_not_reach_its_caller():
    record = logging.LogRecord("x", logging.ERROR, "x", 1, "from %s and %s 203.0.113.7", ("one",), None)

    assert RedactingFilter().filter(record)
    assert "203.0.113.7" not in record.msg


@given(st.binary(min_size=32, max_size=32))
def test_every_key_that_we_make_or_ask_for_is_removed(random: bytes):
    token = base64.urlsafe_b64encode(random).decode().rstrip("=")
    for key in (f"clk_{token}", base64.b64encode(random).decode()):
        assert key not in redact(f"with key {key} came a request")
        assert key not in redact(f"?key={key}&x=1")


def test_a_password_in_an_address_is_removed():
    assert redact("postgres://connectleads_web:s3cret@db:5432/x") == "postgres://connectleads_web:[password]@db:5432/x"


@given(st.uuids(), st.binary(min_size=32, max_size=32))
def test_ids_and_hashes_stay_readable(one, digest: bytes):
    assert redact(f"{one} {digest.hex()}") == f"{one} {digest.hex()}"


@given(st.emails())
def test_mail_addresses_are_removed(mail: str):
    plain = mail.split("@")[0]
    if plain.replace(".", "").isalnum():
        assert mail not in redact(f"to <{mail}>")

"""The deployment check: who did not say who it is hears so."""

import pytest
from django.core.checks import run_checks
from django.test import override_settings

from connectleads.operator import Operator, parse_engaged, read_operator


def found() -> list[str]:
    return [one.msg for one in run_checks(include_deployment_checks=True) if one.id == "consent.W001"]


def test_an_operator_that_said_nothing_is_warned_with_the_names_of_the_settings(db: None):
    with override_settings(OPERATOR=Operator()):
        (words,) = found()

    assert all(name in words for name in ("PROVIDER_NAME", "PROVIDER_ADDRESS", "PROVIDER_CONTACT", "SUBPROCESSORS"))


def test_an_operator_that_engages_nobody_and_says_so_is_not_warned(db: None):
    with override_settings(OPERATOR=Operator(name="A", address="B", contact="C", engaged=())):
        assert found() == []


def test_sub_processors_are_read_by_line_or_bar():
    one, other = parse_engaged("A B.V.; servers; Nederland | Mail Inc;mail;VS; SCC")

    assert (one.name, one.service, one.country, one.safeguard) == ("A B.V.", "servers", "Nederland", "")
    assert other.safeguard == "SCC"
    assert parse_engaged("") is None
    assert parse_engaged("None") == ()


def test_a_sub_processor_without_its_country_is_refused_by_name():
    with pytest.raises(ValueError, match="is not `name; service; country`"):
        read_operator(lambda name: "A B.V.; servers" if name == "SUBPROCESSORS" else "")

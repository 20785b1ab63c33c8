"""The template tags: classes that exist in the style sheet, names of countries, and changes."""

import re

import pytest
from django.template import Context, Engine
from django.template.base import TextNode
from django.utils.translation import override
from heroicons.templatetags.heroicons import heroicon_micro

from connectleads.config import ROOT
from dashboard.monogram import monogram
from dashboard.templatetags.ui import change, country_name, hue_step, least_password_length

TOKENS = (ROOT / "static" / "css" / "tokens.css").read_text("utf-8")


def test_every_hue_has_its_class() -> None:
    classes = {int(number) for number in re.findall(r"\.hue-(\d+) \{", TOKENS)}

    assert {hue_step(hue) for hue in range(360)} == classes


def test_a_name_keeps_its_hue() -> None:
    assert hue_step(monogram("DAF Trucks").hue) == hue_step(monogram("daf trucks").hue)


@pytest.mark.parametrize(("language", "name"), [("nl", "Nederland"), ("en", "Netherlands")])
def test_a_country_is_named_in_the_active_language(language: str, name: str) -> None:
    with override(language):
        assert country_name("NL") == name


def test_an_unknown_country_is_its_code() -> None:
    assert country_name("QX") == "QX"


@pytest.mark.parametrize(
    ("now", "before", "direction", "difference"),
    [(5, 3, "up", 2), (3, 5, "down", 2), (3, 3, "same", 0), (0, 0, "same", 0)],
)
def test_a_change_has_a_direction(now: int, before: int, direction: str, difference: int) -> None:
    found = change(now, before)

    assert (found.direction, found.difference) == (direction, difference)


def test_the_password_rule_tells_the_length_of_the_settings() -> None:
    assert least_password_length() == 12


ICON = '{% load heroicons %}{% heroicon_micro "check" size=18 aria_hidden="true" %}'


def test_an_icon_is_drawn_when_the_template_is_loaded() -> None:
    nodes = Engine.get_default().from_string(ICON).nodelist

    assert [type(node) for node in nodes][-1] is TextNode


def test_an_icon_looks_as_heroicons_draws_it() -> None:
    theirs = heroicon_micro("check", size=18, aria_hidden="true")

    assert Engine.get_default().from_string(ICON).render(Context()) == theirs


def test_an_icon_may_be_named_by_the_page() -> None:
    shown = Engine.get_default().from_string("{% load heroicons %}{% heroicon_micro name %}")

    assert shown.render(Context({"name": "check"})) == heroicon_micro("check")

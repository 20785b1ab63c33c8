"""The chart's numbers, notes with names, and what an export's cells may hold."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.chart import HEIGHT, WIDTH, chart, nice_top
from dashboard.export_rows import safe
from dashboard.mentions import mentioned, pieces

FIRST = date(2026, 1, 1)
PEOPLE = {"Ada de Boer": 1, "Ben Mulder": 2, "Ben Smit": 3}


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), min_size=1, max_size=120))
def test_every_bar_fits_the_drawing_and_its_part_fits_the_bar(values: list[tuple[int, int]]):
    whole = [max(pair) for pair in values]
    part = [min(pair) for pair in values]

    drawn = chart([FIRST + timedelta(days=n) for n in range(len(values))], whole, part)

    assert all(0 <= bar.part_height <= bar.whole_height <= HEIGHT for bar in drawn.bars)
    assert all(bar.x >= 0 and bar.x + bar.width <= WIDTH + 0.1 for bar in drawn.bars)
    assert drawn.ticks[0] >= max(whole)
    assert drawn.ticks[1] * 2 == drawn.ticks[0]
    assert drawn.labels[-1] == drawn.bars[-1].day
    assert len(drawn.labels) <= 7


@pytest.mark.parametrize(
    ("highest", "top"), [(0, 2), (1, 2), (7, 8), (9, 10), (11, 20), (34, 40), (99, 100), (401, 600)]
)
def test_the_axis_ends_at_a_round_number(highest: int, top: int):
    assert nice_top(highest) == top


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("@Ada de Boer belt", (1,)),
        ("vraag @ada, zij weet het", (1,)),
        ("@Ben weet het", ()),  # two people are called so
        ("@Ben Smit en @Ada", (3, 1)),
        ("mail aan x@ada.nl", ()),
        ("@Adam", ()),
    ],
)
def test_a_note_names_people(text: str, ids: tuple[int, ...]):
    assert mentioned(text, PEOPLE) == ids


@given(st.text(max_size=80))
def test_the_pieces_of_a_note_are_the_note(text: str):
    assert "".join(piece.text for piece in pieces(text, PEOPLE)) == text


@pytest.mark.parametrize("text", ["=1+1", "+31", "-2", "@x", "\t=1", "\n=1", "=cmd|' /C calc'!A0"])
def test_no_cell_is_a_formula(text: str):
    assert str(safe(text)).startswith("'")


@given(st.text(max_size=40))
def test_a_cell_is_one_line_and_no_formula(text: str):
    cell = str(safe(text))

    assert len(cell.splitlines()) <= 1
    assert not cell.startswith(("=", "+", "-", "@", "\t"))


def test_numbers_stay_numbers():
    assert safe(-3) == -3


def test_a_bar_is_a_box_that_stands_on_the_axis():
    (bar,) = chart([date(2026, 11, 24)], [4], [1]).bars

    assert bar.slot_path == "M0 0h1000v200h-1000z"
    assert bar.whole_path == "M4 0h992v200h-992z"
    assert bar.part_path == "M4 0h992v50h-992z"

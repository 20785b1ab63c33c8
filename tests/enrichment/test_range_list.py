"""What a tenant's list says, line by line."""

import pytest

from enrichment.range_list import MAX_NAME, LineFault, read_lines


def faults(*lines: str) -> list[LineFault | None]:
    return [line.fault for line in read_lines(lines)]


def test_columns_may_be_parted_as_any_spreadsheet_does() -> None:
    lines = list(
        read_lines(["range,name", "5.0.0.0/24,Zonneveld", '5.0.1.0/24;"Zonneveld; Zn."', "5.0.2.0/24\tZon", ""])
    )

    assert [(line.number, line.written, line.name) for line in lines] == [
        (2, "5.0.0.0/24", "Zonneveld"),
        (3, "5.0.1.0/24", "Zonneveld; Zn."),
        (4, "5.0.2.0/24", "Zon"),
    ]


def test_a_mark_of_the_file_is_no_part_of_the_range() -> None:
    assert faults("\ufeff5.0.0.0/24") == [None]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("5.0.0.0/24", None),
        ("5.0.0.7", None),  # an office behind one address
        ("5.0.0.8-5.0.0.15,Zonneveld", None),
        ("2a02:a400:1::/48,Zonneveld", None),
        ("5.0.0.0/33", LineFault.RANGE),
        ("5.0.0.9-5.0.0.1", LineFault.RANGE),
        ("Zonneveld,5.0.0.0/24", LineFault.RANGE),
        ("10.0.0.0/8", LineFault.SPECIAL),
        ("fe80::/64", LineFault.SPECIAL),
        ("5.0.0.0/11", LineFault.LARGE),
        ("2a00::/16", LineFault.LARGE),
        ("5.0.0.7,Zonneveld", LineFault.SMALL),
        ("5.0.0.4/30,Zonneveld", LineFault.SMALL),
        ("2a02:a400:1::7,Zonneveld", LineFault.SMALL),
    ],
)
def test_a_line_is_told_what_is_wrong_with_it(line: str, fault: LineFault | None) -> None:
    assert faults(line) == [fault]


def test_the_same_range_twice_counts_once() -> None:
    assert faults("5.0.0.0/24", "5.0.0.0-5.0.0.255,Zonneveld") == [None, LineFault.TWICE]


def test_two_lines_of_one_ipv6_network_are_the_same_range() -> None:
    assert faults("2a02:a400:1::7", "2a02:a400:1::/80", "2a02:a400:1:1::7") == [None, LineFault.TWICE, None]


def test_a_line_that_is_not_kept_does_not_keep_a_later_one_out() -> None:
    assert faults("2a02:a400:1::7,Zonneveld", "2a02:a400:1::/64,Zonneveld") == [LineFault.SMALL, None]


def test_a_name_is_bounded() -> None:
    assert len(next(read_lines(["5.0.0.0/24," + "z" * 1_000])).name) == MAX_NAME


@pytest.mark.parametrize(
    "line", ['"', '5.0.0.0/24,"', "\x00", "-", "5.0.0.0-", "::-::ffff", "5.0.0.0/24/24", "٥.0.0.0"]
)
def test_nonsense_is_told_and_breaks_nothing(line: str) -> None:
    assert all(one.fault or one.range for one in read_lines([line]))

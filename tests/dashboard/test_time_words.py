"""Times are told the way people say them, in both languages."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import override

from dashboard.time_words import ago, reading_time, short_date, short_day, since

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 23, 15, 0, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("moment", "long", "short"),
    [
        (datetime(2026, 11, 23, 15, 0, tzinfo=ZONE), "zojuist", "zojuist"),
        (datetime(2026, 11, 23, 15, 0, 40, tzinfo=ZONE), "zojuist", "zojuist"),
        (datetime(2026, 11, 23, 14, 59, tzinfo=ZONE), "1 min geleden", "1 min"),
        (datetime(2026, 11, 23, 14, 1, tzinfo=ZONE), "59 min geleden", "59 min"),
        (datetime(2026, 11, 23, 14, 0, tzinfo=ZONE), "1 uur geleden", "1 uur"),
        (datetime(2026, 11, 23, 0, 0, tzinfo=ZONE), "15 uur geleden", "15 uur"),
        (datetime(2026, 11, 22, 23, 59, tzinfo=ZONE), "gisteren", "gisteren"),
        (datetime(2026, 11, 21, 23, 59, tzinfo=ZONE), "2 dagen geleden", "2 dagen"),
        (datetime(2026, 11, 17, 9, 0, tzinfo=ZONE), "6 dagen geleden", "6 dagen"),
        (datetime(2026, 11, 16, 9, 0, tzinfo=ZONE), "16 nov", "16 nov"),
        (datetime(2025, 11, 16, 9, 0, tzinfo=ZONE), "16 nov 2025", "16 nov 2025"),
    ],
)
def test_how_long_ago_in_dutch(moment: datetime, long: str, short: str) -> None:
    with override("nl"):
        assert (ago(moment, now=NOW), since(moment, now=NOW)) == (long, short)


def test_a_minute_before_midnight_is_minutes_ago() -> None:
    just_after = datetime(2026, 11, 23, 0, 1, tzinfo=ZONE)

    with override("en"):
        assert ago(datetime(2026, 11, 22, 23, 59, tzinfo=ZONE), now=just_after) == "2 min ago"


def test_one_hour_and_one_day_are_singular_in_english() -> None:
    with override("en"):
        assert ago(datetime(2026, 11, 23, 13, 30, tzinfo=ZONE), now=NOW) == "1 hour ago"
        assert since(datetime(2026, 11, 21, 13, 30, tzinfo=ZONE), now=NOW) == "2 days"


@pytest.mark.parametrize(
    ("language", "day", "full"), [("nl", "23 nov", "23 nov 2026"), ("en", "23 Nov", "23 Nov 2026")]
)
def test_short_dates_follow_the_language(language: str, day: str, full: str) -> None:
    with override(language):
        assert (short_day(NOW), short_date(NOW)) == (day, full)


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0 sec"), (59, "59 sec"), (60, "1 min"), (89, "1 min"), (150, "2 min")]
)
def test_reading_time(seconds: int, words: str) -> None:
    with override("nl"):
        assert reading_time(seconds) == words

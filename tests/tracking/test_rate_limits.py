"""How much one site and one neighbourhood may bring."""

from tracking.rate_limits import MAX_NEIGHBOURHOODS, WINDOW_SECONDS, Limits, RateLimits

ONE, OTHER = "site1", "site2"


def address(text: str) -> bytes:
    return bytes(map(int, text.split(".")))


def test_a_site_brings_no_more_than_its_share_of_a_window():
    rates = RateLimits(Limits(per_site=2, per_neighbourhood=0))

    admitted = [rates.admits(ONE, None, 5.0) for _ in range(25)]

    assert admitted == [True] * 20 + [False] * 5
    assert rates.admits(OTHER, None, 5.0)
    assert rates.admits(ONE, None, 5.0 + WINDOW_SECONDS)


def test_neighbours_share_a_limit_whichever_sites_they_visit():
    rates = RateLimits(Limits(per_site=0, per_neighbourhood=1))

    admitted = [rates.admits(ONE if n % 2 else OTHER, address(f"192.0.2.{n}"), 0.0) for n in range(15)]

    assert admitted == [True] * 10 + [False] * 5
    assert rates.admits(ONE, address("192.0.3.1"), 0.0)


def test_an_ipv6_neighbourhood_is_a_slash_48():
    rates = RateLimits(Limits(per_site=0, per_neighbourhood=1))
    near = bytes.fromhex("20010db80001")

    for n in range(10):
        assert rates.admits(ONE, near + n.to_bytes(10, "big"), 0.0)
    assert not rates.admits(ONE, near + bytes(10), 0.0)


def test_nothing_is_limited_where_the_limit_is_0():
    rates = RateLimits(Limits(per_site=0, per_neighbourhood=0))

    assert all(rates.admits(ONE, address("192.0.2.1"), 0.0) for _ in range(5000))


def test_no_more_neighbourhoods_are_counted_than_memory_is_meant_for():
    rates = RateLimits(Limits(per_site=0, per_neighbourhood=1))

    for n in range(MAX_NEIGHBOURHOODS + 50):
        rates.admits(ONE, n.to_bytes(3, "big") + b"\x01", 0.0)

    assert len(rates._neighbourhoods) == MAX_NEIGHBOURHOODS


def test_neighbourhoods_are_forgotten_with_their_window_though_nobody_comes():
    rates = RateLimits(Limits(per_site=5, per_neighbourhood=5))
    rates.admits(ONE, address("192.0.2.1"), 0.0)

    rates.age(WINDOW_SECONDS)

    assert rates._neighbourhoods == {}

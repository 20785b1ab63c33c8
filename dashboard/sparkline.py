"""Numbers as the path of a small line (pure)."""

from collections.abc import Sequence

WIDTH = 74
HEIGHT = 22
MARGIN = 2
SMOOTHING = 3


def sparkline(values: Sequence[int]) -> str:
    """An SVG path of 74×22 for daily values, oldest first, each the mean of three days so that weekends do not jag."""
    if not values:
        return ""
    means = [_mean(values[max(0, at - SMOOTHING + 1) : at + 1]) for at in range(len(values))]
    top = max(means) or 1.0
    step = (WIDTH - 2) / max(len(means) - 1, 1)
    points = (
        f"{1 + at * step:.1f} {HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * mean / top:.1f}"
        for at, mean in enumerate(means)
    )
    return "M" + "L".join(points)


def _mean(values: Sequence[int]) -> float:
    return sum(values) / len(values)

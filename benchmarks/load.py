"""The load: wrk with a script that makes each hit anew, on a core of its own (edge)."""

import json
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import cores
from benchmarks.browser_headers import LINES
from connectleads.demo.cookiebot_value import value

_MILLISECONDS = {"us": 0.001, "ms": 1.0, "s": 1000.0}
_STAMP = "A" * 42
_CHOSEN_AT = datetime.now(UTC)  # once: who comes back, round after round, still has the choice made the first time


@dataclass(frozen=True, slots=True)
class Load:
    """What a run came to: answers, answers a second, 50th and 99th percentile in ms, and answers that were not 2xx."""

    answers: int
    per_second: float
    p50_ms: float
    p99_ms: float
    refused: int


def run_wrk(wrk: Sequence[str], url: str, script: Path, *, connections: int, seconds: float) -> Load:
    """Ask as fast as `connections` kept-alive connections allow."""
    command = [
        "taskset", "--cpu-list", str(cores.LOAD), *wrk, "--threads", "1", "--connections", str(connections),
        "--duration", f"{seconds:.0f}s", "--timeout", "10s", "--latency", "--script", str(script), url,
    ]  # fmt: skip
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", output)
    return Load(
        answers=int(_found(r"(\d+) requests in", output)),
        per_second=float(_found(r"Requests/sec:\s+([\d.]+)", output)),
        p50_ms=_milliseconds("50%", output),
        p99_ms=_milliseconds("99%", output),
        refused=int(refused.group(1)) if refused else 0,
    )


def write_get_script(path: Path) -> Path:
    """The yardstick's request: a GET with a browser's headers."""
    head = "\r\n".join(("GET / HTTP/1.1", *LINES, "X-Forwarded-For: 203.0.113.7", "", ""))
    path.write_text(f"local request_text = {_lua(head)}\nfunction request() return request_text end\n")
    return path


def write_hit_script(path: Path, keys: Sequence[str], *, visitors: int, run: int) -> Path:
    """Hits of that many visitors, each with a choice, an id and an address of its own; every hit id is new.

    Visitors come round in turn, and each hit is a page view. With several keys the hits go round the sites. `run` makes
    the ids of this run differ from those of others, and has it begin with other visitors.
    """
    cookie = value(at=_CHOSEN_AT, stamp=f"{_STAMP}%012d==").replace("%", "%%").replace("%%012d", "%012d")
    path.write_text(
        "\n".join(
            (
                f"local keys = {{{', '.join(map(_lua, keys))}}}",
                f"local visitors, run = {visitors}, {run}",
                f"local cookie = {_lua(cookie)}",
                f"local head = {_lua(chr(13).join(('', *(chr(10) + line for line in LINES), chr(10))))}",
                _HITS,
            )
        )
    )
    return path


_HITS = r"""
local heads, tails, n = {}, {}, run * 100000  -- each run begins with other visitors, where there are many
local format = string.format
local pages = {"/", "/prijzen", "/product/kozijnen?kleur=wit", "/contact", "/over-ons", "/nieuws/2026/11/bericht"}
local titles = {"Voorbeeld", "Prijzen - Voorbeeld", "Kozijnen - Voorbeeld", "Contact", "Over ons", "Nieuws"}

local function visitor(v)
  local a, b, c = 11 + math.floor(v / 50000) % 200, math.floor(v / 200) % 250, v % 200 + 1
  return format("%sX-Forwarded-For: %d.%d.%d.%d\r\nContent-Length: ", head, 45 + v % 37, a, b, c),
    format('"visitor":"%032x","consent":{"platform":"cookiebot","name":"CookieConsent","value":"%s"}}',
      v, format(cookie, v))
end

function request()
  n = n + 1
  local v = n % visitors
  local front, tail = heads[v], tails[v]
  if not front then
    front, tail = visitor(v)
    heads[v], tails[v] = front, tail
  end
  local page = n % 6 + 1
  local body = format('{"id":"%08x00004000%016x","kind":"%s","url":"https://www.voorbeeld.nl%s","title":"%s",'
    .. '"referrer":"https://www.google.nl/","seconds":%d,', run, n, "view", pages[page], titles[page], 0) .. tail
  return "POST /t/" .. keys[n % #keys + 1] .. " HTTP/1.1" .. front .. #body .. "\r\n\r\n" .. body
end
"""


def _lua(text: str) -> str:
    return json.dumps(text)


def _found(pattern: str, text: str) -> str:
    match = re.search(pattern, text)
    if match is None:
        raise ValueError(f"wrk said something unexpected: {text}")
    return match.group(1)


def _milliseconds(percentile: str, output: str) -> float:
    number, unit = re.search(rf"{percentile}\s+([\d.]+)(us|ms|s)", output).groups()  # type: ignore[union-attr]
    return float(number) * _MILLISECONDS[unit]

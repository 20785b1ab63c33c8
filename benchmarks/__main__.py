"""`python -m benchmarks [group …]`: run groups of measurements, print them, and note them in var/bench.json (edge)."""

import json
import sys
from datetime import UTC, datetime
from importlib import import_module

from benchmarks import machine, stage
from benchmarks.tools import ToolMissing

GROUPS = ("accept", "drain", "calls", "growth", "pages")
RESULTS = stage.ROOT / "var" / "bench.json"


def main(wanted: list[str]) -> int:
    """Run the groups; exit status 2 when a tool is missing or there is no such group."""
    unknown = [name for name in wanted if name not in GROUPS]
    if unknown:
        print(f"There is no group {unknown[0]}: choose from {', '.join(GROUPS)}.", file=sys.stderr)
        return 2
    stage.set_up()
    for name in wanted or GROUPS:
        try:
            group = import_module(f"benchmarks.{name}")
        except ModuleNotFoundError as error:
            if error.name != f"benchmarks.{name}":
                raise
            continue
        print(f"{name}: {(group.__doc__ or '').splitlines()[0]}", flush=True)
        try:
            _note(group.run())
        except ToolMissing as error:
            print(str(error), file=sys.stderr)
            return 2
    return 0


def _note(figures: dict[str, float]) -> None:
    known = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    known |= {name: round(figure, 4) for name, figure in figures.items()}
    known |= {"machine": machine.description(), "commit": machine.commit(), "at": datetime.now(UTC).isoformat()}
    RESULTS.write_text(json.dumps(known, indent=2, sort_keys=True) + "\n")
    for name, figure in figures.items():
        print(f"  {name:<28} {figure:>12,.4g}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""`python -m tests.chaos [--schedules 100] [--seed N]`: break an installation at random, and compare after each."""

import argparse
import random
import shutil
import sys
import time

from connectleads.config import ROOT
from tests.chaos.events import AT_LENGTH, schedule
from tests.chaos.installation import Installation
from tests.chaos.load import Load
from tests.chaos.verdict import check

LENGTH = 4


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--schedules", type=int, default=100)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    options = parser.parse_args()
    print(f"chaos: {options.schedules} schedules from seed {options.seed}", flush=True)
    folder = ROOT / "var" / "chaos"
    shutil.rmtree(folder, ignore_errors=True)
    place = Installation(folder)
    try:
        place.start()
        load = Load(place.port, options.seed)
        for number in range(options.schedules):
            happenings = schedule(options.seed + number, LENGTH)
            load.start()
            for name, seconds, quiet in happenings:
                AT_LENGTH[name](place, seconds)
                time.sleep(quiet)
            load.stop()
            place.until(place.is_drained, "not everything was drained", 120)
            print(f"  {number + 1}: {', '.join(name for name, *_ in happenings)}: {check(place, load)}", flush=True)
    finally:
        place.stop()
    print(f"chaos: every promise held through {options.schedules} schedules from seed {options.seed}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

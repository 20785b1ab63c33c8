"""`python -m tests.chaos.shifted SECONDS COMMAND …`: a management command on a machine whose clock is off by that."""

import sys
from datetime import UTC, datetime, timedelta

import time_machine

if __name__ == "__main__":
    offset = int(sys.argv[1])
    sys.argv = ["manage.py", *sys.argv[2:]]
    import manage

    if offset:
        time_machine.travel(datetime.now(UTC) + timedelta(seconds=offset), tick=True).start()
    sys.exit(manage.main())

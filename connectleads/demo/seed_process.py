"""Runs the seed as a process of its own, because it works in the worker's database role (edge)."""

import os
import subprocess
import sys

from connectleads.config import ROOT


def seed_in_worker_role() -> str:
    """Run `manage.py seed_demo`; what it made, in a few words. Raises CalledProcessError with its output shown."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), "seed_demo"],
        env={**os.environ, "CONNECTLEADS_DATABASE_ROLE": "worker"},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    made = [line for line in done.stdout.splitlines() if "page views" in line]
    return "; ".join(made) or "there already"

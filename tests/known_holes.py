"""`python -m tests.known_holes`: whether a pinned library has a known hole, where pip-audit can reach its data."""

import json
import subprocess
import sys

LOCK = "requirements/run.txt"


def main() -> int:
    """1 when there is a known hole; 0 when there is none, or when nothing could be asked, which is said."""
    command = [sys.executable, "-m", "pip_audit", "-r", LOCK, "--disable-pip", "--require-hashes", "-f", "json"]
    try:
        done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=120)
        found = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError, subprocess.TimeoutExpired):
        print("pip-audit could not reach its data: nothing was checked.")
        return 0
    holes = [f"{one['name']} {one['version']}: {hole['id']}" for one in found for hole in one.get("vulns", ())]
    asked = sum("vulns" in one for one in found)
    print(f"pip-audit asked about {asked} of {len(found)} pinned libraries and knows {len(holes)} holes.")
    print(*holes, sep="\n", end="\n" if holes else "")
    return 1 if holes else 0


if __name__ == "__main__":
    sys.exit(main())

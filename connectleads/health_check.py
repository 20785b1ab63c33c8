"""`python -m connectleads.health_check URL`: exits 0 when the web process answers there (edge; knows no Django)."""

import os
import sys
import urllib.request


def main() -> int:
    """Ask under the first host name that the product answers to."""
    host = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0]
    request = urllib.request.Request(sys.argv[1], headers={"Host": host})  # noqa: S310 (the caller's own)
    try:
        with urllib.request.urlopen(request, timeout=3) as answer:  # nosec B310 # noqa: S310
            return 0 if answer.status == 200 else 1
    except OSError:
        return 1


if __name__ == "__main__":
    sys.exit(main())

"""`python -m tests.parts_list`: every library that runs, by name, version, licence and digests, as CycloneDX 1.6.

A list of parts (SBOM) from the lock file; what is installed here tells the licences. Nothing is asked of the network.
"""

import json
import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

LOCK = Path("requirements/run.txt")
PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^ ;\\]+)", re.MULTILINE)
DIGEST = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def parts_list(lock: str) -> dict[str, Any]:
    """The list for a lock file's text; the same text gives the same list."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "connectleads", "bom-ref": "connectleads"}},
        "components": list(_components(lock)),
    }


def _components(lock: str) -> Iterator[dict[str, Any]]:
    starts = [*PINNED.finditer(lock)]
    ends = [one.start() for one in starts[1:]] + [len(lock)]
    for pinned, end in zip(starts, ends, strict=True):
        name, version = pinned["name"], pinned["version"]
        package = f"pkg:pypi/{re.sub(r'[-_.]+', '-', name).lower()}@{version}"
        yield {
            "type": "library",
            "bom-ref": package,
            "name": name,
            "version": version,
            "purl": package,
            "properties": [
                {"name": "connectleads:accepted-sha256", "value": digest}
                for digest in DIGEST.findall(lock, pinned.end(), end)
            ],
            **_licence(name),
        }


def _licence(name: str) -> dict[str, Any]:
    try:
        told = metadata(name)
    except PackageNotFoundError:  # for another system or version of Python than this one
        return {}
    words = told.get("License-Expression") or _by_classifier(told.get_all("Classifier") or []) or told.get("License")
    return {"licenses": [{"license": {"name": " ".join(words.split())[:100]}}]} if words else {}


def _by_classifier(classifiers: list[str]) -> str:
    return "; ".join(one.rpartition(" :: ")[2] for one in classifiers if one.startswith("License :: OSI Approved :: "))


def main() -> None:
    """Write it to standard output."""
    json.dump(parts_list(LOCK.read_text()), sys.stdout, indent=2)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()

"""Fetches the consent platforms that npm has, at the versions and hashes of packages.json, once per machine.

`npm pack` and not `npm ci`: the files for browsers stand in the packages themselves, and nothing of theirs has to run.
"""

import base64
import hashlib
import json
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

PINS = json.loads((Path(__file__).parent / "packages.json").read_text())
FOLDER = ROOT / "var" / "browser-packages"


def fetched(name: str) -> Path:
    """The folder with a package's files. Skips the test where npm, or what it asks, is missing."""
    pin = PINS[name]
    folder = FOLDER / f"{name}-{pin['version']}"
    if not folder.exists():
        archive = _packed(name, pin["version"])
        digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
        assert f"sha512-{digest}" == pin["integrity"], f"{name} is not what was pinned"
        unpacked = FOLDER / f"{name}.part"
        shutil.rmtree(unpacked, ignore_errors=True)
        with tarfile.open(archive) as tar:
            tar.extractall(unpacked, filter="data")
        (unpacked / "package").rename(folder)
        archive.unlink()
    return folder


def _packed(name: str, version: str) -> Path:
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is missing, so the real consent platforms cannot be fetched")
    FOLDER.mkdir(parents=True, exist_ok=True)
    command = [npm, "pack", f"{name}@{version}", "--silent", "--ignore-scripts", "--pack-destination", str(FOLDER)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, cwd=FOLDER)
    if done.returncode:
        pytest.skip(f"npm could not fetch {name} {version}")
    return FOLDER / done.stdout.split()[-1]

"""Fetches nginx, the yardstick, and wrk, the load, as Debian packages, without installing anything (edge)."""

import os
import shutil
import subprocess
from pathlib import Path

PACKAGES = ("nginx", "wrk", "libluajit-5.1-2", "libluajit-5.1-common")


class ToolMissing(Exception):
    """A tool is neither installed nor to be had; the message says how to get it."""


def fetched(folder: Path) -> dict[str, list[str]]:
    """The commands `nginx` and `wrk`, from the system or unpacked under `folder`. Raises ToolMissing."""
    if shutil.which("nginx") and shutil.which("wrk"):
        return {"nginx": ["nginx"], "wrk": ["wrk"]}
    root = folder / "root"
    if not (root / "usr/bin/wrk").exists():
        _unpack(folder, root)
    libraries = f"LD_LIBRARY_PATH={next((root / 'usr/lib').glob('*-linux-gnu'))}"
    return {
        "nginx": ["env", libraries, str(root / "usr/sbin/nginx")],
        "wrk": ["env", libraries, str(root / "usr/bin/wrk")],
    }


def _unpack(folder: Path, root: Path) -> None:
    if shutil.which("apt-get") is None or shutil.which("dpkg-deb") is None:
        raise ToolMissing("nginx and wrk are missing: install both, for instance by `apt-get install nginx wrk`.")
    folder.mkdir(parents=True, exist_ok=True)
    if os.getuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=False, capture_output=True)
    done = subprocess.run(["apt-get", "download", "-qq", *PACKAGES], cwd=folder, capture_output=True, check=False)
    if done.returncode != 0:
        raise ToolMissing("nginx and wrk could not be fetched: `apt-get update` as root, or install both.")
    for package in folder.glob("*.deb"):
        subprocess.run(["dpkg-deb", "-x", str(package), str(root)], check=True)

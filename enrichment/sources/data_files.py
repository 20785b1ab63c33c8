"""Where refreshed data files lie, and which file is to be used now (edge)."""

import hashlib
from pathlib import Path


def network_database_file(var_dir: Path) -> Path:
    """Where a fetched network database is put."""
    return var_dir / "sources" / "network.mmdb"


def kind_lists_file(var_dir: Path) -> Path:
    """Where fetched kind lists are put."""
    return var_dir / "sources" / "kinds.mmdb"


def published_list_file(var_dir: Path, url: str) -> Path:
    """Where the list that is published at an address is put."""
    return var_dir / "sources" / f"list-{hashlib.sha256(url.encode()).hexdigest()[:16]}.txt"


def mark_of(path: Path) -> tuple[int, int]:
    """What changes when another file takes its place; zeros while there is none."""
    try:
        state = path.stat()
    except OSError:
        return (0, 0)
    return (state.st_ino, state.st_mtime_ns)

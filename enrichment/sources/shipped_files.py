"""Unpacks a data file that comes with the product into the installation's own folder, once (edge)."""

import hashlib
import lzma
import os
import tempfile
from pathlib import Path


def unpacked(packed_file: Path, var_dir: Path) -> Path:
    """The file below var_dir, under its content's hash: "name.mmdb.xz" becomes "name-<hash>.mmdb".

    Several processes may ask at the same time: each writes a file of its own, and the last rename wins with the
    same content.
    """
    packed = packed_file.read_bytes()
    stem, dot, ending = packed_file.name.removesuffix(".xz").partition(".")
    target = var_dir / f"{stem}-{hashlib.sha256(packed).hexdigest()[:16]}{dot}{ending}"
    if target.exists():
        return target
    var_dir.mkdir(parents=True, exist_ok=True)
    handle, unfinished = tempfile.mkstemp(dir=var_dir, prefix=f".{stem}-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(lzma.decompress(packed))
            file.flush()
            os.fsync(file.fileno())
        Path(unfinished).chmod(0o644)
        Path(unfinished).replace(target)
    finally:
        Path(unfinished).unlink(missing_ok=True)
    return target

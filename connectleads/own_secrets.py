"""The embedded installation's own secrets: made once, readable by its user only (edge)."""

import base64
import os
import secrets
from pathlib import Path


def own_secrets(var_dir: Path) -> dict[str, str]:
    """SECRET_KEY, HIT_KEYS and HASH_KEY from `secrets.env` in `var_dir`; the first caller makes them."""
    path = var_dir / "secrets.env"
    if not path.exists():
        var_dir.mkdir(parents=True, exist_ok=True)
        lines = {
            "SECRET_KEY": secrets.token_urlsafe(48),
            "HIT_KEYS": f"k1:{base64.b64encode(secrets.token_bytes(32)).decode()}",
            "HASH_KEY": base64.b64encode(secrets.token_bytes(32)).decode(),
        }
        _write_once(path, "".join(f"{name}={value}\n" for name, value in lines.items()))
    pairs = (line.partition("=") for line in path.read_text().splitlines() if "=" in line)
    return {name: value for name, _, value in pairs}


def _write_once(path: Path, text: str) -> None:
    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    scratch.touch(mode=0o600)
    scratch.write_text(text)
    try:
        os.link(scratch, path)
    except FileExistsError:
        pass
    finally:
        scratch.unlink()

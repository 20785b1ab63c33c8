#!/usr/bin/env python
"""Command line of ConnectLeads: prints one clear line when a setting is wrong, and otherwise is Django's own."""

import os
import sys

OWNER_COMMANDS = {
    "migrate",
    "makemigrations",
    "showmigrations",
    "sqlmigrate",
    "demo",
    "createsuperuser",
    "backup",
    "restore",
    "seed_scale",
}
WORKER_COMMANDS = {"seed_demo", "create_tenant", "serve_metrics", "rebuild_rollups"}


def main() -> int:
    """Run one management command; exit status 2 means that the configuration is wrong."""
    from connectleads.config import ConfigError

    command = sys.argv[1] if len(sys.argv) > 1 else "help"
    role = "owner" if command in OWNER_COMMANDS else "worker" if command in WORKER_COMMANDS else "web"
    os.environ.setdefault("CONNECTLEADS_DATABASE_ROLE", role)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "connectleads.settings")
    try:
        from django.core.management import execute_from_command_line

        execute_from_command_line(sys.argv)
    except ConfigError as error:
        return _refuse(str(error))
    except BrokenPipeError:  # whoever read the output has seen enough
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115 (the interpreter flushes it at its end)
    except Exception as error:
        store = {"OperationalError": "PostgreSQL", "ConnectionError": "Valkey"}.get(type(error).__name__)
        if store is None:
            raise
        return _refuse(f"{store} does not answer: {' '.join(str(error).split())}")
    return 0


def _refuse(reason: str) -> int:
    print(f"connectleads: {reason}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())

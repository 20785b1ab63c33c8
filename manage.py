#!/usr/bin/env python
"""Command line of ConnectLeads: prints one clear line when a setting is wrong, and otherwise is Django's own."""

import os
import sys

OWNER_COMMANDS = {"migrate", "makemigrations", "showmigrations", "sqlmigrate", "demo", "createsuperuser"}
WORKER_COMMANDS = {"seed_demo", "create_tenant"}


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
        print(f"connectleads: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())

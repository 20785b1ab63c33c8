"""The collector under granian, `--interface rsgi connectleads.rsgi:application`; refuses an unsafe start (edge)."""

import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "connectleads.settings")

from connectleads.config import ConfigError

try:
    import django

    django.setup()

    from connectleads.startup import refuse_unsafe_start
    from tracking.collecting import Collecting
    from tracking.rsgi import RsgiDoor

    refuse_unsafe_start()
    application = RsgiDoor(Collecting)
except ConfigError as error:
    print(f"connectleads: {error}", file=sys.stderr)
    sys.exit(2)

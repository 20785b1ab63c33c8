"""The web process: Django under any WSGI server; refuses to start when a setting or a store is unsafe (edge)."""

import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "connectleads.settings")

from connectleads.config import ConfigError

try:
    from django.core.wsgi import get_wsgi_application

    application = get_wsgi_application()

    from connectleads.startup import refuse_unsafe_start

    refuse_unsafe_start()
except ConfigError as error:
    print(f"connectleads: {error}", file=sys.stderr)
    sys.exit(2)

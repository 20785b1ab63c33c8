"""The web process: Django under any WSGI server; refuses to start when a setting or a store is unsafe (edge)."""

import gc
import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "connectleads.settings")

from connectleads.config import ConfigError

try:
    from django.core.wsgi import get_wsgi_application

    application = get_wsgi_application()

    from connectleads.startup import refuse_unsafe_start

    refuse_unsafe_start()
    gc.collect()
    gc.freeze()  # what is loaded by now stays: looking through it again and again makes pages slow now and then
    gc.set_threshold(20_000, 20, 50)  # a page makes thousands of small things and leaves hardly a cycle
except ConfigError as error:
    print(f"connectleads: {error}", file=sys.stderr)
    sys.exit(2)

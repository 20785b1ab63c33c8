"""`manage.py demo`: a whole installation on this machine, with a website to visit (edge)."""

import signal
import time
from argparse import ArgumentParser
from typing import Any
from urllib.error import URLError

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from connectleads.demo.check import walk
from connectleads.demo.installation import AlreadyRunning, Installation, step, welcome
from connectleads.demo.processes import ProcessDied


class Command(BaseCommand):
    help = "Start the demo: engines, web, worker, beat and a demo website. With --check, walk the journey and end."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`--check` walks the journey by itself."""
        parser.add_argument("--check", action="store_true", help="walk the whole journey, print it, exit 0 or 1")

    def handle(self, *args: Any, **options: Any) -> None:
        """Start, and stay until Ctrl-C; or check, and exit with 0 or 1."""
        if settings.LOCAL_STACK is None:
            raise CommandError("The demo runs on the embedded engines: unset DATABASE_URL and REDIS_URL.")
        for number in (signal.SIGTERM, signal.SIGINT):  # a shell starts background jobs with SIGINT ignored
            signal.signal(number, signal.default_int_handler)
        began = time.monotonic()
        installation = Installation(settings.VAR_DIR, settings.LOCAL_STACK)
        try:
            addresses = installation.start()
            self.stdout.write(f"  Ready in {time.monotonic() - began:.1f} s.")
            if options["check"]:
                self._check(walk(addresses))
                self.stdout.write(f"  Memory of its processes: {installation.processes.memory() / 2**20:.0f} MB")
                return
            self.stdout.write(welcome(addresses))
            while True:
                time.sleep(1)
                installation.processes.check()
        except AlreadyRunning as other:
            self._meet(other, check=options["check"])
        except (ProcessDied, TimeoutError) as error:
            raise CommandError(str(error)) from None
        except URLError as error:
            raise CommandError(f"A part of the demo does not answer ({error.reason}): is it just ending?") from None
        except KeyboardInterrupt:
            self.stdout.write("")
        finally:
            if installation.is_owner:
                self._end(installation)

    def _end(self, installation: Installation) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second Ctrl-C must not leave half of it behind
        with step("Ending the demo"):
            installation.stop()

    def _meet(self, other: AlreadyRunning, *, check: bool) -> None:
        if other.addresses is None:
            raise CommandError("Another demo is just starting or ending in this folder; try again in a moment.")
        self.stdout.write("  The demo is running already.")
        if check:
            self._check(walk(other.addresses))
        else:
            self.stdout.write(welcome(other.addresses))

    def _check(self, passed: bool) -> None:
        if not passed:
            raise CommandError("The journey did not go as it must.", returncode=1)

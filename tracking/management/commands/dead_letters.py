"""`manage.py dead_letters`: hits that could not be recorded, for the operator (edge)."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError

from connectleads.tenancy.staff_log import StaffAction, note_staff
from tracking.dead_letters import DeadLetter, carry_out, dead_letters


class Command(BaseCommand):
    help = (
        "List the entries that could not be recorded and were set aside, or retry or drop them. They are sealed and "
        "shown by numbers only; an hour after it was set aside an entry is gone."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to do with which entries."""
        parser.add_argument("what", nargs="?", choices=("list", "retry", "drop"), default="list")
        parser.add_argument("names", nargs="*", metavar="SHARD/ENTRY", help="as listed; all of them when none is named")

    def handle(self, *, what: str, names: list[str], **_: Any) -> None:
        """List, retry or drop. CommandError for a name that is not there."""
        letters = {letter.address: letter for letter in dead_letters()}
        missing = [name for name in names if name not in letters]
        if missing:
            raise CommandError(f"There is no entry {missing[0]}; it may be older than an hour.")
        wanted = {name: letters[name] for name in names or letters}
        if what == "list":
            self._list(wanted)
            return
        done = carry_out("retry" if what == "retry" else "drop", wanted.values())
        action = StaffAction.ENTRIES_RETRIED if what == "retry" else StaffAction.ENTRIES_DROPPED
        if done:
            note_staff(action, None, about=", ".join(letter.address for letter in done))
        self.stdout.write(f"{len(done)} entries {'put on their stream again' if what == 'retry' else 'dropped'}.")

    def _list(self, letters: dict[str, DeadLetter]) -> None:
        for name, letter in letters.items():
            self.stdout.write(f"{name}  {letter.set_aside_at:%H:%M:%S} UTC  {letter.reason}  {letter.size} bytes")
            if letter.contents is None:
                self.stdout.write("    cannot be opened with the keys in HIT_KEYS")
            for site, kind, count in letter.contents or ():
                self.stdout.write(f"    site {site}: {count} × {kind}")
        self.stdout.write(f"{len(letters)} entries.")

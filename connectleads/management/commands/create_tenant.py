"""`manage.py create_tenant`: a tenant with its first member and website (edge)."""

import getpass
import re
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError, transaction
from django.utils.text import slugify

from connectleads.tenancy.models import MemberRole, Membership, Site, Tenant, User
from connectleads.tenancy.scope import unscoped_all_tenants
from consent.platforms import PLATFORMS

HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+|localhost")


class Command(BaseCommand):
    help = (
        "Create a tenant with its owner and one website, and print the line to paste into that website. "
        "Asks for the owner's password; an owner who has an account keeps it."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The tenant's name, its owner, and its website."""
        parser.add_argument("name", help="what the tenant is called, for instance 'Voorbeeld B.V.'")
        parser.add_argument("--owner", required=True, metavar="EMAIL", help="e-mail address of its first member")
        parser.add_argument("--host", required=True, action="append", help="host name of the website; may be repeated")
        parser.add_argument("--platform", default="cookiebot", choices=sorted(PLATFORMS), help="its consent platform")

    def handle(self, *args: Any, **options: Any) -> None:
        """Create all of it, or nothing and say why."""
        hosts = [host.lower().rstrip(".") for host in options["host"]]
        wrong = [host for host in hosts if not HOST.fullmatch(host)]
        if wrong:
            raise CommandError(f"{wrong[0]} is not a host name: give it without https:// and without a path.")
        try:
            with unscoped_all_tenants("create tenant"), transaction.atomic():
                site = self._create(options["name"], options["owner"], hosts, options["platform"])
        except IntegrityError:
            raise CommandError(f"A tenant called {options['name']} is there already.") from None
        self.stdout.write(f"Created {options['name']}. Paste this into every page of {hosts[0]}, before </head>:")
        self.stdout.write(f'<script async src="{settings.COLLECTOR_URL}/s/{site.key}.js"></script>')

    def _create(self, name: str, email: str, hosts: list[str], platform: str) -> Site:
        slug = slugify(name)
        if not slug:
            raise CommandError("The tenant's name needs at least one letter or digit.")
        tenant = Tenant.objects.create(name=name, slug=slug)
        owner = User.objects.filter(email=email.strip().lower()).first() or self._make_owner(email)
        Membership.objects.create(tenant=tenant, user=owner, role=MemberRole.OWNER)
        site: Site = Site.objects.create(tenant=tenant, name=hosts[0], hosts=hosts, platform=platform)
        return site

    def _make_owner(self, email: str) -> User:
        password = getpass.getpass(f"Password for {email}: ")
        try:
            validate_password(password)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None
        return User.objects.create_user(email, password)

"""The stage of all tests: real engines, the three database roles, and a fixed cast.

Ada owns a tenant, Mia is an admin, Ben a member, Vera only views, Rolf owns a rival tenant, Sam is the
installation's staff.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_django.fixtures
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client

from connectleads.tenancy.models import Membership, Site, Tenant, User
from connectleads.tenancy.roles import ROLE_USERS, Role
from connectleads.tenancy.scope import unscoped_all_tenants
from enrichment.known_ranges import forget_ranges
from tests.demo_run import RunningDemo, running_demo
from tracking.sites import SITES
from tracking.stream import valkey

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


# A test that commits asks for no fixture of the plugin's, which would then make no test database at all.
pytest_django.fixtures._get_databases_for_setup = lambda items: ({"default"}, set())


@pytest.fixture(scope="session", autouse=True)
def engines() -> Iterator[None]:
    """Both embedded engines for the whole run, and the translations compiled."""
    settings.LOCAL_STACK.postgres()
    settings.LOCAL_STACK.valkey()
    call_command("compile_translations", verbosity=0)
    return


@pytest.fixture(scope="session")
def django_db_setup(engines: None, django_db_setup: None, django_db_blocker) -> Iterator[None]:
    """The test database belongs to the owner; the tests then work as the web role, as the product does."""
    log_in(user="postgres", role="web")
    yield
    with django_db_blocker.unblock():
        log_in(user=ROLE_USERS["owner"], role=None)


def log_in(*, user: str, role: Role | None) -> None:
    """Connect anew as `user`, acting as `role`."""
    connection.close()
    connection.settings_dict["USER"] = user
    options = {"options": f"-c role={ROLE_USERS[role]}"} if role else {}
    connection.settings_dict["OPTIONS"] = options


@contextmanager
def database_role(role: Role) -> Iterator[None]:
    """Act as another of the three roles for a while, within the same transaction if there is one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        before = cursor.fetchone()[0]
        cursor.execute(f'SET ROLE "{ROLE_USERS[role]}"')
    try:
        yield
    finally:
        if not connection.needs_rollback:
            with connection.cursor() as cursor:
                cursor.execute(f'SET ROLE "{before}"')


@pytest.fixture
def stream() -> Iterator[None]:
    """An empty stream database, emptied again at the end."""
    valkey().flushdb()
    yield
    valkey().flushdb()


@pytest.fixture(autouse=True)
def _forget_sites() -> None:
    SITES.expire()
    forget_ranges()


@pytest.fixture
def committed(stream: None, django_db_setup: None, django_db_blocker) -> Iterator[None]:
    """A test that commits for real, as the drain does; every table is emptied at its end."""
    with django_db_blocker.unblock():
        yield
        with connection.cursor() as cursor:
            cursor.execute("SET ROLE NONE")
            tables = connection.introspection.table_names(cursor)
            keep = {"django_migrations", "django_content_type", "auth_permission", "tenancy_plan"}
            keep |= {"tracking_sitesversion"}  # its one row is what tells a change
            cursor.execute(f"TRUNCATE {', '.join(set(tables) - keep)} CASCADE")
            cursor.execute(f'SET ROLE "{ROLE_USERS["web"]}"')
        connection.close()


@dataclass(frozen=True)
class Cast:
    """The people, their two tenants, and one site of each."""

    tenant: Tenant
    rival: Tenant
    site: Site
    rival_site: Site
    ada: User
    mia: User
    ben: User
    vera: User
    rolf: User
    sam: User


def make_cast() -> Cast:
    """Create the cast, as the installation's staff would."""
    with database_role("worker"), unscoped_all_tenants("test cast"):
        tenant = Tenant.objects.create(name="Voorbeeld B.V.", slug="voorbeeld")
        rival = Tenant.objects.create(name="Rivaal B.V.", slug="rivaal")
        people = {
            name: User.objects.create_user(f"{name}@example.nl", "a long password", name=name.title())
            for name in ("ada", "mia", "ben", "vera", "rolf")
        }
        with database_role("owner"):
            sam = User.objects.create_superuser("sam@example.nl", "a long password", name="Sam")
        for name, home, role in (
            ("ada", tenant, "owner"),
            ("mia", tenant, "admin"),
            ("ben", tenant, "member"),
            ("vera", tenant, "viewer"),
            ("rolf", rival, "owner"),
        ):
            Membership.objects.create(tenant=home, user=people[name], role=role)
        site = Site.objects.create(tenant=tenant, name="www.voorbeeld.nl", hosts=["www.voorbeeld.nl"])
        rival_site = Site.objects.create(tenant=rival, name="www.rivaal.nl", hosts=["www.rivaal.nl"])
    with database_role("web"):
        Authenticator.objects.create(user=sam, type=Authenticator.Type.TOTP, data={"secret": ""})
    return Cast(tenant=tenant, rival=rival, site=site, rival_site=rival_site, sam=sam, **people)


@pytest.fixture
def cast(db: None) -> Cast:
    """The cast, in the test's own transaction."""
    return make_cast()


@pytest.fixture
def committed_cast(committed: None) -> Cast:
    """The cast, committed."""
    return make_cast()


@pytest.fixture
def signed_in() -> Callable[[User], Client]:
    """A browser in which somebody is signed in."""

    def sign_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture(scope="session")
def demo(engines: None) -> Iterator[RunningDemo]:
    """One demo for all tests that look at a whole installation."""
    with running_demo(ROOT / "var" / "test-demo") as running:
        yield running

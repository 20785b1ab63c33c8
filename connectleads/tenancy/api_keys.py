"""Makes and revokes the keys with which programs read a tenant's leads, and finds whose a key is (edge)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from connectleads.tenancy.audit import Actor, record
from connectleads.tenancy.keys import new_token, token_hash
from connectleads.tenancy.models import ApiKey, AuditAction, User
from connectleads.tenancy.scope import tenant_scope

MARK = "clk_"
MOST = 20


@dataclass(frozen=True, slots=True)
class ApiClient:
    """A program with a good key: whose leads it may read."""

    tenant_id: UUID
    key_id: UUID
    is_authenticated: bool = True


def make_key(name: str, *, by: User) -> str | None:
    """A new key of the tenant in scope, told this once; None when it has as many as it may have."""
    if ApiKey.objects.count() >= MOST:
        return None
    key = MARK + new_token()
    ApiKey.objects.create(name=name[:80], hint=key[:10], key_hash=token_hash(key), created_by=by.email)
    record(AuditAction.API_KEY_MADE, Actor.person(by), about=name)
    return key


def revoke_key(key_id: UUID, *, by: User) -> bool:
    """Make a key useless at once; whether there was one."""
    key = ApiKey.objects.filter(id=key_id).first()
    if key is None:
        return False
    key.delete()
    record(AuditAction.API_KEY_REVOKED, Actor.person(by), about=key.name)
    return True


def client_of(key: str, *, on: date) -> ApiClient | None:
    """Whose key it is. It is looked up by its hash, so that how long that takes tells nothing about a key."""
    if not key.startswith(MARK):
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT tenant_id, id FROM tenancy_api_key_of(%s)", [token_hash(key)])
        row = cursor.fetchone()
    if row is None:
        return None
    client = ApiClient(row[0], row[1])
    with tenant_scope(client.tenant_id):
        ApiKey.objects.filter(id=client.key_id).exclude(last_used_on=on).update(last_used_on=on)
    return client


def api_keys() -> list[ApiKey]:
    """The keys of the tenant in scope, the newest first."""
    return list(ApiKey.objects.order_by("-created_at"))

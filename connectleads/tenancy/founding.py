"""Starts a tenant with its owner (edge: the only place that makes tenants)."""

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from connectleads.tenancy.audit import Actor, record
from connectleads.tenancy.keys import new_id, short_suffix
from connectleads.tenancy.models import AuditAction, MemberRole, Membership, Plan, Tenant, User
from connectleads.tenancy.scope import tenant_scope

ATTEMPTS = 5


def found_tenant(name: str, owner: User) -> Tenant:
    """A new tenant called `name` that `owner` owns, on the plan for new tenants, with a free slug made of the name."""
    plan = Plan.objects.filter(is_default=True).first()
    wanted = slugify(name)[:50].strip("-") or "organisation"
    for attempt in range(ATTEMPTS):
        slug = wanted if attempt == 0 else f"{wanted}-{short_suffix()}"
        try:
            with transaction.atomic():
                return _found(name, slug, owner, plan)
        except IntegrityError:
            if attempt == ATTEMPTS - 1:
                raise
    raise AssertionError("unreachable")


def _found(name: str, slug: str, owner: User, plan: Plan | None) -> Tenant:
    tenant_id = new_id()
    with tenant_scope(tenant_id):
        tenant = Tenant.objects.create(id=tenant_id, name=name[:120], slug=slug, plan=plan)
        Membership.objects.create(user=owner, role=MemberRole.OWNER)
        record(AuditAction.TENANT_FOUNDED, Actor.person(owner), about=tenant.name)
    return tenant


def found_wanted_tenant(user: User) -> Tenant | None:
    """The tenant that a person asked for at sign-up, once the address is verified; None when there is none to found."""
    claimed = User.objects.filter(pk=user.pk).exclude(wanted_tenant="").select_for_update(skip_locked=True)
    with transaction.atomic():
        person = claimed.first()
        if person is None:
            return None
        name, person.wanted_tenant = person.wanted_tenant, ""
        person.save(update_fields=["wanted_tenant"])
        return found_tenant(name, person)

"""What people make of their leads: segments, notes, tasks, and what they follow and saw last."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from connectleads.tenancy.keys import new_id
from connectleads.tenancy.owned import TenantOwned


class Segment(TenantOwned):
    """A saved filter: the query of the lead list's address, in one fixed order. Private to its owner, or shared."""

    pk = models.CompositePrimaryKey("tenant_id", "id")
    id = models.UUIDField(default=new_id, editable=False)
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=2000)
    owner_id = models.BigIntegerField()
    is_shared = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta(TenantOwned.Meta):
        constraints = (models.UniqueConstraint(fields=("tenant", "owner_id", "name"), name="segment_name_once"),)


class Note(TenantOwned):
    """What somebody wrote about a lead; `mentions` are the people it names."""

    pk = models.CompositePrimaryKey("tenant_id", "id")
    id = models.UUIDField(default=new_id, editable=False)
    lead_id = models.UUIDField()
    author_id = models.BigIntegerField()
    text = models.CharField(max_length=2000)
    mentions = ArrayField(models.BigIntegerField(), default=list)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta(TenantOwned.Meta):
        indexes = (models.Index(fields=("tenant", "lead_id", "-created_at"), name="note_by_lead"),)


class Task(TenantOwned):
    """Something to do about a lead, by somebody, on a day."""

    pk = models.CompositePrimaryKey("tenant_id", "id")
    id = models.UUIDField(default=new_id, editable=False)
    lead_id = models.UUIDField()
    text = models.CharField(max_length=200)
    due_on = models.DateField()
    assignee_id = models.BigIntegerField()
    created_by_id = models.BigIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta(TenantOwned.Meta):
        indexes = (
            models.Index(fields=("tenant", "lead_id", "due_on"), name="task_by_lead"),
            models.Index(
                fields=("tenant", "assignee_id", "due_on"), condition=models.Q(done_at=None), name="task_open"
            ),
        )


class Follow(TenantOwned):
    """That somebody follows a lead."""

    pk = models.CompositePrimaryKey("tenant_id", "user_id", "lead_id")
    user_id = models.BigIntegerField()
    lead_id = models.UUIDField()


class LastLook(TenantOwned):
    """When somebody opened the overview: `seen_at` this time, `before_at` the time before, some hours apart."""

    pk = models.CompositePrimaryKey("tenant_id", "user_id")
    user_id = models.BigIntegerField()
    seen_at = models.DateTimeField()
    before_at = models.DateTimeField(null=True, blank=True)

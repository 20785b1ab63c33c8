"""Leads in the words of the interface (edge of Django REST framework's serialisers)."""

from typing import Any

from rest_framework import serializers


class LeadAnswer(serializers.Serializer[Any]):
    """A lead with its sums. A locked one lies above the tenant's plan: kept, and named when there is room."""

    id = serializers.UUIDField()
    is_locked = serializers.BooleanField()
    name = serializers.CharField(allow_null=True)
    country = serializers.CharField(help_text="ISO 3166-1, two letters, or empty")
    domain = serializers.CharField(allow_null=True)
    kind = serializers.CharField()
    confidence = serializers.FloatField(help_text="0 to 1")
    status = serializers.CharField()
    first_seen_at = serializers.DateTimeField()
    last_seen_at = serializers.DateTimeField()
    visits = serializers.IntegerField()
    page_views = serializers.IntegerField()
    seconds = serializers.IntegerField(help_text="Engaged time")


class LeadPage(serializers.Serializer[Any]):
    """A page of leads, those seen last first. `next_page` is null on the last one."""

    next_page = serializers.IntegerField(allow_null=True)
    leads = LeadAnswer(many=True)


class LeadQuestion(serializers.Serializer[Any]):
    """What may be asked."""

    days = serializers.IntegerField(min_value=1, max_value=400, default=28, help_text="Seen in the last so many days")
    page = serializers.IntegerField(min_value=1, max_value=10_000, default=1)

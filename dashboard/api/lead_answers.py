"""Leads in the words of the interface (edge of Django REST framework's serialisers)."""

from typing import Any

from rest_framework import serializers


class LegalBasisAnswer(serializers.Serializer[Any]):
    """What the record of a lead rests on, from the proofs that are kept: GDPR art. 6(1)(a) and 7(1).

    It says under which consents its visits were recorded; for contact with the organisation your own basis applies.
    """

    holds = serializers.BooleanField(help_text="Whether some consent behind the lead is in force now")
    browsers = serializers.IntegerField(help_text="Browsers that agreed")
    receipts = serializers.IntegerField(help_text="Proofs of consent that are kept")
    first_at = serializers.DateTimeField(help_text="When the first of these choices was made")
    last_at = serializers.DateTimeField(help_text="When the last of them was made")
    good_until = serializers.DateTimeField(allow_null=True, help_text="When the last expires; null: all withdrawn")
    platforms = serializers.ListField(child=serializers.CharField(), help_text="Consent platforms that were read")
    levels = serializers.ListField(
        child=serializers.CharField(),
        help_text="A: explicit, dated, numbered … C: yes or no; X: told by a script",
    )
    marketing = serializers.BooleanField(help_text="Whether marketing was agreed to")
    statistics = serializers.BooleanField(help_text="Whether statistics were agreed to")
    gate_versions = serializers.ListField(child=serializers.IntegerField(), help_text="Versions of the consent rules")
    stated_at = serializers.DateTimeField(help_text="The moment that all of this is true of")
    line = serializers.CharField(help_text="All of it in one line, Dutch or English by Accept-Language")


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
    legal_basis = LegalBasisAnswer(
        allow_null=True, help_text="Null when no visit behind the lead is kept any more, and for a locked lead"
    )


class LeadPage(serializers.Serializer[Any]):
    """A page of leads, those seen last first. `next_page` is null on the last one."""

    next_page = serializers.IntegerField(allow_null=True)
    leads = LeadAnswer(many=True)


class LeadQuestion(serializers.Serializer[Any]):
    """What may be asked."""

    days = serializers.IntegerField(min_value=1, max_value=400, default=28, help_text="Seen in the last so many days")
    page = serializers.IntegerField(min_value=1, max_value=10_000, default=1)

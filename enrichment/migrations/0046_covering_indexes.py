"""Indexes that hold what filters ask of leads and of what brought them, so that counting reads nothing else."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("enrichment", "0045_lead_sections")]

    operations = [
        migrations.RemoveIndex(model_name="lead", name="lead_by_last_visit"),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(
                fields=["tenant", "-last_seen_at", "id"],
                include=(
                    "first_seen_at",
                    "kind",
                    "hidden_at",
                    "visits",
                    "page_views",
                    "country",
                    "status",
                    "confidence",
                    "most_pages",
                    "warmth",
                ),
                name="lead_by_last_visit",
            ),
        ),
        migrations.RemoveIndex(model_name="lead", name="lead_by_first_visit"),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(
                fields=["tenant", "first_seen_at"],
                include=("last_seen_at", "kind", "hidden_at", "visits"),
                name="lead_by_first_visit",
            ),
        ),
        migrations.RemoveIndex(model_name="leadday", name="lead_day_by_day"),
        migrations.AddIndex(
            model_name="leadday",
            index=models.Index(fields=["tenant", "day"], include=("lead_id",), name="lead_day_by_day"),
        ),
        migrations.RemoveIndex(model_name="leadsource", name="lead_source_by_source"),
        migrations.AddIndex(
            model_name="leadsource",
            index=models.Index(
                fields=["tenant", "source", "last_on", "lead_id"],
                include=("medium", "campaign", "site_id"),
                name="lead_source_by_source",
            ),
        ),
    ]

"""Members' own browsers can be left out, and events can count for the score."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("enrichment", "0043_restricted_leads"),
        ("tenancy", "0015_site_min_confidence"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="exclusion",
            name="exclusion_kind_known",
        ),
        migrations.AddField(
            model_name="leadday",
            name="event_points",
            field=models.PositiveIntegerField(db_default=0, default=0),
        ),
        migrations.AddField(
            model_name="scoring",
            name="key_events",
            field=models.JSONField(db_default=[], default=list),
        ),
        migrations.AlterField(
            model_name="exclusion",
            name="kind",
            field=models.CharField(
                choices=[
                    ("range", "range"),
                    ("company", "company"),
                    ("country", "country"),
                    ("page", "page"),
                    ("browser", "browser"),
                ],
                max_length=10,
            ),
        ),
        migrations.AddConstraint(
            model_name="exclusion",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["range", "company", "country", "page", "browser"])),
                name="exclusion_kind_known",
            ),
        ),
        migrations.RunSQL(
            sql=migrations.RunSQL.noop,  # on the way back this runs first: the constraint of before knows no browsers
            reverse_sql="DELETE FROM enrichment_exclusion WHERE kind = 'browser'",
        ),
    ]

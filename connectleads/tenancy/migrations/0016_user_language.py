"""In which language a person is spoken to; nobody has said so yet."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("tenancy", "0015_site_min_confidence")]

    operations = [
        migrations.AddField(
            model_name="user",
            name="language",
            field=models.CharField(blank=True, db_default="", default="", max_length=2),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.CheckConstraint(
                condition=models.Q(("language__in", ("", "nl", "en"))), name="user_language_spoken"
            ),
        ),
    ]

"""What proves an objection ends before the objection does."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("enrichment", "0041_lead_sums_security")]

    operations = [
        migrations.AlterField(
            model_name="objection",
            name="number_hash",
            field=models.BinaryField(max_length=32, null=True, unique=True),
        ),
    ]

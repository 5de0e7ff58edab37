"""Inflow in a scenario that comes again each year."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("financiering", "0006_betaling")]
    operations: ClassVar = [
        migrations.AddField(
            model_name="scenarioinstroom",
            name="elk_jaar",
            field=models.BooleanField(default=False),
        ),
    ]

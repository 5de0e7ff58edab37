"""A part of a scenario knows when it was last saved: two people at once are told."""

from django.db import migrations, models
from django.utils import timezone

DELEN = ("scenariovertrek", "scenarioverlenging", "scenarioinstroom", "scenarioblad")


class Migration(migrations.Migration):
    dependencies = [
        ("financiering", "0001_klaverblad"),
    ]

    operations = [
        migrations.AddField(
            model_name=deel,
            name="gewijzigd_op",
            field=models.DateTimeField(auto_now=True, default=timezone.now),
            preserve_default=False,
        )
        for deel in DELEN
    ]

"""When a user or an organisation was last saved, so that two editors see each other's change."""

from typing import ClassVar

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("gebruikers", "0001_initial")]
    operations: ClassVar = [
        migrations.AddField(
            "gebruiker",
            "gewijzigd_op",
            models.DateTimeField(auto_now=True, default=django.utils.timezone.now),
            preserve_default=False,
        ),
        migrations.AddField(
            "organisatie",
            "gewijzigd_op",
            models.DateTimeField(auto_now=True, default=django.utils.timezone.now),
            preserve_default=False,
        ),
    ]

"""A service, too, knows when it was last saved; a folded name can be longer than the name."""

from typing import ClassVar

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("werknemers", "0001_initial")]

    operations: ClassVar = [
        migrations.AddField(
            model_name="dienst",
            name="gewijzigd_op",
            field=models.DateTimeField(auto_now=True, default=django.utils.timezone.now),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="dienst",
            name="sleutel",
            field=models.CharField(editable=False, max_length=300),
        ),
    ]

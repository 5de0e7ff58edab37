"""A talent that is taken away stays, to be put back."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("trajects", "0009_passage")]
    operations: ClassVar = [
        migrations.AddField(
            model_name="talent",
            name="weggehaald_op",
            field=models.DateField(blank=True, null=True),
        ),
    ]

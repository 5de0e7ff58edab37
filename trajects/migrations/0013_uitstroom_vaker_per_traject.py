"""Who comes back within a trajectory can leave a second time."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("trajects", "0012_overdracht_toestemming")]
    operations: ClassVar = [
        migrations.AlterField(
            model_name="uitstroom",
            name="traject",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="uitstromen",
                to="trajects.traject",
            ),
        ),
    ]

"""The lines of one organisation are read: the index on those of the whole country goes. Contracts of
a service are found by the day on which they begin."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("werknemers", "0017_adviesgebeurtenis")]
    operations: ClassVar = [
        migrations.RemoveIndex("werknemer", "werknemer_zoekregel"),
        migrations.AddIndex(
            "arbeidsovereenkomst",
            models.Index(
                models.F("dienst"),
                models.Func(models.F("periode"), function="lower"),
                name="contract_begin",
            ),
        ),
        migrations.AlterField(
            "arbeidsovereenkomst",
            "dienst",
            models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="contracten",
                to="werknemers.dienst",
            ),
        ),
    ]

"""The words of a note stand beside it; it is found by its organisation and its day."""

from typing import ClassVar

import django.contrib.postgres.search
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("trajects", "0015_organisatie_overal")]
    operations: ClassVar = [
        TrigramExtension(),
        migrations.AddField(
            "notitie",
            "zoekvector",
            models.GeneratedField(
                db_persist=True,
                expression=django.contrib.postgres.search.SearchVector("tekst", config="nederlands"),
                output_field=django.contrib.postgres.search.SearchVectorField(),
            ),
        ),
        migrations.AddIndex(
            "notitie",
            models.Index(fields=["organisatie", "-datum", "-id"], name="notitie_organisatie_datum"),
        ),
        migrations.AddIndex(
            "notitie",
            models.Index(
                condition=models.Q(("vervangt__isnull", False)),
                fields=["organisatie", "vervangt"],
                name="notitie_verbetering",
            ),
        ),
    ]

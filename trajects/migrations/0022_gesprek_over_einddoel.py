"""Talks about the end goal of the job are found without reading every note of an organisation."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("trajects", "0021_verzoek_aan_vdab")]
    operations: ClassVar = [
        migrations.AddIndex(
            model_name="notitie",
            index=models.Index(
                condition=models.Q(("themas__contains", ["einddoel"])),
                fields=["organisatie", "werknemer"],
                name="notitie_einddoel",
            ),
        ),
    ]

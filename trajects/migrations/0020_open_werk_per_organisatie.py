"""What is still to do and to ask, and who has which passage, is found by organisation."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("trajects", "0019_open_signalen_per_organisatie")]
    operations: ClassVar = [
        migrations.AddIndex(
            model_name="actie",
            index=models.Index(
                condition=models.Q(("stand", "open")),
                fields=["organisatie", "tegen", "id"],
                name="actie_open_organisatie",
            ),
        ),
        migrations.AddIndex(
            model_name="nazorgmoment",
            index=models.Index(
                condition=models.Q(("resultaat", "")),
                fields=["organisatie", "uitstroom"],
                name="nazorg_open_organisatie",
            ),
        ),
        migrations.AddIndex(
            model_name="passagetoelichting",
            index=models.Index(fields=["organisatie", "passage"], name="toelichting_passage"),
        ),
    ]

"""What is still to do and to ask is found by organisation, in the order of its day."""

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
    ]

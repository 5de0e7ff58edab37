"""The night, and every page with signals, finds the open ones of one organisation."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("trajects", "0018_dubbele_indexen")]
    operations: ClassVar = [
        migrations.AddIndex(
            model_name="signaal",
            index=models.Index(
                condition=models.Q(
                    ("status__in", ("nieuw", "gezien", "in_opvolging", "uitgesteld"))
                ),
                fields=["organisatie"],
                name="signaal_open",
            ),
        ),
    ]

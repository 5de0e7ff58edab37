"""The end of support of everybody on every day, worked out once: a view."""

from typing import ClassVar

import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.db import migrations, models

# `range_agg` joins advice that follows on one another into chains. From inside to outside: the
# chains of one employee and an empty row before them, how long each of them counts, what ends it.
# `id` is always more than 0. It is named because `advies_van_werknemer` holds it, and the index that
# keeps advice from overlapping, which is slower to search, does not.
MAAK = """
CREATE VIEW werknemers_steunstand AS
SELECT werknemer.id AS werknemer_id, stand.dagen, upper(stand.keten) AS tot,
       (SELECT advies.id FROM werknemers_adviesperiode AS advies
        WHERE advies.werknemer_id = werknemer.id AND upper(advies.periode) = upper(stand.keten)
       ) AS slotadvies_id
FROM werknemers_werknemer AS werknemer
CROSS JOIN LATERAL (
    SELECT keten, daterange(
        lower(keten), lead(lower(keten)) OVER (ORDER BY lower(keten) NULLS FIRST)
    ) AS dagen
    FROM (
        SELECT NULL::daterange AS keten
        UNION ALL
        SELECT unnest(range_agg(advies.periode)) FROM werknemers_adviesperiode AS advies
        WHERE advies.werknemer_id = werknemer.id AND advies.id > 0
    ) AS ketens
) AS stand
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("werknemers", "0007_dubbele_indexen")]
    operations: ClassVar = [
        migrations.AlterField(
            "adviesperiode",
            "werknemer",
            models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="adviezen",
                to="werknemers.werknemer",
            ),
        ),
        migrations.AddIndex(
            "adviesperiode",
            models.Index(
                fields=["werknemer"], include=["periode", "id"], name="advies_van_werknemer"
            ),
        ),
        migrations.RunSQL(MAAK, "DROP VIEW werknemers_steunstand"),
        migrations.CreateModel(
            name="Steunstand",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "werknemer",
                        "dagen",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "werknemer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="steunstand",
                        to="werknemers.werknemer",
                    ),
                ),
                ("dagen", django.contrib.postgres.fields.ranges.DateRangeField()),
                ("tot", models.DateField(null=True)),
                (
                    "slotadvies",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="werknemers.adviesperiode",
                    ),
                ),
            ],
            options={
                "verbose_name": "stand van de ondersteuning",
                "verbose_name_plural": "standen van de ondersteuning",
                "db_table": "werknemers_steunstand",
                "managed": False,
            },
        ),
    ]

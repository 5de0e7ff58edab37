"""When the place of one employee is filled again in a scenario."""

from typing import ClassVar

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

import gedeeld.organisatiesleutel


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("financiering", "0008_rekenbewijs"),
        ("werknemers", "0009_steunstand_zonder_sorteren"),
    ]
    operations: ClassVar = [
        migrations.CreateModel(
            name="Scenariovervanging",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("organisatie", gedeeld.organisatiesleutel.Organisatiesleutel(blank=True, db_constraint=False, db_index=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name="+", to="gebruikers.organisatie")),
                ("gewijzigd_op", models.DateTimeField(auto_now=True)),
                ("na_maanden", models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(24)])),
                ("scenario", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="%(class)s_set", to="financiering.scenario")),
                ("werknemer", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="werknemers.werknemer")),
            ],
            options={
                "verbose_name": "vervanging in een scenario",
                "verbose_name_plural": "vervangingen in een scenario",
                "ordering": ("pk",),
                "abstract": False,
                "constraints": [
                    gedeeld.organisatiesleutel.ZelfdeOrganisatie("scenario", "werknemer", name="scenariovervanging_organisatie"),
                    models.UniqueConstraint(fields=("scenario", "werknemer"), name="scenariovervanging_een", violation_error_message="Voor deze werknemer staat er al een vervanging."),
                    models.CheckConstraint(condition=models.Q(("na_maanden", None), ("na_maanden__lte", 24), _connector="OR"), name="scenariovervanging_maanden", violation_error_message="Een plaats blijft hoogstens 24 maanden open."),
                ],
            },
        ),
    ]

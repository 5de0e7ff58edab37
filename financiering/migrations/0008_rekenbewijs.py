"""What figures were computed from is kept."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from gedeeld.alleen_toevoegen import alleen_toevoegen
from gedeeld.organisatiesleutel import Oudersleutel, ZelfdeOrganisatie


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("financiering", "0007_instroom_elk_jaar"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations: ClassVar = [
        migrations.CreateModel(
            name="Rekenbewijs",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=19)),
                ("soort", models.CharField(choices=[("prognose", "prognose"), ("waarom", "bedragen van één werknemer"), ("kerncijfers", "kerncijfers van een nacht"), ("plan", "plan op papier")], max_length=20)),
                ("dag", models.DateField()),
                ("versie", models.CharField(max_length=20)),
                ("regelset", models.CharField(max_length=19)),
                ("invoer", models.BinaryField()),
                ("uitkomst", models.BinaryField()),
                ("vingerafdruk", models.BinaryField(blank=True, default=b"")),
                ("bewaard_op", models.DateTimeField(auto_now_add=True)),
                ("door", models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="rekenbewijzen", to=settings.AUTH_USER_MODEL)),
                ("organisatie", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="rekenbewijzen", to="gebruikers.organisatie")),
            ],
            options={
                "verbose_name": "rekenbewijs",
                "verbose_name_plural": "rekenbewijzen",
                "ordering": ("-bewaard_op", "-pk"),
                "constraints": [
                    Oudersleutel(name="rekenbewijs_ouder"),
                    models.UniqueConstraint(fields=("organisatie", "code"), name="rekenbewijs_een_per_code", violation_error_message="Dit bewijs is al bewaard."),
                ],
            },
        ),
        alleen_toevoegen("financiering_rekenbewijs"),
        migrations.AddField(
            model_name="kerncijfer",
            name="bewijs",
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="kerncijfers", to="financiering.rekenbewijs"),
        ),
        migrations.AddConstraint("kerncijfer", ZelfdeOrganisatie("bewijs", name="kerncijfer_bewijs")),
    ]

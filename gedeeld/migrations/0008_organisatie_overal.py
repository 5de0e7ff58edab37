"""Rows that hang on another row carry its organisation too."""

from typing import ClassVar

from django.db import migrations

from gedeeld.organisatiesleutel import (
    Organisatiesleutel,
    Oudersleutel,
    ZelfdeOrganisatie,
    neem_organisatie_over,
)


class Migration(migrations.Migration):
    dependencies: ClassVar = [('gedeeld', '0007_hartslag')]
    operations: ClassVar = [
        migrations.AddConstraint("auditregel", Oudersleutel(name="auditregel_ouder")),
        migrations.AddField("auditwaarde", "organisatie", Organisatiesleutel(null=True)),
        neem_organisatie_over("gedeeld_auditwaarde", uit={'regel_id': 'gedeeld_auditregel'}),
        migrations.AddConstraint("auditwaarde", ZelfdeOrganisatie('regel', name="auditwaarde_organisatie")),
    ]

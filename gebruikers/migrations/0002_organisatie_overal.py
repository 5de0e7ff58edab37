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
    dependencies: ClassVar = [('gebruikers', '0001_initial')]
    operations: ClassVar = [
        migrations.AddConstraint("gebruiker", Oudersleutel(name="gebruiker_ouder")),
        migrations.AddField("waarneming", "organisatie", Organisatiesleutel(null=True)),
        neem_organisatie_over("gebruikers_waarneming", uit={'begeleider_id': 'gebruikers_gebruiker'}),
        migrations.AlterField("waarneming", "organisatie", Organisatiesleutel()),
        migrations.AddConstraint("waarneming", ZelfdeOrganisatie('begeleider', 'vervanger', name="waarneming_organisatie")),
    ]

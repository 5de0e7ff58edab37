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
    dependencies: ClassVar = [('werknemers', '0004_betrokkenen'), ('gebruikers', '0002_organisatie_overal')]
    operations: ClassVar = [
        migrations.AddConstraint("dienst", Oudersleutel(name="dienst_ouder")),
        migrations.AddConstraint("werknemer", Oudersleutel(name="werknemer_ouder")),
        migrations.AddField("adviesperiode", "organisatie", Organisatiesleutel(null=True)),
        neem_organisatie_over("werknemers_adviesperiode", uit={'werknemer_id': 'werknemers_werknemer'}),
        migrations.AlterField("adviesperiode", "organisatie", Organisatiesleutel()),
        migrations.AddConstraint("adviesperiode", ZelfdeOrganisatie('werknemer', name="adviesperiode_organisatie")),
        migrations.AddConstraint("adviesperiode", Oudersleutel(name="adviesperiode_ouder")),
        migrations.AddField("premieschijf", "organisatie", Organisatiesleutel(null=True)),
        neem_organisatie_over("werknemers_premieschijf", uit={'advies_id': 'werknemers_adviesperiode'}),
        migrations.AlterField("premieschijf", "organisatie", Organisatiesleutel()),
        migrations.AddConstraint("premieschijf", ZelfdeOrganisatie('advies', name="premieschijf_organisatie")),
        migrations.AddField("arbeidsovereenkomst", "organisatie", Organisatiesleutel(null=True)),
        neem_organisatie_over("werknemers_arbeidsovereenkomst", uit={'werknemer_id': 'werknemers_werknemer'}),
        migrations.AlterField("arbeidsovereenkomst", "organisatie", Organisatiesleutel()),
        migrations.AddConstraint("arbeidsovereenkomst", ZelfdeOrganisatie('werknemer', 'dienst', name="arbeidsovereenkomst_organisatie")),
        migrations.AddConstraint("arbeidsovereenkomst", Oudersleutel(name="arbeidsovereenkomst_ouder")),
        migrations.AddField("caseloadwissel", "organisatie", Organisatiesleutel(null=True)),
        neem_organisatie_over("werknemers_caseloadwissel", uit={'werknemer_id': 'werknemers_werknemer'}),
        migrations.AlterField("caseloadwissel", "organisatie", Organisatiesleutel()),
        migrations.AddConstraint("caseloadwissel", ZelfdeOrganisatie('werknemer', name="caseloadwissel_organisatie")),
    ]

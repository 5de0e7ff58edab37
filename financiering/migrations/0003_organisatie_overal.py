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
    dependencies: ClassVar = [('financiering', '0002_scenariodelen_gewijzigd_op'), ('werknemers', '0005_organisatie_overal')]
    operations: ClassVar = [
        migrations.AddConstraint("scenario", Oudersleutel(name="scenario_ouder")),
        migrations.AddField("klaverbladbron", "organisatie", Organisatiesleutel(null=True)),
        neem_organisatie_over("financiering_klaverbladbron", uit={'dienst_id': 'werknemers_dienst'}),
        migrations.AlterField("klaverbladbron", "organisatie", Organisatiesleutel()),
        migrations.AddConstraint("klaverbladbron", ZelfdeOrganisatie('dienst', name="klaverbladbron_organisatie")),
        migrations.AddField("omkadering", "organisatie", Organisatiesleutel(null=True)),
        neem_organisatie_over("financiering_omkadering", uit={'dienst_id': 'werknemers_dienst'}),
        migrations.AlterField("omkadering", "organisatie", Organisatiesleutel()),
        migrations.AddConstraint("omkadering", ZelfdeOrganisatie('dienst', name="omkadering_organisatie")),
        migrations.AddField("scenariovertrek", "organisatie", Organisatiesleutel(null=True)),
        neem_organisatie_over("financiering_scenariovertrek", uit={'scenario_id': 'financiering_scenario'}),
        migrations.AlterField("scenariovertrek", "organisatie", Organisatiesleutel()),
        migrations.AddConstraint("scenariovertrek", ZelfdeOrganisatie('scenario', 'werknemer', name="scenariovertrek_organisatie")),
        migrations.AddField("scenarioverlenging", "organisatie", Organisatiesleutel(null=True)),
        neem_organisatie_over("financiering_scenarioverlenging", uit={'scenario_id': 'financiering_scenario'}),
        migrations.AlterField("scenarioverlenging", "organisatie", Organisatiesleutel()),
        migrations.AddConstraint("scenarioverlenging", ZelfdeOrganisatie('scenario', 'werknemer', name="scenarioverlenging_organisatie")),
        migrations.AddField("scenarioinstroom", "organisatie", Organisatiesleutel(null=True)),
        neem_organisatie_over("financiering_scenarioinstroom", uit={'scenario_id': 'financiering_scenario'}),
        migrations.AlterField("scenarioinstroom", "organisatie", Organisatiesleutel()),
        migrations.AddConstraint("scenarioinstroom", ZelfdeOrganisatie('scenario', 'dienst', name="scenarioinstroom_organisatie")),
        migrations.AddField("scenarioblad", "organisatie", Organisatiesleutel(null=True)),
        neem_organisatie_over("financiering_scenarioblad", uit={'scenario_id': 'financiering_scenario'}),
        migrations.AlterField("scenarioblad", "organisatie", Organisatiesleutel()),
        migrations.AddConstraint("scenarioblad", ZelfdeOrganisatie('scenario', 'dienst', name="scenarioblad_organisatie")),
    ]

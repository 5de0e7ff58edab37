"""How often an amount is rounded is no dated value any more: nothing ever counted with it."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("regels", "0010_bijdrage")]

    operations: ClassVar = [
        migrations.AlterField(
            model_name='regelparameter',
            name='code',
            field=models.CharField(choices=[('nazorg_1', 'Nazorg: eerste moment na de uitstroom'), ('nazorg_2', 'Nazorg: tweede moment'), ('nazorg_3', 'Nazorg: derde moment'), ('nazorg_4', 'Nazorg: vierde moment'), ('duurzaam', 'Uitstroom telt als duurzaam na'), ('terugkeergarantie', 'Terugkeergarantie naar de sociale economie'), ('vervanging_voor', 'Vervangingsverbod: venster voor een dalende of stopgezette premie'), ('vervanging_na', 'Vervangingsverbod: venster na een dalende of stopgezette premie'), ('fonds_per_uur', 'Vormingsfonds LDE: bedrag per uur en per deelnemer'), ('fonds_per_jaar', 'Vormingsfonds LDE: hoogste bedrag per organisatie en per jaar'), ('fonds_uren', 'Vormingsfonds LDE: hoogste aantal uren per deelnemer en per jaar'), ('ggmmi', 'Gewaarborgd gemiddeld minimummaandinkomen (GGMMI)'), ('plafondfactor', 'Plafond op het referteloon: hoeveel keer het GGMMI'), ('patronale_bijdrage', 'Netto patronale bijdrage op het brutoloon'), ('loonmaanden', 'Loonmaanden per jaar, eindejaarspremie en vakantiegeld inbegrepen'), ('begeleiding_vast_begin', 'Begeleidingspremie: vast deel, kwartaal 1 tot 5'), ('begeleiding_vast_later', 'Begeleidingspremie: vast deel, vanaf kwartaal 6'), ('begeleiding_laag', 'Begeleidingspremie: variabel deel, niveau laag'), ('begeleiding_midden', 'Begeleidingspremie: variabel deel, niveau midden'), ('begeleiding_hoog', 'Begeleidingspremie: variabel deel, niveau hoog'), ('begeleiding_telt_keten', 'Begeleidingspremie: het vaste deel telt door over adviezen die op elkaar aansluiten'), ('lde_vergoeding', 'LDE-overgang: tijdelijke vergoeding per voltijdse job'), ('verlenging_vanaf', 'Verlenging aanvragen: ten vroegste voor het einde'), ('bijsturing_vanaf', 'Bijsturing aanvragen: ten vroegste vanaf kwartaal'), ('beroep_binnen', 'Beroep tegen een beslissing van VDAB: binnen'), ('beroep_advies', 'Beroep: de commissie geeft advies binnen'), ('beroep_beslissing', 'Beroep: VDAB beslist na dat advies binnen'), ('behandeling', 'Aanvraag van een verlenging: zo lang duurt de behandeling'), ('bruto_bijdrage', 'Patronale bijdrage voor de verminderingen'), ('rsz_categorie', 'Structurele vermindering: RSZ-categorie van de organisatie'), ('vermindering_1_factor', 'Structurele vermindering categorie 1: factor onder de hoge grens'), ('vermindering_1_grens', 'Structurele vermindering categorie 1: hoge grens, voltijds kwartaalloon'), ('vermindering_1_factor_laag', 'Structurele vermindering categorie 1: factor onder de lage grens'), ('vermindering_1_grens_laag', 'Structurele vermindering categorie 1: lage grens, voltijds kwartaalloon'), ('vermindering_2', 'Structurele vermindering categorie 2 (social profit): voltijds kwartaalbedrag'), ('vermindering_3', 'Structurele vermindering categorie 3 (maatwerk): voltijds kwartaalbedrag'), ('vermindering_beta', 'Structurele vermindering: β voor een kleine prestatiebreuk'), ('vermindering_beta_onder', 'Structurele vermindering: β is het hoogst tot'), ('vermindering_beta_tot', 'Structurele vermindering: β is 1 vanaf'), ('voltijdse_week', 'Uren in een voltijdse week')], max_length=40),
        ),
        migrations.RunSQL(
            "DELETE FROM regels_regelparameter WHERE code = 'afronding'",
            migrations.RunSQL.noop,
        ),
    ]

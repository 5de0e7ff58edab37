"""The list of generic competences that every organisation begins with."""

from typing import Any, ClassVar, Final

from django.db import migrations

COMPETENTIES: Final = (
    ("Afspraken nakomen", "Is op tijd, verwittigt bij afwezigheid, doet wat is afgesproken."),
    ("Samenwerken", "Helpt collega’s, vraagt hulp, houdt rekening met anderen."),
    ("Communiceren", "Begrijpt een opdracht, vraagt na, zegt wat nodig is."),
    ("Zelfstandig werken", "Begint en gaat verder zonder dat iemand ernaast staat."),
    ("Kwaliteit en zorg", "Werkt netjes, kijkt het eigen werk na, zorgt voor het materiaal."),
    ("Tempo en volhouden", "Werkt door en houdt het vol, ook op een drukke dag."),
    ("Omgaan met leiding", "Luistert naar uitleg en kan iets doen met een opmerking."),
    ("Leren en zich aanpassen", "Pikt nieuwe taken op en kan tegen verandering."),
    ("Veilig werken", "Kent de regels voor veiligheid en hygiëne en volgt ze."),
    ("Omgaan met klanten", "Is vriendelijk en behulpzaam voor wie de dienst gebruikt."),
)


def zaai(apps: Any, _schema_editor: Any) -> None:
    competentie = apps.get_model("trajects", "Competentie")
    for plaats, (naam, omschrijving) in enumerate(COMPETENTIES, start=1):
        competentie.objects.create(naam=naam, omschrijving=omschrijving, volgorde=10 * plaats)


def maak_leeg(apps: Any, _schema_editor: Any) -> None:
    apps.get_model("trajects", "Competentie").objects.filter(organisatie=None).delete()


class Migration(migrations.Migration):
    dependencies: ClassVar = [("trajects", "0006_alleen_toevoegen")]
    operations: ClassVar = [migrations.RunPython(zaai, maak_leeg)]

"""The first version of the special passage: the example of Koepel LDE."""

from datetime import date
from typing import Any, ClassVar, Final

from django.db import migrations

VOORBEELD: Final = (
    "De werkgever is een organisatie die door middel van aanvullende diensten "
    "tewerkstellingskansen organiseert met het oog op een duurzame tewerkstelling. Daartoe "
    "behoort ook het maatschappelijke doel om werknemers klaar te stomen voor de arbeidsmarkt in "
    "zijn totaliteit, met het oog op een duurzame loopbaan bij een volgende werkgever. Daarom zet "
    "de werkgever in op competentieversterking en talentvalorisatie en begeleiding op maat.\n\n"
    "De werknemer is effectief aangesteld in een aanvullende dienstverlening en heeft bij "
    "aanwerving een afstand tot de arbeidsmarkt, zoals vastgesteld in het advies individueel "
    "maatwerk (IMW). Dat houdt in dat de werknemer aan de slag is op een tijdelijke werkvloer, "
    "tenzij het advies individueel maatwerk na evaluatie wordt verlengd. Ook als dit laatste in "
    "principe mogelijk is, werkt de werknemer tijdens de tewerkstelling in de aanvullende dienst "
    "mee aan een traject dat voorbereidt op doorstroom naar een volgende werkgever."
)


def zaai(apps: Any, _schema_editor: Any) -> None:
    apps.get_model("trajects", "Contractpassage").objects.create(
        versie=1,
        tekst=VOORBEELD,
        toelichting="Het voorbeeld van Koepel LDE (2026).",
        vanaf=date(2026, 1, 1),
    )


class Migration(migrations.Migration):
    dependencies: ClassVar = [("trajects", "0008_plansjablonen")]
    # Backwards there is nothing to do: the table is append-only, and goes as a whole.
    operations: ClassVar = [migrations.RunPython(zaai, migrations.RunPython.noop)]

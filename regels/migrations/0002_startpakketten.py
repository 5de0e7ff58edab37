"""The start packages as published in 2024; the quarter split is where the sources disagree."""

from datetime import date
from typing import Any, ClassVar, Final

from django.db import migrations

from gedeeld.periode import Periode

BRONNEN: Final = (
    (
        "verso-2024",
        "Verso, Individueel maatwerk biedt kansen",
        "https://www.verso-net.be/over-verso/nieuws/nieuws-detail/2024/03/07/Individueel-maatwerk-biedt-kansen",
        date(2024, 3, 7),
    ),
    (
        "herwin-subsidies",
        "Herwin, Welke subsidies komen er voor individueel maatwerk (IMW)?",
        "https://herwin.be/question/welke-subsidies-komen-er-voor-individueel-maatwerk-imw/",
        None,
    ),
)
TEGENSPRAAK: Final = (
    "Verso en Unik verdelen de 20 kwartalen als 5/3/12; de hoofding bij Herwin zegt 5/4/11. "
    "Doorstroom rekent met 5/3/12."
)
# kind, variant, default, source, ((first quarter, last quarter, percentage), …)
PAKKETTEN: Final = (
    ("imw_2", "5/3", True, "verso-2024", ((1, 8, 20),)),
    ("imw_5", "5/3/12", True, "verso-2024", ((1, 5, 40), (6, 8, 30), (9, 20, 20))),
    ("imw_5", "5/4/11", False, "herwin-subsidies", ((1, 5, 40), (6, 9, 30), (10, 20, 20))),
    ("imw_5_verhoogd", "5/3/12", True, "verso-2024", ((1, 5, 55), (6, 8, 50), (9, 20, 40))),
    ("imw_5_verhoogd", "5/4/11", False, "herwin-subsidies", ((1, 5, 55), (6, 9, 50), (10, 20, 40))),
    ("imw_5_cmw45", "5/3/12", True, "herwin-subsidies", ((1, 8, 45), (9, 20, 40))),
    ("imw_5_cmw45", "5/4/11", False, "herwin-subsidies", ((1, 9, 45), (10, 20, 40))),
)
START_VAN_DE_MAATREGEL: Final = date(2023, 7, 1)


def zaai(apps: Any, _schema_editor: Any) -> None:
    bron, pakket, schijf = (
        apps.get_model("regels", naam) for naam in ("Bron", "Startpakket", "StartpakketSchijf")
    )
    for code, titel, adres, datum in BRONNEN:
        bron.objects.create(code=code, titel=titel, adres=adres, datum=datum, zekerheid="B")
    for soort, variant, standaard, broncode, schijven in PAKKETTEN:
        nieuw = pakket.objects.create(
            soort=soort,
            variant=variant,
            standaard=standaard,
            geldig=Periode(START_VAN_DE_MAATREGEL),
            bron=bron.objects.get(code=broncode),
            toelichting=TEGENSPRAAK if soort != "imw_2" else "",
        )
        for eerste, laatste, percentage in schijven:
            schijf.objects.create(
                startpakket=nieuw,
                eerste_kwartaal=eerste,
                laatste_kwartaal=laatste,
                percentage=percentage,
            )


def maak_leeg(apps: Any, _schema_editor: Any) -> None:
    apps.get_model("regels", "Startpakket").objects.all().delete()
    apps.get_model("regels", "Bron").objects.all().delete()


class Migration(migrations.Migration):
    dependencies: ClassVar = [("regels", "0001_initial")]
    operations: ClassVar = [migrations.RunPython(zaai, maak_leeg)]

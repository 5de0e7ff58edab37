"""The figures that the path to a next employer needs, with what is known of their source."""

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Final

from django.db import migrations

from gedeeld.periode import Periode

START_VAN_DE_MAATREGEL: Final = date(2023, 7, 1)
BRONNEN: Final = (
    (
        "koepel-lde-2026",
        "Koepel LDE, tekst over doorstroom in het individueel maatwerk",
        "",
        date(2026, 1, 1),
        "S",
    ),
    (
        "noozo-2022",
        "Noozo, Besluit individueel maatwerk",
        "https://www.noozo.be/nl/adviezen/besluit-individueel-maatwerk",
        None,
        "B",
    ),
    (
        "vivo-vormingsfonds",
        "VIVO, Vormingsfonds voor lokale diensteneconomie",
        "https://www.vivosocialprofit.org/vormingsfonds-voor-lokale-diensteneconomie",
        None,
        "S",
    ),
    ("eigen-keuze", "Keuze van deze toepassing", "", None, "E"),
)
_NAZORG: Final = "Geen regel: vier momenten in het eerste jaar houden het contact warm."
_VENSTER: Final = (
    "De brontekst noemt het verbod, geen termijn. Zes maanden is een keuze: binnen het venster "
    "vraagt de toepassing naar het motief."
)
_ONBEKEND: Final = "Het bedrag is niet gevonden. Vraag het na bij VIVO of bij Koepel LDE."
# code, value (None: unknown), source, certainty, remark
PARAMETERS: Final = (
    ("nazorg_1", "4", "eigen-keuze", "E", _NAZORG),
    ("nazorg_2", "13", "eigen-keuze", "E", _NAZORG),
    ("nazorg_3", "26", "eigen-keuze", "E", _NAZORG),
    ("nazorg_4", "52", "eigen-keuze", "E", _NAZORG),
    ("duurzaam", "26", "eigen-keuze", "E", "Na een half jaar aan het werk telt uitstroom als duurzaam."),
    ("terugkeergarantie", "18", "noozo-2022", "B", "De voorwaarden zijn niet gevonden; kijk ze na voor je erop rekent."),
    ("vervanging_voor", "6", "koepel-lde-2026", "E", _VENSTER),
    ("vervanging_na", "6", "koepel-lde-2026", "E", _VENSTER),
    ("fonds_per_uur", None, "vivo-vormingsfonds", "S", _ONBEKEND),
    ("fonds_per_jaar", None, "vivo-vormingsfonds", "S", _ONBEKEND),
    ("fonds_uren", None, "vivo-vormingsfonds", "S", _ONBEKEND),
)


def zaai(apps: Any, _schema_editor: Any) -> None:
    bron, parameter = apps.get_model("regels", "Bron"), apps.get_model("regels", "Regelparameter")
    for code, titel, adres, datum, zekerheid in BRONNEN:
        bron.objects.create(code=code, titel=titel, adres=adres, datum=datum, zekerheid=zekerheid)
    for code, waarde, broncode, zekerheid, toelichting in PARAMETERS:
        parameter.objects.create(
            code=code,
            waarde=None if waarde is None else Decimal(waarde),
            geldig=Periode(START_VAN_DE_MAATREGEL),
            bron=bron.objects.get(code=broncode),
            zekerheid=zekerheid,
            toelichting=toelichting,
        )


def maak_leeg(apps: Any, _schema_editor: Any) -> None:
    apps.get_model("regels", "Regelparameter").objects.all().delete()
    apps.get_model("regels", "Bron").objects.filter(code__in=[b[0] for b in BRONNEN]).delete()


class Migration(migrations.Migration):
    dependencies: ClassVar = [("regels", "0003_regelparameter")]
    operations: ClassVar = [migrations.RunPython(zaai, maak_leeg)]

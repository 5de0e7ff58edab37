"""The figures that the funding model counts with, with what is known of their source."""

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Final

from django.db import migrations

from gedeeld.periode import Periode

START: Final = date(2023, 7, 1)
BRONNEN: Final = (
    ("vdab-referteloon", "VDAB, Referteloon", "https://werkgevers.vdab.be/referteloon", None, "A"),
    ("loonkantoren-2022", "Loonkantoren, nota's over het GGMMI", "", date(2022, 4, 1), "B"),
    ("sodalis-ggmmi", "Sodalis en Attentia, GGMMI (CAO 43/17)", "", date(2024, 4, 1), "B"),
    ("securex-ggmmi", "Securex, tabel van het GGMMI", "", date(2025, 2, 1), "B"),
    ("loonnota-2026", "Loonnota's in een openbare verzameling", "", date(2026, 4, 1), "C"),
    (
        "vlaanderen-imw-werkgevers",
        "Vlaanderen.be, Individueel maatwerk voor werkgevers",
        "https://www.vlaanderen.be/individueel-maatwerk/individueel-maatwerk-voor-werkgevers",
        None,
        "A",
    ),
    (
        "herwin-bijsturing",
        "Herwin, Kan de hoogte van het werkondersteuningspakket worden bijgestuurd?",
        "https://herwin.be/question/kan-de-hoogte-van-het-werkondersteuningspakket-wop-voor-individueel-maatwerk-imw-worden-bijgestuurd/",
        None,
        "B",
    ),
)
_GAT: Final = "De waarden van december 2022 tot oktober 2023 zijn niet gevonden; deze loopt door."
_2026: Final = "CAO 43/18 van 24 maart 2026. Eén zwakke bron: kijk het na in het Staatsblad voor je erop rekent."
_BASIS: Final = "Basisbedrag van 2022-2023. De geïndexeerde bedragen zijn niet gevonden."
_VARIABEL: Final = f"{_BASIS} Of het bedrag de gewerkte uren volgt, is niet gevonden."
_SCHATTING: Final = "Een schatting. Zet er het cijfer van je eigen boekhouding."
# code, value (None: unknown), first day, last day of the half-open period, source, certainty,
# remark, contradiction
PARAMETERS: Final = (
    ("ggmmi", "1806.16", date(2022, 4, 1), date(2023, 11, 1), "loonkantoren-2022", "B", _GAT, ""),
    ("ggmmi", "1994.18", date(2023, 11, 1), date(2024, 4, 1), "sodalis-ggmmi", "B", "", ""),
    ("ggmmi", "2029.88", date(2024, 4, 1), date(2024, 5, 1), "sodalis-ggmmi", "B", "", ""),
    ("ggmmi", "2070.48", date(2024, 5, 1), date(2025, 2, 1), "securex-ggmmi", "B", "", ""),
    ("ggmmi", "2111.89", date(2025, 2, 1), date(2026, 1, 1), "securex-ggmmi", "B", "", ""),
    ("ggmmi", "2154.11", date(2026, 1, 1), date(2026, 4, 1), "loonnota-2026", "C",
     "De begindatum is niet zeker: begin 2026, wellicht een index.", ""),
    ("ggmmi", "2189.81", date(2026, 4, 1), None, "loonnota-2026", "C", _2026,
     "Accuria kondigde een verhoging met € 37,50 aan; het werd € 35,70."),
    ("plafondfactor", "2", START, None, "vdab-referteloon", "A",
     "Voor een deeltijdse job telt het plafond maal de tewerkstellingsbreuk.",
     "De vroegere VOP vermenigvuldigde op het einde met de tewerkstelling."),
    ("patronale_bijdrage", "25", START, None, "eigen-keuze", "E", _SCHATTING, ""),
    ("loonmaanden", "13.92", START, None, "eigen-keuze", "E", _SCHATTING, ""),
    ("begeleiding_vast_begin", "1200", START, None, "herwin-subsidies", "B", _BASIS, ""),
    ("begeleiding_vast_later", "600", START, None, "herwin-subsidies", "B", _BASIS, ""),
    ("begeleiding_laag", "430", START, None, "herwin-subsidies", "B", _VARIABEL, ""),
    ("begeleiding_midden", "730", START, None, "herwin-subsidies", "B", _VARIABEL, ""),
    ("begeleiding_hoog", "1280", START, None, "herwin-subsidies", "B", _VARIABEL, ""),
    ("lde_vergoeding", None, START, None, "koepel-lde-2026", "S",
     "Het bedrag per voltijdse job is niet gevonden. Zonder bedrag telt de prognose 0 euro.", ""),
    ("verlenging_vanaf", "24", START, None, "vlaanderen-imw-werkgevers", "A",
     "Ten vroegste in het voorlaatste jaar van het advies.",
     "Volgens VDAB kan het pas tijdens het vijfde jaar: 12 maanden voor het einde."),
    ("bijsturing_vanaf", "5", START, None, "herwin-bijsturing", "B",
     "Alleen voor een advies van 5 jaar. Na een evaluatie door VDAB kan het opnieuw als het "
     "tweede jaar erna voorbij is.",
     "VDAB zegt vanaf het tweede jaar, mtechplus.be na één jaar."),
)  # fmt: skip


def zaai(apps: Any, _schema_editor: Any) -> None:
    bron, parameter = apps.get_model("regels", "Bron"), apps.get_model("regels", "Regelparameter")
    for code, titel, adres, datum, zekerheid in BRONNEN:
        bron.objects.create(code=code, titel=titel, adres=adres, datum=datum, zekerheid=zekerheid)
    for code, waarde, van, tot, broncode, zekerheid, toelichting, tegenspraak in PARAMETERS:
        parameter.objects.create(
            code=code,
            waarde=None if waarde is None else Decimal(waarde),
            geldig=Periode(van, tot),
            bron=bron.objects.get(code=broncode),
            zekerheid=zekerheid,
            toelichting=toelichting,
            tegenspraak=tegenspraak,
        )


def maak_leeg(apps: Any, _schema_editor: Any) -> None:
    codes = {rij[0] for rij in PARAMETERS}
    apps.get_model("regels", "Regelparameter").objects.filter(code__in=codes).delete()
    apps.get_model("regels", "Bron").objects.filter(code__in=[b[0] for b in BRONNEN]).delete()


class Migration(migrations.Migration):
    dependencies: ClassVar = [("regels", "0005_codes")]
    operations: ClassVar = [migrations.RunPython(zaai, maak_leeg)]

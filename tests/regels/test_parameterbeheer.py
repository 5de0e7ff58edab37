"""A new value of a parameter: where it fits in, what it may not be, and who else is at it."""

import re
import threading
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import connection

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.models import Auditregel
from gedeeld.periode import Periode, dag_ervoor, plus_dagen
from regels.domein.parameterbeheer import KetenGewijzigd, zet_waarde
from regels.domein.parametergrenzen import controleer_waarde, grens_van, raakt_wat_loopt
from regels.domein.parameterketen import Parameterwijziging, laad_keten
from regels.keuzes import PARAMETERGROEPEN, VERMINDERING, Parametercode, Zekerheid
from regels.models import Bron, Regelparameter
from tests.fabrieken import GebruikerFactory, RegelparameterFactory

pytestmark = pytest.mark.django_db
BIJDRAGE, GGMMI = Parametercode.BIJDRAGE, Parametercode.GGMMI


def eigen(organisatie: Organisatie, van: date, waarde: str | None = "27", **anders: Any) -> Any:
    return Parameterwijziging(
        code=anders.pop("code", BIJDRAGE),
        van=van,
        organisatie=organisatie,
        waarde=None if waarde is None else Decimal(waarde),
        bronvermelding="" if waarde is None else "Loonboekhouding",
        **anders,
    )


def landelijk(van: date, waarde: str, code: Parametercode = GGMMI) -> Parameterwijziging:
    bron = Bron.objects.get(code="securex-ggmmi")
    return Parameterwijziging(code, van, None, Decimal(waarde), bron=bron, zekerheid=Zekerheid.B)


def zet(wijziging: Parameterwijziging, door: Gebruiker, gezien: str | None = None) -> Any:
    return zet_waarde(wijziging=wijziging, door=door, gezien=gezien)


def verloop(code: Parametercode, organisatie: Organisatie | None = None) -> list[tuple[str, Any]]:
    rijen = laad_keten(code, organisatie).rijen
    return [(str(rij.geldig), rij.waarde) for rij in rijen]


def test_a_value_ends_the_former_one_the_day_before(beheerder: Gebruiker) -> None:
    wie = beheerder.organisatie
    zet(eigen(wie, date(2026, 1, 1), "27"), beheerder)
    zet(eigen(wie, date(2027, 3, 15), "26.5", toelichting="Nieuwe vermindering"), beheerder)
    assert verloop(BIJDRAGE, wie) == [
        ("01/01/2026 t.e.m. 14/03/2027", 27),
        ("15/03/2027 t.e.m. …", Decimal("26.5")),
    ]
    assert verloop(BIJDRAGE) == [("01/07/2023 t.e.m. …", None)]
    regels = Auditregel.objects.filter(soort="regelparameter").order_by("pk")
    assert [(r.actie, r.organisatie_id, r.door_id) for r in regels] == [
        (actie, wie.pk, beheerder.pk) for actie in ("toegevoegd", "beëindigd", "toegevoegd")
    ]
    assert regels[1].verschil == {"geldig": ["01/01/2026 t.e.m. …", "01/01/2026 t.e.m. 14/03/2027"]}
    assert regels[2].verschil["waarde"] == [None, "26.5"]
    assert regels[2].verschil["toelichting"] == ["●●●", "●●●"]


def test_a_value_in_the_middle_counts_until_the_next_one(beheerder: Gebruiker) -> None:
    zet(landelijk(date(2023, 2, 1), "1960.00"), beheerder)
    assert verloop(GGMMI)[1:4] == [
        ("01/12/2022 t.e.m. 31/01/2023", Decimal("1954.99")),
        ("01/02/2023 t.e.m. 31/10/2023", Decimal("1960.00")),
        ("01/11/2023 t.e.m. 31/03/2024", Decimal("1994.18")),
    ]


def test_a_value_before_the_first_one_counts_until_that_one(beheerder: Gebruiker) -> None:
    zet(landelijk(date(2022, 1, 1), "1700"), beheerder)
    assert verloop(GGMMI)[0] == ("01/01/2022 t.e.m. 31/03/2022", 1700)


def test_a_value_from_the_same_day_takes_the_place_of_the_other(beheerder: Gebruiker) -> None:
    wie = beheerder.organisatie
    oud = zet(eigen(wie, date(2026, 1, 1), "27"), beheerder)
    nieuw = zet(eigen(wie, date(2026, 1, 1), "28"), beheerder)
    assert nieuw.pk == oud.pk
    assert verloop(BIJDRAGE, wie) == [("01/01/2026 t.e.m. …", 28)]
    regel = Auditregel.objects.latest("pk")
    assert (regel.actie, regel.verschil) == ("gewijzigd", {"waarde": ["27.000000", "28"]})


def test_an_organisation_goes_back_to_the_national_value(beheerder: Gebruiker) -> None:
    wie = beheerder.organisatie
    zet(eigen(wie, date(2026, 1, 1)), beheerder)
    assert zet(eigen(wie, date(2026, 10, 1), None), beheerder) is None
    assert verloop(BIJDRAGE, wie) == [("01/01/2026 t.e.m. 30/09/2026", 27)]
    with pytest.raises(ValidationError, match="Op 1 oktober 2026 geldt er geen eigen waarde"):
        zet(eigen(wie, date(2026, 10, 1), None), beheerder)
    # A hole in the own values is none: there the national value counts.
    zet(eigen(wie, date(2027, 1, 1), "30"), beheerder)
    zet(eigen(wie, date(2027, 1, 1), None), beheerder)
    assert len(verloop(BIJDRAGE, wie)) == 1
    assert Auditregel.objects.latest("pk").verschil["waarde"] == ["30.000000", None]


def test_a_hole_in_the_national_values_is_refused(beheerder: Gebruiker) -> None:
    laatste = Regelparameter.objects.filter(code=GGMMI).latest("geldig")
    laatste.geldig = Periode(date(2026, 7, 1), date(2027, 1, 1))
    laatste.save()
    with pytest.raises(ValidationError) as fout:
        zet(landelijk(date(2027, 2, 1), "2200"), beheerder)
    assert fout.value.message_dict == {
        "van": [
            "Dan geldt er van 1 januari 2027 tot 1 februari 2027 geen waarde. "
            "Laat de waarde beginnen op 1 januari 2027."
        ]
    }
    zet(landelijk(date(2027, 1, 1), "2200"), beheerder)
    assert verloop(GGMMI)[-1] == ("01/01/2027 t.e.m. …", 2200)


@pytest.mark.parametrize(
    ("code", "waarde", "zin"),
    [
        (BIJDRAGE, "-1", "Een waarde kan niet negatief zijn."),
        (BIJDRAGE, "100.01", "Deze waarde is hoogstens 100 %."),
        (BIJDRAGE, "25.001", "Schrijf hoogstens 2 cijfers na de komma."),
        (Parametercode.LOONMAANDEN, "11.9", "Deze waarde is minstens 12 maanden."),
        (Parametercode.NAZORG_1, "4.5", "Schrijf een geheel getal, zonder komma."),
        (Parametercode.VERVANGING_NA, "121", "Deze waarde is hoogstens 120 maanden."),
        (
            Parametercode.LDE_VERGOEDING,
            "100001",
            "Deze waarde is hoogstens €\u00a0100.000,00 per k",
        ),
        (Parametercode.BIJSTURING_VANAF, "0", "Deze waarde is minstens kwartaal 1."),
    ],
)
def test_a_value_that_cannot_be_is_refused(code: Parametercode, waarde: str, zin: str) -> None:
    with pytest.raises(ValidationError) as fout:
        controleer_waarde(code, Decimal(waarde))
    assert fout.value.message_dict["waarde"][0].startswith(zin)


@pytest.mark.parametrize("code", Parametercode)
def test_every_value_that_is_known_is_within_its_limits(code: Parametercode) -> None:
    for rij in Regelparameter.objects.filter(code=code).exclude(waarde=None):
        controleer_waarde(code, rij.waarde)
    assert grens_van(code).laagste < grens_van(code).hoogste


def test_the_law_is_not_for_an_organisation_to_change(beheerder: Gebruiker) -> None:
    code = Parametercode.PLAFONDFACTOR
    wijziging = eigen(beheerder.organisatie, date(2027, 1, 1), "3", code=code)
    with pytest.raises(ValidationError, match="Deze waarde is voor iedereen dezelfde"):
        zet(wijziging, beheerder)
    with pytest.raises(ValidationError, match="Een landelijke waarde kan niet stoppen"):
        zet(Parameterwijziging(GGMMI, date(2027, 1, 1), None, None), beheerder)


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"waarde": Decimal(101)}, "Een percentage is hoogstens 100."),
        ({"waarde": Decimal(-1)}, "Een waarde kan niet negatief zijn."),
        ({"bronvermelding": ""}, "Zeg waar de waarde vandaan komt."),
        ({"bron": "securex-ggmmi"}, "Zeg waar de waarde vandaan komt."),
    ],
)
def test_the_database_refuses_it_too(anders: dict[str, Any], zin: str) -> None:
    if "bron" in anders:
        anders = {"bron": Bron.objects.get(code=anders["bron"])}
    rij = RegelparameterFactory.build(organisatie=None, code=BIJDRAGE, **anders)
    with pytest.raises(ValidationError, match=zin):
        rij.validate_constraints()


def test_what_another_changed_meanwhile_is_told(beheerder: Gebruiker) -> None:
    wie = beheerder.organisatie
    gezien = laad_keten(BIJDRAGE, wie).kenmerk
    zet(eigen(wie, date(2027, 1, 1), "27"), beheerder, gezien)
    with pytest.raises(KetenGewijzigd, match="Iemand anders veranderde deze parameter") as fout:
        zet(eigen(wie, date(2027, 1, 1), "28"), beheerder, gezien)
    zet(eigen(wie, date(2027, 1, 1), "28"), beheerder, fout.value.kenmerk)
    assert verloop(BIJDRAGE, wie) == [("01/01/2027 t.e.m. …", 28)]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("voor_iedereen", [False, True])
def test_of_two_at_once_one_gets_through(voor_iedereen: bool) -> None:
    door = GebruikerFactory(rol="beheerder")
    wie = None if voor_iedereen else door.organisatie
    code = GGMMI if voor_iedereen else BIJDRAGE
    gezien, eerder = laad_keten(code, wie).kenmerk, len(verloop(code, wie))
    hek, uitkomst = threading.Barrier(2), []

    def probeer(van: date) -> None:
        wijziging = landelijk(van, "2300") if voor_iedereen else eigen(door.organisatie, van)
        try:
            hek.wait(timeout=10)
            zet(wijziging, door, gezien)
            uitkomst.append("bewaard")
        except KetenGewijzigd:
            uitkomst.append("geweigerd")
        finally:
            connection.close()

    dagen = (date(2027, 1, 1), date(2027, 7, 1))
    draden = [threading.Thread(target=probeer, args=(dag,)) for dag in dagen]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=20)
    assert sorted(uitkomst) == ["bewaard", "geweigerd"]
    assert len(verloop(code, wie)) == eerder + 1


def test_what_runs_is_the_current_quarter_and_all_before() -> None:
    op = date(2026, 11, 23)
    volgend = date(2027, 1, 1)
    assert raakt_wat_loopt(Periode(dag_ervoor(volgend)), op)
    assert not raakt_wat_loopt(Periode(volgend), op)
    assert raakt_wat_loopt(Periode(date(2024, 1, 1), plus_dagen(date(2024, 1, 1), 9)), op)


# Amounts that were not found: nothing is counted with them.
OM_OP_TE_ZOEKEN = {
    Parametercode.VERMINDERING_2,
    Parametercode.VERMINDERING_3,
}


def test_a_dated_value_is_read_by_a_rule_or_looked_up() -> None:
    apps = ("financiering", "trajects", "werknemers", "regels/domein")
    bronnen = [pad.read_text() for app in apps for pad in (settings.BASE_DIR / app).rglob("*.py")]
    genoemd = set(re.findall(r"Parametercode\.([A-Z0-9_]+)", "\n".join(bronnen)))
    gelezen = {code for code in Parametercode if code.name in genoemd} | set(VERMINDERING)
    assert any("in VERMINDERING" in bron for bron in bronnen)
    assert gelezen == set(Parametercode) - OM_OP_TE_ZOEKEN


def test_every_code_stands_in_one_group() -> None:
    codes = [code for _, groep in PARAMETERGROEPEN for code in groep]
    assert sorted(codes) == sorted(Parametercode)

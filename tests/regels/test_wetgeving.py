"""Files and database: what differs, what applying it does, and what it leaves alone."""

from datetime import date
from decimal import Decimal
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command

from gebruikers.models import Gebruiker
from gedeeld.models import Auditregel
from gedeeld.opdrachten import Geweigerd
from gedeeld.periode import Periode
from regels.domein.parameterbeheer import zet_waarde
from regels.domein.parameterketen import Parameterwijziging
from regels.domein.wetstoepassing import pas_wet_toe, vul_aan
from regels.domein.wetsverschil import loopt_gelijk, wetsverschillen
from regels.domein.wettekst import wet
from regels.keuzes import Parametercode, Tabelcode, Zekerheid
from regels.models import Bron, Regelparameter, Regeltabel, Startpakket, StartpakketSchijf
from tests.fabrieken import RegelparameterFactory

pytestmark = pytest.mark.django_db
GGMMI = Parametercode.GGMMI


def doe(*opties: str) -> str:
    uit = StringIO()
    call_command("wetgeving", *opties, stdout=uit)
    return uit.getvalue()


def weigering(*opties: str) -> str:
    with pytest.raises(Geweigerd) as fout:
        doe(*opties)
    return str(fout.value)


def verloop(code: Parametercode = GGMMI) -> list[tuple[str, Decimal | None]]:
    rijen = Regelparameter.objects.filter(code=code, organisatie=None).order_by("geldig")
    return [(str(rij.geldig), rij.waarde) for rij in rijen]


def operator_zet(door: Gebruiker, van: date, waarde: str) -> None:
    bron = Bron.objects.get(code="securex-ggmmi")
    wijziging = Parameterwijziging(
        GGMMI, van, None, Decimal(waarde), bron=bron, zekerheid=Zekerheid.B
    )
    zet_waarde(wijziging=wijziging, door=door, gezien=None)


def ouder() -> None:
    """A database from before the last value: what the migrations once wrote."""
    Regelparameter.objects.filter(code=GGMMI).latest("geldig").delete()
    Regelparameter.objects.filter(code=GGMMI, geldig__contains=date(2026, 4, 1)).update(
        geldig=Periode(date(2026, 4, 1)), zekerheid="C"
    )


def _maak_leeg() -> None:
    for model in (Regelparameter, Regeltabel, StartpakketSchijf, Startpakket):
        model.objects.all().delete()


def test_a_new_database_says_what_the_files_say() -> None:
    assert wetsverschillen() == []
    assert doe() == "De bestanden en de databank zeggen hetzelfde.\n"
    assert not Auditregel.objects.exists()


def test_a_filled_database_is_left_alone() -> None:
    ouder()
    assert vul_aan() == 0
    assert not loopt_gelijk()


def test_an_empty_database_is_filled_but_for_sources_that_are_there() -> None:
    _maak_leeg()
    Bron.objects.exclude(code="verso-2024").delete()
    assert vul_aan() == len(wet()) - 1
    assert wetsverschillen() == []


def test_after_an_upgrade_only_what_is_new_in_kind_is_there(beheerder: Gebruiker) -> None:
    """A forecast does not stop for a value that is new; what was there moves only when asked."""
    ouder()
    Regelparameter.objects.filter(code=Parametercode.BEROEP_BINNEN).delete()
    assert vul_aan() == 1
    assert verloop(Parametercode.BEROEP_BINNEN) == [("01/07/2023 t.e.m. …", 45)]
    assert verloop()[-1] == ("01/04/2026 t.e.m. …", Decimal("2189.81"))


def test_tables_of_an_older_version_are_not_filled() -> None:
    from django.db.migrations.loader import MigrationLoader

    from regels.apps import _vul_aan

    _maak_leeg()
    staat = MigrationLoader(None, ignore_no_migrations=True)
    oud = staat.project_state([("regels", "0007_bronvermelding")]).apps
    _vul_aan(apps=oud)
    assert not Startpakket.objects.exists()
    _vul_aan(apps=apps)
    assert Startpakket.objects.exists()


def test_the_difference_is_told_and_changes_nothing() -> None:
    ouder()
    uit = StringIO()
    with pytest.raises(Geweigerd, match=r"2 verschillen\. Met --toepassen komt"):
        call_command("wetgeving", stdout=uit)
    assert uit.getvalue().splitlines()[:2] == [
        "anders: waarde ggmmi vanaf 01/04/2026",
        "    zekerheid: C → C+",
    ]
    assert "nieuw: waarde ggmmi vanaf 01/07/2026" in uit.getvalue()
    assert "    waarde: niets → 2.233,61" in uit.getvalue()
    assert verloop()[-1] == ("01/04/2026 t.e.m. …", Decimal("2189.81"))


def test_applying_it_leaves_a_trail_and_nothing_to_apply() -> None:
    ouder()
    assert "2 verschillen toegepast." in doe("--toepassen")
    assert verloop()[-2:] == [
        ("01/04/2026 t.e.m. 30/06/2026", Decimal("2189.81")),
        ("01/07/2026 t.e.m. …", Decimal("2233.61")),
    ]
    regels = Auditregel.objects.filter(soort="regelparameter").order_by("pk")
    assert [(regel.actie, regel.door_id) for regel in regels] == [
        ("beëindigd", None),
        ("uit de wet", None),
        ("uit de wet", None),
    ]
    assert loopt_gelijk()
    assert doe() == "De bestanden en de databank zeggen hetzelfde.\n"


def test_what_an_organisation_set_stays(beheerder: Gebruiker) -> None:
    eigen = RegelparameterFactory(organisatie=beheerder.organisatie)
    ouder()
    pas_wet_toe()
    eigen.refresh_from_db()
    assert (eigen.waarde, str(eigen.geldig)) == (27, "01/01/2026 t.e.m. …")


def test_what_the_files_no_longer_say_goes() -> None:
    bron = Bron.objects.get(code="eigen-keuze")
    laatste = Regelparameter.objects.filter(code=GGMMI).latest("geldig")
    Regelparameter.objects.filter(pk=laatste.pk).update(
        geldig=Periode(date(2026, 7, 1), date(2027, 1, 1))
    )
    Regelparameter.objects.create(
        code=GGMMI, waarde=9, geldig=Periode(date(2027, 1, 1)), bron=bron, zekerheid="E"
    )
    assert [verschil.wat for verschil in wetsverschillen()] == ["weg"]
    assert pas_wet_toe() == []
    assert verloop()[-1] == ("01/07/2026 t.e.m. …", Decimal("2233.61"))


def test_what_the_operator_wrote_is_named_and_stays(beheerder: Gebruiker) -> None:
    operator_zet(beheerder, date(2026, 7, 1), "2240")
    operator_zet(beheerder, date(2027, 3, 1), "2300")
    gezegd = doe("--toepassen")
    zin = "weg: waarde ggmmi vanaf 01/03/2027 (de operator zette dit met de hand)"
    assert zin in gezegd
    assert gezegd.endswith(
        "2 waarden van de operator bleven staan. "
        "Overschrijf met: wetgeving --toepassen --ook ggmmi\n"
    )
    assert weigering().startswith("2 verschillen.")
    assert verloop()[-2:] == [("01/07/2026 t.e.m. 28/02/2027", 2240), ("01/03/2027 t.e.m. …", 2300)]
    # It is the operator's, and known: nothing needs to be done.
    assert loopt_gelijk()
    doe("--toepassen", "--ook", "ggmmi")
    assert verloop()[-1] == ("01/07/2026 t.e.m. …", Decimal("2233.61"))
    assert wetsverschillen() == []


def test_a_value_beside_one_of_the_operator_finds_its_place(beheerder: Gebruiker) -> None:
    ouder()
    operator_zet(beheerder, date(2027, 3, 1), "2300")
    doe("--toepassen")
    assert verloop()[-3:] == [
        ("01/04/2026 t.e.m. 30/06/2026", Decimal("2189.81")),
        ("01/07/2026 t.e.m. 28/02/2027", Decimal("2233.61")),
        ("01/03/2027 t.e.m. …", 2300),
    ]


def test_a_code_that_no_file_knows_is_refused() -> None:
    assert weigering("--ook", "btw") == "Geen enkel bestand kent deze code: btw."


def test_packages_tables_and_sources_follow_too() -> None:
    Bron.objects.filter(code="verso-2024").update(titel="Verso")
    Regeltabel.objects.filter(code=Tabelcode.TEGENOPZEG).update(rijen=[[0, 9]])
    pakket = Startpakket.objects.standaard().get(soort="imw_5")
    pakket.schijven.filter(eerste_kwartaal=9).update(percentage=25)
    assert {verschil.post.soort for verschil in wetsverschillen()} == {
        "bron", "tabel", "startpakket"
    }  # fmt: skip
    assert pas_wet_toe() == []
    assert wetsverschillen() == []
    assert pakket.treden == [(1, 5, 40), (6, 8, 30), (9, 20, 20)]
    regel = Auditregel.objects.get(soort="startpakket")
    assert regel.verschil == {
        "schijven": [[[1, 5, 40], [6, 8, 30], [9, 20, 25]], [[1, 5, 40], [6, 8, 30], [9, 20, 20]]]
    }


@pytest.mark.parametrize(
    ("code", "begonnen", "maanden", "weken"),
    [
        (Tabelcode.OPZEG_WERKGEVER, date(2026, 10, 1), 21, 11),
        (Tabelcode.OPZEG_WERKGEVER, date(2023, 7, 3), 56, 15),
        (Tabelcode.OPZEG_WERKGEVER, date(2024, 3, 18), 33, 12),
        (Tabelcode.OPZEG_WERKGEVER, date(2026, 6, 1), 4, 4),
        (Tabelcode.OPZEG_WERKGEVER, date(2026, 10, 1), 5, 1),
        (Tabelcode.OPZEG_WERKGEVER, date(2018, 10, 1), 96, 27),
        (Tabelcode.OPZEG_WERKGEVER, date(2026, 5, 31), 204, 54),
        (Tabelcode.OPZEG_WERKGEVER, date(2026, 5, 31), 276, 65),
        (Tabelcode.OPZEG_WERKGEVER, date(2026, 6, 1), 240, 52),
        (Tabelcode.OPZEG_WERKNEMER, date(2014, 3, 1), 6, 3),
        (Tabelcode.OPZEG_WERKNEMER, date(2014, 3, 1), 200, 13),
        (Tabelcode.OPZEG_WERKNEMER, date(2026, 8, 1), 5, 1),
        (Tabelcode.TEGENOPZEG, date(2024, 3, 18), 32, 4),
        (Tabelcode.TEGENOPZEG, date(2026, 9, 1), 3, 1),
    ],
)
def test_weeks_of_notice(code: Tabelcode, begonnen: date, maanden: int, weken: int) -> None:
    assert Regeltabel.objects.op(begonnen).get(code=code).weken(maanden) == weken


def test_the_files_can_be_read_whole() -> None:
    assert len(wet()) > 80

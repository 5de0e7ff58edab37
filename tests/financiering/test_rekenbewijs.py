"""A receipt suffices to compute again, and names whatever is otherwise today."""

import json
from datetime import date
from decimal import Decimal
from typing import Any, Final

import pytest

from financiering.domein.bewijsverschillen import verschillen
from financiering.domein.rekenbewijs import (
    bewijs_van,
    bewijs_van_een,
    code_van,
    reken_na,
    rekeninvoer_uit,
)
from financiering.domein.rekeninvoer import invoer_van, uitkomst_van
from financiering.domein.rekenmodel.afronding import euro
from financiering.domein.rekenmodel.exact import centen
from financiering.domein.vingerafdruk import vingerafdruk
from gedeeld.bewijs.papier import Bewijsfout, lees_bestand
from gedeeld.bewijs.verschil import Verschil
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode
from gedeeld.weergeven import bedrag
from regels.domein.parameters import Parameterverloop, in_woorden
from regels.keuzes import Parametercode
from regels.models import Regelparameter
from tests.financiering.bewijsmakers import (
    BEGIN,
    ORGANISATIE,
    gewone_spaties,
    invoer_met,
    prognose,
    rij,
    verloop,
)

BEWIJZEN: Final = 1000
# Each of them changes in turn.
NIEUW: Final = {
    Parametercode.GGMMI: Decimal("2278.28"),
    Parametercode.BIJDRAGE: Decimal(27),
    Parametercode.LOONMAANDEN: Decimal("13.85"),
    Parametercode.BEGELEIDING_MIDDEN: Decimal("812.50"),
    Parametercode.BEGELEIDING_LATER: Decimal(650),
    Parametercode.LDE_VERGOEDING: Decimal("1700.01"),
    Parametercode.BEGELEIDING_TELT_KETEN: Decimal(0),
}


def anders(code: Parametercode) -> Parameterverloop:
    """As if this value had always been another one."""
    return verloop().met_keten(code, None, [rij(code, NIEUW[code], 99)])


def test_a_thousand_receipts_give_the_same_cents_and_name_the_value_that_changed() -> None:
    """The figures of today are other ones, unless the value did not count in them."""
    oud, codes, geraakt = verloop(), list(NIEUW), 0
    nieuw = {code: anders(code) for code in codes}
    for nummer in range(BEWIJZEN):
        code = codes[nummer % len(codes)]
        uitkomst = prognose(nummer, oud)
        bewijs = lees_bestand(bewijs_van(uitkomst, ORGANISATIE).als_bestand())
        toen, nu = rekeninvoer_uit(bewijs), invoer_met(uitkomst, nieuw[code])
        assert reken_na(bewijs, toen) == ()
        assert verschillen(toen, nu) == [
            Verschil(
                f"{code.label} vanaf 01/07/2023",
                in_woorden(code, next(r.waarde for r in oud.rijen if r.code == code)),
                in_woorden(code, NIEUW[code]),
                code,
            )
        ]
        if nummer % 5 == 0:
            geraakt += uitkomst_van(nu.bereken()) != bewijs.uitkomst_data
    assert geraakt > BEWIJZEN / 20


@pytest.mark.parametrize("nummer", range(40))
def test_a_receipt_of_one_employee_gives_the_four_amounts_of_the_page(nummer: int) -> None:
    uitkomst = prognose(nummer, verloop())
    personen = uitkomst.prognose.personen
    for rij_nr, sleutel in enumerate(personen.sleutels):
        if sleutel not in uitkomst.gegevens.stand.mensen.rij_van:
            continue  # somebody who is still to come has no page
        for plaats, tarief in enumerate(uitkomst.prognose.tarieven.kwartalen):
            bewijs = bewijs_van_een(uitkomst, ORGANISATIE, sleutel, tarief.kwartaal)
            rekening = uitkomst.prognose.rekening(rij_nr, plaats)
            assert reken_na(bewijs) == ()
            assert {
                lijn: sum(dienst[lijn][0] for dienst in bewijs.uitkomst_data.values())
                for lijn in ("loonpremie", "begeleidingspremie", "lde_vergoeding", "loonkost")
            } == {
                "loonpremie": centen(rekening.loonpremie),
                "begeleidingspremie": centen(rekening.begeleidingspremie),
                "lde_vergoeding": centen(rekening.lde_vergoeding),
                "loonkost": centen(rekening.loonkost),
            }


def test_a_receipt_of_one_employee_says_nothing_of_others() -> None:
    uitkomst = prognose(3, verloop())
    alle = uitkomst.gegevens.stand.mensen.sleutels
    bewijs = bewijs_van_een(uitkomst, ORGANISATIE, alle[0], uitkomst.tijdvak.van)
    mensen = bewijs.invoer_data["stand"]["personen"]
    assert mensen["sleutels"] == [alle[0]]
    assert len(alle) > 1
    assert bewijs.invoer_data["stand"]["bedragen"] == []


def test_nobody_is_named_in_a_receipt() -> None:
    for nummer in range(50):
        uitkomst = prognose(nummer, verloop())
        assert b"Geheime" not in bewijs_van(uitkomst, ORGANISATIE).als_bestand()


def test_the_day_and_the_version_are_no_part_of_the_code() -> None:
    uitkomst = prognose(1, verloop())
    bewijs = bewijs_van(uitkomst, ORGANISATIE)
    assert bewijs.code == code_van(uitkomst, ORGANISATIE) != code_van(uitkomst, 8)
    assert bewijs.dag.isoformat() not in json.dumps(bewijs.invoer_data["tijdvak"])
    assert "0.3.0" not in bewijs.invoer.decode()


def test_another_outcome_is_told_by_service_line_and_quarter() -> None:
    bewijs = bewijs_van(prognose(2, verloop()), ORGANISATIE)
    uitkomst = bewijs.uitkomst_data
    dienst = next(iter(uitkomst))
    uitkomst[dienst]["loonkost"][0] += 3
    ander = type(bewijs)(
        bewijs.soort, bewijs.dag, "0.2.0", bewijs.regelset, bewijs.invoer,
        json.dumps(uitkomst).encode(),
    )  # fmt: skip
    (verschil,) = reken_na(ander)
    eerste = prognose(2, verloop()).tijdvak.van
    centen_nu = bewijs.uitkomst_data[dienst]["loonkost"][0]
    assert verschil == Verschil(
        f"{dienst}, loonkost in {eerste}", bedrag(euro(centen_nu + 3)), bedrag(euro(centen_nu))
    )


def test_a_receipt_of_a_program_that_knows_more_is_refused_with_a_sentence() -> None:
    bewijs = bewijs_van(prognose(2, verloop()), ORGANISATIE)
    ander = bewijs.invoer_data | {"iets_nieuws": 1}
    vreemd = type(bewijs)(
        bewijs.soort, bewijs.dag, "9.0.0", bewijs.regelset, json.dumps(ander).encode(),
        bewijs.uitkomst,
    )  # fmt: skip
    with pytest.raises(Bewijsfout, match="gemaakt met versie 9"):
        reken_na(vreemd)


def waarde(code: str, hoeveel: str, van: date, tot: date | None = None) -> Regelparameter:
    return Regelparameter(pk=50, code=code, waarde=Decimal(hoeveel), geldig=Periode(van, tot))


def test_a_value_that_began_later_is_named_by_its_own_first_day() -> None:
    ggmmi, dag = Parametercode.GGMMI, date(2026, 7, 1)
    keten = [waarde(ggmmi, "2233.61", BEGIN.van, dag), waarde(ggmmi, "2278.28", dag)]
    toen = prognose(5, verloop())
    nu = prognose(5, verloop().met_keten(ggmmi, None, keten))
    (verschil,) = verschillen(invoer_van(toen, ORGANISATIE), invoer_van(nu, ORGANISATIE))
    assert gewone_spaties(str(verschil)) == (
        f"{ggmmi.label} vanaf 01/07/2026: toen € 2.233,61 per maand, nu € 2.278,28 per maand"
    )


def test_a_row_that_was_replaced_by_an_equal_value_is_no_difference() -> None:
    ggmmi = Parametercode.GGMMI
    keten = [rij(ggmmi, "2233.610000", 99)]
    toen = prognose(5, verloop())
    nu = prognose(5, verloop().met_keten(ggmmi, None, keten))
    assert verschillen(invoer_van(toen, ORGANISATIE), invoer_van(nu, ORGANISATIE)) == []


def test_an_own_value_that_came_is_named_as_such() -> None:
    code = Parametercode.BIJDRAGE
    nu = prognose(5, verloop().met_keten(code, 7, [rij(code, "22", 60, eigen=7)]))
    (verschil,) = verschillen(invoer_van(prognose(5, verloop()), 7), invoer_van(nu, 7))
    assert str(verschil) == (
        f"{code.label} (eigen waarde) vanaf 01/07/2023: toen geen waarde, nu 22 %"
    )


def test_the_fingerprint_of_a_night_says_what_the_code_says() -> None:
    """Over many organisations: equal or not together."""
    afdrukken: dict[str, bytes] = {}
    for nummer in range(60):
        for parameters in (verloop(), anders(Parametercode.GGMMI)):
            uitkomst = prognose(nummer, parameters)
            code = code_van(uitkomst, ORGANISATIE)
            nu = vingerafdruk(uitkomst.gegevens.stand, uitkomst.prognose.tarieven)
            assert nu == vingerafdruk(uitkomst.gegevens.stand, uitkomst.prognose.tarieven)
            afdrukken[code] = nu
    assert len(afdrukken) == len(set(afdrukken.values())) == 120


def test_quarters_of_a_receipt_can_be_read_by_people() -> None:
    data: Any = bewijs_van(prognose(1, verloop()), ORGANISATIE).invoer_data
    assert Kwartaal.lees(data["tijdvak"]["van"])
    eerste = {naam: deel for naam, deel in data["waarden"][0].items() if naam != "sleutel"}
    assert eerste == {
        "code": "begeleiding_hoog",
        "eigen": False,
        "geldig": ["2023-07-01", None],
        "waarde": "1280",
    }

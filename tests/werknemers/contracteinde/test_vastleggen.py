"""What is recorded about the end of a contract, and what is refused or asked back."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gedeeld.models import Auditregel
from gedeeld.periode import Periode
from gedeeld.tijd import alsof
from regels.domein.parameters import laad_parameters
from tests.fabrieken import ContractFactory
from werknemers.domein.contracteinde.brief import verlof_van
from werknemers.domein.contracteinde.einderegels import laad_einderegels
from werknemers.domein.contracteinde.lopend import beslissend, in_woorden, nog_mogelijk
from werknemers.domein.contracteinde.vastleggen import (
    bevestig_einde,
    leg_einde_vast,
    trek_einde_in,
    wijzig_einde,
)
from werknemers.keuzes import Bezorging, Eindewijze, SoortContract
from werknemers.models import Arbeidsovereenkomst, Contracteinde, Werknemer

pytestmark = [pytest.mark.django_db, pytest.mark.vandaag("2028-07-05")]
GEPOST = date(2028, 7, 4)


@pytest.fixture
def contract(amina: Werknemer) -> Arbeidsovereenkomst:
    amina.contracten.all().delete()
    return ContractFactory(
        werknemer=amina, periode=Periode(date(2026, 10, 1)), tewerkstellingsbreuk=1
    )


def noteer(
    contract: Arbeidsovereenkomst,
    door: Gebruiker,
    wijze: Eindewijze = Eindewijze.WERKGEVER,
    **anders: Any,
) -> Contracteinde:
    gegevens: Any = {
        "gegeven_op": GEPOST,
        "bezorging": Bezorging.AANGETEKEND,
        "eerste_dag": None,
        "laatste_dag": None,
        "nieuwe_job_op": None,
        "opmerking": "",
        "nagekeken": False,
    } | anders
    return leg_einde_vast(contract=contract, door=door, wijze=wijze, **gegevens)


def wijzig(einde: Contracteinde, door: Gebruiker, **anders: Any) -> Contracteinde:
    gegevens: Any = {
        "gegeven_op": einde.gegeven_op,
        "bezorging": einde.bezorging,
        "eerste_dag": einde.periode.van,
        "laatste_dag": einde.periode.laatste_dag,
        "nieuwe_job_op": einde.nieuwe_job_op,
        "opmerking": einde.opmerking,
        "nagekeken": False,
    } | anders
    return wijzig_einde(einde, door=door, gezien=einde.gewijzigd_op, **gegevens)


def test_a_letter_of_tuesday_runs_as_the_rules_say(
    hr: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    """11 weeks after 21 months."""
    einde = noteer(contract, hr)
    assert einde.periode == Periode.tem(date(2028, 7, 10), date(2028, 9, 24))
    assert in_woorden(einde, date(2028, 7, 5)) == (
        "opzegging begint op maandag 10 juli 2028, t.e.m. zondag 24 september 2028"
    )
    assert in_woorden(einde, date(2028, 7, 10)) == "opzegging loopt t.e.m. zondag 24 september 2028"
    assert in_woorden(einde, date(2028, 9, 25)) == "opzegging liep t.e.m. zondag 24 september 2028"
    contract.refresh_from_db()
    assert contract.periode.tot is None


@pytest.mark.parametrize(
    ("gepost", "begint"),
    [(date(2028, 7, 4), date(2028, 7, 10)), (date(2028, 7, 5), date(2028, 7, 17))],
)
def test_a_letter_of_wednesday_begins_a_week_later(
    hr: Gebruiker, contract: Arbeidsovereenkomst, gepost: date, begint: date
) -> None:
    assert noteer(contract, hr, gegeven_op=gepost).periode.van == begint


def test_what_is_handed_over_counts_the_same_day(
    hr: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    """Handed over on Friday, it begins on Monday; 5 weeks by the employee after 21 months."""
    with alsof(date(2028, 7, 7)):
        einde = noteer(
            contract,
            hr,
            Eindewijze.WERKNEMER,
            gegeven_op=date(2028, 7, 7),
            bezorging=Bezorging.AFGEGEVEN,
        )
    assert einde.periode == Periode.tem(date(2028, 7, 10), date(2028, 8, 13))


def test_another_day_in_the_letter_is_asked_back(
    hr: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    with pytest.raises(ValidationError) as weigering:
        noteer(contract, hr, laatste_dag=date(2028, 9, 30))
    assert weigering.value.message_dict == {
        "nagekeken": [
            "Volgens de regels begint ze op maandag 10 juli 2028 en loopt ze t.e.m. "
            "zondag 24 september 2028. Kijk na wat er in de brief staat."
        ]
    }
    einde = noteer(contract, hr, laatste_dag=date(2028, 9, 30), nagekeken=True)
    assert einde.laatste_dag == date(2028, 9, 30)
    assert wijzig(einde, hr, opmerking="Zoals in de brief").opmerking == "Zoals in de brief"


def test_an_employer_does_not_hand_over_a_letter(
    hr: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    with pytest.raises(ValidationError, match="aangetekende brief of met een gerechtsdeurwaarder"):
        noteer(contract, hr, bezorging=Bezorging.AFGEGEVEN)


@pytest.mark.parametrize(
    ("dag", "zin"),
    [
        (date(2028, 7, 6), "Noteer dit op de dag zelf of erna."),
        (date(2026, 9, 30), "Op 30/09/2026 liep dit contract niet"),
    ],
)
def test_it_happened_in_the_contract(
    hr: Gebruiker, contract: Arbeidsovereenkomst, dag: date, zin: str
) -> None:
    with pytest.raises(ValidationError, match=zin):
        noteer(contract, hr, gegeven_op=dag)


def test_illness_moves_the_last_day_of_the_employers_notice(
    hr: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    einde = wijzig(noteer(contract, hr), hr, schorsingsdagen=10, verlof_opgenomen=Decimal(4))
    assert einde.laatste_dag == date(2028, 10, 4)
    assert einde.periode.laatste_dag == date(2028, 9, 24)


def test_more_leave_than_there_is_asks_back(hr: Gebruiker, contract: Arbeidsovereenkomst) -> None:
    with pytest.raises(ValidationError, match="Er zijn 11,00 dagen sollicitatieverlof"):
        wijzig(noteer(contract, hr), hr, verlof_opgenomen=Decimal("11.5"))


def test_leave_counts_up_to_the_day_on_which_the_contract_ends(
    contract: Arbeidsovereenkomst,
) -> None:
    """Of 27 weeks the first gives half a day; without the last three there are three days less."""
    contract.periode, contract.tewerkstellingsbreuk = Periode(date(2020, 7, 1)), Decimal(1)
    contract.werknemer.geboortedatum = date(2000, 1, 1)
    contract.save()
    loop = Periode.tem(date(2028, 7, 10), date(2029, 1, 14))
    einde = Contracteinde(contract=contract, wijze=Eindewijze.WERKGEVER, periode=loop)
    regels = laad_einderegels(contract, laad_parameters(date(2028, 7, 5), None))
    assert verlof_van(einde, regels) == Decimal("26.5")
    assert verlof_van(einde, regels, date(2028, 12, 24)) == Decimal("23.5")
    assert verlof_van(einde, regels, date(2028, 7, 9)) == 0


def test_a_counter_notice_decides_when_it_ends_first(
    hr: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    """4 weeks after more than a year. Posted on Tuesday, but 21 July is no working day."""
    opzegging = noteer(contract, hr)
    with alsof(date(2028, 7, 18)):
        tegen = noteer(
            contract,
            hr,
            Eindewijze.TEGEN,
            gegeven_op=date(2028, 7, 18),
            nieuwe_job_op=date(2028, 8, 28),
        )
    assert tegen.periode == Periode.tem(date(2028, 7, 31), date(2028, 8, 27))
    assert beslissend([opzegging, tegen]) == tegen
    assert nog_mogelijk([opzegging, tegen]) == (Eindewijze.AKKOORD,)
    with pytest.raises(ValidationError, match="Er loopt nog een tegenopzegging"):
        trek_einde_in(opzegging, door=hr, gezien=None, ingetrokken_op=GEPOST, reden_intrekking="")


def test_a_counter_notice_needs_a_notice_and_a_job(
    hr: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    with pytest.raises(ValidationError, match="Dat kan nu niet"):
        noteer(contract, hr, Eindewijze.TEGEN, nieuwe_job_op=date(2028, 8, 21))
    noteer(contract, hr)
    with pytest.raises(ValidationError, match="Vul in wanneer de nieuwe job begint"):
        noteer(contract, hr, Eindewijze.TEGEN)
    with pytest.raises(ValidationError, match="valt in de opzegging door de werkgever"):
        noteer(
            contract,
            hr,
            Eindewijze.TEGEN,
            gegeven_op=date(2028, 7, 3),
            nieuwe_job_op=date(2028, 8, 21),
        )


def test_a_notice_that_changes_keeps_its_counter_notice_inside(
    hr: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    opzegging = noteer(contract, hr)
    tegen = noteer(
        contract, hr, Eindewijze.TEGEN, gegeven_op=GEPOST, nieuwe_job_op=date(2028, 8, 21)
    )
    with pytest.raises(ValidationError, match="valt dan niet meer in deze opzegging") as weigering:
        wijzig(
            opzegging, hr, gegeven_op=date(2028, 7, 5), eerste_dag=date(2028, 7, 17), nagekeken=True
        )
    assert list(weigering.value.message_dict) == ["gegeven_op"]
    assert wijzig(opzegging, hr, schorsingsdagen=7).schorsingsdagen == 7
    tegen.refresh_from_db()
    assert tegen.geldt


def test_an_agreement_says_its_own_day_and_decides(
    hr: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    opzegging = noteer(contract, hr)
    with pytest.raises(ValidationError, match="Vul in op welke dag het contract eindigt"):
        noteer(contract, hr, Eindewijze.AKKOORD)
    akkoord = noteer(contract, hr, Eindewijze.AKKOORD, laatste_dag=date(2028, 12, 31))
    assert akkoord.bezorging == ""
    assert beslissend([opzegging, akkoord]) == akkoord
    assert in_woorden(akkoord, GEPOST) == (
        "eindigt in onderling akkoord op zondag 31 december 2028"
    )
    assert nog_mogelijk([opzegging, akkoord]) == ()


def test_what_was_withdrawn_stays_and_counts_no_more(
    hr: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    einde = noteer(contract, hr)
    trek_einde_in(
        einde,
        door=hr,
        gezien=einde.gewijzigd_op,
        ingetrokken_op=date(2028, 7, 5),
        reden_intrekking="De steun loopt toch door.",
    )
    alle = list(contract.eindes.all())
    assert [rij.ingetrokken_op for rij in alle] == [date(2028, 7, 5)]
    assert beslissend(alle) is None
    with pytest.raises(ValidationError, match="Dit is ingetrokken"):
        wijzig(alle[0], hr)
    assert noteer(contract, hr).geldt


def test_confirming_puts_the_last_day_on_the_contract(
    hr: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    einde = wijzig(noteer(contract, hr), hr, schorsingsdagen=7)
    bevestig_einde(einde, door=hr)
    contract.refresh_from_db()
    assert contract.periode == Periode.tem(date(2026, 10, 1), date(2028, 10, 1))


def test_only_what_decides_is_confirmed(hr: Gebruiker, contract: Arbeidsovereenkomst) -> None:
    opzegging = noteer(contract, hr)
    noteer(contract, hr, Eindewijze.AKKOORD, laatste_dag=date(2028, 8, 31))
    with pytest.raises(ValidationError, match="Dat kan nu niet"):
        bevestig_einde(opzegging, door=hr)


@pytest.mark.parametrize(
    "anders", [{"soort": SoortContract.BEPAALD}, {"periode": Periode(date(2013, 12, 31))}]
)
def test_what_is_not_worked_out_is_typed(
    hr: Gebruiker, contract: Arbeidsovereenkomst, anders: dict[str, Any]
) -> None:
    Arbeidsovereenkomst.objects.filter(pk=contract.pk).update(**anders)
    with pytest.raises(ValidationError, match="Vul in wat er in de brief staat"):
        noteer(contract, hr)
    dagen = {"eerste_dag": date(2028, 7, 10), "laatste_dag": date(2028, 9, 30)}
    assert noteer(contract, hr, **dagen).laatste_dag == date(2028, 9, 30)


def test_the_trail_keeps_the_days_and_not_what_was_told(
    hr: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    einde = noteer(contract, hr, opmerking="Ziek sinds maandag")
    regel = Auditregel.objects.get(soort="contracteinde", onderwerp_id=einde.pk)
    assert regel.betrokkene_id == contract.werknemer_id
    assert "Ziek" not in str(regel.wijzigingen)

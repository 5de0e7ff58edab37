"""For each role its own day: which signals come first, and how many there are of each kind."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie, Waarneming
from gedeeld.periode import Periode
from tests.fabrieken import (
    AdviesFactory,
    GebruikerFactory,
    MailFactory,
    SignaalFactory,
    WerknemerFactory,
)
from trajects.keuzes import Signaalstatus
from trajects.models import Signaal
from trajects.signaalsoorten.soort import Urgentie
from trajects.signaalsoorten.soorten import (
    contract_open,
    einde_ondersteuning,
    geen_gesprek,
    opvolging,
    passage,
)
from trajects.signaalsoorten.soorten import (
    zonder_begeleider as onbegeleid,
)
from trajects.signalen.bepaal_signalen import bepaal_signalen
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
PAGINA = "/vandaag/"
NU = date(2026, 11, 23)
EINDE = einde_ondersteuning.EINDE


def werknemer_van(begeleider: Gebruiker) -> Werknemer:
    werknemer: Werknemer = WerknemerFactory(
        organisatie=begeleider.organisatie, begeleider=begeleider, in_dienst=True
    )
    return werknemer


def zonder_begeleider_bij(gebruiker: Gebruiker) -> Werknemer:
    werknemer: Werknemer = WerknemerFactory(organisatie=gebruiker.organisatie, in_dienst=True)
    return werknemer


def signaal(werknemer: Werknemer, soort: str = EINDE, **velden: Any) -> Signaal:
    gemaakt: Signaal = SignaalFactory(
        advies=AdviesFactory(werknemer=werknemer), soort=soort, **velden
    )
    return gemaakt


def beeld(als: Als, wie: Gebruiker) -> Any:
    return als(wie).get(PAGINA).context["beeld"]


def eerst(als: Als, wie: Gebruiker) -> list[str]:
    return [rij.signaal.soort for rij in beeld(als, wie).signalen]


def tekst(als: Als, wie: Gebruiker, pad: str = PAGINA) -> str:
    return " ".join(als(wie).get(pad).content.decode().split())


# --- counsellor ------------------------------------------------------------------------------


def test_a_counsellor_begins_with_the_own_people_and_those_stood_in_for(
    als: Als, begeleider: Gebruiker, organisatie: Organisatie
) -> None:
    collega, ander = GebruikerFactory.create_batch(2, organisatie=organisatie, rol=Rol.BEGELEIDER)
    Waarneming.objects.create(
        begeleider=collega, vervanger=begeleider, periode=Periode(NU, date(2026, 12, 1))
    )
    van = [werknemer_van(wie) for wie in (begeleider, collega, ander)]
    for werknemer in van:
        signaal(werknemer)
    rijen = beeld(als, begeleider).signalen
    assert {rij.werknemer.pk for rij in rijen} == {van[0].pk, van[1].pk}


def test_what_is_good_to_do_stands_apart_and_not_in_the_inbox(
    als: Als, begeleider: Gebruiker
) -> None:
    for _ in range(6):
        signaal(werknemer_van(begeleider), opvolging.CODE, urgentie=Urgentie.ZACHT)
    signaal(werknemer_van(begeleider), geen_gesprek.CODE)
    gezien = beeld(als, begeleider)
    assert [rij.signaal.soort for rij in gezien.signalen] == [geen_gesprek.CODE]
    assert [rij.signaal.soort for rij in gezien.goed_om_te_doen] == [opvolging.CODE] * 5
    assert gezien.aantal_signalen == 1
    assert "Goed om te doen" in tekst(als, begeleider)
    pagina = als(begeleider).get("/signalen/").context["pagina"]
    assert [rij.soort for rij in pagina] == [geen_gesprek.CODE]


def test_a_counsellor_is_not_told_that_nobody_took_it_up(als: Als, begeleider: Gebruiker) -> None:
    signaal(werknemer_van(begeleider), doorgegeven_op=NU)
    assert "niemand nam dit op" not in tekst(als, begeleider)
    assert "Wat vraagt aandacht?" not in tekst(als, begeleider)


def test_one_kind_does_not_fill_the_day(als: Als, begeleider: Gebruiker) -> None:
    for nummer in range(5):
        signaal(werknemer_van(begeleider), geen_gesprek.CODE, dag=date(2026, 9, 1 + nummer))
    signaal(werknemer_van(begeleider), EINDE, dag=date(2027, 1, 1))
    signaal(werknemer_van(begeleider), EINDE, urgentie=Urgentie.DAARNA, dag=date(2026, 1, 1))
    rijen = beeld(als, begeleider).signalen
    assert [(rij.signaal.soort, rij.signaal.urgentie) for rij in rijen] == [
        *[(geen_gesprek.CODE, Urgentie.EERST)] * 3,
        (EINDE, Urgentie.EERST),
        *[(geen_gesprek.CODE, Urgentie.EERST)] * 2,
        (EINDE, Urgentie.DAARNA),
    ]
    dagen = [rij.signaal.dag.day for rij in rijen if rij.signaal.soort == geen_gesprek.CODE]
    assert dagen == [1, 2, 3, 4, 5]


# --- coordinator -----------------------------------------------------------------------------


def test_a_coordinator_leaves_the_daily_work_to_the_counsellors(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker
) -> None:
    signaal(werknemer_van(begeleider), geen_gesprek.CODE)
    signaal(werknemer_van(begeleider), opvolging.CODE, urgentie=Urgentie.ZACHT)
    gezien = beeld(als, coordinator)
    assert (gezien.signalen, gezien.goed_om_te_doen) == ([], [])
    assert gezien.aantal_signalen == 1


def test_what_nobody_took_up_what_has_nobody_and_what_no_counsellor_gets(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker
) -> None:
    signaal(
        werknemer_van(begeleider),
        geen_gesprek.CODE,
        urgentie=Urgentie.DAARNA,
        doorgegeven_op=NU,
        ontstaan_op=date(2026, 11, 9),
    )
    signaal(zonder_begeleider_bij(begeleider), EINDE, urgentie=Urgentie.LATER)
    signaal(
        werknemer_van(begeleider),
        contract_open.CODE,
        voor=[Rol.COORDINATOR, Rol.HR],
        urgentie=Urgentie.EERST,
    )
    assert eerst(als, coordinator) == [contract_open.CODE, geen_gesprek.CODE, EINDE]
    assert "niemand nam dit op" in (gelezen := tekst(als, coordinator))
    assert "sinds 9 november 2026" in gelezen


def test_among_equals_what_nobody_took_up_comes_first(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker
) -> None:
    vroeger = date(2026, 11, 1)
    signaal(zonder_begeleider_bij(begeleider), EINDE, dag=vroeger)
    signaal(werknemer_van(begeleider), geen_gesprek.CODE, doorgegeven_op=NU, dag=NU)
    assert eerst(als, coordinator) == [geen_gesprek.CODE, EINDE]


def test_what_somebody_took_up_after_all_is_theirs_again(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker
) -> None:
    op = signaal(werknemer_van(begeleider), geen_gesprek.CODE, doorgegeven_op=NU)
    als(begeleider).post(f"/signalen/{op.pk}/opnemen/", {})
    op.refresh_from_db()
    assert op.status == Signaalstatus.IN_OPVOLGING
    assert eerst(als, coordinator) == []


def test_a_coordinator_with_a_caseload_begins_with_it_too(als: Als, coordinator: Gebruiker) -> None:
    signaal(werknemer_van(coordinator), geen_gesprek.CODE)
    signaal(werknemer_van(coordinator), opvolging.CODE, urgentie=Urgentie.ZACHT)
    gezien = beeld(als, coordinator)
    assert [rij.signaal.soort for rij in gezien.signalen] == [geen_gesprek.CODE]
    assert [rij.signaal.soort for rij in gezien.goed_om_te_doen] == [opvolging.CODE]


def test_who_has_nobody_is_told_once(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker
) -> None:
    zonder_begeleider_bij(begeleider)
    bepaal_signalen(op=NU)
    assert Signaal.objects.filter(soort=onbegeleid.CODE).exists()
    assert onbegeleid.CODE not in eerst(als, coordinator)
    assert tekst(als, coordinator).count("1 persoon zonder begeleider") == 1


# --- how many of each kind ---------------------------------------------------------------------


def test_each_count_is_as_long_as_the_list_behind_it(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker
) -> None:
    for status in (Signaalstatus.NIEUW, Signaalstatus.NIEUW, Signaalstatus.GEZIEN):
        signaal(werknemer_van(begeleider), geen_gesprek.CODE, status=status)
    signaal(werknemer_van(begeleider))
    signaal(
        werknemer_van(begeleider),
        status=Signaalstatus.UITGESTELD,
        uitgesteld_tot=date(2026, 12, 1),
        toelichting="na het gesprek",
    )
    signaal(werknemer_van(begeleider), opvolging.CODE, urgentie=Urgentie.ZACHT)
    client = als(coordinator)
    tellingen = client.get(PAGINA).context["beeld"].per_soort
    assert [(t.soort, t.aantal, t.nieuw) for t in tellingen] == [
        (geen_gesprek.CODE, 3, 2),
        (EINDE, 1, 1),
    ]
    for telling in tellingen:
        for status, aantal in (("", telling.aantal), ("nieuw", telling.nieuw)):
            vraag = {"soort": telling.soort, "status": status}
            lijst = client.get("/signalen/", vraag).context["pagina"].paginator
            assert lijst.count == aantal


def test_only_the_coordinator_reads_what_nobody_looked_at(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker, hr: Gebruiker
) -> None:
    signaal(werknemer_van(begeleider), contract_open.CODE, voor=[Rol.COORDINATOR, Rol.HR])
    assert "1 nieuw" in tekst(als, coordinator)
    assert "1 nieuw" not in tekst(als, hr)


# --- HR and administrator --------------------------------------------------------------------


def test_hr_begins_with_contracts_and_the_passage(
    als: Als, begeleider: Gebruiker, hr: Gebruiker
) -> None:
    signaal(werknemer_van(begeleider), geen_gesprek.CODE)
    signaal(werknemer_van(begeleider), passage.CODE, voor=[Rol.HR], urgentie=Urgentie.DAARNA)
    signaal(werknemer_van(begeleider), contract_open.CODE, voor=[Rol.COORDINATOR, Rol.HR])
    assert eerst(als, hr) == [contract_open.CODE, passage.CODE]
    gelezen = tekst(als, hr)
    assert "Wat vraagt aandacht?" in gelezen
    assert f"?soort={passage.CODE}" in gelezen


def test_who_reads_no_log_is_not_told_of_notes(
    als: Als, begeleider: Gebruiker, hr: Gebruiker, beheerder: Gebruiker
) -> None:
    werknemer_van(begeleider)
    assert "Laatste notitie" in tekst(als, begeleider)
    for wie in (hr, beheerder):
        assert "Laatste notitie" not in tekst(als, wie)


def test_the_button_of_a_step_is_there_for_who_may_press_it(
    als: Als, begeleider: Gebruiker, hr: Gebruiker
) -> None:
    signaal(werknemer_van(begeleider), geen_gesprek.CODE, voor=[Rol.BEGELEIDER, Rol.HR])
    (van_begeleider,) = beeld(als, begeleider).signalen
    (van_hr,) = beeld(als, hr).signalen
    assert (van_begeleider.stap.knop, van_hr.stap.knop) == ("Noteer een gesprek", "")


def test_the_administrator_begins_with_mails_and_hears_of_them_once(
    als: Als, beheerder: Gebruiker
) -> None:
    MailFactory(organisatie=beheerder.organisatie, opgegeven=True, onderwerp="Dagoverzicht")
    bepaal_signalen(op=NU)
    gezien = beeld(als, beheerder)
    assert "mail_opgegeven" in [rij.signaal.soort for rij in gezien.signalen]
    gelezen = tekst(als, beheerder)
    assert "Mail niet verstuurd" in gelezen
    assert "niet vertrokken" not in gelezen


@pytest.mark.parametrize(
    ("rol", "zin"),
    [
        (Rol.BEGELEIDER, "Niemand vraagt vandaag dringend je aandacht."),
        (Rol.COORDINATOR, "Niets wacht op jou."),
        (Rol.HR, "Geen contract, advies of plan vraagt vandaag je aandacht."),
        (Rol.BEHEERDER, "Geen uitnodiging, mail, import of bedrag vraagt vandaag je aandacht."),
    ],
)
def test_nothing_to_begin_with(als: Als, organisatie: Organisatie, rol: Rol, zin: str) -> None:
    assert zin in tekst(als, GebruikerFactory(organisatie=organisatie, rol=rol))


# --- the inbox of each role --------------------------------------------------------------------


def soorten_in_filter(als: Als, wie: Gebruiker) -> set[str]:
    formulier = als(wie).get("/signalen/").context["zeef"].form
    return {code for code, _ in formulier.fields["soort"].choices if code}


def test_the_filter_has_the_kinds_of_the_own_role(
    als: Als, begeleider: Gebruiker, hr: Gebruiker, beheerder: Gebruiker
) -> None:
    assert soorten_in_filter(als, beheerder) == {
        "import_wacht",
        "mail_opgegeven",
        "nacht_gemist",
        "uitnodiging_open",
        "waarden_oud",
    }
    assert passage.CODE in soorten_in_filter(als, hr)
    assert passage.CODE not in soorten_in_filter(als, begeleider)
    assert geen_gesprek.CODE in soorten_in_filter(als, begeleider)


def test_a_kind_of_another_role_in_the_address_is_refused(als: Als, hr: Gebruiker) -> None:
    antwoord = als(hr).get("/signalen/", {"soort": geen_gesprek.CODE})
    assert antwoord.context["zeef"].form.errors

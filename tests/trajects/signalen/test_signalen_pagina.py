"""The inbox: what it shows, who sees it, and what one can do with a signal."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.ernst import Ernst
from gedeeld.periode import Periode
from tests.fabrieken import AdviesFactory, GebruikerFactory, SignaalFactory, WerknemerFactory
from tests.harnas import zonder_tokens
from trajects.keuzes import Signaalstatus
from trajects.models import Signaal
from trajects.signaalsoorten.soort import Urgentie
from trajects.signaalsoorten.soorten.einde_ondersteuning import VERLOPEN
from werknemers.models import Adviesperiode, Arbeidsovereenkomst

Als = Callable[[Gebruiker], Client]
LIJST = "/signalen/"


def maak_signaal(begeleider: Gebruiker, **velden: Any) -> Signaal:
    werknemer = WerknemerFactory(
        organisatie=begeleider.organisatie, begeleider=begeleider, in_dienst=True
    )
    advies = AdviesFactory(werknemer=werknemer, periode=Periode(date(2022, 4, 1), date(2027, 4, 1)))
    return SignaalFactory(advies=advies, **{"drempel": 6, **velden})


@pytest.fixture
def signaal(begeleider: Gebruiker) -> Signaal:
    return maak_signaal(begeleider)


def namen(antwoord: Any) -> list[str]:
    return [rij.werknemer.naam for _, rijen in antwoord.context["groepen"] for rij in rijen]


def test_the_own_signals_and_no_others(
    als: Als, begeleider: Gebruiker, signaal: Signaal, organisatie: Organisatie
) -> None:
    maak_signaal(GebruikerFactory(organisatie=organisatie))
    maak_signaal(GebruikerFactory())
    antwoord = als(begeleider).get(LIJST)
    assert namen(antwoord) == [signaal.werknemer.naam]
    assert "Ondersteuning stopt over 4 maanden, t.e.m. 31 maart 2027." in antwoord.content.decode()


def test_who_sees_the_own_signals_chooses_no_counsellor(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker
) -> None:
    """As in the list and on the board: no names to choose from that all come out empty."""
    assert "begeleider" not in als(begeleider).get(LIJST).context["zeef"].form.fields
    assert "begeleider" in als(coordinator).get(LIJST).context["zeef"].form.fields


def test_each_role_sees_what_is_for_it(
    als: Als, begeleider: Gebruiker, hr: Gebruiker, beheerder: Gebruiker
) -> None:
    maak_signaal(begeleider)
    van_hr = maak_signaal(begeleider, voor=[Rol.HR])
    assert namen(als(hr).get(LIJST)) == [van_hr.werknemer.naam]
    assert namen(als(beheerder).get(LIJST)) == []


def test_postponed_and_closed_are_there_only_when_asked_for(
    als: Als, begeleider: Gebruiker
) -> None:
    uitgesteld = maak_signaal(
        begeleider,
        status=Signaalstatus.UITGESTELD,
        uitgesteld_tot=date(2027, 1, 1),
        toelichting="na nieuwjaar",
    )
    gesloten = maak_signaal(
        begeleider, status=Signaalstatus.AFGEHANDELD, afgesloten_op=date(2026, 11, 1)
    )
    client = als(begeleider)
    assert namen(client.get(LIJST)) == []
    assert namen(client.get(LIJST, {"status": "open"})) == [uitgesteld.werknemer.naam]
    assert namen(client.get(LIJST, {"status": "afgehandeld"})) == [gesloten.werknemer.naam]


def test_what_can_still_be_done_comes_first(als: Als, begeleider: Gebruiker) -> None:
    verlopen = maak_signaal(
        begeleider, soort=VERLOPEN, drempel=0, urgentie=Urgentie.DAARNA, dag=date(2025, 3, 31)
    )
    loopt = maak_signaal(begeleider)
    antwoord = als(begeleider).get(LIJST)
    assert namen(antwoord) == [loopt.werknemer.naam, verlopen.werknemer.naam]
    assert [groep for groep, _ in antwoord.context["groepen"]] == [
        "Eerst dit",
        "Daarna",
    ]


@pytest.mark.parametrize("aantal", [1, 3])
def test_as_many_queries_for_one_as_for_three(
    als: Als, begeleider: Gebruiker, aantal: int, django_assert_num_queries: Any
) -> None:
    for _ in range(aantal):
        maak_signaal(begeleider)
    client = als(begeleider)
    with django_assert_num_queries(8):
        assert len(namen(client.get(LIJST))) == aantal


def test_fragment_and_page_are_the_same(als: Als, begeleider: Gebruiker, signaal: Signaal) -> None:
    client = als(begeleider)
    fragment = client.get(LIJST, headers={"HX-Request": "true"}).content.decode().strip()
    assert fragment.startswith('<div id="signalen"')
    assert zonder_tokens(fragment) in zonder_tokens(client.get(LIJST).content.decode())


def doe(client: Client, view: str, signaal: Signaal, **velden: Any) -> Any:
    return client.post(reverse(f"trajects:{view}", args=[signaal.pk]), velden)


def test_seen_followed_up_and_settled(als: Als, begeleider: Gebruiker, signaal: Signaal) -> None:
    client = als(begeleider)
    doe(client, "signaal_gezien", signaal)
    signaal.refresh_from_db()
    assert signaal.status == Signaalstatus.GEZIEN
    doe(client, "signaal_opvolgen", signaal, wie=begeleider.pk, toelichting="Gesprek op 3/12.")
    signaal.refresh_from_db()
    assert (signaal.status, signaal.opgevolgd_door) == (Signaalstatus.IN_OPVOLGING, begeleider)
    doe(client, "signaal_afhandelen", signaal, toelichting="Nieuw werk gevonden.")
    signaal.refresh_from_db()
    assert (signaal.status, signaal.afgesloten_op) == (
        Signaalstatus.AFGEHANDELD,
        date(2026, 11, 23),
    )
    assert signaal.toelichting == "Gesprek op 3/12.\nNieuw werk gevonden."
    doe(client, "signaal_heropenen", signaal)
    signaal.refresh_from_db()
    assert (signaal.status, signaal.afgesloten_op) == (Signaalstatus.IN_OPVOLGING, None)


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"tot": "2026-11-23", "reden": "later"}, "Kies een dag die nog komt."),
        ({"tot": "2026-12-10", "reden": "  "}, "Dit veld is verplicht."),
        (
            {"tot": "2027-04-01", "reden": "later"},
            "Het gaat over 31 maart 2027: die dag is dan voorbij. Kies een dag daarvoor.",
        ),
        ({"tot": "onzin", "reden": "later"}, "Voer een geldige datum in."),
    ],
)
def test_a_wrong_postponement_changes_nothing_and_keeps_what_was_there(
    als: Als, begeleider: Gebruiker, signaal: Signaal, velden: dict[str, str], zin: str
) -> None:
    antwoord = doe(als(begeleider), "signaal_uitstellen", signaal, **velden)
    assert antwoord.status_code == 422
    assert zin in antwoord.content.decode()
    assert f'value="{velden["tot"]}"' in antwoord.content.decode()
    signaal.refresh_from_db()
    assert signaal.status == Signaalstatus.NIEUW


def test_a_signal_that_was_closed_meanwhile_says_so(
    als: Als, begeleider: Gebruiker, signaal: Signaal
) -> None:
    client = als(begeleider)
    doe(client, "signaal_afhandelen", signaal, toelichting="Klaar.")
    antwoord = doe(client, "signaal_uitstellen", signaal, tot="2026-12-10", reden="later")
    assert "Dit signaal is intussen afgehandeld." in antwoord.content.decode()


def test_many_at_once_all_or_nothing(als: Als, begeleider: Gebruiker) -> None:
    een, twee = maak_signaal(begeleider), maak_signaal(begeleider)
    client = als(begeleider)
    keuze = {"signaal": [een.pk, twee.pk], "actie": "uitstellen", "reden": "overleg"}
    fout = client.post("/signalen/opvolgen/", keuze | {"tot": "2027-05-01"})
    assert fout.status_code == 422
    assert fout.context["gekozen"] == {een.pk, twee.pk}
    assert set(Signaal.objects.values_list("status", flat=True)) == {Signaalstatus.NIEUW}
    client.post("/signalen/opvolgen/", keuze | {"tot": "2026-12-10"})
    assert set(Signaal.objects.values_list("status", flat=True)) == {Signaalstatus.UITGESTELD}


def test_the_signal_of_somebody_else_does_not_exist(als: Als, begeleider: Gebruiker) -> None:
    vreemd = maak_signaal(GebruikerFactory())
    assert doe(als(begeleider), "signaal_gezien", vreemd).status_code == 404
    als(begeleider).post(
        "/signalen/opvolgen/", {"signaal": vreemd.pk, "actie": "toewijzen", "wie": begeleider.pk}
    )
    vreemd.refresh_from_db()
    assert vreemd.status == Signaalstatus.NIEUW


def test_back_never_leads_to_another_site(
    als: Als, begeleider: Gebruiker, signaal: Signaal
) -> None:
    antwoord = doe(als(begeleider), "signaal_gezien", signaal, terug="https://elders.example/")
    assert antwoord["Location"] == LIJST


def test_who_does_not_see_the_employee_cannot_follow_up_the_signal(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker, signaal: Signaal
) -> None:
    collega = GebruikerFactory(organisatie=begeleider.organisatie, voornaam="Karim")
    antwoord = doe(als(coordinator), "signaal_opvolgen", signaal, wie=collega.pk)
    assert antwoord.status_code == 422
    assert f"{collega} ziet {signaal.werknemer.naam} niet." in antwoord.content.decode()
    signaal.refresh_from_db()
    assert signaal.opgevolgd_door is None


def test_reopening_cannot_be_beside_a_more_urgent_signal(
    als: Als, begeleider: Gebruiker, signaal: Signaal
) -> None:
    client = als(begeleider)
    doe(client, "signaal_afhandelen", signaal, toelichting="Klaar.")
    SignaalFactory(
        werknemer=signaal.werknemer, onderwerp=signaal.onderwerp, drempel=3, dag=signaal.dag
    )
    antwoord = client.post(reverse("trajects:signaal_heropenen", args=[signaal.pk]), follow=True)
    assert "Er kwam intussen een dringender signaal" in antwoord.content.decode()
    signaal.refresh_from_db()
    assert signaal.status == Signaalstatus.AFGEHANDELD


def test_one_press_takes_a_signal_on_and_can_be_undone(
    als: Als, begeleider: Gebruiker, signaal: Signaal
) -> None:
    client = als(begeleider)
    antwoord = client.post(
        reverse("trajects:signaal_opnemen", args=[signaal.pk]), {"terug": LIJST}, follow=True
    )
    signaal.refresh_from_db()
    assert (signaal.status, signaal.opgevolgd_door) == (Signaalstatus.IN_OPVOLGING, begeleider)
    zegel = re.search(r'name="zegel" value="([^"]+)"', antwoord.content.decode())
    assert zegel
    weer = client.post("/signalen/ongedaan/", {"zegel": zegel[1], "terug": LIJST}, follow=True)
    assert "Het is weer zoals het was." in weer.content.decode()
    signaal.refresh_from_db()
    assert (signaal.status, signaal.opgevolgd_door) == (Signaalstatus.NIEUW, None)


def test_what_changed_since_is_not_undone(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker, signaal: Signaal
) -> None:
    client = als(begeleider)
    velden = {"toelichting": "Werk gevonden.", "terug": LIJST}
    af = client.post(reverse("trajects:signaal_afhandelen", args=[signaal.pk]), velden, follow=True)
    zegel = re.search(r'name="zegel" value="([^"]+)"', af.content.decode())
    assert zegel
    als(coordinator).post(reverse("trajects:signaal_heropenen", args=[signaal.pk]))
    weer = client.post("/signalen/ongedaan/", {"zegel": zegel[1], "terug": LIJST}, follow=True)
    assert "het signaal veranderde intussen" in weer.content.decode()
    signaal.refresh_from_db()
    assert signaal.status == Signaalstatus.IN_OPVOLGING


def test_the_end_of_support_of_who_left_is_no_news(als: Als, begeleider: Gebruiker) -> None:
    """As in the lists and on the page of the employee."""
    signaal = maak_signaal(begeleider, soort="nazorg", wat="4")
    afgelopen = Periode(date(2022, 4, 1), date(2026, 10, 1))
    Adviesperiode.objects.update(periode=afgelopen)
    Arbeidsovereenkomst.objects.update(periode=Periode(date(2022, 4, 1), date(2026, 9, 1)))
    antwoord = als(begeleider).get(LIJST)
    ((_, (rij,)),) = antwoord.context["groepen"]
    assert (rij.signaal, rij.einde.toestand) == (signaal, Ernst.RUSTIG)


def test_what_lost_its_reason_stays_closed(
    als: Als, begeleider: Gebruiker, signaal: Signaal
) -> None:
    """Somebody closed it, a colleague took the reason away: neither undo nor opening it again."""
    client = als(begeleider)
    velden = {"toelichting": "Werk gevonden.", "terug": LIJST}
    af = client.post(reverse("trajects:signaal_afhandelen", args=[signaal.pk]), velden, follow=True)
    zegel = re.search(r'name="zegel" value="([^"]+)"', af.content.decode())
    assert zegel
    verlengd = Periode(date(2022, 4, 1), date(2032, 4, 1))
    Adviesperiode.objects.filter(pk=signaal.onderwerp).update(periode=verlengd)
    weer = client.post("/signalen/ongedaan/", {"zegel": zegel[1], "terug": LIJST}, follow=True)
    assert "Dit signaal geldt niet meer" in weer.content.decode()
    weer = client.post(reverse("trajects:signaal_heropenen", args=[signaal.pk]), follow=True)
    assert "Dit signaal geldt niet meer" in weer.content.decode()
    signaal.refresh_from_db()
    assert signaal.status == Signaalstatus.AFGEHANDELD


def test_several_are_closed_at_once_with_one_sentence(als: Als, begeleider: Gebruiker) -> None:
    twee = [maak_signaal(begeleider) for _ in range(2)]
    velden = {"signaal": [s.pk for s in twee], "actie": "afsluiten", "reden": ""}
    assert als(begeleider).post("/signalen/opvolgen/", velden).status_code == 422
    als(begeleider).post("/signalen/opvolgen/", velden | {"reden": "Besproken op het overleg."})
    assert set(Signaal.objects.values_list("status", "toelichting")) == {
        (Signaalstatus.AFGEHANDELD, "Besproken op het overleg.")
    }

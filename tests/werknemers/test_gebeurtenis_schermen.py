"""A year of an employee recorded through the screens as it happens: an adjustment in quarter 6, a
refused extension, and an objection to it that wins."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from gebruikers.models import Gebruiker, Organisatie
from regels.keuzes import SoortAdvies
from tests.fabrieken import AdviesFactory, GebeurtenisFactory, WerknemerFactory
from tests.werknemers.blad import bewaar, fouten
from werknemers.domein.ondersteuning import bepaal
from werknemers.domein.premies import laad_startpakketten, verloop_van
from werknemers.keuzes import Adviesstap, Begeleidingsniveau, Stapuitkomst
from werknemers.models import Adviesgebeurtenis, Adviesperiode, Werknemer

Als = Callable[[Gebruiker], Client]


@pytest.fixture
def werknemer(organisatie: Organisatie) -> Werknemer:
    return WerknemerFactory(organisatie=organisatie, voornaam="Amina", in_dienst=True)


@pytest.fixture
def advies(werknemer: Werknemer) -> Adviesperiode:
    """From 1 July 2023 up to and including 30 June 2028; quarter 6 begins on 1 October 2024."""
    return AdviesFactory(
        werknemer=werknemer,
        besluitdatum=date(2023, 7, 3),
        begeleidingsniveau=Begeleidingsniveau.LAAG,
    )


def adres(werknemer: Werknemer, soort: str, **vraag: int) -> str:
    url = reverse("werknemers:gebeurtenis_nieuw", args=[werknemer.pk, soort])
    return url + "".join(f"?{naam}={waarde}" for naam, waarde in vraag.items())


def bewerk(wat: Adviesgebeurtenis) -> str:
    return reverse("werknemers:gebeurtenis_bewerk", args=[wat.pk])


def bewaard(antwoord: HttpResponse, werknemer: Werknemer) -> None:
    assert antwoord.status_code == 302, fouten(antwoord)
    assert antwoord.url == reverse("trajects:contract", args=[werknemer.pk])


def pagina(client: Client, werknemer: Werknemer) -> str:
    tekst = client.get(reverse("trajects:contract", args=[werknemer.pk])).content.decode()
    return " ".join(tekst.split())


def stappen(werknemer: Werknemer) -> list[tuple[int, str]]:
    pakketten = laad_startpakketten()
    adviezen = werknemer.adviezen.prefetch_related("schijven")
    return [
        (s.percentage, str(s.periode))
        for advies in adviezen
        for s in verloop_van(advies, pakketten).schijven
    ]


def test_an_adjustment_in_quarter_6_is_recorded_as_it_happens(
    als: Als, hr: Gebruiker, werknemer: Werknemer, advies: Adviesperiode
) -> None:
    with time_machine.travel("2024-09-02T10:00:00+02:00"):
        client = als(hr)
        bewaard(bewaar(client, adres(werknemer, "bijsturing"), gevraagd_op="2024-09-02"), werknemer)
        assert "Bijsturing gevraagd op 2 september 2024. Er is nog geen beslissing." in pagina(
            client, werknemer
        )
    bijsturing = Adviesgebeurtenis.objects.get()
    assert bijsturing.advies == advies
    with time_machine.travel("2024-11-20T10:00:00+01:00"):
        client = als(hr)
        antwoord = bewaar(
            client,
            bewerk(bijsturing),
            uitkomst=Stapuitkomst.TOEGEKEND.value,
            besluitdatum="2024-11-18",
            kennis_op="2024-11-20",
            geldt_vanaf="2024-10-01",
            percentage="50",
            begeleidingsniveau="midden",
        )
        bewaard(antwoord, werknemer)
        tekst = pagina(client, werknemer)
        assert (
            "Bijsturing gevraagd op 2 september 2024, toegekend op 18 november 2024 (gekend op "
            "20 november 2024). 50 % vanaf 1 oktober 2024. Begeleidingsniveau vanaf dan: midden."
        ) in tekst
        assert "laag, dan midden vanaf 1 oktober 2024" in tekst
    assert stappen(werknemer) == [
        (40, "01/07/2023 t.e.m. 30/09/2024"),
        (50, "01/10/2024 t.e.m. 30/06/2028"),
    ]


def test_a_refused_extension_is_won_by_an_objection(
    als: Als, hr: Gebruiker, werknemer: Werknemer, advies: Adviesperiode
) -> None:
    with time_machine.travel("2026-11-18T10:00:00+01:00"):
        client = als(hr)
        antwoord = bewaar(
            client,
            adres(werknemer, "verlenging"),
            gevraagd_op="2026-08-03",
            uitkomst=Stapuitkomst.GEWEIGERD.value,
            besluitdatum="2026-11-12",
            kennis_op="2026-11-16",
        )
        bewaard(antwoord, werknemer)
        geweigerd = Adviesgebeurtenis.objects.get(soort=Adviesstap.VERLENGING)
        assert bepaal(werknemer.adviezen.all(), date(2026, 11, 18)).laatste_dag == date(2028, 6, 30)
        bewaard(
            bewaar(
                client, adres(werknemer, "bezwaar", tegen=geweigerd.pk), gevraagd_op="2026-11-17"
            ),
            werknemer,
        )
    bezwaar = Adviesgebeurtenis.objects.get(soort=Adviesstap.BEZWAAR)
    assert bezwaar.tegen == geweigerd
    with time_machine.travel("2027-03-20T10:00:00+01:00"):
        client = als(hr)
        antwoord = bewaar(
            client,
            bewerk(bezwaar),
            uitkomst=Stapuitkomst.TOEGEKEND.value,
            commissie_op="2027-02-15",
            besluitdatum="2027-03-10",
            geldt_vanaf="2028-07-01",
            laatste_dag="2033-06-30",
            percentage="30",
            begeleidingsniveau="laag",
        )
        bewaard(antwoord, werknemer)
        assert "gelijk gekregen op 10 maart 2027. Hierdoor begon een volgend advies." in pagina(
            client, werknemer
        )
    verlenging = werknemer.adviezen.get(soort=SoortAdvies.IMW_NA_EVALUATIE)
    assert verlenging.besluitdatum == date(2027, 3, 10)
    assert stappen(werknemer)[-1] == (30, "01/07/2028 t.e.m. 30/06/2033")
    assert bepaal(werknemer.adviezen.all(), date(2027, 3, 20)).laatste_dag == date(2033, 6, 30)


def test_several_steps_are_typed_in_rows(
    als: Als, hr: Gebruiker, werknemer: Werknemer, advies: Adviesperiode
) -> None:
    antwoord = bewaar(
        als(hr),
        adres(werknemer, "bijsturing"),
        gevraagd_op="2026-09-01",
        uitkomst=Stapuitkomst.LAGER.value,
        besluitdatum="2026-11-02",
        geldt_vanaf="2027-01-01",
        begeleidingsniveau="laag",
        **{
            "schijf-0-van": "2027-01-01",
            "schijf-0-laatste_dag": "2027-06-30",
            "schijf-0-percentage": "45",
            "schijf-1-van": "2027-07-01",
            "schijf-1-laatste_dag": "2028-06-30",
            "schijf-1-percentage": "25",
        },
    )
    bewaard(antwoord, werknemer)
    assert stappen(werknemer)[-2:] == [
        (45, "01/01/2027 t.e.m. 30/06/2027"),
        (25, "01/07/2027 t.e.m. 30/06/2028"),
    ]
    wat = Adviesgebeurtenis.objects.get()
    weer = als(hr).get(bewerk(wat)).context["form"].schijven
    assert [rij.initial.get("percentage") for rij in weer.forms] == [45, 25, None]


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"besluitdatum": ""}, "besluitdatum"),
        ({"geldt_vanaf": ""}, "geldt_vanaf"),
        ({"begeleidingsniveau": ""}, "begeleidingsniveau"),
        ({"percentage": ""}, "percentage"),
        ({"percentage": "42"}, "percentage"),
        ({"geldt_vanaf": "2029-01-01"}, "geldt_vanaf"),
    ],
)
def test_what_is_missing_is_asked_at_its_field_and_nothing_is_lost(
    als: Als,
    hr: Gebruiker,
    werknemer: Werknemer,
    advies: Adviesperiode,
    anders: dict[str, str],
    veld: str,
) -> None:
    goed = {
        "gevraagd_op": "2026-09-01",
        "uitkomst": Stapuitkomst.TOEGEKEND.value,
        "besluitdatum": "2026-11-02",
        "geldt_vanaf": "2027-01-01",
        "percentage": "45",
        "begeleidingsniveau": "laag",
    }
    antwoord = bewaar(als(hr), adres(werknemer, "bijsturing"), **(goed | anders))
    assert antwoord.status_code == 422
    assert list(fouten(antwoord)) == [veld]
    assert antwoord.context["form"]["gevraagd_op"].value() == "2026-09-01"
    assert not Adviesgebeurtenis.objects.exists()


def test_a_stop_is_noted_and_removed_again(
    als: Als, hr: Gebruiker, werknemer: Werknemer, advies: Adviesperiode
) -> None:
    client = als(hr)
    antwoord = bewaar(
        client,
        adres(werknemer, "evaluatie"),
        gevraagd_op="2026-09-01",
        uitkomst=Stapuitkomst.GESTOPT.value,
        besluitdatum="2026-11-02",
        laatste_dag="2026-12-31",
    )
    bewaard(antwoord, werknemer)
    assert "De ondersteuning loopt hierdoor t.e.m. 31 december 2026." in pagina(client, werknemer)
    wat = Adviesgebeurtenis.objects.get()
    weg = reverse("werknemers:gebeurtenis_verwijder", args=[wat.pk])
    bewaard(bewaar(client, weg), werknemer)
    advies.refresh_from_db()
    assert advies.periode.laatste_dag == date(2028, 6, 30)


@pytest.mark.parametrize(
    "soort", [Adviesstap.DUBBEL_TICKET, Adviesstap.VOLGENDE_WERKGEVER, Adviesstap.TERUGKEER]
)
def test_what_nobody_decides_is_a_day_with_what_is_known(
    als: Als, hr: Gebruiker, werknemer: Werknemer, soort: Adviesstap
) -> None:
    client = als(hr)
    bewaard(bewaar(client, adres(werknemer, soort), gevraagd_op="2026-11-02"), werknemer)
    assert "Op 2 november 2026" in pagina(client, werknemer)


def test_a_new_advice_may_begin_with_a_start_package(
    als: Als, hr: Gebruiker, werknemer: Werknemer
) -> None:
    antwoord = bewaar(
        als(hr),
        adres(werknemer, "aanvraag"),
        gevraagd_op="2026-10-05",
        uitkomst=Stapuitkomst.TOEGEKEND.value,
        besluitdatum="2026-11-12",
        geldt_vanaf="2026-10-01",
        adviessoort="imw_2",
        begeleidingsniveau="geen",
    )
    bewaard(antwoord, werknemer)
    assert stappen(werknemer) == [(20, "01/10/2026 t.e.m. 30/09/2028")]


def test_a_two_year_advice_is_not_adjusted_or_extended(
    als: Als, hr: Gebruiker, werknemer: Werknemer
) -> None:
    AdviesFactory(werknemer=werknemer, twee_jaar=True, besluitdatum=date(2026, 1, 14))
    client = als(hr)
    assert client.get(adres(werknemer, "verlenging")).status_code == 404
    assert client.get(adres(werknemer, "bijsturing")).status_code == 404
    kies = client.get(reverse("werknemers:gebeurtenis_kies", args=[werknemer.pk]))
    assert "Bijsturing" not in kies.content.decode()


def test_an_advice_of_somebody_else_cannot_be_named(
    als: Als, hr: Gebruiker, werknemer: Werknemer, advies: Adviesperiode
) -> None:
    ander = AdviesFactory(werknemer__organisatie=werknemer.organisatie)
    besluit = GebeurtenisFactory(
        advies=ander, uitkomst=Stapuitkomst.GEWEIGERD, besluitdatum=date(2026, 11, 12)
    )
    client = als(hr)
    assert client.get(adres(werknemer, "verlenging", advies=ander.pk)).status_code == 404
    assert client.get(adres(werknemer, "bezwaar", tegen=besluit.pk)).status_code == 404


def test_a_counsellor_reads_the_course_and_changes_nothing(
    als: Als, begeleider: Gebruiker, werknemer: Werknemer, advies: Adviesperiode
) -> None:
    Werknemer.objects.filter(pk=werknemer.pk).update(begeleider=begeleider)
    wat = GebeurtenisFactory(advies=advies)
    client = als(begeleider)
    tekst = pagina(client, werknemer)
    assert "Verlenging gevraagd op 2 november 2026. Er is nog geen beslissing." in tekst
    assert bewerk(wat) not in tekst


def test_an_extension_with_a_start_package_is_asked_about(
    als: Als, hr: Gebruiker, werknemer: Werknemer, advies: Adviesperiode
) -> None:
    nieuw = reverse("werknemers:advies_nieuw", args=[werknemer.pk])
    velden: dict[str, Any] = {"soort": "imw_5", "besluitdatum": "2026-11-20"}
    antwoord = bewaar(als(hr), nieuw, **velden)
    assert list(fouten(antwoord)) == ["nagekeken"]
    assert "begint het startpakket opnieuw" in fouten(antwoord)["nagekeken"][0]
    assert bewaar(als(hr), nieuw, **velden, nagekeken="on").status_code == 302

"""Some years of one employee as they are recorded on the screens: an adjustment in quarter 6, a
refused extension, an objection that wins, notice and counter-notice. Beside each step what it comes
to: the end, the euro and the signal."""

from collections.abc import Callable
from datetime import date

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from lxml import html

from financiering.domein.laden import laad_werknemer
from financiering.domein.rekenmodel.exact import reken_uit
from financiering.domein.tarieven import Tarieftijdvak, maak_tarieven
from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode
from gedeeld.tijd import vandaag
from tests.fabrieken import GebruikerFactory
from tests.financiering.conftest import Huis
from tests.trajects.contracteinde.test_noteren import invoer
from tests.trajects.signalen.nacht import over_einde
from tests.werknemers.blad import bewaar, fouten, plat
from tests.werknemers.test_gebeurtenis_schermen import adres, bewerk
from trajects.signaalsoorten.soorten.einde_ondersteuning import REGEL
from trajects.signalen.bepaal_signalen import bepaal_signalen
from werknemers.domein.ondersteuning import bepaal
from werknemers.keuzes import Adviesstap, Begeleidingsniveau
from werknemers.models import Adviesgebeurtenis, Werknemer

Als = Callable[[Gebruiker], Client]
K4_2024, K4_2026, K2_2027, K3_2028 = (
    Kwartaal(2024, 4), Kwartaal(2026, 4), Kwartaal(2027, 2), Kwartaal(2028, 3),
)  # fmt: skip


@pytest.fixture
def amina(huis: Huis) -> Werknemer:
    """In service since 3 July 2023, five years of support since 1 July: quarter 6 begins on
    1 October 2024."""
    huis.amina.adviezen.update(
        soort="imw_5",
        besluitdatum=date(2023, 7, 3),
        periode=Periode(date(2023, 7, 1), date(2028, 7, 1)),
        begeleidingsniveau=Begeleidingsniveau.MIDDEN,
    )
    huis.amina.contracten.update(periode=Periode(date(2023, 7, 3)))
    return huis.amina


@pytest.fixture
def hr(huis: Huis) -> Gebruiker:
    return GebruikerFactory(organisatie=huis.organisatie, rol=Rol.HR)


def euro(huis: Huis, amina: Werknemer, kwartaal: Kwartaal) -> tuple[int, int, int, bool]:
    """Percentage, flat and variable part of the guidance premium, and whether anything is paid."""
    tijdvak = Tarieftijdvak(kwartaal, 1)
    gelezen = laad_werknemer(huis.organisatie.pk, tijdvak, amina.pk)
    if not gelezen.stand.personen:
        return (0, 0, 0, False)
    (wie,) = gelezen.stand.personen
    (tarief,) = maak_tarieven(gelezen.verloop, tijdvak).kwartalen
    r = reken_uit(wie, tarief)
    return (r.percentage, int(r.vast), int(r.variabel), r.loonpremie > 0)


def einde(amina: Werknemer) -> date | None:
    return bepaal(amina.adviezen.all(), vandaag()).laatste_dag


def gelukt(antwoord: HttpResponse) -> None:
    assert antwoord.status_code == 302, fouten(antwoord)


def signalen(huis: Huis) -> tuple[int, int]:
    """How many about the end of support the night made, and how many it withdrew."""
    uitkomst = bepaal_signalen(op=vandaag(), organisatie=huis.organisatie, regels=[REGEL])
    return len(uitkomst.nieuw), uitkomst.ingetrokken


def noteer_einde(client: Client, amina: Werknemer, **velden: str) -> None:
    url = reverse("trajects:einde_nieuw", args=[amina.contracten.get().pk])
    assert client.post(url, invoer(client.get(url)) | velden).status_code == 302


def test_what_happens_to_one_employee(
    als: Als, huis: Huis, hr: Gebruiker, amina: Werknemer
) -> None:
    """One story in three parts, each on the screens of its own day."""
    stuur_bij(als, huis, hr, amina)
    verleng_na_bezwaar(als, huis, hr, amina)
    zeg_op(als, huis, hr, amina)


def stuur_bij(als: Als, huis: Huis, hr: Gebruiker, amina: Werknemer) -> None:
    assert euro(huis, amina, K4_2024) == (30, 600, 730, True)
    with time_machine.travel("2024-09-02T10:00:00+02:00"):
        gelukt(bewaar(als(hr), adres(amina, "bijsturing"), gevraagd_op="2024-09-02"))
        assert euro(huis, amina, K4_2024) == (30, 600, 730, True)
    with time_machine.travel("2024-11-20T10:00:00+01:00"):
        besluit = {
            "uitkomst": "toegekend", "besluitdatum": "2024-11-18", "kennis_op": "2024-11-20",
            "geldt_vanaf": "2024-10-01", "percentage": "50", "begeleidingsniveau": "hoog",
        }  # fmt: skip
        gelukt(bewaar(als(hr), bewerk(Adviesgebeurtenis.objects.get()), **besluit))
        assert euro(huis, amina, K4_2024) == (50, 600, 1280, True)
        assert (einde(amina), signalen(huis)) == (date(2028, 6, 30), (0, 0))


def verleng_na_bezwaar(als: Als, huis: Huis, hr: Gebruiker, amina: Werknemer) -> None:
    with time_machine.travel("2026-11-18T10:00:00+01:00"):
        assert signalen(huis) == (1, 0)
        nee = {
            "gevraagd_op": "2026-08-03", "uitkomst": "geweigerd",
            "besluitdatum": "2026-11-12", "kennis_op": "2026-11-16",
        }  # fmt: skip
        gelukt(bewaar(als(hr), adres(amina, "verlenging"), **nee))
        assert (einde(amina), signalen(huis)) == (date(2028, 6, 30), (0, 0))
        assert euro(huis, amina, K4_2026) == (50, 600, 1280, True)
        assert euro(huis, amina, K3_2028)[0] == 0
        lijst = html.fromstring(als(huis.coordinator).get("/adviesdagen/").content)
        assert "beroep kan tot en met donderdag 31 december 2026" in plat(lijst.text_content())
        geweigerd = Adviesgebeurtenis.objects.get(soort=Adviesstap.VERLENGING)
        bezwaar = adres(amina, "bezwaar", tegen=geweigerd.pk)
        gelukt(bewaar(als(hr), bezwaar, gevraagd_op="2026-11-17"))
    with time_machine.travel("2027-02-15T10:00:00+01:00"):
        wint = {
            "uitkomst": "toegekend", "commissie_op": "2027-01-15", "besluitdatum": "2027-02-10",
            "laatste_dag": "2033-06-30", "percentage": "30", "begeleidingsniveau": "laag",
        }  # fmt: skip
        wat = Adviesgebeurtenis.objects.get(soort=Adviesstap.BEZWAAR)
        gelukt(bewaar(als(hr), bewerk(wat), **wint))
        # What was entered withdrew it at once.
        assert not over_einde().open().exists()
        assert (einde(amina), signalen(huis)) == (date(2033, 6, 30), (0, 0))
        assert euro(huis, amina, K4_2026) == (50, 600, 1280, True)
        assert euro(huis, amina, K3_2028) == (30, 600, 430, True)


def zeg_op(als: Als, huis: Huis, hr: Gebruiker, amina: Werknemer) -> None:
    """Thursday 6 May 2027 is Ascension Day: a letter of Monday counts on Friday, and the four weeks
    begin on the Monday after."""
    eindes = amina.contracten.get().eindes
    with time_machine.travel("2027-04-06T10:00:00+02:00"):
        noteer_einde(als(hr), amina, wijze="werkgever", gegeven_op="2027-04-06")
        assert eindes.get().periode == Periode.tem(date(2027, 4, 12), date(2027, 7, 11))
        assert euro(huis, amina, K3_2028)[3]
    with time_machine.travel("2027-05-03T10:00:00+02:00"):
        client = als(hr)
        noteer_einde(
            client, amina, wijze="tegen", gegeven_op="2027-05-03", nieuwe_job_op="2027-06-07"
        )
        tegen = eindes.get(wijze="tegen")
        assert tegen.periode == Periode.tem(date(2027, 5, 10), date(2027, 6, 6))
        bevestig = reverse("trajects:einde_bevestig", args=[tegen.pk])
        assert client.post(bevestig, _knop(client, amina, bevestig)).status_code == 302
        assert amina.contracten.get().periode.laatste_dag == date(2027, 6, 6)
        assert euro(huis, amina, K2_2027)[3]
        assert not euro(huis, amina, K3_2028)[3]


def _knop(client: Client, amina: Werknemer, naar: str) -> dict[str, str]:
    """What the button on the page of the contract sends."""
    pagina = html.fromstring(client.get(reverse("trajects:contract", args=[amina.pk])).content)
    (formulier,) = pagina.xpath(f"//form[@action='{naar}']")
    return {naam: waarde or "" for naam, waarde in formulier.form_values()}

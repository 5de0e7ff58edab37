"""What is asked back or refused about what happens to an advice, and what an objection protects."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from regels.keuzes import SoortAdvies
from tests.fabrieken import AdviesFactory, GebeurtenisFactory
from tests.werknemers.blad import bewaar, fouten
from tests.werknemers.test_gebeurtenis_schermen import (
    Als,
    adres,
    advies,
    bewaard,
    bewerk,
    pagina,
    stappen,
    werknemer,
)
from werknemers.domein.adviesloop import besloten_over, periode_na
from werknemers.domein.adviezen import verwijder_advies
from werknemers.domein.gebeurtenissen import verwijder_gebeurtenis
from werknemers.domein.ondersteuning import bepaal
from werknemers.keuzes import Adviesstap, Stapuitkomst
from werknemers.models import Adviesgebeurtenis, Adviesperiode, Werknemer

__all__ = ["advies", "werknemer"]
VERLENGD: dict[str, str] = {
    "besluitdatum": "2026-11-12",
    "geldt_vanaf": "2028-07-01",
    "laatste_dag": "2033-06-30",
    "percentage": "30",
    "begeleidingsniveau": "laag",
}


@pytest.fixture
def geweigerd(advies: Adviesperiode) -> Adviesgebeurtenis:
    """Known on Monday 16 November 2026: an appeal is possible until Thursday 31 December."""
    return GebeurtenisFactory(
        advies=advies,
        gevraagd_op=date(2026, 8, 3),
        uitkomst=Stapuitkomst.GEWEIGERD,
        besluitdatum=date(2026, 11, 12),
        kennis_op=date(2026, 11, 16),
    )


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"gevraagd_op": "2026-11-11"}, "gevraagd_op"),
        ({"gevraagd_op": "2026-11-13"}, "gevraagd_op"),
        ({"gevraagd_op": "2026-11-20", "commissie_op": "2026-11-19"}, "commissie_op"),
        ({"gevraagd_op": "2027-01-04"}, "nagekeken"),
    ],
)
def test_an_objection_comes_after_the_decision_and_within_its_term(
    als: Als,
    hr: Gebruiker,
    werknemer: Werknemer,
    geweigerd: Adviesgebeurtenis,
    velden: dict[str, str],
    veld: str,
) -> None:
    antwoord = bewaar(als(hr), adres(werknemer, "bezwaar", tegen=geweigerd.pk), **velden)
    assert list(fouten(antwoord)) == [veld]
    if veld == "nagekeken":
        assert "Beroep kon tot en met donderdag 31 december 2026." in " ".join(
            fouten(antwoord)[veld]
        )


def test_what_is_sent_twice_is_noted_once(
    als: Als, hr: Gebruiker, werknemer: Werknemer, advies: Adviesperiode
) -> None:
    client = als(hr)
    bewaard(bewaar(client, adres(werknemer, "bijsturing"), gevraagd_op="2026-11-02"), werknemer)
    weer = bewaar(client, adres(werknemer, "bijsturing"), gevraagd_op="2026-11-02")
    assert fouten(weer) == {"gevraagd_op": ["Dit staat er al, met dezelfde datum."]}
    assert Adviesgebeurtenis.objects.count() == 1


def test_a_decision_that_comes_later_proposes_where_the_extension_begins(
    als: Als, hr: Gebruiker, werknemer: Werknemer, advies: Adviesperiode
) -> None:
    verlenging = GebeurtenisFactory(advies=advies)
    form = als(hr).get(bewerk(verlenging)).context["form"]
    assert form["geldt_vanaf"].value() == date(2028, 7, 1)


@pytest.mark.parametrize("leeg", ["geldt_vanaf", "laatste_dag", "percentage"])
def test_what_an_extension_misses_is_asked_at_its_own_field(
    als: Als, hr: Gebruiker, werknemer: Werknemer, advies: Adviesperiode, leeg: str
) -> None:
    velden = VERLENGD | {"gevraagd_op": "2026-08-03", "uitkomst": "toegekend", leeg: ""}
    antwoord = bewaar(als(hr), adres(werknemer, "verlenging"), **velden)
    assert list(fouten(antwoord)) == [leeg]


def test_an_objection_to_a_lower_extension_changes_the_extension(
    als: Als, hr: Gebruiker, werknemer: Werknemer, advies: Adviesperiode
) -> None:
    client = als(hr)
    velden = VERLENGD | {"gevraagd_op": "2026-08-03", "uitkomst": "lager"}
    bewaard(bewaar(client, adres(werknemer, "verlenging"), **velden), werknemer)
    lager = Adviesgebeurtenis.objects.get()
    wint = {
        "gevraagd_op": "2026-11-16",
        "uitkomst": "toegekend",
        "besluitdatum": "2026-11-20",
        "geldt_vanaf": "2028-07-01",
        "percentage": "50",
        "begeleidingsniveau": "hoog",
    }
    bewaard(bewaar(client, adres(werknemer, "bezwaar", tegen=lager.pk), **wint), werknemer)
    assert stappen(werknemer)[-1] == (50, "01/07/2028 t.e.m. 30/06/2033")
    assert werknemer.adviezen.count() == 2


def test_a_refusal_stays_while_an_advice_began_by_the_objection(
    coordinator: Gebruiker, geweigerd: Adviesgebeurtenis, advies: Adviesperiode
) -> None:
    vervolg = AdviesFactory(
        werknemer=advies.werknemer, besluitdatum=date(2026, 11, 20),
        periode=Periode(date(2028, 7, 1), date(2033, 7, 1)),
    )  # fmt: skip
    GebeurtenisFactory(
        advies=advies, soort=Adviesstap.BEZWAAR, tegen=geweigerd, vervolgadvies=vervolg,
        gevraagd_op=date(2026, 11, 16), besluitdatum=date(2026, 11, 20), uitkomst="toegekend",
    )  # fmt: skip
    with pytest.raises(ValidationError, match="Verwijder eerst dat advies"):
        verwijder_gebeurtenis(geweigerd, door=coordinator)
    assert Adviesgebeurtenis.objects.count() == 2


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"uitkomst": "loopt"}, "uitkomst"),
        ({"uitkomst": Stapuitkomst.INGETROKKEN.value}, "uitkomst"),
        ({"besluitdatum": "2026-11-18", "kennis_op": ""}, "besluitdatum"),
        ({"kennis_op": "2026-11-18"}, "kennis_op"),
    ],
)
def test_a_decision_that_was_objected_to_stays_one(
    als: Als,
    hr: Gebruiker,
    geweigerd: Adviesgebeurtenis,
    advies: Adviesperiode,
    anders: dict[str, str],
    veld: str,
) -> None:
    GebeurtenisFactory(
        advies=advies, soort=Adviesstap.BEZWAAR, tegen=geweigerd, gevraagd_op=date(2026, 11, 17)
    )
    assert list(fouten(bewaar(als(hr), bewerk(geweigerd), **anders))) == [veld]


def test_a_stop_of_an_extension_that_is_gone_moves_no_other_end(
    coordinator: Gebruiker, geweigerd: Adviesgebeurtenis, advies: Adviesperiode
) -> None:
    vervolg = AdviesFactory(
        werknemer=advies.werknemer, besluitdatum=date(2026, 11, 20),
        periode=Periode(date(2028, 7, 1), date(2033, 7, 1)),
    )  # fmt: skip
    Adviesgebeurtenis.objects.update(vervolgadvies=vervolg, uitkomst=Stapuitkomst.LAGER)
    GebeurtenisFactory(
        advies=advies, soort=Adviesstap.BEZWAAR, tegen=geweigerd, gevraagd_op=date(2026, 11, 16),
        besluitdatum=date(2026, 11, 20), uitkomst="gestopt", laatste_dag=date(2030, 6, 30),
    )  # fmt: skip
    verwijder_advies(vervolg, door=coordinator)
    assert periode_na(advies, besloten_over(advies)).laatste_dag == date(2028, 6, 30)


def test_an_extension_that_was_removed_is_said(
    als: Als, hr: Gebruiker, werknemer: Werknemer, advies: Adviesperiode
) -> None:
    client = als(hr)
    velden = VERLENGD | {"gevraagd_op": "2026-08-03", "uitkomst": "toegekend"}
    bewaard(bewaar(client, adres(werknemer, "verlenging"), **velden), werknemer)
    assert "Hierdoor begon een volgend advies." in pagina(client, werknemer)
    wat = Adviesgebeurtenis.objects.get()
    assert wat.vervolgadvies is not None
    verwijder_advies(wat.vervolgadvies, door=hr)
    assert "Wat hierdoor begon, is intussen verwijderd" in pagina(client, werknemer)
    assert client.get(bewerk(wat)).status_code == 200
    bewaard(bewaar(client, bewerk(wat), **VERLENGD), werknemer)
    assert stappen(werknemer)[-1] == (30, "01/07/2028 t.e.m. 30/06/2033")


def test_the_evaluation_of_a_transition_gives_the_advice_after_it(
    als: Als, hr: Gebruiker, werknemer: Werknemer
) -> None:
    """The term counts from the first day of the quarter, the support from the day after."""
    AdviesFactory(
        werknemer=werknemer,
        soort=SoortAdvies.LDE_OVERGANG,
        besluitdatum=date(2023, 7, 1),
        periode=Periode.tem(date(2023, 7, 1), date(2026, 11, 15)),
    )
    client = als(hr)
    nieuw = adres(werknemer, "evaluatie")
    form = client.get(nieuw).context["form"]
    assert form["geldt_vanaf"].value() == date(2026, 10, 1)
    assert Stapuitkomst.GESTOPT not in dict(form.fields["uitkomst"].choices)
    antwoord = bewaar(
        client,
        nieuw,
        gevraagd_op="2026-09-01",
        uitkomst="toegekend",
        besluitdatum="2026-11-20",
        adviessoort="imw_5",
        begeleidingsniveau="laag",
    )
    bewaard(antwoord, werknemer)
    assert stappen(werknemer)[0] == (40, "01/10/2026 t.e.m. 31/12/2027")
    stand = bepaal(werknemer.adviezen.all(), date(2026, 11, 23))
    assert (stand.steun.value, stand.laatste_dag) == ("loopt", date(2031, 9, 30))


def test_a_won_objection_to_a_refused_application_may_begin_with_a_start_package(
    als: Als, hr: Gebruiker, werknemer: Werknemer
) -> None:
    nee = Adviesgebeurtenis.objects.create(
        organisatie=werknemer.organisatie, werknemer=werknemer, soort=Adviesstap.AANVRAAG,
        gevraagd_op=date(2026, 10, 5), besluitdatum=date(2026, 11, 2), uitkomst="geweigerd",
    )  # fmt: skip
    antwoord = bewaar(
        als(hr),
        adres(werknemer, "bezwaar", tegen=nee.pk),
        gevraagd_op="2026-11-10",
        uitkomst="toegekend",
        besluitdatum="2026-11-20",
        adviessoort="imw_2",
        begeleidingsniveau="geen",
    )
    bewaard(antwoord, werknemer)
    assert stappen(werknemer) == [(20, "01/10/2026 t.e.m. 30/09/2028")]


def test_a_withdrawn_request_is_no_decision_to_object_to(
    als: Als, hr: Gebruiker, werknemer: Werknemer, advies: Adviesperiode
) -> None:
    weg = GebeurtenisFactory(
        advies=advies, uitkomst=Stapuitkomst.INGETROKKEN, besluitdatum=date(2026, 11, 5)
    )
    antwoord = als(hr).get(adres(werknemer, "bezwaar", tegen=weg.pk))
    assert antwoord.status_code == 404


def test_an_application_names_what_a_next_advice_misses(
    als: Als, hr: Gebruiker, werknemer: Werknemer
) -> None:
    antwoord = bewaar(
        als(hr),
        reverse("werknemers:gebeurtenis_nieuw", args=[werknemer.pk, "aanvraag"]),
        gevraagd_op="2026-10-05",
        uitkomst="toegekend",
        besluitdatum="2026-11-12",
        adviessoort="imw_na_evaluatie",
        begeleidingsniveau="laag",
        percentage="40",
        laatste_dag="2031-09-30",
    )
    assert list(fouten(antwoord)) == ["geldt_vanaf"]


def test_nothing_is_written_of_an_extension_that_is_refused_at_a_field(
    als: Als, hr: Gebruiker, werknemer: Werknemer, advies: Adviesperiode
) -> None:
    velden: dict[str, Any] = VERLENGD | {"gevraagd_op": "2026-08-03", "uitkomst": "toegekend"}
    antwoord = bewaar(
        als(hr), adres(werknemer, "verlenging"), **(velden | {"laatste_dag": "2028-06-30"})
    )
    assert list(fouten(antwoord)) == ["laatste_dag"]
    assert not Adviesgebeurtenis.objects.exists()
    assert werknemer.adviezen.count() == 1


def test_what_goes_along_with_a_decision_is_said_first(
    als: Als, hr: Gebruiker, geweigerd: Adviesgebeurtenis, advies: Adviesperiode
) -> None:
    GebeurtenisFactory(
        advies=advies, soort=Adviesstap.BEZWAAR, tegen=geweigerd, gevraagd_op=date(2026, 11, 17)
    )
    client = als(hr)
    weg = reverse("werknemers:gebeurtenis_verwijder", args=[geweigerd.pk])
    assert client.get(weg).context["gaat_mee"] == [("gebeurtenissen van adviezen", 1)]
    assert (
        "Bezwaar (verlenging) ingediend op 17 november 2026. Er is nog geen beslissing."
        in pagina(client, advies.werknemer)
    )


def test_one_decision_on_two_objections_is_known_since_one_day(
    als: Als, hr: Gebruiker, geweigerd: Adviesgebeurtenis, advies: Adviesperiode
) -> None:
    besluit = {"uitkomst": Stapuitkomst.GEWEIGERD, "besluitdatum": date(2026, 11, 19)}
    eerste, tweede = (
        GebeurtenisFactory(
            advies=advies, soort=Adviesstap.BEZWAAR, tegen=geweigerd, gevraagd_op=dag, **besluit
        )
        for dag in (date(2026, 11, 16), date(2026, 11, 17))
    )
    client = als(hr)
    bewaard(bewaar(client, bewerk(eerste), kennis_op="2026-11-20"), advies.werknemer)
    anders = bewaar(client, bewerk(tweede), kennis_op="2026-11-21")
    (zin,) = fouten(anders)["kennis_op"]
    assert zin.startswith(
        "Bij het bezwaar van 16/11/2026 staat dat je deze beslissing op 20/11/2026 kreeg."
    )
    bewaard(bewaar(client, bewerk(tweede), kennis_op="2026-11-20"), advies.werknemer)


@pytest.fixture
def verlengd(
    als: Als, hr: Gebruiker, werknemer: Werknemer, advies: Adviesperiode
) -> Adviesgebeurtenis:
    """Granted on 12 November 2026: an advice from 1 July 2028."""
    velden = VERLENGD | {"gevraagd_op": "2026-08-03", "uitkomst": "toegekend"}
    bewaard(bewaar(als(hr), adres(werknemer, "verlenging"), **velden), werknemer)
    return Adviesgebeurtenis.objects.get()


def test_the_date_of_a_decision_is_that_of_the_advice_that_it_gave(
    als: Als, hr: Gebruiker, werknemer: Werknemer, verlengd: Adviesgebeurtenis
) -> None:
    client = als(hr)
    bewaard(bewaar(client, bewerk(verlengd), besluitdatum="2026-11-13"), werknemer)
    vervolg = werknemer.adviezen.latest("periode")
    assert vervolg.besluitdatum == date(2026, 11, 13)
    assert vervolg.periode == Periode(date(2028, 7, 1), date(2033, 7, 1))
    pad = reverse("werknemers:advies_bewerk", args=[vervolg.pk])
    assert fouten(bewaar(client, pad, besluitdatum="2026-11-16")) == {
        "besluitdatum": [
            "Dit advies begon door een beslissing van 13/11/2026. Wijzig de datum bij die "
            "beslissing."
        ]
    }
    bewaard(bewaar(client, pad, begeleidingsniveau="hoog"), werknemer)

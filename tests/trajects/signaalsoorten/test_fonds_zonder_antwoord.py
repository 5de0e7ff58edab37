"""The training fund that does not answer: about the organisation, for who sees money."""

from datetime import date
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from gebruikers.models import Gebruiker, Organisatie
from tests.fabrieken import VormingFactory
from tests.trajects.signaalsoorten.tafel import Als, ingetrokken, signalen, staan_open, vul_in
from trajects.models import Signaal, Vormingsactie
from trajects.signaalsoorten.soort import Over, Stap
from trajects.signaalsoorten.soorten.fonds_zonder_antwoord import CODE
from trajects.signalen.signaaltekst import feit_van, stap_van, zin_van

GEVRAAGD = date(2026, 9, 28)


@pytest.fixture
def vorming(organisatie: Organisatie) -> Vormingsactie:
    return VormingFactory(organisatie=organisatie, titel="Hygiëne", gevraagd_op=GEVRAAGD)


@pytest.mark.parametrize(
    ("op", "verwacht"),
    [
        (date(2026, 11, 22), []),
        (date(2026, 11, 23), [(CODE, GEVRAAGD)]),
        (date(2027, 6, 1), [(CODE, GEVRAAGD)]),
    ],
)
def test_eight_weeks_after_the_question(
    vorming: Vormingsactie, op: date, verwacht: list[tuple[str, date]]
) -> None:
    assert [signaal for signaal in signalen(None, op) if signaal[0] == CODE] == verwacht


@pytest.mark.parametrize(
    "velden",
    [
        {"gevraagd_op": None},
        {"beslist_op": date(2026, 11, 2)},
        {"bedrag_toegekend": 0},
        {"geannuleerd": True},
    ],
)
def test_an_answer_or_nothing_to_wait_for(
    vorming: Vormingsactie, velden: dict[str, object]
) -> None:
    Vormingsactie.objects.update(**velden)
    assert signalen(None) == []


def test_what_it_says_and_what_to_do(vorming: Vormingsactie) -> None:
    signalen(None)
    feit, over = feit_van(Signaal.objects.get()), Over("", date(2026, 12, 1))
    assert zin_van(feit, over) == "al 9 weken geen antwoord van het vormingsfonds over Hygiëne"
    assert stap_van(feit, over) == Stap(
        "Al 9 weken geen antwoord van het vormingsfonds. Vraag het na bij VIVO.",
        "Vul het antwoord in",
        "vorming_fonds",
        vorming.pk,
    )


def test_a_corrected_day_withdraws_it_at_once(
    als: Als, vorming: Vormingsactie, coordinator: Gebruiker
) -> None:
    signalen(None)
    vul_in(als(coordinator), "trajects:vorming_fonds", vorming.pk, gevraagd_op="2026-10-28")
    assert staan_open(None) == []
    assert ingetrokken(None) == ["Ingetrokken: de aanvraag is nu van 28/10/2026."]


def test_another_organisation_has_its_own(
    vorming: Vormingsactie, andere_organisatie: Organisatie
) -> None:
    elders = VormingFactory(organisatie=andere_organisatie, gevraagd_op=date(2026, 11, 2))
    assert signalen(None, date(2026, 11, 27)) == [(CODE, GEVRAAGD)]
    Vormingsactie.objects.filter(pk=elders.pk).update(gevraagd_op=GEVRAAGD)
    assert signalen(None, date(2026, 11, 27)) == [(CODE, GEVRAAGD)] * 2
    per_organisatie = Signaal.objects.values_list("organisatie", "onderwerp").order_by("pk")
    assert list(per_organisatie) == [
        (vorming.organisatie_id, vorming.pk),
        (andere_organisatie.pk, elders.pk),
    ]


def test_the_coordinator_reads_it_on_the_list(
    als: Als, vorming: Vormingsactie, coordinator: Gebruiker
) -> None:
    signalen(None)
    assert "geen antwoord van het vormingsfonds over Hygiëne" in (
        als(coordinator).get("/vandaag/").content.decode()
    )
    client, zegt = als(coordinator), "al 8 weken geen antwoord van het vormingsfonds over Hygiëne"
    assert f"A{zegt[1:]}." in client.get("/signalen/").content.decode()
    blad = CalamineWorkbook.from_filelike(BytesIO(client.get("/signalen/export.xlsx").content))
    (rij,) = (rij for rij in blad.get_sheet_by_index(0).to_python() if zegt in rij)
    assert rij[:4] == ["", "", "", ""]

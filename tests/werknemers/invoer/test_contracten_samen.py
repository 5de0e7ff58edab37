"""Several rows about one person: each its own contract, and one person."""

from datetime import date
from typing import Any

import pytest

from gebruikers.models import Organisatie
from tests.fabrieken import ContractFactory, DienstFactory, WerknemerFactory
from tests.werknemers.invoer.bladen import rij, tabel, xlsx
from werknemers.domein.invoer.antwoorden import Antwoorden, Rijantwoord, Rijplek
from werknemers.domein.invoer.gegevens import GelezenRij
from werknemers.domein.invoer.inlezen import lees_in
from werknemers.domein.invoer.toepassen import pas_toe
from werknemers.domein.invoer.uitkomst import Rijuitkomst
from werknemers.domein.invoer.vergelijken import vergelijk
from werknemers.models import Adviesperiode, Arbeidsovereenkomst, Werknemer

EERST: dict[str, Any] = {"start_contract": date(2025, 1, 6), "einde_contract": date(2025, 12, 31)}
DAARNA: dict[str, Any] = {"start_contract": date(2026, 1, 1)}


@pytest.fixture(autouse=True)
def _diensten(organisatie: Organisatie) -> None:
    for naam in ("De Lepel", "Keuken"):
        DienstFactory(organisatie=organisatie, naam=naam)


def gelezen(*rijen: dict[str, Any]) -> tuple[GelezenRij, ...]:
    return lees_in(xlsx(tabel(*(rij(**{"begeleider": "", **anders}) for anders in rijen)))).rijen


def breng_in(organisatie: Organisatie, *rijen: dict[str, Any]) -> tuple[Rijuitkomst, ...]:
    return pas_toe(gelezen(*rijen), organisatie=organisatie, door=None).rijen


def acties(rijen: tuple[Rijuitkomst, ...]) -> list[str]:
    return [rij.actie.value for rij in rijen]


def perioden() -> list[str]:
    return [str(c.periode) for c in Arbeidsovereenkomst.objects.order_by("periode")]


TWEE = ["06/01/2025 t.e.m. 31/12/2025", "01/01/2026 t.e.m. …"]


def test_two_contracts_of_a_new_person_in_any_order(organisatie: Organisatie) -> None:
    assert acties(breng_in(organisatie, DAARNA, EERST)) == ["nieuw", "nieuw"]
    assert (Werknemer.objects.count(), perioden()) == (1, TWEE)
    assert acties(breng_in(organisatie, EERST, DAARNA)) == ["ongewijzigd", "ongewijzigd"]


@pytest.mark.parametrize("omgekeerd", [False, True])
def test_one_contract_ends_and_the_next_begins(organisatie: Organisatie, omgekeerd: bool) -> None:
    breng_in(organisatie, {"start_contract": date(2025, 1, 6)})
    rijen = [DAARNA, EERST] if omgekeerd else [EERST, DAARNA]
    assert acties(breng_in(organisatie, *rijen)) == ["gewijzigd", "gewijzigd"]
    assert perioden() == TWEE


def test_two_that_overlap_in_one_service_are_told(organisatie: Organisatie) -> None:
    rijen = breng_in(organisatie, {"start_contract": date(2025, 1, 6)}, DAARNA)
    assert acties(rijen) == ["nieuw", "geweigerd"]
    assert "loopt al een contract vanaf 06/01/2025" in rijen[1].meldingen[-1].tekst
    assert len(perioden()) == 1


def test_two_services_at_once_are_a_warning(organisatie: Organisatie) -> None:
    rijen = breng_in(
        organisatie, {"start_contract": date(2025, 1, 6)}, {**DAARNA, "dienst": "Keuken"}
    )
    assert acties(rijen) == ["nieuw", "nieuw"]
    assert "In De Lepel loopt ook een contract" in rijen[1].meldingen[-1].tekst


def test_what_one_row_says_of_the_person_counts_for_both(organisatie: Organisatie) -> None:
    breng_in(organisatie, {**EERST, "insz": "", "gsm": "0470 12 34 56"}, {**DAARNA, "voertaal": ""})
    persoon = Werknemer.objects.met_insz().get()
    assert (persoon.insz, persoon.gsm) == ("85073003328", "+32470123456")


@pytest.mark.parametrize(
    ("anders", "kolom"),
    [
        ({"familienaam": "Anders"}, "“Familienaam”"),
        ({"insz": "", "geboortedatum": date(1986, 7, 30)}, "“Geboortedatum”"),
        ({"voornaam": "Anna", "familienaam": "Anders"}, "“Familienaam” en “Voornaam”"),
    ],
)
def test_rows_that_disagree_on_the_person_are_not_one_person(
    organisatie: Organisatie, anders: dict[str, Any], kolom: str
) -> None:
    rijen = breng_in(organisatie, EERST, {**DAARNA, **anders})
    assert acties(rijen) == ["nieuw", "geweigerd"]
    assert f"staat ook in rij 2, maar met een andere waarde bij {kolom}" in (
        rijen[1].meldingen[-1].tekst
    )


def test_what_else_differs_is_told_and_the_first_row_counts(organisatie: Organisatie) -> None:
    rijen = breng_in(
        organisatie,
        {**EERST, "gsm": "0470 12 34 56", "voertaal": "fr"},
        {**DAARNA, "gsm": "0471 12 34 56", "voertaal": "nl"},
    )
    assert acties(rijen) == ["nieuw", "nieuw"]
    assert [m.tekst for m in rijen[1].meldingen] == [
        "Bij “Gsm” en “Voertaal” zegt rij 2 iets anders. Die rij telt."
    ]
    persoon = Werknemer.objects.get()
    assert (persoon.gsm, persoon.voertaal) == ("+32470123456", "fr")


def test_capitals_and_accents_are_no_disagreement(organisatie: Organisatie) -> None:
    rijen = breng_in(organisatie, EERST, {**DAARNA, "familienaam": "BENALI", "voornaam": "Amína"})
    assert acties(rijen) == ["nieuw", "nieuw"]


def test_the_same_first_day_twice_is_one_too_many(organisatie: Organisatie) -> None:
    rijen = breng_in(organisatie, EERST, EERST, {**EERST, "dienst": "Keuken"})
    assert acties(rijen) == ["nieuw", "geweigerd", "geweigerd"]


def test_two_rows_may_not_say_two_things_about_one_advice(organisatie: Organisatie) -> None:
    rijen = breng_in(organisatie, EERST, {**DAARNA, "begeleidingsniveau": "hoog"})
    assert acties(rijen) == ["nieuw", "geweigerd"]
    assert "zegt iets anders over dit advies" in rijen[1].meldingen[-1].tekst


def test_a_row_that_is_refused_leaves_nothing_for_the_next(organisatie: Organisatie) -> None:
    rijen = breng_in(organisatie, {**EERST, "dienst": "Elders"}, DAARNA)
    assert acties(rijen) == ["geweigerd", "nieuw"]
    assert perioden() == TWEE[1:]


# --- what would disappear --------------------------------------------------------------------


@pytest.mark.parametrize("cel", ["", "onbepaald", "-"])
def test_an_end_that_would_disappear_is_asked(organisatie: Organisatie, cel: str) -> None:
    breng_in(organisatie, EERST)
    rijen = gelezen({**EERST, "einde_contract": cel})
    (uitkomst,) = vergelijk(rijen, organisatie=organisatie).rijen
    assert uitkomst.vraagt_bevestiging
    (vraag,) = uitkomst.meldingen
    assert vraag.code == "einde_verdwijnt"
    assert "eindigt nu op 31/12/2025" in vraag.tekst
    (geweigerd,) = pas_toe(
        rijen, organisatie=organisatie, door=None, antwoorden=Antwoorden(nagekeken=False)
    ).rijen
    assert geweigerd.wacht_op_aanvaarding
    assert perioden() == TWEE[:1]
    (gedaan,) = pas_toe(
        rijen,
        organisatie=organisatie,
        door=None,
        antwoorden=Antwoorden({Rijplek("", 2): Rijantwoord(ja=None)}, nagekeken=False),
    ).rijen
    assert gedaan.actie == "gewijzigd"
    assert perioden() == ["06/01/2025 t.e.m. …"]


def test_an_empty_cell_erases_nothing_else(organisatie: Organisatie) -> None:
    breng_in(organisatie, {"gsm": "0470 12 34 56", "email": "amina@voorbeeld.be"})
    leeg = dict.fromkeys(
        ("insz", "geboortedatum", "functie", "soort_contract", "bruto_maandloon", "soort_advies",
         "besluitdatum", "begeleidingsniveau", "email", "gsm", "voertaal"),
        "",
    )  # fmt: skip
    assert acties(breng_in(organisatie, leeg)) == ["ongewijzigd"]


def test_an_unreadable_text_takes_the_place_of_nothing_readable(organisatie: Organisatie) -> None:
    breng_in(organisatie, {"gsm": "0470 12 34 56"})
    (rij_,) = breng_in(organisatie, {"gsm": "zie fiche"})
    assert [m.code for m in rij_.meldingen] == ["gsm_onleesbaar", "contact_blijft"]
    assert Werknemer.objects.get().gsm == "+32470123456"


def test_who_had_one_name_keeps_it_until_the_sheet_has_two(organisatie: Organisatie) -> None:
    een = {"familienaam": "Ahmadzai", "voornaam": ""}
    breng_in(organisatie, een)
    assert acties(breng_in(organisatie, een)) == ["ongewijzigd"]
    breng_in(organisatie, {"familienaam": "Ahmadzai", "voornaam": "Omid"})
    assert Werknemer.objects.get().naam == "Omid Ahmadzai"
    assert acties(breng_in(organisatie, een)) == ["ongewijzigd"]


def test_a_person_of_before_asks_no_second_time(organisatie: Organisatie) -> None:
    wie = WerknemerFactory(
        organisatie=organisatie, personeelsnummer="W1", geboortedatum=date(2019, 3, 24)
    )
    ContractFactory(werknemer=wie)
    rijen = gelezen({"insz": "", "geboortedatum": date(2019, 3, 24)})
    (uitkomst,) = vergelijk(rijen, organisatie=organisatie).rijen
    assert "geboortedatum_vreemd" not in [m.code for m in uitkomst.meldingen]


def test_a_row_may_repeat_a_contract_to_name_another_advice(organisatie: Organisatie) -> None:
    """Three rows, one contract; a fourth adds nothing, a fifth contradicts the third."""
    eerste: dict[str, Any] = {"soort_advies": "IMW 2 jaar", "besluitdatum": date(2025, 2, 3)}
    tweede: dict[str, Any] = {**eerste, "besluitdatum": date(2027, 2, 1)}
    derde: dict[str, Any] = {**eerste, "besluitdatum": date(2029, 2, 1)}
    rijen = breng_in(
        organisatie, eerste, tweede, derde, eerste, {**derde, "begeleidingsniveau": "hoog"}
    )
    assert acties(rijen) == ["nieuw", "nieuw", "nieuw", "geweigerd", "geweigerd"]
    assert "staat ook in rij 2. Alleen die rij telt." in rijen[3].meldingen[0].tekst
    assert (Arbeidsovereenkomst.objects.count(), Adviesperiode.objects.count()) == (1, 3)


def test_another_contract_on_the_same_day_is_still_one_too_many(organisatie: Organisatie) -> None:
    tweede = {"besluitdatum": date(2030, 2, 1), "tewerkstellingsbreuk": 0.5}
    assert acties(breng_in(organisatie, {}, tweede)) == ["nieuw", "geweigerd"]

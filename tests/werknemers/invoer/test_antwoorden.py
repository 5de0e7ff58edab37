"""Answers about one row: taken, left out, mended in place; the same with the command."""

import threading
from datetime import date
from typing import Any

import pytest
from cryptography.fernet import Fernet
from django.core.exceptions import ValidationError
from django.db import connection
from pytest_django import Settings

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.models import Auditregel
from tests.fabrieken import DienstFactory, GebruikerFactory, WerknemerFactory
from tests.werknemers.invoer.bladen import rij, tabel, xlsx
from werknemers.domein.insz import zoek_insz
from werknemers.domein.invoer.antwoorden import (
    Antwoorden,
    Rijantwoord,
    Rijplek,
    pak_uit,
    vraagsleutel,
)
from werknemers.domein.invoer.beantwoorden import beantwoord
from werknemers.domein.invoer.inlezen import lees_in
from werknemers.domein.invoer.nazicht import lees_nazicht
from werknemers.domein.invoer.opdracht import bevestig, kies_bladen, ruim_op, start_import
from werknemers.domein.invoer.toepassen import pas_toe
from werknemers.domein.invoer.uitkomst import Rijactie, Rijuitkomst
from werknemers.domein.invoer.uitvoering import breng_in, kijk_na
from werknemers.domein.invoer.vergelijken import vergelijk
from werknemers.models import Arbeidsovereenkomst, Importopdracht, Werknemer

Status = Importopdracht.Status
JAN: dict[str, Any] = {
    "voornaam": "Jan",
    "familienaam": "Peeters",
    "geboortedatum": date(1990, 1, 2),
    "insz": "",
    "begeleider": "",
}
GOED: dict[str, Any] = {**JAN, "personeelsnummer": "W9", "voornaam": "Mo"}


@pytest.fixture(autouse=True)
def _dienst(organisatie: Organisatie) -> None:
    DienstFactory(organisatie=organisatie, naam="De Lepel")


@pytest.fixture
def amina(organisatie: Organisatie) -> Werknemer:
    return WerknemerFactory(
        organisatie=organisatie,
        personeelsnummer="W1",
        familienaam="Benali",
        voornaam="Amina",
        geboortedatum=date(1985, 7, 30),
    )


def kies(door: Gebruiker, *bladen: list[list[Any]]) -> Importopdracht:
    opdracht = start_import(bestandsnaam="foto.xlsx", inhoud=xlsx(*bladen), door=door)
    return lees(opdracht)


def lees(opdracht: Importopdracht) -> Importopdracht:
    kijk_na(opdracht.pk)
    opdracht.refresh_from_db()
    return opdracht


def geef(opdracht: Importopdracht, door: Gebruiker, **getypt: str) -> Importopdracht:
    """`rij2="ja"` is the answer of row 2, `Gsm_2="…"` its cell."""
    velden = {}
    for naam, waarde in getypt.items():
        wat, nummer = ("antwoord", naam[3:]) if naam.startswith("rij") else naam.rsplit("_", 1)
        velden[f"{wat.replace('_', ' ')}:{nummer}:"] = waarde
    beantwoord(opdracht, gezien=opdracht.vingerafdruk, getypt=velden, door=door)
    opdracht.refresh_from_db()
    assert opdracht.status == Status.WACHT
    return lees(opdracht)


def breng(opdracht: Importopdracht, door: Gebruiker) -> Importopdracht:
    assert bevestig(opdracht, gezien=opdracht.vingerafdruk, door=door)
    breng_in(opdracht.pk)
    opdracht.refresh_from_db()
    assert opdracht.status == Status.KLAAR
    return opdracht


def acties(opdracht: Importopdracht) -> list[str]:
    return [r["actie"] for r in opdracht.uitkomst["rijen"]]


# --- who is it -------------------------------------------------------------------------------


def test_nothing_comes_in_before_each_row_says_who_it_is_about(
    hr: Gebruiker, amina: Werknemer
) -> None:
    opdracht = kies(hr, tabel(rij(**JAN), rij(**GOED)))
    beeld = lees_nazicht(opdracht)
    assert beeld.wievraag == "Bij 1 rij is het niet zeker over wie ze gaat."
    assert (beeld.te_beantwoorden, beeld.te_bevestigen) == (1, 0)
    with pytest.raises(ValidationError, match="Zeg eerst bij elke rij"):
        bevestig(opdracht, gezien=opdracht.vingerafdruk, nagekeken=True, door=hr)


def test_a_row_is_taken_after_its_own_answer(hr: Gebruiker, amina: Werknemer) -> None:
    opdracht = kies(hr, tabel(rij(**JAN), rij(**GOED)))
    gezien = opdracht.vingerafdruk
    geef(opdracht, hr, rij2="ja")
    assert opdracht.vingerafdruk != gezien
    assert lees_nazicht(opdracht).wievraag == ""
    breng(opdracht, hr)
    assert {w.personeelsnummer: w.naam for w in Werknemer.objects.all()} == {
        "W1": "Jan Peeters",
        "W9": "Mo Peeters",
    }


def test_a_row_is_left_out_and_the_others_come_in(hr: Gebruiker, amina: Werknemer) -> None:
    opdracht = geef(kies(hr, tabel(rij(**JAN), rij(**GOED))), hr, rij2="weg")
    assert lees_nazicht(opdracht).zin == "2 rijen: 1 nieuw, 1 weggelaten."
    breng(opdracht, hr)
    amina.refresh_from_db()
    assert amina.naam == "Amina Benali"
    assert Werknemer.objects.count() == 2


def test_what_was_left_out_can_be_taken_back(hr: Gebruiker, amina: Werknemer) -> None:
    opdracht = geef(kies(hr, tabel(rij(**JAN))), hr, rij2="weg")
    opdracht = geef(opdracht, hr, rij2="terug")
    assert lees_nazicht(opdracht).te_beantwoorden == 1


def test_an_answer_is_about_the_person_that_was_named(hr: Gebruiker, amina: Werknemer) -> None:
    opdracht = geef(kies(hr, tabel(rij(**JAN))), hr, rij2="ja")
    amina.voornaam = "Aïcha"
    amina.save()
    assert bevestig(opdracht, gezien=opdracht.vingerafdruk, door=hr)
    breng_in(opdracht.pk)
    opdracht.refresh_from_db()
    assert (opdracht.status, opdracht.veranderd) == (Status.NAKIJKEN, True)
    assert lees_nazicht(lees_nazicht_opnieuw(opdracht)).te_beantwoorden == 1
    amina.refresh_from_db()
    assert amina.naam == "Aïcha Benali"


def lees_nazicht_opnieuw(opdracht: Importopdracht) -> Importopdracht:
    Importopdracht.objects.filter(pk=opdracht.pk).update(status=Status.WACHT)
    return lees(opdracht)


def test_the_number_of_the_same_person_is_taken_over(hr: Gebruiker, amina: Werknemer) -> None:
    opdracht = kies(hr, tabel(rij(personeelsnummer="W2", insz="", begeleider="")))
    opdracht = geef(opdracht, hr, rij2="nummer:W1")
    assert (acties(opdracht), lees_nazicht(opdracht).wievraag) == (["gewijzigd"], "")
    breng(opdracht, hr)
    assert Werknemer.objects.get().pk == amina.pk
    assert Arbeidsovereenkomst.objects.get().werknemer_id == amina.pk


def test_somebody_else_with_the_same_name_is_new(hr: Gebruiker, amina: Werknemer) -> None:
    opdracht = kies(hr, tabel(rij(personeelsnummer="W2", insz="", begeleider="")))
    breng(geef(opdracht, hr, rij2="ja"), hr)
    assert Werknemer.objects.count() == 2


def test_plausibility_is_ticked_for_all_or_answered_for_one(hr: Gebruiker) -> None:
    jong = {**GOED, "geboortedatum": date(2019, 3, 24)}
    opdracht = kies(hr, tabel(rij(**jong), rij(**{**jong, "personeelsnummer": "W8"})))
    assert lees_nazicht(opdracht).bevestiging == "Ik heb dit nagekeken (2 rijen)."
    opdracht = geef(opdracht, hr, rij2="ja")
    assert lees_nazicht(opdracht).bevestiging == "Ik heb dit nagekeken (1 rij)."
    assert lees_nazicht(geef(opdracht, hr, rij3="weg")).bevestiging == ""
    breng(opdracht, hr)
    assert Werknemer.objects.get().personeelsnummer == "W9"


# --- two people inside one file --------------------------------------------------------------


def uitkomsten(
    organisatie: Organisatie, *rijen: dict[str, Any], antwoorden: Antwoorden | None = None
) -> tuple[Rijuitkomst, ...]:
    inhoud = xlsx(tabel(*(rij(**{"begeleider": "", **anders}) for anders in rijen)))
    inlezing = lees_in(inhoud, antwoorden=antwoorden or Antwoorden())
    return vergelijk(inlezing.rijen, organisatie=organisatie, antwoorden=inlezing.antwoorden).rijen


def gemeld(uitkomst: Rijuitkomst) -> list[tuple[str, str, str]]:
    return [(m.code, m.ernst.value, m.voorstel) for m in uitkomst.meldingen]


def test_one_number_with_two_people_asks(organisatie: Organisatie) -> None:
    later = {**JAN, "start_contract": date(2026, 1, 1), "gsm": "0470 12 34 56"}
    eerst = {"einde_contract": date(2025, 12, 31)}
    een, twee = uitkomsten(organisatie, eerst, later)
    assert (een.meldingen, gemeld(twee)) == ((), [("twee_personen", "vraag", "")])
    assert twee.vraagt_wie
    assert (
        "daar Amina Benali (geboren op 30/07/1985), hier Jan Peeters (geboren op 02/01/1990)"
        in (twee.meldingen[0].tekst)
    )
    # What the one says reaches the other only when they are one.
    assert een.ingrepen[0].nieuw.get("gsm") is None
    ja = Antwoorden({Rijplek("", 3): Rijantwoord(ja=None)})
    een, twee = uitkomsten(organisatie, eerst, later, antwoorden=ja)
    assert not twee.vraagt_wie
    assert een.ingrepen[0].nieuw["gsm"] == "+32470123456"


def test_one_national_number_under_two_numbers_asks(organisatie: Organisatie) -> None:
    _, twee = uitkomsten(organisatie, {}, {"personeelsnummer": "W2"})
    assert (twee.actie, gemeld(twee)) == (
        Rijactie.GEWEIGERD,
        [("dubbel_in_bestand", "fout", "W1")],
    )


@pytest.mark.parametrize(
    ("een", "twee"),
    [
        ({}, {"personeelsnummer": "W2", "insz": ""}),
        (
            {"insz": "", "einde_contract": date(2025, 12, 31)},
            {"personeelsnummer": "W2", "insz": "", "start_contract": date(2026, 1, 1)},
        ),
    ],
)
def test_one_name_and_birth_date_under_two_numbers_asks(
    organisatie: Organisatie, een: dict[str, Any], twee: dict[str, Any]
) -> None:
    eerste, tweede = uitkomsten(organisatie, een, twee)
    assert eerste.meldingen == ()
    assert [m for m in gemeld(tweede) if m[0] != "besluit_vreemd"] == [
        ("zelfde_in_bestand", "vraag", "W1")
    ]
    assert "In rij 2 staat ook Amina Benali (geboren op 30/07/1985), met nummer W1." in (
        tweede.meldingen[0].tekst
    )


def test_two_namesakes_whom_we_have_ask_nothing(organisatie: Organisatie) -> None:
    for nummer in ("W1", "W2"):
        WerknemerFactory(
            organisatie=organisatie,
            personeelsnummer=nummer,
            familienaam="Benali",
            voornaam="Amina",
            geboortedatum=date(1985, 7, 30),
        )
    for uitkomst in uitkomsten(organisatie, {}, {"personeelsnummer": "W2", "insz": ""}):
        assert not uitkomst.vraagt_wie


def test_of_two_rows_with_one_number_the_wrong_one_can_be_left_out(hr: Gebruiker) -> None:
    opdracht = kies(hr, tabel(rij(**JAN), rij(**{**JAN, "functie": "Kok"})))
    assert acties(opdracht) == ["nieuw", "geweigerd"]
    weg = Antwoorden({Rijplek("", 2): Rijantwoord(weg=True)})
    een, twee = uitkomsten(hr.organisatie, JAN, {**JAN, "functie": "Kok"}, antwoorden=weg)
    assert (een.actie, twee.actie) == (Rijactie.WEGGELATEN, Rijactie.NIEUW)


# --- mended in place -------------------------------------------------------------------------


def test_a_refused_cell_is_mended_without_a_new_file(hr: Gebruiker) -> None:
    opdracht = kies(hr, tabel(rij(**GOED, tewerkstellingsbreuk="tachtig")))
    assert acties(opdracht) == ["geweigerd"]
    opdracht = geef(opdracht, hr, Tewerkstellingsbreuk_2="80 %")
    assert (acties(opdracht), opdracht.uitkomst["rijen"][0]["verbeterd"]) == (
        ["nieuw"],
        ["Tewerkstellingsbreuk"],
    )
    breng(opdracht, hr)
    assert str(Arbeidsovereenkomst.objects.get().tewerkstellingsbreuk) == "0.800000"


def test_what_was_typed_is_read_by_the_rules_of_a_file(hr: Gebruiker) -> None:
    opdracht = kies(hr, tabel(rij(**GOED, bruto_maandloon=-1)))
    opdracht = geef(opdracht, hr, Bruto_maandloon_2="2.154")
    assert acties(opdracht) == ["nieuw"]
    opdracht = geef(opdracht, hr, Bruto_maandloon_2="2,154")
    assert "kan op twee manieren gelezen worden" in str(opdracht.uitkomst)
    opdracht = geef(opdracht, hr, Bruto_maandloon_2="-")
    assert acties(opdracht) == ["nieuw"]
    opdracht = geef(opdracht, hr, Bruto_maandloon_2="")
    assert "Een loon kan niet negatief zijn (-1)" in str(opdracht.uitkomst)


def test_only_cells_that_are_asked_about_can_be_changed(hr: Gebruiker) -> None:
    opdracht = kies(hr, tabel(rij(**GOED, bruto_maandloon=-1)))
    with pytest.raises(ValidationError, match="Kies eerst een antwoord, of verbeter een cel"):
        geef(opdracht, hr, Familienaam_2="Anders", rij2="ja", rij3="weg")


def test_a_text_that_is_too_long_is_refused(hr: Gebruiker) -> None:
    opdracht = kies(hr, tabel(rij(**GOED, bruto_maandloon=-1)))
    with pytest.raises(ValidationError, match="langer dan 300 tekens"):
        geef(opdracht, hr, Bruto_maandloon_2="1" * 301)


def test_what_was_mended_is_kept_encrypted_and_cleared(hr: Gebruiker) -> None:
    opdracht = kies(hr, tabel(rij(**{**GOED, "insz": "85.07.30-033.29"})))
    assert acties(opdracht) == ["geweigerd"]
    opdracht = geef(opdracht, hr, INSZ_2="90.01.02-001.79")
    assert b"90.01.02" not in bytes(opdracht.antwoorden)
    assert "90.01.02" not in str(opdracht.uitkomst)
    assert "90.01.02" not in str([regel.verschil for regel in Auditregel.objects.all()])
    assert pak_uit(bytes(opdracht.antwoorden))[Rijplek("", 2)].cellen == {"INSZ": "90.01.02-001.79"}
    Importopdracht.objects.update(aangemaakt_op="2026-01-01T00:00:00Z")
    assert ruim_op() == 1
    opdracht.refresh_from_db()
    assert bytes(opdracht.antwoorden) == b""


def test_answers_stay_with_their_sheet(hr: Gebruiker) -> None:
    opdracht = kies(
        hr, tabel(rij(**GOED, bruto_maandloon=-1)), tabel(rij(**JAN, bruto_maandloon=-1))
    )
    assert opdracht.status == Status.KIEZEN
    for namen in (["Sheet2"], ["Sheet1", "Sheet2"]):
        assert kies_bladen(opdracht, namen=namen, door=hr)
        lees(opdracht)
        if len(namen) == 1:
            geef(opdracht, hr, Bruto_maandloon_2="2000")
    assert acties(opdracht) == ["geweigerd", "nieuw"]


# --- two people at once ----------------------------------------------------------------------


def test_who_answers_what_has_changed_is_told(hr: Gebruiker, amina: Werknemer) -> None:
    opdracht = kies(hr, tabel(rij(**JAN)))
    gezien, velden = opdracht.vingerafdruk, {"antwoord:2:": "ja"}
    geef(opdracht, hr, rij2="weg")
    collega = GebruikerFactory(organisatie=hr.organisatie, rol=Rol.HR)
    with pytest.raises(ValidationError, match="Intussen gaf iemand anders antwoorden"):
        beantwoord(opdracht, gezien=gezien, getypt=velden, door=collega)
    opdracht.refresh_from_db()
    assert acties(opdracht) == ["weggelaten"]


def test_a_double_click_keeps_an_answer_once(hr: Gebruiker, amina: Werknemer) -> None:
    opdracht = kies(hr, tabel(rij(personeelsnummer="W2", insz="", begeleider="")))
    velden = {"antwoord:2:": "nummer:W1", "Personeelsnummer:2:": ""}
    stap = {"gezien": opdracht.vingerafdruk, "door": hr}
    assert beantwoord(opdracht, getypt=velden, **stap)
    assert not beantwoord(opdracht, getypt=velden, **stap)
    with pytest.raises(ValidationError, match="Intussen gaf iemand anders antwoorden"):
        beantwoord(opdracht, getypt={"antwoord:2:": "weg"}, **stap)
    assert acties(lees(opdracht)) == ["gewijzigd"]


@pytest.mark.django_db(transaction=True)
def test_two_answers_at_the_same_moment() -> None:
    """The one who comes second waits, and is told."""
    hr = GebruikerFactory(rol=Rol.HR)
    DienstFactory(organisatie=hr.organisatie, naam="De Lepel")
    opdracht = kies(hr, tabel(rij(**GOED, bruto_maandloon=-1)))
    gezegd: list[str] = []

    def typ(loon: str) -> None:
        velden = {"Bruto maandloon:2:": loon}
        try:
            beantwoord(opdracht, gezien=opdracht.vingerafdruk, getypt=velden, door=hr)
            gezegd.append("bewaard")
        except ValidationError as weigering:
            gezegd.append(weigering.messages[0][:27])
        finally:
            connection.close()

    draden = [threading.Thread(target=typ, args=(loon,)) for loon in ("2000", "2100")]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert sorted(gezegd) == ["Intussen gaf iemand anders ", "bewaard"]


def test_answers_that_no_key_opens_are_never_written_over(
    hr: Gebruiker, amina: Werknemer, settings: Settings
) -> None:
    opdracht = geef(kies(hr, tabel(rij(**JAN))), hr, rij2="weg")
    bewaard = bytes(opdracht.antwoorden)
    settings.VERSLEUTELINGSSLEUTELS = [Fernet.generate_key().decode()]
    with pytest.raises(ValidationError, match="Wat al beantwoord was, is niet leesbaar"):
        beantwoord(opdracht, gezien=opdracht.vingerafdruk, getypt={"antwoord:2:": "weg"}, door=hr)
    opdracht.refresh_from_db()
    assert bytes(opdracht.antwoorden) == bewaard


# --- who may see what ------------------------------------------------------------------------


def test_whose_a_national_number_is_is_never_said(
    organisatie: Organisatie, amina: Werknemer
) -> None:
    Werknemer.objects.update(insz="85073003328", insz_hash=zoek_insz("85073003328"))
    (uitkomst,) = uitkomsten(organisatie, {**JAN, "personeelsnummer": "W9", "insz": "85073003328",
                                           "geboortedatum": ""})  # fmt: skip
    gezegd = " ".join(m.tekst for m in uitkomst.meldingen)
    assert gemeld(uitkomst) == [("insz_bij_ander", "fout", "")]
    assert not any(wat in gezegd for wat in ("Amina", "Benali", "W1", "85073003328"))


def test_no_question_repeats_a_national_number(organisatie: Organisatie, amina: Werknemer) -> None:
    Werknemer.objects.update(insz="85073003427", insz_hash=zoek_insz("85073003427"))
    rijen = uitkomsten(
        organisatie,
        {},
        {"start_contract": date(2026, 1, 1), "voornaam": "Jan"},
        {"personeelsnummer": "W3"},
        {"personeelsnummer": "01", "insz": ""},
    )
    gezegd = " ".join(m.tekst for r in rijen for m in r.meldingen)
    assert {"andere_persoon", "twee_personen", "dubbel_in_bestand", "al_bekend"} <= {
        m.code for r in rijen for m in r.meldingen
    }
    assert "8507300" not in gezegd


# --- written without anybody to ask ----------------------------------------------------------


def test_what_still_asks_who_it_is_about_is_never_written(
    organisatie: Organisatie, amina: Werknemer
) -> None:
    inlezing = lees_in(xlsx(tabel(rij(**JAN))))
    (uitkomst,) = pas_toe(inlezing.rijen, organisatie=organisatie, door=None).rijen
    assert (uitkomst.actie, uitkomst.wacht_op_wie) == (Rijactie.GEWEIGERD, True)
    amina.refresh_from_db()
    assert amina.naam == "Amina Benali"


def test_another_question_has_another_key() -> None:
    assert vraagsleutel("a", "b") != vraagsleutel("a", "c")

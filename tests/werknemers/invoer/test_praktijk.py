"""Small sheets as they come out of practice, each with one habit or one fault: what the preview
shows and what the command writes."""

import io
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.opdrachten import Geweigerd
from tests.fabrieken import DienstFactory, GebruikerFactory
from tests.werknemers.invoer.bladen import PRAKTIJK
from werknemers.domein.invoer.gewoonten import DAG_KORT, PROCENTEN
from werknemers.domein.invoer.kolomkeuze import Antwoord
from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.invoer.kolomstap import beeldafdruk, kies_kolommen, kolommen_van
from werknemers.domein.invoer.nazicht import VRAAG, Nazicht, lees_nazicht
from werknemers.domein.invoer.opdracht import bevestig, kies_bladen, start_import
from werknemers.domein.invoer.uitvoering import breng_in, kijk_na
from werknemers.models import Arbeidsovereenkomst, Importopdracht, Werknemer

Als = Callable[[Gebruiker], Client]
Status = Importopdracht.Status


@pytest.fixture(autouse=True)
def _diensten(organisatie: Organisatie) -> None:
    for naam in ("Klusdienst Noord", "Strijkatelier"):
        DienstFactory(organisatie=organisatie, naam=naam)


def kies(bestand: str, door: Gebruiker) -> Importopdracht:
    """As in the browser: chosen and read."""
    inhoud = (PRAKTIJK / bestand).read_bytes()
    opdracht = start_import(bestandsnaam=bestand, inhoud=inhoud, door=door)
    kijk_na(opdracht.pk)
    opdracht.refresh_from_db()
    return opdracht


def beantwoord(
    opdracht: Importopdracht, antwoorden: dict[str, tuple[Kolom | None, str]], door: Gebruiker
) -> None:
    """As on the page: these answers, and for the rest what it proposes."""
    beeld = kolommen_van(opdracht)
    assert beeld is not None
    keuze = {
        kolom.sleutel: Antwoord(Kolom(kolom.kolom) if kolom.kolom else None, kolom.gewoonte)
        for kolom in beeld.kolommen
    } | {sleutel: Antwoord(*antwoord) for sleutel, antwoord in antwoorden.items()}
    assert kies_kolommen(opdracht, keuze=keuze, gezien=beeldafdruk(opdracht), door=door)
    kijk_na(opdracht.pk)
    opdracht.refresh_from_db()


def nazicht(bestand: str, door: Gebruiker) -> Nazicht:
    opdracht = kies(bestand, door)
    assert opdracht.status == Status.NAKIJKEN, opdracht.weigering
    return lees_nazicht(opdracht)


def importeer(bestand: str, *opties: str) -> str:
    uit = io.StringIO()
    pad = str(PRAKTIJK / bestand)
    call_command("importeer", pad, "--organisatie", "de-lepel", *opties, stdout=uit)
    return uit.getvalue()


def zinnen(beeld: Nazicht, groep: str = "aandacht") -> list[tuple[str, str]]:
    return [melding for rij in beeld.rijen(groep) for melding in rij.meldingen]


def _belbaar(tekst: str) -> bool:
    return tekst[0] == "+" and tekst[1:].isdigit()


def nummers() -> list[str]:
    return sorted(Werknemer.objects.values_list("personeelsnummer", flat=True))


# --- numbers that only look like numbers -----------------------------------------------------


def test_a_number_is_as_its_cell_shows_it(hr: Gebruiker) -> None:
    beeld = nazicht("01-voorloopnullen-opmaak.xlsx", hr)
    assert [r.personeelsnummer for r in beeld.rijen("nieuw")] == ["00123", "00124"]
    importeer("01-voorloopnullen-opmaak.xlsx")
    assert nummers() == ["00123", "00124"]


# --- formulas without a saved result ---------------------------------------------------------


@pytest.mark.parametrize(
    ("bestand", "kolom"),
    [
        ("02-formule-zonder-waarde-einde.xlsx", "Einde contract"),
        ("02b-formule-zonder-waarde-loon.xlsx", "Bruto maandloon"),
        ("02c-formule-zonder-waarde-insz.xlsx", "INSZ"),
    ],
)
def test_a_formula_without_a_result_is_not_an_empty_cell(
    hr: Gebruiker, bestand: str, kolom: str
) -> None:
    beeld = nazicht(bestand, hr)
    assert beeld.zin == "1 rij: 1 geweigerd."
    ((bij, zin),) = zinnen(beeld)
    assert bij == kolom
    assert "formule zonder bewaarde uitkomst" in zin
    assert "Open het blad in Excel, bewaar het en kies het opnieuw." in zin
    assert f"{kolom} (fout): Hier staat een formule" in importeer(bestand)
    assert not Werknemer.objects.exists()


def test_a_formula_without_a_result_erases_no_end(hr: Gebruiker) -> None:
    assert "2 rijen: 2 nieuw." in importeer("40-basis.xlsx")
    beeld = nazicht("40a-formule-wist-einde.xlsx", hr)
    ((kolom, zin),) = zinnen(beeld)
    assert kolom == "Einde contract"
    assert "formule zonder bewaarde uitkomst" in zin
    importeer("40a-formule-wist-einde.xlsx")
    contract = Arbeidsovereenkomst.objects.get(werknemer__personeelsnummer="00123")
    assert contract.periode.laatste_dag == date(2026, 12, 31)


# --- who is it -------------------------------------------------------------------------------


def test_a_number_that_is_used_again_asks(hr: Gebruiker) -> None:
    importeer("40-basis.xlsx")
    voor = list(Werknemer.objects.order_by("pk").values_list("voornaam", "familienaam"))
    beeld = nazicht("40d-nummer-hergebruikt.xlsx", hr)
    (rij,) = beeld.rijen("nakijken")
    ((kolom, zin),) = rij.meldingen
    assert (kolom, rij.actie) == ("Personeelsnummer", "gewijzigd")
    assert "Is dat iemand anders, geef die dan een eigen nummer" in zin
    assert beeld.wievraag == "Bij 1 rij is het niet zeker over wie ze gaat."
    assert "1 geweigerd" in importeer("40d-nummer-hergebruikt.xlsx", "--nagekeken")
    assert "1 weggelaten" in importeer("40d-nummer-hergebruikt.xlsx", "--laat-weg", "2")
    assert list(Werknemer.objects.order_by("pk").values_list("voornaam", "familienaam")) == voor
    assert "1 gewijzigd" in importeer("40d-nummer-hergebruikt.xlsx", "--aanvaard", "2")


# --- dates -----------------------------------------------------------------------------------


def test_a_year_is_no_date_of_birth(hr: Gebruiker) -> None:
    beeld = nazicht("04-jaartal-als-getal-geboorte.xlsx", hr)
    assert zinnen(beeld) == [
        (
            "Geboortedatum",
            "“1985” is een jaartal, geen datum. Vul ook de dag en de maand in: 31/12/1985.",
        )
    ]
    importeer("04-jaartal-als-getal-geboorte.xlsx")
    assert not Werknemer.objects.exists()


@pytest.mark.parametrize(
    ("bestand", "zin"),
    [
        ("05c-besluit-2012-imw.xlsx", "Individueel maatwerk bestaat sinds 1 juli 2023."),
        ("05e-geboorte-2019.xlsx", "Wie op 24/03/2019 geboren is, is nu 7 jaar."),
    ],
)
def test_what_hardly_can_be_is_asked(hr: Gebruiker, bestand: str, zin: str) -> None:
    beeld = nazicht(bestand, hr)
    assert (beeld.in_te_brengen, beeld.bevestiging) == (1, "Ik heb dit nagekeken (1 rij).")
    ((_, gevonden),) = zinnen(beeld, VRAAG)
    assert gevonden.startswith(zin)
    uit = importeer(bestand)
    assert "1 rij: 1 geweigerd." in uit
    assert zin in uit
    assert "Klopt het toch? Geef --aanvaard 2 mee" in uit
    assert not Werknemer.objects.exists()
    assert "1 rij: 1 nieuw." in importeer(bestand, "--aanvaard", "2")
    assert nummers() == ["P001"]


def test_a_birth_in_the_future_is_refused_as_the_form_does(hr: Gebruiker) -> None:
    beeld = nazicht("05g-geboorte-toekomst.xlsx", hr)
    assert beeld.zin == "1 rij: 1 geweigerd."
    assert (
        "Geboortedatum",
        "De geboortedatum (24/03/2030) ligt in de toekomst. Kijk ze na.",
    ) in zinnen(beeld)
    importeer("05g-geboorte-toekomst.xlsx", "--nagekeken")
    assert not Werknemer.objects.exists()


# --- which tab -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bestand", "keuze", "kies_een", "gelezen"),
    [
        ("06-twee-bladen.xlsx", [["De Lepel", "1 rij"], ["Klusdienst", "1 rij"]],
         "Klusdienst", ["P777"]),
        ("06g-blad-uit-dienst-eerst.xlsx", [["Uit dienst", "1 rij"], ["In dienst", "30 rijen"]],
         "Uit dienst", ["X9"]),
    ],
)  # fmt: skip
def test_several_tabs_that_fit_are_offered(
    hr: Gebruiker, bestand: str, keuze: list[list[str]], kies_een: str, gelezen: list[str]
) -> None:
    opdracht = kies(bestand, hr)
    assert (opdracht.status, opdracht.bladkeuze) == (Status.KIEZEN, keuze)
    assert kies_bladen(opdracht, namen=[kies_een], door=hr)
    kijk_na(opdracht.pk)
    opdracht.refresh_from_db()
    beeld = lees_nazicht(opdracht)
    assert [r.personeelsnummer for r in beeld.rijen("nieuw")] == gelezen
    assert f"We lazen het blad “{kies_een}”." in beeld.opmerkingen[0]
    for naam, _ in keuze:
        assert f"“{naam}”" in beeld.opmerkingen[0]
    with pytest.raises(Geweigerd, match="op meer dan één blad") as weigering:
        importeer(bestand)
    assert all(f"“{naam}”" in str(weigering.value) for naam, _ in keuze)
    assert "--blad NAAM" in str(weigering.value)
    assert not Werknemer.objects.exists()
    importeer(bestand, "--blad", kies_een)
    assert nummers() == gelezen


def test_all_tabs_together_from_the_command(hr: Gebruiker) -> None:
    uit = importeer("06g-blad-uit-dienst-eerst.xlsx", "--alle-bladen")
    assert "31 rijen: 31 nieuw." in uit
    assert "We lazen de bladen “Uit dienst” en “In dienst”." in uit
    assert Werknemer.objects.count() == 31


def test_a_tab_that_is_not_there_is_refused_with_those_that_are(hr: Gebruiker) -> None:
    with pytest.raises(Geweigerd, match=r"geen blad “Keuken”.*“De Lepel” en “Klusdienst”"):
        importeer("06-twee-bladen.xlsx", "--blad", "Keuken")


def test_an_empty_template_in_front_does_not_stop_the_file(hr: Gebruiker) -> None:
    beeld = nazicht("06h-leeg-sjabloon-eerst.xlsx", hr)
    assert beeld.opmerkingen == [
        "We lazen het blad “Werknemers”. Niet gelezen: “Sjabloon” (geen werknemers)."
    ]
    assert "5 rijen: 5 nieuw." in importeer("06h-leeg-sjabloon-eerst.xlsx")


def test_a_filtered_row_is_read_and_told(hr: Gebruiker) -> None:
    beeld = nazicht("06e-filter-rij.xlsx", hr)
    assert beeld.opmerkingen == ["1 verborgen rij lazen we ook."]
    assert "2 rijen: 2 nieuw.\n1 verborgen rij lazen we ook." in importeer("06e-filter-rij.xlsx")


# --- the sheet as it is ----------------------------------------------------------------------


def test_a_merged_cell_counts_for_each_of_its_rows(hr: Gebruiker) -> None:
    assert nazicht("07-samengevoegde-dienst.xlsx", hr).zin == "3 rijen: 3 nieuw."
    importeer("07-samengevoegde-dienst.xlsx")
    diensten = Arbeidsovereenkomst.objects.values_list("dienst__naam", flat=True)
    assert list(diensten) == ["Klusdienst Noord"] * 3


def test_words_for_an_open_end(hr: Gebruiker) -> None:
    """The years in two figures are asked about once; the rest is clear by itself."""
    opdracht = kies("10-einde-contract-teksten.xlsx", hr)
    beantwoord(opdracht, {"eindecontract": (Kolom.EINDE_CONTRACT, DAG_KORT)}, hr)
    beeld = lees_nazicht(opdracht)
    geweigerd = {r.personeelsnummer: r.meldingen[0][1] for r in beeld.rijen("geweigerd")}
    assert set(geweigerd) == {
        "P004", "P009", "P010", "P018", "P019", "P020", "P021",
    }  # fmt: skip
    assert "is een jaartal" in geweigerd["P010"]
    assert "ontbreekt de dag" in geweigerd["P009"]
    importeer("10-einde-contract-teksten.xlsx")
    contracten = Arbeidsovereenkomst.objects.all()
    einden = {c.werknemer.personeelsnummer: c.periode.laatste_dag for c in contracten}
    open_ = ("P000", "P001", "P002", "P003", "P005", "P006", "P007")
    assert {nummer: einden[nummer] for nummer in open_} == dict.fromkeys(open_)
    rest = {nummer: einde for nummer, einde in einden.items() if nummer not in open_}
    assert set(rest.values()) == {date(2026, 12, 31)}
    assert len(rest) == 9


def test_who_has_one_name_is_a_person(hr: Gebruiker) -> None:
    beeld = nazicht("14-een-naam.xlsx", hr)
    assert beeld.zin == "4 rijen: 4 nieuw."
    assert {rij.naam for rij in beeld.rijen("nieuw")} == {"Ahmadzai"}
    importeer("14-een-naam.xlsx")
    assert {w.naam for w in Werknemer.objects.all()} == {"Ahmadzai"}
    assert {w.korte_naam for w in Werknemer.objects.all()} == {"Ahmadzai"}
    assert "4 rijen: 4 ongewijzigd." in importeer("14-een-naam.xlsx")


def test_a_telephone_number_never_keeps_somebody_out(hr: Gebruiker) -> None:
    beeld = nazicht("22-telefoons.xlsx", hr)
    assert beeld.zin == "25 rijen: 25 nieuw."
    gelezen = {"T08": "0470 12 34 56 (moeder)", "T09": "0470123456 / 0471123456", "T23": "112"}
    importeer("22-telefoons.xlsx")
    gsm = dict(Werknemer.objects.values_list("personeelsnummer", "gsm"))
    assert {nummer: gsm[nummer] for nummer in gelezen} == gelezen
    goed = ("T00", "T01", "T02", "T03", "T04", "T05", "T06", "T07", "T17", "T19", "T20", "T21")
    assert {gsm[nummer] for nummer in goed} == {"+32470123456"}
    assert (gsm["T10"], gsm["T12"]) == ("+33612345678", "+31612345678")
    assert (gsm["T15"], gsm["T16"], gsm["T24"]) == ("", "", "+32 470 12 34 5")
    gezegd = {rij.personeelsnummer for rij in beeld.rijen("aandacht")}
    assert gezegd == {nummer for nummer, tekst in gsm.items() if tekst and not _belbaar(tekst)}


def test_a_mail_address_never_keeps_somebody_out(hr: Gebruiker) -> None:
    assert nazicht("22b-mails.xlsx", hr).zin == "12 rijen: 12 nieuw."
    importeer("22b-mails.xlsx")
    mails = dict(Werknemer.objects.values_list("personeelsnummer", "email"))
    goed = ("M00", "M01", "M04", "M05", "M11")
    assert {mails[nummer] for nummer in goed} == {"tina@voorbeeld.be"}
    assert mails["M03"] == "tina@voorbeeld.be; t2@voorbeeld.be"
    assert mails["M07"] == ""


def test_a_counsellor_is_found_by_name(organisatie: Organisatie, hr: Gebruiker) -> None:
    an = GebruikerFactory(
        organisatie=organisatie, email="an.peeters@voorbeeld.be", voornaam="An", naam="Peeters"
    )
    importeer("23-begeleider-als-naam.xlsx")
    wie = dict(Werknemer.objects.values_list("personeelsnummer", "begeleider"))
    assert {nummer for nummer, begeleider in wie.items() if begeleider == an.pk} == {
        "P001", "P2", "P3", "P6",
    }  # fmt: skip


def test_common_titles_come_in_without_touching_the_sheet(hr: Gebruiker) -> None:
    """All of them are sure, so nothing is asked; the preview says how each was read."""
    beeld = nazicht("09-gewone-koppen.xlsx", hr)
    assert beeld.zin == "1 rij: 1 nieuw."
    (zin,) = beeld.opmerkingen
    for titel, kolom in (
        ("Pers.nr.", "Personeelsnummer"),
        ("Naam", "Familienaam"),
        ("Afdeling", "Dienst"),
        ("In dienst", "Start contract"),
        ("Contract %", "Tewerkstellingsbreuk"),
        ("Brutoloon", "Bruto maandloon"),
        ("Datum besluit", "Besluitdatum"),
    ):
        assert f"“{titel}” als {kolom}" in zin
    assert "Functie" not in zin
    importeer("09-gewone-koppen.xlsx")
    contract = Arbeidsovereenkomst.objects.select_related("werknemer", "dienst").get()
    assert (contract.werknemer.naam, contract.dienst.naam) == ("Tina Testers", "Klusdienst Noord")
    assert (contract.periode.van, contract.tewerkstellingsbreuk) == (
        date(2025, 3, 15),
        Decimal("0.8"),
    )


def test_percentages_are_one_question_and_then_all_rows_are_good(hr: Gebruiker) -> None:
    opdracht = kies("11b-percentages-als-getal.xlsx", hr)
    assert opdracht.status == Status.KOLOMMEN
    beeld = kolommen_van(opdracht)
    assert beeld is not None
    (kolom,) = (kolom for kolom in beeld.kolommen if kolom.open)
    assert (kolom.titel, kolom.voorbeelden) == ("Tewerkstellingsbreuk", ("90", "80", "100"))
    assert kolom.vraag is not None
    assert kolom.vraag.voorstel == PROCENTEN
    beantwoord(opdracht, {"tewerkstellingsbreuk": (Kolom.BREUK, PROCENTEN)}, hr)
    assert opdracht.status == Status.NAKIJKEN
    nagekeken = lees_nazicht(opdracht)
    assert nagekeken.zin == "5 rijen: 5 nieuw."
    assert nagekeken.opmerkingen == ["Zo lazen we je kolommen: “Tewerkstellingsbreuk”, procenten."]
    assert bevestig(opdracht, gezien=opdracht.vingerafdruk, lonen=True, door=hr)
    breng_in(opdracht.pk)
    breuken = Arbeidsovereenkomst.objects.values_list("tewerkstellingsbreuk", flat=True)
    assert sorted(breuken) == [Decimal(f"0.{deel}") for deel in "5689"] + [Decimal(1)]
    # The next file of this organisation is not asked about, in the browser or by the command.
    assert nazicht("11b-percentages-als-getal.xlsx", hr).zin == "5 rijen: 5 ongewijzigd."
    assert "5 rijen: 5 ongewijzigd." in importeer("11b-percentages-als-getal.xlsx")


def test_the_command_refuses_what_it_has_to_ask_and_takes_the_answer() -> None:
    bestand = "11b-percentages-als-getal.xlsx"
    with pytest.raises(Geweigerd) as weigering:
        importeer(bestand)
    assert str(weigering.value) == (
        'In “Tewerkstellingsbreuk” staat 90, 80 en 100. Geef --gewoonte "Tewerkstellingsbreuk='
        'procenten" mee, of kies “zoals het er staat”.'
    )
    assert "5 nieuw" in importeer(bestand, "--gewoonte", "Tewerkstellingsbreuk=procenten")


def test_one_person_may_have_two_contracts_in_a_file(hr: Gebruiker) -> None:
    beeld = nazicht("24-dubbels-twee-contracten.xlsx", hr)
    assert (beeld.zin, beeld.wievraag) == ("5 rijen: 4 nieuw, 1 geweigerd.", "")
    importeer("24-dubbels-twee-contracten.xlsx")
    tina = Werknemer.objects.get(personeelsnummer="P003")
    assert [str(c.periode) for c in tina.contracten.order_by("periode")] == [
        "01/01/2024 t.e.m. 31/12/2024",
        "01/01/2025 t.e.m. …",
    ]
    assert tina.adviezen.count() == 1
    assert "5 rijen: 4 ongewijzigd, 1 geweigerd." in importeer("24-dubbels-twee-contracten.xlsx")


def test_rows_that_were_filled_beforehand_are_counted_once(hr: Gebruiker) -> None:
    beeld = nazicht("71c-voorgevulde-rijen.xlsx", hr)
    assert beeld.zin == "2 rijen: 2 nieuw."
    (zin,) = beeld.opmerkingen
    assert zin.startswith("300 voorgevulde rijen overgeslagen")
    assert importeer("71c-voorgevulde-rijen.xlsx").count("voorgevuld") == 1


def test_a_zip_with_backslashes_is_a_workbook(hr: Gebruiker) -> None:
    assert nazicht("73-backslash.xlsx", hr).zin == "2 rijen: 2 nieuw."
    importeer("73-backslash.xlsx")
    assert nummers() == ["P001", "P2"]


# --- text ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "bestand", ["30e-csv-mac.csv", "30f-csv-cp850.csv", "30m-csv-utf16-geen-bom.csv"]
)
def test_letters_are_right_in_every_encoding(hr: Gebruiker, bestand: str) -> None:
    assert [rij.naam for rij in nazicht(bestand, hr).rijen("nieuw")] == [
        "Zoë Öztürk",
        "Élise D'Hondt; de",
    ]
    importeer(bestand)
    assert nummers() == ["0002", "P001"]


@pytest.mark.parametrize(
    ("bestand", "zin"),
    [
        ("30l-csv-utf8-kapot.csv", "In rij 4, kolom A, staat een teken (FF) dat we niet kunnen"),
        ("31b-csv-quote-begin.csv", 'In rij 2, kolom C ("Tina" x), staat een aanhalingsteken'),
        ("31c-csv-open-quote.csv", 'In rij 4, kolom B ("Open), staat een aanhalingsteken'),
    ],
)
def test_a_sign_that_cannot_be_read_is_named_with_its_row(
    hr: Gebruiker, bestand: str, zin: str
) -> None:
    opdracht = kies(bestand, hr)
    assert opdracht.status == Status.GEWEIGERD
    assert opdracht.weigering.startswith(zin)
    with pytest.raises(Geweigerd) as weigering:
        importeer(bestand)
    assert str(weigering.value).startswith(zin)


# --- other kinds of workbook -----------------------------------------------------------------


def test_an_old_workbook_is_read(hr: Gebruiker) -> None:
    """Made by the old Excel: merged cells, a hidden tab, dates as dates."""
    beeld = nazicht("oud.xls", hr)
    assert beeld.zin == "2 rijen: 2 nieuw."
    assert beeld.opmerkingen[0] == "We lazen het blad “Mensen”. Niet gelezen: “Oud” (verborgen)."
    assert beeld.opmerkingen[1].startswith("In dit soort bestand zien we geen verborgen rijen.")
    importeer("oud.xls")
    assert [w.naam for w in Werknemer.objects.order_by("personeelsnummer")] == [
        "Ayşe Öztürk",
        "Tina Testers",
    ]


# --- in the browser --------------------------------------------------------------------------


def test_the_page_offers_the_tabs_and_the_question(
    als: Als, hr: Gebruiker, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    opdracht = kies("06-twee-bladen.xlsx", hr)
    adres, client = f"/beheer/import/{opdracht.pk}/", als(hr)
    html = client.get(adres).content.decode()
    assert "Welke bladen lezen we?" in html
    assert 'value="De Lepel"' in html
    assert 'value="Klusdienst"' in html
    antwoord = client.post(f"{adres}bladen/", follow=True)
    assert "Vink eerst aan welk blad we lezen." in antwoord.content.decode()
    antwoord = client.post(f"{adres}bladen/", {"blad": "Elders"}, follow=True)
    assert "Dat blad staat niet in dit bestand." in antwoord.content.decode()
    client.post(f"{adres}bladen/", {"blad": ["De Lepel", "Klusdienst"]})
    kijk_na(opdracht.pk)
    html = " ".join(client.get(f"{adres}?toon=nieuw").content.decode().split())
    assert "2 rijen: 2 nieuw." in html
    assert "Klusdienst 2" in html
    assert "We lazen de bladen “De Lepel” en “Klusdienst”." in html


def test_what_was_asked_comes_in_after_a_tick(als: Als, hr: Gebruiker) -> None:
    opdracht = kies("05e-geboorte-2019.xlsx", hr)
    adres, client = f"/beheer/import/{opdracht.pk}/", als(hr)
    html = client.get(adres).content.decode()
    assert "Ik heb dit nagekeken (1 rij)." in html
    assert "is nu 7 jaar" in html
    gezien = {"gezien": opdracht.vingerafdruk}
    antwoord = client.post(f"{adres}bevestig/", gezien, follow=True)
    assert "vink aan dat je het nagekeken hebt" in antwoord.content.decode()
    assert bevestig(opdracht, gezien=opdracht.vingerafdruk, nagekeken=True, door=hr)
    breng_in(opdracht.pk)
    assert nummers() == ["P001"]
    assert nazicht("05e-geboorte-2019.xlsx", hr).bevestiging == ""


def test_every_file_of_this_folder_is_read_or_refused_with_a_sentence(hr: Gebruiker) -> None:
    for pad in sorted(Path(PRAKTIJK).iterdir()):
        opdracht = kies(pad.name, hr)
        assert opdracht.status not in Importopdracht.BEZIG, pad.name
        assert (opdracht.status == Status.GEWEIGERD) == bool(opdracht.weigering), pad.name

"""What the payroll office counted comes in: from a file of its own, or beside the employees."""

import io
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from doorstroom.celery import app
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.kwartaal import Kwartaal
from gedeeld.models import Auditregel
from gedeeld.periode import Periode
from tests.fabrieken import ContractFactory, DienstFactory, LoonopgaveFactory, WerknemerFactory
from tests.werknemers.blad import plat
from tests.werknemers.invoer.bladen import csvbestand, rij, tabel, xlsx
from werknemers.domein.invoer.cel import Cel
from werknemers.domein.invoer.getallen import lees_uren
from werknemers.domein.invoer.inlezen import lees_in
from werknemers.domein.invoer.kwartaalcel import lees_kwartaal
from werknemers.domein.invoer.meldingen import BestandGeweigerd, Onleesbaar
from werknemers.domein.invoer.toepassen import pas_toe
from werknemers.domein.invoer.uitkomst import Rijuitkomst, Vergelijking
from werknemers.domein.invoer.vergelijken import vergelijk
from werknemers.models import Arbeidsovereenkomst, Importopdracht, Loonopgave, Werknemer

Als = Callable[[Gebruiker], Client]
KOP = ["Personeelsnummer", "Kwartaal", "Referteloon", "Betaalde uren"]
K3 = date(2026, 7, 1)


@pytest.fixture
def amina(organisatie: Organisatie) -> Werknemer:
    """With a contract of € 2.000 a month, so € 6.000 gross in a quarter."""
    werknemer = WerknemerFactory(
        organisatie=organisatie, personeelsnummer="W1", voornaam="Amina", familienaam="Benali"
    )
    ContractFactory(werknemer=werknemer)
    return werknemer


def vergeleken(organisatie: Organisatie, *rijen: list[Any], kop: list[str] = KOP) -> Vergelijking:
    inlezing = lees_in(xlsx([kop, *rijen]))
    return vergelijk(inlezing.rijen, organisatie=organisatie, opmerkingen=inlezing.opmerkingen)


def een(organisatie: Organisatie, *cellen: Any) -> Rijuitkomst:
    return vergeleken(organisatie, list(cellen)).rijen[0]


def zinnen(uitkomst: Rijuitkomst) -> list[str]:
    return [plat(melding.tekst) for melding in uitkomst.meldingen]


def breng_in(organisatie: Organisatie, inhoud: bytes, door: Gebruiker | None = None) -> None:
    pas_toe(lees_in(inhoud).rijen, organisatie=organisatie, door=door)


@pytest.mark.parametrize(
    "cel",
    [
        "2026-K3", "2026/3", "K3 2026", "3/2026", "2026T3", "20263", 20263, "2026 3", "2026-Q3",
        "3e kwartaal 2026", "T3/2026", "trim. 3 2026", "2026K3", "k3-2026", "15/08/2026",
        "2026-09-30", date(2026, 7, 1), "1 augustus 2026",
    ],
)  # fmt: skip
def test_every_way_of_writing_a_quarter(cel: Cel) -> None:
    assert lees_kwartaal(cel) == Kwartaal(2026, 3)


@pytest.mark.parametrize("cel", ["2026-K5", "7/2026", "2026", "K3", "1026-K3", "juli", 3, 46204.5])
def test_what_is_no_quarter_is_refused(cel: Cel) -> None:
    with pytest.raises(Onleesbaar, match="is geen kwartaal"):
        lees_kwartaal(cel)


@pytest.mark.parametrize(
    ("cel", "uren"),
    [("380,5", "380.50"), ("380.5", "380.50"), (380, "380.00"), ("494,000", "494.00"),
     ("380 u", "380.00"), ("0", "0.00"), (380.125, "380.13")],
)  # fmt: skip
def test_every_way_of_writing_hours(cel: Cel, uren: str) -> None:
    assert str(lees_uren(cel)) == uren


@pytest.mark.parametrize("cel", ["veel", "-1", -2, "1000", 38000, date(2026, 7, 1)])
def test_hours_that_cannot_be_are_refused(cel: Cel) -> None:
    with pytest.raises(Onleesbaar):
        lees_uren(cel)


def test_a_new_record_comes_in_with_who_and_a_row_in_the_trail(
    organisatie: Organisatie, hr: Gebruiker, amina: Werknemer
) -> None:
    breng_in(organisatie, xlsx([KOP, ["W1", "2026-K3", 7512.34, 380.5]]), hr)
    opgave = Loonopgave.objects.get()
    assert (opgave.werknemer, opgave.kwartaal, opgave.door) == (amina, K3, hr)
    assert (opgave.referteloon, opgave.betaalde_uren) == (Decimal("7512.34"), Decimal("380.5"))
    assert opgave.organisatie_id == organisatie.pk
    regel = Auditregel.objects.get(soort="loonopgave")
    assert (regel.actie, regel.verschil["referteloon"]) == ("toegevoegd", [None, "7512.34"])
    assert Werknemer.objects.count() == 1


def test_titles_may_be_called_as_payroll_offices_do(
    organisatie: Organisatie, amina: Werknemer
) -> None:
    kop = ["Stamnummer", "Trim.", "Loonkost kwartaal", "Bezoldigde uren"]
    (rij_,) = vergeleken(organisatie, ["W1", "2026/3", "7.512,34", "380"], kop=kop).rijen
    assert [(w.kolom, plat(w.nieuw)) for w in rij_.wijzigingen] == [
        ("Referteloon", "2026-K3, € 7.512,34")
    ]


def test_without_titles_the_columns_have_their_order(
    organisatie: Organisatie, amina: Werknemer
) -> None:
    tekst = "W1\t2026-K3\t7.512,34\t380\nW1\t2026-K2\t7,400.50\n"
    breng_in(organisatie, tekst.encode())
    assert list(Loonopgave.objects.values_list("kwartaal", "referteloon", "betaalde_uren")) == [
        (K3, Decimal("7512.34"), Decimal(380)),
        (date(2026, 4, 1), Decimal("7400.50"), None),
    ]
    breng_in(organisatie, b"W1;2025-K1;7512,34;380")
    assert Loonopgave.objects.filter(kwartaal=date(2025, 1, 1)).exists()


def test_the_same_again_is_unchanged_and_nothing_is_written(
    organisatie: Organisatie, hr: Gebruiker, amina: Werknemer
) -> None:
    LoonopgaveFactory(werknemer=amina, door=hr, betaalde_uren=380)
    uitkomst = een(organisatie, "W1", "2026-K3", 7200, "")
    assert (uitkomst.actie, uitkomst.meldingen, uitkomst.ingrepen) == ("ongewijzigd", (), ())
    breng_in(organisatie, xlsx([KOP, ["W1", "2026-K3", 7200, 380]]))
    assert Loonopgave.objects.get().door == hr
    assert not Auditregel.objects.exists()


def test_a_correction_takes_its_place_and_the_old_value_stays_in_the_trail(
    organisatie: Organisatie, hr: Gebruiker, coordinator: Gebruiker, amina: Werknemer
) -> None:
    LoonopgaveFactory(werknemer=amina, door=coordinator, betaalde_uren=380)
    uitkomst = een(organisatie, "W1", "2026-K3", 7300, "")
    assert [(plat(w.oud), plat(w.nieuw)) for w in uitkomst.wijzigingen] == [
        ("€ 7.200,00", "€ 7.300,00")
    ]
    breng_in(organisatie, xlsx([KOP, ["W1", "2026-K3", 7300]]), hr)
    opgave = Loonopgave.objects.get()
    assert (opgave.referteloon, opgave.betaalde_uren, opgave.door) == (7300, 380, hr)
    regel = Auditregel.objects.get(soort="loonopgave")
    assert (regel.actie, regel.verschil["referteloon"]) == ("gewijzigd", ["7200.00", "7300.00"])


@pytest.mark.parametrize(
    ("cellen", "zin"),
    [
        (("W9", "2026-K3", 7200), "We kennen niemand met personeelsnummer W9. Kijk het nummer na."),
        (("W1", "2026-K3", 0), "Een referteloon van 0 euro kan niet kloppen. Kijk het bedrag na."),
        (("W1", "2026-K3", ""), "“Referteloon” is verplicht, maar leeg. Vul de cel in."),
        (("W1", "", 7200), "“Kwartaal” is verplicht, maar leeg. Vul de cel in."),
        (("W1", "zomer", 7200), "“zomer” is geen kwartaal. Schrijf het zo: 2026-K3."),
        (("W1", "2027-K1", 7200), "2027-K1 is nog niet begonnen. Kijk het kwartaal na."),
        (
            ("W1", "2023-K3", 7200),
            "In 2023-K3 liep er geen contract. Kijk het kwartaal na, of vul eerst het contract in.",
        ),
        (("W1", "2026-K3", 7200, -3), "Uren kunnen niet negatief zijn (-3). Kijk ze na."),
        (
            ("W1", "2026-K3", "7,200"),
            "“7,200” kan op twee manieren gelezen worden. Schrijf 2154,00 of 2,15.",
        ),
    ],
)
def test_what_cannot_be_is_refused_with_its_row_and_a_sentence(
    organisatie: Organisatie, amina: Werknemer, cellen: tuple[Any, ...], zin: str
) -> None:
    uitkomst = een(organisatie, *cellen)
    assert (uitkomst.rijnummer, uitkomst.actie, zinnen(uitkomst)) == (2, "geweigerd", [zin])
    assert uitkomst.ingrepen == ()


def test_two_rows_about_one_quarter_are_both_refused(
    organisatie: Organisatie, amina: Werknemer
) -> None:
    rijen = ["W1", "2026-K3", 3600], ["W1", "2026-K2", 7200], ["w1", "2026/3", 3600]
    uitkomst = vergeleken(organisatie, *rijen)
    assert [r.actie for r in uitkomst.rijen] == ["geweigerd", "nieuw", "geweigerd"]
    assert zinnen(uitkomst.rijen[0]) == [
        "Dit nummer staat voor 2026-K3 ook in rij 4. Tel de bedragen op in één rij, of laat weg "
        "wat te veel is."
    ]


def test_an_employee_of_another_organisation_is_unknown(organisatie: Organisatie) -> None:
    ContractFactory(werknemer__personeelsnummer="W1")
    assert een(organisatie, "W1", "2026-K3", 7200).actie == "geweigerd"


def test_a_date_that_may_have_been_a_quarter_is_remarked(
    organisatie: Organisatie, amina: Werknemer
) -> None:
    """Excel makes the first of March of 3/2026."""
    uitkomst = een(organisatie, "W1", date(2026, 3, 1), 7200)
    assert uitkomst.actie == "nieuw"
    assert zinnen(uitkomst) == [
        "Excel las hier een datum: we nemen 2026-K1. Bedoel je een ander kwartaal? Schrijf het dan "
        "zo: 2026-K3."
    ]
    assert zinnen(een(organisatie, "W1", date(2026, 7, 1), 7200)) == []


def test_another_name_than_ours_is_remarked(organisatie: Organisatie, amina: Werknemer) -> None:
    kop = [*KOP[:3], "Familienaam", "Voornaam"]
    rijen = ["W1", "2026-K3", 7200, "Maes", "Bart"], ["W1", "2026-K2", 7200, "BENALI", ""]
    een_, twee = vergeleken(organisatie, *rijen, kop=kop).rijen
    assert zinnen(een_) == ["In het blad staat Bart Maes. Bij ons is dit nummer van Amina Benali."]
    assert twee.meldingen == ()


def test_a_column_that_does_not_belong_to_it_is_told(
    organisatie: Organisatie, amina: Werknemer
) -> None:
    uitkomst = vergeleken(organisatie, ["W1", "2026-K3", 7200, "Keuken"], kop=[*KOP[:3], "Dienst"])
    assert [melding.tekst for melding in uitkomst.opmerkingen] == [
        "De kolom “Dienst” hoort niet bij loonopgaven. Wat erin staat, komt niet binnen."
    ]


def test_a_list_without_a_quarter_is_refused_as_a_whole() -> None:
    with pytest.raises(BestandGeweigerd, match="ontbreekt de kolom “Kwartaal”"):
        lees_in(xlsx([["Personeelsnummer", "Referteloon"], ["W1", 7200]]))


def test_beside_an_employee_it_comes_in_with_the_contract_of_that_row(
    organisatie: Organisatie,
) -> None:
    DienstFactory(organisatie=organisatie, naam="De Lepel")
    kop, cellen = tabel(rij(begeleider=""))
    extra = ["Kwartaal", "Referteloon", "Betaalde uren"]
    breng_in(organisatie, xlsx([[*kop, *extra], [*cellen, "2026-K3", 7500, 380]]))
    opgave = Loonopgave.objects.get()
    assert (opgave.werknemer.personeelsnummer, opgave.referteloon) == ("W1", 7500)
    assert (opgave.kwartaal, opgave.betaalde_uren) == (K3, 380)


def test_beside_an_employee_a_quarter_without_an_amount_is_remarked(
    organisatie: Organisatie,
) -> None:
    DienstFactory(organisatie=organisatie, naam="De Lepel")
    kop, cellen = tabel(rij(begeleider=""))
    inlezing = lees_in(xlsx([[*kop, "Kwartaal", "Referteloon"], [*cellen, "2026-K3", ""]]))
    (uitkomst,) = vergelijk(inlezing.rijen, organisatie=organisatie).rijen
    assert uitkomst.actie == "nieuw"
    assert zinnen(uitkomst) == ["Er staat geen referteloon bij. Hiervan komt niets binnen."]


def test_a_contract_wage_under_the_minimum_is_remarked(organisatie: Organisatie) -> None:
    DienstFactory(organisatie=organisatie, naam="De Lepel")
    blad = xlsx(tabel(rij(begeleider="", bruto_maandloon=1700)))
    (uitkomst,) = vergelijk(lees_in(blad).rijen, organisatie=organisatie).rijen
    assert (uitkomst.actie, uitkomst.oordeel) == ("nieuw", "goed")
    assert zinnen(uitkomst) == [
        "Dit loon ligt onder het gewaarborgd minimum (€ 1.786,89) voor een job van 0,8."
    ]


@pytest.mark.parametrize(
    ("loon", "waar"), [(21005, "is meer dan drie keer"), (210, "is minder dan")]
)
def test_a_contract_wage_that_hardly_can_be_asks(
    organisatie: Organisatie, tmp_path: Path, loon: int, waar: str
) -> None:
    DienstFactory(organisatie=organisatie, naam="De Lepel")
    pad = tmp_path / "blad.xlsx"
    pad.write_bytes(xlsx(tabel(rij(begeleider="", bruto_maandloon=loon))))
    uit = importeer(pad, organisatie)
    assert waar in uit
    assert "Klopt het toch? Geef --aanvaard 2 mee" in uit
    assert not Arbeidsovereenkomst.objects.exists()
    assert "1 rij: 1 nieuw." in importeer(pad, organisatie, "--aanvaard", "2")
    assert Arbeidsovereenkomst.objects.get().bruto_maandloon == loon
    assert "1 rij: 1 ongewijzigd." in importeer(pad, organisatie)


# --- the command -----------------------------------------------------------------------------


def importeer(pad: Path, organisatie: Organisatie, *opties: str) -> str:
    uit = io.StringIO()
    call_command("importeer", str(pad), "--organisatie", organisatie.code, *opties, stdout=uit)
    return plat(uit.getvalue())


def test_the_command_asks_to_look_at_what_is_far_from_the_contract(
    organisatie: Organisatie, amina: Werknemer, tmp_path: Path
) -> None:
    pad = tmp_path / "lonen.csv"
    pad.write_bytes(csvbestand([KOP, ["W1", "2026-K3", "72000"], ["W1", "2026-K2", "7200"]]))
    uit = importeer(pad, organisatie, "--proef")
    assert "rij 2, W1 Amina Benali, Referteloon (vraag): € 72.000,00" in uit
    assert "Klopt het toch? Geef --aanvaard 2 mee, of --nagekeken voor alle rijen." in uit
    assert "2 rijen: 1 nieuw, 1 geweigerd." in importeer(pad, organisatie)
    assert Loonopgave.objects.count() == 1
    assert "2 rijen: 1 nieuw, 1 ongewijzigd." in importeer(pad, organisatie, "--aanvaard", "2")
    assert Loonopgave.objects.count() == 2
    assert set(Loonopgave.objects.values_list("door", flat=True)) == {None}


# --- the screens -----------------------------------------------------------------------------


@pytest.fixture
def _meteen() -> Iterator[None]:
    """Tasks run where they are rung."""
    app.conf.update(task_always_eager=True, task_eager_propagates=True)
    yield
    app.conf.update(task_always_eager=False, task_eager_propagates=False)


@pytest.mark.usefixtures("_meteen")
def test_from_pasted_lines_to_done(
    als: Als,
    hr: Gebruiker,
    amina: Werknemer,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    client = als(hr)
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/beheer/loonopgaven/inbrengen/", {"regels": "W1\t2026-K3\t72.000,00\t380"})
    opdracht = Importopdracht.objects.get()
    adres = f"/beheer/import/{opdracht.pk}/"
    html = plat(client.get(adres).content.decode())
    assert "1 rij: 1 nieuw." in html
    assert "€ 72.000,00 is meer dan anderhalve keer het brutoloon van 2026-K3" in html
    assert "Ik heb dit nagekeken (1 rij)." in html
    assert not Loonopgave.objects.exists()
    gezien = {"gezien": opdracht.vingerafdruk}
    with django_capture_on_commit_callbacks(execute=True):
        antwoord = client.post(f"{adres}bevestig/", gezien, follow=True)
    assert "Kijk eerst na wat vreemd lijkt" in antwoord.content.decode()
    assert not Loonopgave.objects.exists()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{adres}bevestig/", gezien | {"nagekeken": "ja"})
    opgave = Loonopgave.objects.get()
    assert (opgave.referteloon, opgave.door) == (72000, hr)
    assert "/beheer/loonopgaven/2026-K3/" in client.get(adres).content.decode()


@pytest.mark.parametrize("data", [{}, {"regels": "  \n"}])
def test_nothing_chosen_and_nothing_pasted_is_refused(
    als: Als, hr: Gebruiker, data: dict[str, str]
) -> None:
    antwoord = als(hr).post("/beheer/loonopgaven/inbrengen/", data)
    assert antwoord.status_code == 422
    assert "Kies een bestand of plak de regels: een van de twee." in antwoord.content.decode()


def test_a_file_and_lines_together_are_refused(als: Als, hr: Gebruiker) -> None:
    data = {"regels": "W1;2026-K3;7200", "bestand": SimpleUploadedFile("lonen.csv", b"W1;2026-K3")}
    antwoord = als(hr).post("/beheer/loonopgaven/inbrengen/", data)
    assert antwoord.status_code == 422
    assert "W1;2026-K3;7200" in antwoord.content.decode()


def test_an_ended_contract_still_counts_for_its_quarter(
    organisatie: Organisatie, amina: Werknemer
) -> None:
    amina.contracten.update(periode=Periode(date(2024, 1, 1), date(2026, 8, 16)))
    uitkomst = een(organisatie, "W1", "2026-K3", 3600)
    assert (uitkomst.actie, uitkomst.meldingen) == ("nieuw", ())

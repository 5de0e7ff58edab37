"""The step in which somebody says what the columns of a file are: the page, what it keeps, and two
people at once."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from cryptography.fernet import Fernet
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from doorstroom.celery import app
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.models import Auditregel
from gedeeld.tijd import nu
from tests.fabrieken import DienstFactory, GebruikerFactory, OrganisatieFactory
from tests.werknemers.invoer.bladen import rij, tabel, xlsx
from werknemers.domein.invoer.herinneren import herinner
from werknemers.domein.invoer.herstel import geweigerde_rijen
from werknemers.domein.invoer.kolomkeuze import Antwoord
from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.invoer.kolomstap import beeldafdruk, kies_kolommen, kolommen_van
from werknemers.domein.invoer.opdracht import bevestig, kies_bladen, ruim_op, start_import
from werknemers.domein.invoer.uitvoering import breng_in, kijk_na
from werknemers.models import Arbeidsovereenkomst, Importgewoonte, Importopdracht, Werknemer

Als = Callable[[Gebruiker], Client]
Status = Importopdracht.Status


def eigen_lijst() -> bytes:
    """As an office keeps it: one name, hours, a counsellor by name, and a column of its own."""
    titels = {
        "Personeelsnummer": "Pers.nr.",
        "Familienaam": "Naam",
        "Dienst": "Afdeling",
        "Start contract": "In dienst",
        "Tewerkstellingsbreuk": "Uurrooster",
    }
    blad = tabel(
        rij(familienaam="Benali Amina", tewerkstellingsbreuk=38, begeleider="Peeters, An"),
        rij(
            personeelsnummer="W2", familienaam="El Idrissi Samir", insz="", begeleider="an péeters",
            tewerkstellingsbreuk=19,
        ),
    )  # fmt: skip
    blad[0] = [titels.get(titel, titel) for titel in blad[0]]
    rijen = [cellen[:2] + cellen[3:] for cellen in blad]
    rijen[0].append("Schoenmaat")
    rijen[1].append(38)
    rijen[2].append(43)
    return xlsx(rijen)


@pytest.fixture(autouse=True)
def _dienst(organisatie: Organisatie) -> None:
    DienstFactory(organisatie=organisatie, naam="De Lepel")


@pytest.fixture
def _meteen() -> Iterator[None]:
    """Tasks run where they are rung."""
    app.conf.update(task_always_eager=True, task_eager_propagates=True)
    yield
    app.conf.update(task_always_eager=False, task_eager_propagates=False)


def gelezen(door: Gebruiker, inhoud: bytes | None = None) -> Importopdracht:
    opdracht = start_import(bestandsnaam="lijst.xlsx", inhoud=inhoud or eigen_lijst(), door=door)
    kijk_na(opdracht.pk)
    opdracht.refresh_from_db()
    return opdracht


def adres(opdracht: Importopdracht) -> str:
    return reverse("werknemers:import_kolommen", args=[opdracht.pk])


def ingevuld(antwoord: Any, **anders: str) -> dict[str, str]:
    """What the page sends when nothing but these fields is touched."""
    form = antwoord.context["form"]
    velden = {naam: form[naam].value() for naam in form.fields}
    nummers = {beeld.titel: nummer for nummer, beeld in enumerate(form.beelden)}
    for wat, waarde in anders.items():
        soort, _, titel = wat.partition("_")
        velden[f"{soort}_{nummers[titel]}"] = waarde
    return {
        "gezien": antwoord.context["gezien"],
        **{naam: "" if waarde is None else str(waarde) for naam, waarde in velden.items()},
    }


@pytest.mark.usefixtures("_meteen")
def test_a_list_with_other_titles_comes_in_without_touching_the_sheet(
    als: Als, hr: Gebruiker, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    """From the file to the employees in four steps, of which one asks four things."""
    an = GebruikerFactory(organisatie=hr.organisatie, voornaam="An", naam="Peeters")
    client = als(hr)
    with django_capture_on_commit_callbacks(execute=True):
        bestand = SimpleUploadedFile("lijst.xlsx", eigen_lijst())
        client.post(reverse("werknemers:import"), {"bestand": bestand})
    opdracht = Importopdracht.objects.get()
    assert opdracht.status == Status.KOLOMMEN
    pagina = client.get(reverse("werknemers:import_nakijken", args=[opdracht.pk]), follow=True)
    assert pagina.redirect_chain == [(adres(opdracht), 302)]
    assert [r.beeld.titel for r in pagina.context["form"].open] == [
        "Naam",
        "Uurrooster",
        "Schoenmaat",
    ]
    with django_capture_on_commit_callbacks(execute=True):
        client.post(adres(opdracht), ingevuld(pagina))
    opdracht.refresh_from_db()
    assert opdracht.status == Status.NAKIJKEN
    pagina = client.get(reverse("werknemers:import_nakijken", args=[opdracht.pk]))
    html = " ".join(pagina.content.decode().split())
    assert "2 rijen: 2 nieuw." in html
    assert "“Uurrooster” als Tewerkstellingsbreuk, uren op 38" in html
    assert "De kolom “Schoenmaat” lazen we niet." in html
    assert adres(opdracht) in html
    assert bevestig(opdracht, gezien=opdracht.vingerafdruk, lonen=True, door=hr)
    breng_in(opdracht.pk)
    mensen = {w.personeelsnummer: w for w in Werknemer.objects.all()}
    assert (mensen["W1"].voornaam, mensen["W1"].familienaam) == ("Amina", "Benali")
    assert (mensen["W2"].voornaam, mensen["W2"].familienaam) == ("Samir", "El Idrissi")
    assert {w.begeleider_id for w in mensen.values()} == {an.pk}
    breuken = Arbeidsovereenkomst.objects.values_list("tewerkstellingsbreuk", flat=True)
    assert sorted(breuken) == [Decimal("0.5"), Decimal(1)]


def test_the_page_shows_samples_and_what_each_answer_makes_of_them(als: Als, hr: Gebruiker) -> None:
    pagina = als(hr).get(adres(gelezen(hr)))
    html = " ".join(pagina.content.decode().split())
    for zin in (
        "Wat staat eerst in “Benali Amina”?",
        "De familienaam: de voornaam is Amina, de familienaam Benali",
        "De voornaam: de voornaam is Benali, de familienaam Amina",
        "38 en 19: wat is dat?",
        "W1 · W2",
        "85…",
    ):
        assert zin in html
    assert "85.07.30" not in html


def test_the_answers_are_remembered_for_this_organisation_only(als: Als, hr: Gebruiker) -> None:
    opdracht = gelezen(hr)
    client = als(hr)
    client.post(adres(opdracht), ingevuld(client.get(adres(opdracht))))
    assert herinner(hr.organisatie.pk) == {
        "persnr": Antwoord(Kolom.PERSONEELSNUMMER),
        "naam": Antwoord(Kolom.FAMILIENAAM, "familienaam eerst"),
        "afdeling": Antwoord(Kolom.DIENST),
        "indienst": Antwoord(Kolom.START_CONTRACT),
        "uurrooster": Antwoord(Kolom.BREUK, "uren op 38"),
        "schoenmaat": Antwoord(None),
    }
    assert gelezen(hr).status == Status.NAKIJKEN
    elders = GebruikerFactory(organisatie=OrganisatieFactory(), rol=hr.rol)
    assert gelezen(elders).status == Status.KOLOMMEN
    assert Auditregel.objects.filter(actie="kolommen gekozen").count() == 1


def test_another_answer_replaces_what_was_remembered(als: Als, hr: Gebruiker) -> None:
    client = als(hr)
    eerste = gelezen(hr)
    client.post(adres(eerste), ingevuld(client.get(adres(eerste))))
    kijk_na(eerste.pk)
    anders = {"gewoonte_Uurrooster": "uren op", "week_Uurrooster": "40"}
    antwoord = client.post(adres(eerste), ingevuld(client.get(adres(eerste)), **anders))
    assert antwoord.status_code == 302
    assert herinner(hr.organisatie.pk)["uurrooster"].gewoonte == "uren op 40"
    kijk_na(eerste.pk)
    eerste.refresh_from_db()
    assert "uren op 40" in str(eerste.uitkomst["opmerkingen"])
    assert Importgewoonte.objects.filter(titel="uurrooster").count() == 1


def test_what_was_read_stays_when_the_organisation_answers_otherwise(hr: Gebruiker) -> None:
    """Another file does not change what somebody is about to confirm."""
    opdracht = gelezen(hr, xlsx(tabel(rij())))
    Importgewoonte.objects.create(organisatie=hr.organisatie, titel="functie", kolom="")
    assert bevestig(opdracht, gezien=opdracht.vingerafdruk, door=hr)
    breng_in(opdracht.pk)
    opdracht.refresh_from_db()
    assert opdracht.status == Status.KLAAR
    assert Arbeidsovereenkomst.objects.get().functie == "Keukenhulp"


def test_a_column_twice_and_one_too_few_are_told_and_nothing_is_lost(
    als: Als, hr: Gebruiker
) -> None:
    opdracht = gelezen(hr)
    client = als(hr)
    velden = ingevuld(client.get(adres(opdracht)), kolom_Schoenmaat="Dienst", kolom_Uurrooster="")
    antwoord = client.post(adres(opdracht), velden)
    assert antwoord.status_code == 422
    html = antwoord.content.decode()
    assert "“Dienst” is meer dan één keer gekozen. Kies het voor één kolom." in html
    assert "Er is nog geen kolom voor “Tewerkstellingsbreuk”." in html
    form = antwoord.context["form"]
    assert {naam: form[naam].value() for naam in form.fields if naam in velden} == {
        naam: waarde for naam, waarde in velden.items() if naam in form.fields
    }
    opdracht.refresh_from_db()
    assert opdracht.status == Status.KOLOMMEN
    assert not Importgewoonte.objects.exists()


@pytest.mark.parametrize(
    ("week", "zin"),
    [
        ("", "Vul in hoeveel uren een voltijdse week telt"),
        ("20", "38"),
        ("veel", "getal"),
    ],
)
def test_hours_need_a_week_that_is_long_enough(
    als: Als, hr: Gebruiker, week: str, zin: str
) -> None:
    opdracht = gelezen(hr)
    client = als(hr)
    velden = ingevuld(client.get(adres(opdracht)), week_Uurrooster=week)
    antwoord = client.post(adres(opdracht), velden)
    assert antwoord.status_code == 422
    form = antwoord.context["form"]
    (fouten,) = (fouten for naam, fouten in form.errors.items() if naam.startswith("week_"))
    assert zin in " ".join(fouten)


def test_a_required_column_that_is_missing_is_said_first(als: Als, hr: Gebruiker) -> None:
    blad = tabel(rij())
    blad[0][blad[0].index("Dienst")] = "Keukenploegje"
    opdracht = gelezen(hr, xlsx(blad))
    client = als(hr)
    pagina = client.get(adres(opdracht))
    assert "Er is nog geen kolom voor “Dienst”. Wijs aan" in pagina.content.decode()
    antwoord = client.post(adres(opdracht), ingevuld(pagina, kolom_Keukenploegje="Dienst"))
    assert antwoord.status_code == 302
    kijk_na(opdracht.pk)
    opdracht.refresh_from_db()
    assert opdracht.status == Status.NAKIJKEN
    assert opdracht.uitkomst["samenvatting"]["nieuw"] == 1


def test_an_answer_that_brings_a_question_is_followed_by_it(als: Als, hr: Gebruiker) -> None:
    blad = tabel(rij(tewerkstellingsbreuk=80))
    blad[0][blad[0].index("Tewerkstellingsbreuk")] = "Hoeveel"
    opdracht = gelezen(hr, xlsx(blad))
    client = als(hr)
    pagina = client.get(adres(opdracht))
    client.post(adres(opdracht), ingevuld(pagina, kolom_Hoeveel="Tewerkstellingsbreuk"))
    kijk_na(opdracht.pk)
    pagina = client.get(adres(opdracht))
    (rij_,) = pagina.context["form"].open
    assert rij_.gewoonte is not None
    assert "Procenten: dat is 80" in pagina.content.decode()
    client.post(adres(opdracht), ingevuld(pagina))
    kijk_na(opdracht.pk)
    opdracht.refresh_from_db()
    assert opdracht.status == Status.NAKIJKEN


def test_the_second_of_two_is_told_and_a_double_click_does_nothing(hr: Gebruiker) -> None:
    opdracht = gelezen(hr)
    beeld = kolommen_van(opdracht)
    assert beeld is not None
    keuze = {
        k.sleutel: Antwoord(Kolom(k.kolom) if k.kolom else None, k.gewoonte) for k in beeld.kolommen
    }
    gezien = beeldafdruk(opdracht)
    assert kies_kolommen(opdracht, keuze=keuze, gezien=gezien, door=hr)
    assert not kies_kolommen(opdracht, keuze=keuze, gezien=gezien, door=hr)
    kijk_na(opdracht.pk)
    with pytest.raises(ValidationError, match="keek iemand anders deze kolommen na"):
        kies_kolommen(opdracht, keuze=keuze, gezien=gezien, door=hr)


def test_samples_are_kept_encrypted_and_go_with_the_file(
    hr: Gebruiker, settings: Settings, als: Als
) -> None:
    opdracht = gelezen(hr)
    assert b"Benali" not in bytes(opdracht.kolombeeld)
    assert "Benali" not in str(opdracht.kolomkeuze)
    oud = settings.VERSLEUTELINGSSLEUTELS
    settings.VERSLEUTELINGSSLEUTELS = [Fernet.generate_key().decode()]
    pagina = als(hr).get(adres(opdracht))
    assert "niet leesbaar: de sleutel ontbreekt" in " ".join(pagina.content.decode().split())
    settings.VERSLEUTELINGSSLEUTELS = oud
    Importopdracht.objects.update(aangemaakt_op=nu() - timedelta(days=40))
    assert ruim_op() == 1
    opdracht.refresh_from_db()
    assert bytes(opdracht.kolombeeld) == b""
    assert als(hr).get(adres(opdracht)).status_code == 302


def test_another_sheet_can_be_chosen_where_the_columns_are_asked(hr: Gebruiker) -> None:
    ander = tabel(rij(tewerkstellingsbreuk=80))
    opdracht = gelezen(hr, xlsx(tabel(rij()), ander))
    assert kies_bladen(opdracht, namen=["Sheet2"], door=hr)
    kijk_na(opdracht.pk)
    opdracht.refresh_from_db()
    assert opdracht.status == Status.KOLOMMEN
    assert kies_bladen(opdracht, namen=["Sheet1"], door=hr)
    kijk_na(opdracht.pk)
    opdracht.refresh_from_db()
    assert opdracht.status == Status.NAKIJKEN


def test_one_answer_counts_for_all_sheets(als: Als, hr: Gebruiker) -> None:
    """Of two sheets with the same titles, only the second leaves a question."""
    ander = rij(personeelsnummer="W2", voornaam="Zoë", insz="", tewerkstellingsbreuk=50)
    een, twee = tabel(rij()), tabel(ander)
    opdracht = gelezen(hr, xlsx(een, twee))
    assert kies_bladen(opdracht, namen=["Sheet1", "Sheet2"], door=hr)
    kijk_na(opdracht.pk)
    client = als(hr)
    pagina = client.get(adres(opdracht))
    assert [r.beeld.titel for r in pagina.context["form"].open] == ["Tewerkstellingsbreuk"]
    assert client.post(adres(opdracht), ingevuld(pagina)).status_code == 302
    kijk_na(opdracht.pk)
    opdracht.refresh_from_db()
    assert opdracht.kolomkeuze["tewerkstellingsbreuk"] == ["Tewerkstellingsbreuk", "procenten"]
    assert bevestig(opdracht, gezien=opdracht.vingerafdruk, door=hr)
    breng_in(opdracht.pk)
    breuken = Arbeidsovereenkomst.objects.values_list("tewerkstellingsbreuk", flat=True)
    assert sorted(breuken) == [Decimal("0.5"), Decimal("0.8")]


def test_the_columns_of_a_file_that_was_brought_in_stay_as_they_were(
    als: Als, hr: Gebruiker
) -> None:
    opdracht = gelezen(hr, xlsx(tabel(rij())))
    client = als(hr)
    pagina = client.get(adres(opdracht))
    assert pagina.status_code == 200
    velden = ingevuld(pagina, kolom_Functie="")
    assert bevestig(opdracht, gezien=opdracht.vingerafdruk, door=hr)
    breng_in(opdracht.pk)
    assert client.post(adres(opdracht), velden).status_code == 302
    opdracht.refresh_from_db()
    assert opdracht.status == Status.KLAAR


def test_the_refused_rows_hold_what_we_read(hr: Gebruiker) -> None:
    """Mended rows come in again under our own titles, so a habit is carried out in them."""
    blad = tabel(rij(tewerkstellingsbreuk=80, bruto_maandloon=-1))
    Importgewoonte.objects.create(
        organisatie=hr.organisatie,
        titel="tewerkstellingsbreuk",
        kolom="Tewerkstellingsbreuk",
        gewoonte="procenten",
    )
    opdracht = gelezen(hr, xlsx(blad))
    (geweigerd,) = geweigerde_rijen(opdracht)
    assert geweigerd.rij.cellen[Kolom.BREUK] == "80%"

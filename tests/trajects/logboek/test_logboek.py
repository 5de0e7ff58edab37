"""The log on screen: one box, the list with its versions, a note from anywhere."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from gebruikers.models import Gebruiker, Organisatie
from tests.fabrieken import NotitieFactory, WerknemerFactory
from trajects.logboek.notities import verbeter_notitie
from trajects.models import Actie, Notitie
from werknemers.models import Werknemer

VANDAAG = date(2026, 11, 23)
HTMX = {"hx-request": "true"}
NIEUW = "/notities/nieuw/"
Als = Callable[[Gebruiker], Client]
LEEG = {"tekst": "", "soort": "gesprek", "stap_wie": "begeleider", "datum": "2026-11-23"}
PDF_INHOUD = b"%PDF-1.7\n"
pytestmark = pytest.mark.amina(in_dienst=True)


def adres(werknemer: Werknemer) -> str:
    return f"/werknemers/{werknemer.pk}/logboek/"


def notitie(**anders: Any) -> dict[str, Any]:
    vast = {"tekst": "Ze wil in de keuken blijven.", "soort": "gesprek", "datum": "2026-11-23"}
    return vast | anders


def invoer(antwoord: Any) -> dict[str, str]:
    """What the form on a page would send back untouched."""
    (formulier,) = html.fromstring(antwoord.content).xpath("//form[@data-bewaak]")
    return {naam: (waarde or "").lstrip("\n") for naam, waarde in formulier.form_values()}


def gelezen(antwoord: Any) -> list[str]:
    artikels = html.fromstring(antwoord.content).xpath("//section[@id='notities']/ol/li/article")
    return [artikel.xpath("./p[not(@class)]")[0].text_content() for artikel in artikels]


def test_writing_in_the_box_adds_to_the_log(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    client = als(begeleider)
    leeg = client.get(adres(amina))
    assert invoer(leeg) == LEEG | {"csrfmiddlewaretoken": invoer(leeg)["csrfmiddlewaretoken"]}
    assert "geen medische gegevens" in leeg.content.decode()
    antwoord = client.post(adres(amina), notitie(soort="telefoon", vertrouwelijk="on"), follow=True)
    assert antwoord.redirect_chain == [(adres(amina), 302)]
    assert "Je notitie over Amina Benali is bewaard." in antwoord.content.decode()
    assert gelezen(antwoord) == ["Ze wil in de keuken blijven."]
    bewaard = Notitie.objects.get()
    assert (bewaard.soort, bewaard.vertrouwelijk, bewaard.auteur) == ("telefoon", True, begeleider)


def test_a_note_with_everything(als: Als, begeleider: Gebruiker, amina: Werknemer) -> None:
    client = als(begeleider)
    data = notitie(
        themas=["taal", "mobiliteit"],
        duur_minuten="45",
        stap="Bellen naar De Linde",
        stap_wie="derde",
        stap_naam="de jobcoach",
        stap_tegen="2026-12-01",
        bijlagen=SimpleUploadedFile("cv van Amina.exe", PDF_INHOUD),
    )
    antwoord = client.post(adres(amina), data, follow=True)
    (artikel,) = html.fromstring(antwoord.content).xpath("//section[@id='notities']//article")
    tekst = " ".join(artikel.text_content().split())
    assert "23 november 2026 · gesprek, 45 minuten · An Peeters" in tekst
    assert "mobiliteit" in tekst
    assert "taal" in tekst
    assert "Volgende stap: Bellen naar De Linde de jobcoach · tegen 1 december 2026" in tekst
    (link,) = artikel.xpath(".//a[@download]")
    assert link.text_content().strip() == "cv van Amina.pdf"
    assert client.get(link.get("href")).content == PDF_INHOUD


def test_a_correction_shows_what_hangs_on_the_note_and_keeps_it(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    client = als(begeleider)
    erbij = notitie(
        themas=["taal"], stap="Bellen", bijlagen=SimpleUploadedFile("cv.pdf", PDF_INHOUD)
    )
    client.post(adres(amina), erbij)
    pad = f"/notities/{Notitie.objects.get().pk}/verbeter/"
    vorm = client.get(pad)
    for stuk in ("Wat er al bij hoort en blijft", "Volgende stap: Bellen", "cv.pdf"):
        assert stuk in vorm.content.decode()
    (gevinkt,) = html.fromstring(vorm.content).xpath("//input[@name='themas'][@checked]")
    assert gevinkt.get("value") == "taal"
    antwoord = client.post(pad, invoer(vorm) | {"tekst": "Beter"}, follow=True)
    for stuk in ("Volgende stap: Bellen", "cv.pdf", "<p>Beter</p>"):
        assert stuk in antwoord.content.decode()
    assert Actie.objects.count() == 1
    assert Notitie.objects.geldend().get().themas == ["taal"]


def test_what_is_refused_of_step_and_file_stands_at_its_field_and_unfolds(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    fout = {
        "stap_tegen": "2026-12-01",
        "duur_minuten": "2000",
        "bijlagen": SimpleUploadedFile("virus.pdf", b"MZ\x90"),
    }
    antwoord = als(begeleider).post(adres(amina), notitie(**fout))
    assert antwoord.status_code == 422
    pagina = html.fromstring(antwoord.content)
    for veld in ("duur_minuten", "bijlagen"):
        assert pagina.xpath(f"//details[@open]//p[@id='id_{veld}_error']"), veld
    assert "Kies je bestanden opnieuw" in antwoord.content.decode()
    zonder_tekst = als(begeleider).post(adres(amina), notitie(stap_tegen="2026-12-01"))
    (fout_bij_stap,) = html.fromstring(zonder_tekst.content).xpath("//p[@id='id_stap_error']")
    assert fout_bij_stap.text_content() == "Zeg wat er moet gebeuren."
    zonder_naam = als(begeleider).post(adres(amina), notitie(stap="Bel", stap_wie="derde"))
    assert html.fromstring(zonder_naam.content).xpath("//p[@id='id_stap_naam_error']")
    assert not Notitie.objects.exists()
    assert not Actie.objects.exists()


def test_a_short_form_folds_what_is_seldom_needed(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    pagina = html.fromstring(als(begeleider).get(adres(amina)).content)
    assert [vouw.get("open") for vouw in pagina.xpath("//form//details")] == [None] * 3


@pytest.mark.parametrize(
    ("fout", "veld"),
    [
        ({"tekst": "   "}, "tekst"),
        ({"tekst": "x" * 10_001}, "tekst"),
        ({"datum": "2026-11-24"}, "datum"),
        ({"datum": "gisteren"}, "datum"),
        ({"soort": "roddel"}, "soort"),
    ],
)
def test_a_refused_note_keeps_its_text_and_says_why_at_the_field(
    als: Als, begeleider: Gebruiker, amina: Werknemer, fout: dict[str, str], veld: str
) -> None:
    data = notitie(**fout)
    antwoord = als(begeleider).post(adres(amina), data)
    assert antwoord.status_code == 422
    assert invoer(antwoord)["tekst"] == data["tekst"]
    assert html.fromstring(antwoord.content).xpath(f"//*[@id='id_{veld}_error']")
    assert not Notitie.objects.exists()


def test_the_draft_has_a_name_of_its_own_for_each_employee(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    pagina = html.fromstring(als(begeleider).get(adres(amina)).content)
    (formulier,) = pagina.xpath("//form[@data-concept]")
    assert formulier.get("data-concept") == f"notitie-{amina.pk}"


def test_newest_first_in_pages_of_twenty(als: Als, begeleider: Gebruiker, amina: Werknemer) -> None:
    for dag in range(1, 23):
        NotitieFactory(werknemer=amina, datum=date(2026, 11, dag), tekst=f"{dag}")
    client = als(begeleider)
    assert gelezen(client.get(adres(amina))) == [str(dag) for dag in range(22, 2, -1)]
    assert gelezen(client.get(f"{adres(amina)}?pagina=2")) == ["2", "1"]


def test_fragment_and_page_make_the_fresh_page(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    for dag in range(1, 23):
        NotitieFactory(werknemer=amina, datum=date(2026, 11, dag), tekst=f"{dag}")
    client, doel = als(begeleider), f"{adres(amina)}?pagina=2"
    fragment = html.fragment_fromstring(client.get(doel, headers=HTMX).content.decode().strip())
    begin, vers = (html.fromstring(client.get(a).content) for a in (adres(amina), doel))
    (oud,) = begin.xpath("//*[@id='notities']")
    fragment.tail = oud.tail
    oud.getparent().replace(oud, fragment)
    assert _plat(begin) == _plat(vers)


def _plat(boom: html.HtmlElement) -> list[str]:
    for sleutel in boom.xpath("//*[@name='csrfmiddlewaretoken' or @name='csrf-token']"):
        sleutel.getparent().remove(sleutel)
    return html.tostring(boom, encoding="unicode").split()


def test_a_correction_shows_the_earlier_version_folded(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    eerste = NotitieFactory(werknemer=amina, auteur=begeleider, tekst="Ze wil bakker worden.")
    client = als(begeleider)
    data = invoer(client.get(f"/notities/{eerste.pk}/verbeter/"))
    assert data["tekst"] == "Ze wil bakker worden."
    antwoord = client.post(
        f"/notities/{eerste.pk}/verbeter/", data | {"tekst": "Ze wil kok worden."}, follow=True
    )
    assert gelezen(antwoord) == ["Ze wil kok worden."]
    (gevouwen,) = html.fromstring(antwoord.content).xpath("//article//details")
    vorige = " ".join(gevouwen.text_content().split())
    assert "An Peeters, 23 november 2026 om 10:00 · gesprek van 20 november 2026" in vorige
    assert "Ze wil bakker worden." in vorige


def test_the_second_of_two_corrections_hears_it_and_keeps_the_text(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker, amina: Werknemer
) -> None:
    eerste = NotitieFactory(werknemer=amina, auteur=begeleider)
    client = als(begeleider)
    data = invoer(client.get(f"/notities/{eerste.pk}/verbeter/")) | {"tekst": "Mijn versie"}
    tweede = verbeter_notitie(
        eerste,
        door=coordinator,
        soort="gesprek",
        datum=VANDAAG,
        tekst="Versie van Sofie",
        vertrouwelijk=False,
    )
    antwoord = client.post(f"/notities/{eerste.pk}/verbeter/", data)
    assert antwoord.status_code == 422
    pagina = antwoord.content.decode()
    assert "Iemand verbeterde deze notitie net voor jou." in pagina
    assert "Versie van Sofie" in pagina
    assert invoer(antwoord)["tekst"] == "Mijn versie"
    (formulier,) = html.fromstring(antwoord.content).xpath("//form[@data-bewaak]")
    assert formulier.get("action") == f"/notities/{tweede.pk}/verbeter/"
    klaar = client.post(formulier.get("action"), invoer(antwoord), follow=True)
    assert gelezen(klaar) == ["Mijn versie"]
    assert Notitie.objects.count() == 3


def test_the_address_of_an_older_version_leads_to_the_newest(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    oud = NotitieFactory(werknemer=amina, auteur=begeleider)
    nieuw = NotitieFactory(werknemer=amina, auteur=begeleider, vervangt=oud)
    antwoord = als(begeleider).get(f"/notities/{oud.pk}/verbeter/")
    assert (antwoord.status_code, antwoord["Location"]) == (302, f"/notities/{nieuw.pk}/verbeter/")


def test_a_note_from_anywhere_starts_with_whom_it_is_about(
    als: Als, begeleider: Gebruiker, amina: Werknemer, organisatie: Organisatie
) -> None:
    WerknemerFactory(organisatie=organisatie, in_dienst=True, voornaam="Ander")
    client = als(begeleider)
    keuze = html.fromstring(client.get(NIEUW).content).xpath("//ul[@class='keuzeknoppen']//a")
    assert [knop.get("href") for knop in keuze] == [f"{NIEUW}?werknemer={amina.pk}"]
    assert "Amina Benali" in client.get(f"{NIEUW}?zoek=ben%00al").content.decode()
    assert "Niemand gevonden." in client.get(f"{NIEUW}?zoek=ander").content.decode()
    vorm = client.get(f"{NIEUW}?werknemer={amina.pk}")
    antwoord = client.post(f"{NIEUW}?werknemer={amina.pk}", invoer(vorm) | notitie(), follow=True)
    assert antwoord.redirect_chain == [(adres(amina), 302)]
    assert gelezen(antwoord) == ["Ze wil in de keuken blijven."]


def test_in_the_window_over_a_page_the_page_comes_back_refreshed(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    client, doel = als(begeleider), f"{NIEUW}?werknemer={amina.pk}"
    venster = client.get(doel, headers=HTMX)
    assert "<html" not in venster.content.decode()
    (formulier,) = html.fromstring(venster.content).xpath("//form")
    assert formulier.get("hx-post") == doel
    geweigerd = client.post(doel, notitie(tekst=""), headers=HTMX)
    assert (geweigerd.status_code, "<html" in geweigerd.content.decode()) == (422, False)
    gelukt = client.post(doel, notitie(), headers=HTMX)
    assert gelukt["HX-Refresh"] == "true"
    assert "is bewaard" in client.get("/werknemers/").content.decode()


@pytest.mark.parametrize(
    ("rol", "status"), [("begeleider", 200), ("coordinator", 200), ("hr", 403), ("beheerder", 403)]
)
def test_who_may_read_and_write(
    request: pytest.FixtureRequest, als: Als, amina: Werknemer, rol: str, status: int
) -> None:
    gebruiker = request.getfixturevalue(rol)
    bestaand = NotitieFactory(werknemer=amina, auteur=gebruiker)
    client = als(gebruiker)
    for pad in (
        adres(amina),
        NIEUW,
        f"{NIEUW}?werknemer={amina.pk}",
        f"/notities/{bestaand.pk}/verbeter/",
    ):
        assert client.get(pad).status_code == status
    verwacht = 302 if status == 200 else 403
    for pad in (
        adres(amina),
        f"{NIEUW}?werknemer={amina.pk}",
        f"/notities/{bestaand.pk}/verbeter/",
    ):
        assert client.post(pad, notitie()).status_code == verwacht
    assert Notitie.objects.count() == (4 if status == 200 else 1)


def test_another_organisation_and_another_caseload_are_not_found(
    als: Als, begeleider: Gebruiker, organisatie: Organisatie, andere_organisatie: Organisatie
) -> None:
    client = als(begeleider)
    for waar in (organisatie, andere_organisatie):
        ander = WerknemerFactory(organisatie=waar)
        vreemd = NotitieFactory(werknemer=ander)
        for pad in (
            adres(ander),
            f"{NIEUW}?werknemer={ander.pk}",
            f"/notities/{vreemd.pk}/verbeter/",
        ):
            assert client.get(pad).status_code == 404
            assert client.post(pad, notitie()).status_code == 404
    assert Notitie.objects.count() == 2


def test_a_colleague_may_not_correct_but_a_coordinator_may(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker, amina: Werknemer
) -> None:
    van_sofie = NotitieFactory(werknemer=amina, auteur=coordinator)
    pad = f"/notities/{van_sofie.pk}/verbeter/"
    assert als(begeleider).get(pad).status_code == 403
    assert als(begeleider).post(pad, notitie()).status_code == 403
    van_an = NotitieFactory(werknemer=amina, auteur=begeleider)
    assert als(coordinator).get(f"/notities/{van_an.pk}/verbeter/").status_code == 200


def test_text_is_shown_as_text(als: Als, begeleider: Gebruiker, amina: Werknemer) -> None:
    NotitieFactory(werknemer=amina, tekst="<script>alert(1)</script>")
    assert gelezen(als(begeleider).get(adres(amina))) == ["<script>alert(1)</script>"]


@pytest.mark.parametrize("aantal", [1, 3])
def test_as_many_queries_for_one_note_as_for_three(
    als: Als, begeleider: Gebruiker, amina: Werknemer, aantal: int
) -> None:
    for _ in range(aantal):
        oud = NotitieFactory(werknemer=amina)
        NotitieFactory(werknemer=amina, vervangt=oud)
    client = als(begeleider)
    with CaptureQueriesContext(connection) as vragen:
        client.get(adres(amina))
    # session, user; employee with stand-ins, notes in short, contracts, advice and trajectories;
    # departures; page of notes with files and steps, their versions
    assert len(vragen) == 6


@pytest.mark.parametrize("aantal", [1, 3])
def test_as_many_queries_for_one_choice_as_for_three(
    als: Als, begeleider: Gebruiker, organisatie: Organisatie, aantal: int
) -> None:
    for _ in range(aantal):
        WerknemerFactory(organisatie=organisatie, begeleider=begeleider, in_dienst=True)
    client = als(begeleider)
    with CaptureQueriesContext(connection) as vragen:
        client.get(NIEUW)
    # session, user, recent employees, drafts
    assert len(vragen) == 4

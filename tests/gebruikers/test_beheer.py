"""The pages of the administration: who sees what, what a form does, what a list costs."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie, Waarneming
from gedeeld.models import UitgaandeMail
from gedeeld.periode import Periode
from tests.fabrieken import GebruikerFactory

Als = Callable[[Gebruiker], Client]


def tekst(antwoord: Any) -> str:
    return str(antwoord.content.decode())


def gezien(client: Client, pad: str, naam: str = "form") -> dict[str, str]:
    """What the browser sends back to say which version it showed."""
    return {"gezien": client.get(pad).context[naam]["gezien"].value()}


ALLE_INGANGEN = [
    "Import",
    "Loonopgaven",
    "Diensten",
    "Gebruikers",
    "Vervanging",
    "Werknemers overdragen",
    "Organisatie",
    "Plansjablonen",
    "Bijzondere passage",
    "Competenties",
    "Regels en bronnen",
    "Parameters",
    "Vragen aan VDAB en WSE",
    "Taken",
]
# Of the coordinator alone.
PLANLIJSTEN = {"Werknemers overdragen", "Plansjablonen", "Competenties"}


@pytest.mark.parametrize(
    ("rol", "niet"),
    [
        (Rol.BEHEERDER, PLANLIJSTEN | {"Werknemers overdragen", "Bijzondere passage"}),
        (Rol.COORDINATOR, {"Gebruikers"}),
        (
            Rol.HR,
            PLANLIJSTEN
            | {
                "Diensten",
                "Gebruikers",
                "Vervanging",
                "Werknemers overdragen",
                "Organisatie",
                "Taken",
            },
        ),
    ],
)
def test_the_administration_shows_what_you_may(
    als: Als, organisatie: Organisatie, rol: Rol, niet: set[str]
) -> None:
    client = als(GebruikerFactory(organisatie=organisatie, rol=rol))
    ingangen = client.get("/beheer/").context["ingangen"]
    assert [ingang.naam for ingang in ingangen] == [
        naam for naam in ALLE_INGANGEN if naam not in niet
    ]
    for ingang in ingangen:
        assert client.get(ingang.url).status_code == 200


PAGINAS = (
    "/beheer/gebruikers/",
    "/beheer/gebruikers/nieuw/",
    "/beheer/organisatie/",
    "/beheer/vervanging/",
    "/beheer/vervanging/nieuw/",
    "/beheer/taken/",
    "/beheer/",
    "/beheer/regels/",
)


@pytest.mark.parametrize(
    ("rol", "mag"),
    [
        (Rol.BEHEERDER, [200] * 8),
        (Rol.COORDINATOR, [403, 403, 200, 200, 200, 200, 200, 200]),
        (Rol.HR, [403, 403, 403, 403, 403, 403, 200, 200]),
        (Rol.BEGELEIDER, [403, 403, 403, 403, 403, 403, 403, 200]),
    ],
)
def test_who_may_go_where(als: Als, organisatie: Organisatie, rol: Rol, mag: list[int]) -> None:
    client = als(GebruikerFactory(organisatie=organisatie, rol=rol))
    assert [client.get(pad).status_code for pad in PAGINAS] == mag


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_list_of_users(
    als: Als, beheerder: Gebruiker, aantal: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    GebruikerFactory.create_batch(aantal - 1, organisatie=beheerder.organisatie)
    GebruikerFactory(voornaam="Vreemde")
    client = als(beheerder)
    with django_assert_num_queries(4):
        antwoord = client.get("/beheer/gebruikers/")
    assert len(antwoord.context["pagina"]) == aantal
    assert "Vreemde" not in tekst(antwoord)


def test_the_list_says_who_was_not_here_yet(als: Als, beheerder: Gebruiker) -> None:
    uit = GebruikerFactory(organisatie=beheerder.organisatie, voornaam="Aad", is_active=False)
    antwoord = als(beheerder).get("/beheer/gebruikers/")
    assert list(antwoord.context["pagina"]) == [beheerder, uit]
    assert "uitgenodigd" not in tekst(antwoord)
    assert "actief" in tekst(antwoord)


NIEUW = {"email": "zoe@delepel.be", "voornaam": "Zoë", "naam": "Diels", "rol": "begeleider"}


def test_inviting_somebody(als: Als, beheerder: Gebruiker) -> None:
    antwoord = als(beheerder).post("/beheer/gebruikers/nieuw/", NIEUW, follow=True)
    assert "De uitnodiging is onderweg naar zoe@delepel.be." in tekst(antwoord)
    assert Gebruiker.objects.get(email="zoe@delepel.be").organisatie == beheerder.organisatie
    assert UitgaandeMail.objects.count() == 1


def test_a_mistake_keeps_what_was_typed(als: Als, beheerder: Gebruiker) -> None:
    velden = NIEUW | {"email": beheerder.email}
    antwoord = als(beheerder).post("/beheer/gebruikers/nieuw/", velden)
    assert antwoord.status_code == 422
    assert "Er is al een gebruiker met dit e-mailadres." in tekst(antwoord)
    assert 'value="Diels"' in tekst(antwoord)
    assert not UitgaandeMail.objects.exists()


def test_editing_a_user(als: Als, beheerder: Gebruiker, begeleider: Gebruiker) -> None:
    pad = f"/beheer/gebruikers/{begeleider.pk}/"
    velden = {"voornaam": "Anna", "naam": "Peeters", "rol": "coordinator"}
    client = als(beheerder)
    antwoord = client.post(pad, velden | gezien(client, pad), follow=True)
    assert "De gegevens van Anna Peeters zijn bewaard." in tekst(antwoord)
    begeleider.refresh_from_db()
    assert (begeleider.rol, begeleider.is_active) == (Rol.COORDINATOR, False)


def test_who_is_too_late_sees_what_the_other_saved(
    als: Als, beheerder: Gebruiker, begeleider: Gebruiker
) -> None:
    pad = f"/beheer/gebruikers/{begeleider.pk}/"
    client = als(beheerder)
    eerder = gezien(client, pad)
    velden = {"voornaam": "An", "naam": "Peeters", "rol": "begeleider", "is_active": "on"}
    client.post(pad, velden | {"rol": "hr"} | eerder)
    antwoord = client.post(pad, velden | {"voornaam": "Anna"} | eerder)
    assert antwoord.status_code == 422
    assert "Iemand anders bewaarde dit terwijl jij bezig was" in tekst(antwoord)
    begeleider.refresh_from_db()
    assert (begeleider.voornaam, begeleider.rol) == ("An", Rol.HR)
    form = antwoord.context["form"]
    opnieuw = {veld.name: veld.value() for veld in form if veld.value()}
    assert (opnieuw["voornaam"], opnieuw["rol"]) == ("Anna", "hr")
    client.post(pad, opnieuw)
    begeleider.refresh_from_db()
    assert (begeleider.voornaam, begeleider.rol) == ("Anna", Rol.HR)


def test_the_last_administrator_gets_an_explanation(als: Als, beheerder: Gebruiker) -> None:
    pad = f"/beheer/gebruikers/{beheerder.pk}/"
    velden = {"naam": "De Smet", "rol": "hr", "is_active": "on"}
    client = als(beheerder)
    antwoord = client.post(pad, velden | gezien(client, pad))
    assert antwoord.status_code == 422
    assert "Dit is de laatste actieve beheerder." in tekst(antwoord)


@pytest.mark.parametrize("achter", ["", "uitnodigen/"])
def test_somebody_from_elsewhere_does_not_exist_here(
    als: Als, beheerder: Gebruiker, achter: str
) -> None:
    vreemde = GebruikerFactory()
    client = als(beheerder)
    assert client.post(f"/beheer/gebruikers/{vreemde.pk}/{achter}", NIEUW).status_code == 404


def test_inviting_again(als: Als, beheerder: Gebruiker, begeleider: Gebruiker) -> None:
    client = als(beheerder)
    pad = f"/beheer/gebruikers/{begeleider.pk}/"
    assert "Stuur de uitnodiging opnieuw" in tekst(client.get(pad))
    antwoord = client.post(f"{pad}uitnodigen/", follow=True)
    assert f"De uitnodiging is onderweg naar {begeleider.email}." in tekst(antwoord)
    Gebruiker.objects.filter(pk=begeleider.pk).update(last_login=begeleider.aangemaakt_op)
    assert "Stuur de uitnodiging opnieuw" not in tekst(client.get(pad))
    antwoord = client.post(f"{pad}uitnodigen/", follow=True)
    assert "Alleen wie zich nog nooit aanmeldde" in tekst(antwoord)
    assert UitgaandeMail.objects.count() == 1


def test_choosing_thresholds(als: Als, coordinator: Gebruiker) -> None:
    client = als(coordinator)
    assert 'value="24, 18, 12, 9, 6, 3, 1"' in tekst(client.get("/beheer/organisatie/"))
    velden = {"drempels": "3; 12 6"} | gezien(client, "/beheer/organisatie/", "drempels_form")
    antwoord = client.post("/beheer/organisatie/drempels/", velden, follow=True)
    assert "De drempels zijn bewaard." in tekst(antwoord)
    assert 'value="12, 6, 3"' in tekst(antwoord)


@pytest.mark.parametrize(
    ("getypt", "zin"),
    [("12, drie", "“drie” is geen aantal maanden."), ("12, 61", "1 tot en met 60"), (" ", "")],
)
def test_thresholds_that_cannot_be(als: Als, coordinator: Gebruiker, getypt: str, zin: str) -> None:
    client = als(coordinator)
    velden = {"drempels": getypt} | gezien(client, "/beheer/organisatie/", "drempels_form")
    antwoord = client.post("/beheer/organisatie/drempels/", velden)
    assert antwoord.status_code == 422
    assert zin in tekst(antwoord)
    coordinator.organisatie.refresh_from_db()
    assert coordinator.organisatie.drempels == [24, 18, 12, 9, 6, 3, 1]


def test_only_the_administrator_changes_the_name(
    als: Als, beheerder: Gebruiker, coordinator: Gebruiker
) -> None:
    pad, velden = "/beheer/organisatie/gegevens/", {"naam": "Lepel vzw", "kbo_nummer": "0403170701"}
    assert als(coordinator).post(pad, velden).status_code == 403
    assert "Naam en nummer" not in tekst(als(coordinator).get("/beheer/organisatie/"))
    client = als(beheerder)
    nu = gezien(client, "/beheer/organisatie/")
    antwoord = client.post(pad, velden | nu, follow=True)
    assert "De gegevens van je organisatie zijn bewaard." in tekst(antwoord)
    assert 'value="0403.170.701"' in tekst(antwoord)
    fout = client.post(pad, velden | {"kbo_nummer": "123"})
    assert fout.status_code == 422
    assert "Dit KBO-nummer klopt niet." in tekst(fout)


def maak_waarneming(
    coordinator: Gebruiker, van: date, tot: date, begeleider: Gebruiker | None = None
) -> Waarneming:
    een, ander = GebruikerFactory.create_batch(2, organisatie=coordinator.organisatie)
    return Waarneming.objects.create(
        begeleider=begeleider or een, vervanger=ander, periode=Periode(van, tot)
    )


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_list_of_stand_ins(
    als: Als, coordinator: Gebruiker, aantal: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for maand in range(aantal):
        maak_waarneming(coordinator, date(2026, 10 + maand, 1), date(2026, 10 + maand, 20))
    maak_waarneming(coordinator, date(2024, 1, 1), date(2025, 11, 23))
    maak_waarneming(GebruikerFactory(coordinator=True), date(2026, 11, 1), date(2026, 12, 1))
    client = als(coordinator)
    with django_assert_num_queries(5):
        antwoord = client.get("/beheer/vervanging/")
    assert len(antwoord.context["pagina"]) == aantal


def test_the_list_says_what_holds_now(als: Als, coordinator: Gebruiker) -> None:
    maak_waarneming(coordinator, date(2026, 11, 1), date(2026, 12, 1))
    antwoord = tekst(als(coordinator).get("/beheer/vervanging/"))
    assert "1 november 2026 t.e.m. 30 november 2026" in antwoord
    assert antwoord.count("Stop<span") == 1


def test_the_list_says_when_nobody_stands_in_after_all(als: Als, coordinator: Gebruiker) -> None:
    waarneming = maak_waarneming(coordinator, date(2026, 11, 1), date(2026, 12, 1))
    maak_waarneming(coordinator, date(2026, 11, 25), date(2026, 11, 28), waarneming.vervanger)
    antwoord = tekst(als(coordinator).get("/beheer/vervanging/"))
    assert antwoord.count("geen vervanger") == 1
    assert "</span> van 25 t.e.m. 27 november 2026" in antwoord


@pytest.mark.parametrize("welke", ["eigen", "vreemd", "geen sleutel"])
def test_a_link_says_who_is_away(als: Als, coordinator: Gebruiker, welke: str) -> None:
    eigen = GebruikerFactory(organisatie=coordinator.organisatie)
    gevraagd = {"eigen": str(eigen.pk), "vreemd": str(GebruikerFactory().pk), "geen sleutel": "x"}
    adres = f"/beheer/vervanging/nieuw/?begeleider={gevraagd[welke]}"
    gekozen = f'<option value="{eigen.pk}" selected>' in tekst(als(coordinator).get(adres))
    assert gekozen is (welke == "eigen")


def test_who_is_away_and_stood_in_leaves_somebody_alone(als: Als, coordinator: Gebruiker) -> None:
    waarneming = maak_waarneming(coordinator, date(2026, 11, 1), date(2026, 12, 1))
    velden = {
        "begeleider": waarneming.vervanger_id,
        "vervanger": coordinator.pk,
        "van": "2026-11-25",
        "tot_en_met": "2026-11-27",
    }
    antwoord = als(coordinator).post("/beheer/vervanging/nieuw/", velden, follow=True)
    assert (
        f"{waarneming.vervanger} vervangt {waarneming.begeleider}. Regel iemand anders "
        "van 25 t.e.m. 27 november 2026." in tekst(antwoord)
    )


def test_so_does_who_is_switched_off(
    als: Als, beheerder: Gebruiker, coordinator: Gebruiker
) -> None:
    waarneming = maak_waarneming(coordinator, date(2026, 11, 1), date(2026, 12, 1))
    wie = waarneming.vervanger
    client, adres = als(beheerder), f"/beheer/gebruikers/{wie.pk}/"
    velden = {"voornaam": wie.voornaam, "naam": wie.naam, "rol": wie.rol, **gezien(client, adres)}
    antwoord = tekst(client.post(adres, velden, follow=True))
    assert f"{wie} vervangt {waarneming.begeleider}. Regel iemand anders van 23" in antwoord
    assert f"{wie} heeft nog" not in antwoord


def test_without_a_stand_in_it_says_when_you_arrange_one(als: Als, coordinator: Gebruiker) -> None:
    antwoord = tekst(als(coordinator).get("/beheer/vervanging/"))
    assert "Er is geen vervanging. Regel er een" in antwoord


def test_arranging_and_stopping_a_stand_in(als: Als, coordinator: Gebruiker) -> None:
    een, twee = GebruikerFactory.create_batch(2, organisatie=coordinator.organisatie)
    velden = {"begeleider": een.pk, "vervanger": twee.pk, "van": "2026-11-01"}
    client = als(coordinator)
    te_vroeg = client.post("/beheer/vervanging/nieuw/", velden | {"tot_en_met": "2026-10-31"})
    assert te_vroeg.status_code == 422
    assert "De laatste dag (31/10/2026) ligt voor de eerste dag (01/11/2026)." in tekst(te_vroeg)
    goed = velden | {"tot_en_met": "2026-11-30"}
    antwoord = client.post("/beheer/vervanging/nieuw/", goed, follow=True)
    assert "De vervanging is geregeld." in tekst(antwoord)
    waarneming = Waarneming.objects.get()
    assert waarneming.periode == Periode.tem(date(2026, 11, 1), date(2026, 11, 30))
    dubbel = client.post("/beheer/vervanging/nieuw/", goed)
    assert "Deze vervanging staat er al" in tekst(dubbel)
    zelf = client.post("/beheer/vervanging/nieuw/", goed | {"vervanger": een.pk})
    assert zelf.context["form"].errors == {"vervanger": ["Kies iemand anders als vervanger."]}
    antwoord = client.post(f"/beheer/vervanging/{waarneming.pk}/stop/", follow=True)
    assert "De vervanging is gestopt." in tekst(antwoord)
    waarneming.refresh_from_db()
    assert waarneming.periode.tot == date(2026, 11, 23)


def test_the_choice_is_limited_to_the_own_counsellors(als: Als, coordinator: Gebruiker) -> None:
    collega = GebruikerFactory(organisatie=coordinator.organisatie)
    GebruikerFactory(organisatie=coordinator.organisatie, hr=True)
    vreemde = GebruikerFactory()
    client = als(coordinator)
    form = client.get("/beheer/vervanging/nieuw/").context["form"]
    assert set(form.fields["vervanger"].queryset) == {coordinator, collega}
    velden = {"begeleider": collega.pk, "vervanger": vreemde.pk, "van": "2026-12-01"}
    antwoord = client.post("/beheer/vervanging/nieuw/", velden | {"tot_en_met": "2026-12-31"})
    assert list(antwoord.context["form"].errors) == ["vervanger"]


def test_a_stand_in_from_elsewhere_does_not_exist_here(als: Als, coordinator: Gebruiker) -> None:
    vreemd = maak_waarneming(
        GebruikerFactory(coordinator=True), date(2026, 11, 1), date(2026, 12, 1)
    )
    assert als(coordinator).post(f"/beheer/vervanging/{vreemd.pk}/stop/").status_code == 404


@pytest.mark.parametrize("pad", ["organisatie/gegevens/", "organisatie/drempels/"])
def test_opening_changes_nothing(als: Als, beheerder: Gebruiker, pad: str) -> None:
    assert als(beheerder).get(f"/beheer/{pad}").status_code == 405

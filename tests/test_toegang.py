"""The sweep: every address × everybody × an object of the own and of another organisation."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from allauth.account import urls as allauth_urls
from django.contrib import admin
from django.test import Client
from django.urls import NoReverseMatch, Resolver404, URLPattern, resolve, reverse

from gedeeld.models import Taakrun
from gedeeld.taken.nachtwacht import NACHTTAAK
from gedeeld.tijd import nu
from tests.toegang.adres import Adres, Deur
from tests.toegang.gedeeld import Werelden
from tests.toegang.patronen import alle_patronen, eigen_patronen
from tests.toegang.stand import proef, stand
from tests.toegang.tabel import EIGEN_ACCOUNT, OPEN, SLEUTELS, TABEL
from tests.toegang.wereld import ROL_VAN, Wereld, Wie

pytestmark = pytest.mark.django_db
METHODEN = ("get", "post")
BUITEN = {Wie.ANONIEM, Wie.INACTIEF}


ALLE = alle_patronen()
EIGEN = {patroon.naam for patroon in eigen_patronen()}  # that no two share a name: test_patronen


def test_every_address_is_in_the_table() -> None:
    bekend = {*TABEL, *OPEN, *EIGEN_ACCOUNT}
    assert not EIGEN - bekend, (
        "These addresses stand in no table. Write in tests/toegang/tabel*.py for whom each is open "
        "and what it answers; if it names an object, add that to tests/toegang/wereld.py."
    )
    assert not bekend - EIGEN, "These addresses are gone: take them out of the table."


def test_no_address_comes_without_csrf() -> None:
    zonder = [p.naam for p in ALLE if getattr(p.patroon.callback, "csrf_exempt", False)]
    assert zonder == []


# --- who comes in ----------------------------------------------------------------------------


@pytest.fixture
def eigen(werelden: Werelden) -> Wereld:
    return werelden.eigen


@pytest.fixture
def vreemd(werelden: Werelden) -> Wereld:
    return werelden.vreemd


@pytest.fixture
def browsers(werelden: Werelden) -> dict[Wie, Client]:
    return werelden.browsers()


def verwacht(adres: Adres, deur: Deur | None, wie: Wie, *, eigen: bool) -> int | None:
    """The status; None: sent to the login page."""
    if wie in BUITEN:
        return None
    if deur is None:
        return 405
    if wie in adres.anders and eigen:
        return adres.anders[wie]
    if ROL_VAN.get(wie) not in deur.rollen:
        return 403
    if adres.gaat_ergens_over and not (eigen and (wie != Wie.COLLEGA or not adres.caseload)):
        return 404
    return deur.antwoord


def klop_aan(client: Client, naam: str, methode: str, wereld: Wereld) -> Any:
    adres = TABEL[naam]
    deur = getattr(adres, methode)
    url = reverse(naam, kwargs=adres.van(wereld))
    velden = deur.velden(wereld) if deur else {}
    if methode == "get":
        return client.get(url, adres.vraag(wereld) | velden)
    return client.post(url, velden, query_params=adres.vraag(wereld))


def uitkomst(antwoord: Any) -> int | None:
    naar_login = antwoord.status_code == 302 and antwoord.url.startswith("/account/login/?next=/")
    return None if naar_login else antwoord.status_code


@pytest.mark.parametrize("naam", TABEL)
def test_who_gets_in_where(
    naam: str, eigen: Wereld, vreemd: Wereld, browsers: dict[Wie, Client]
) -> None:
    adres = TABEL[naam]
    gevonden, bedoeld = {}, {}
    for wereld in (eigen, vreemd) if adres.gaat_ergens_over else (eigen,):
        for wie, client in browsers.items():
            for methode in METHODEN:
                wat = (wie.name, methode, "own" if wereld is eigen else "other")
                deur = getattr(adres, methode)
                bedoeld[wat] = verwacht(adres, deur, wie, eigen=wereld is eigen)
                gevonden[wat] = _probeer(client, naam, methode, wereld, bedoeld[wat])
    assert gevonden == bedoeld


def _probeer(
    client: Client, naam: str, methode: str, wereld: Wereld, bedoeld: int | None
) -> int | str | None:
    """The outcome, and the state put back; a refusal that wrote something says so."""
    met_toegang = bedoeld in {200, 302, 422}
    with proef(kijk=not met_toegang) as poging:
        status = uitkomst(klop_aan(client, naam, methode, wereld))
    return f"{status}, and yet it wrote" if poging.schreef else status


def test_the_state_of_the_database_notices_a_change(eigen: Wereld) -> None:
    voor = stand()
    assert stand() == voor
    eigen.werknemer.gsm = "0470 00 00 00"
    eigen.werknemer.save()
    assert stand() != voor


@pytest.mark.parametrize(
    ("van", "naar"),
    [
        ("http://testserver/signalen/?status=nieuw", "/signalen/%3Fstatus%3Dnieuw"),
        ("http://testserver/vandaag/", "/vandaag/"),
        ("https://elders.example/signalen/", "{zelf}"),
        ("", "{zelf}"),
    ],
)
def test_who_is_logged_out_when_submitting_comes_back_to_the_page(
    eigen: Wereld, client: Client, van: str, naar: str
) -> None:
    """The address of the form itself answers no GET."""
    zelf = reverse("trajects:signaal_gezien", args=[eigen.signaal.pk])
    antwoord = client.post(zelf, headers={"Referer": van})
    assert antwoord.url == f"/account/login/?next={naar.format(zelf=zelf)}"


# --- accounts --------------------------------------------------------------------------------


def _url(naam: str) -> str:
    return reverse(naam, kwargs=SLEUTELS.get(naam, {}))


@pytest.mark.parametrize("naam", OPEN)
def test_what_is_open_to_everybody(naam: str, client: Client) -> None:
    Taakrun.objects.create(taak=NACHTTAAK, einde=nu(), status=Taakrun.Status.GESLAAGD)
    status = tuple(getattr(client, methode)(_url(naam)).status_code for methode in METHODEN)
    assert status == OPEN[naam]


@pytest.mark.parametrize("naam", EIGEN_ACCOUNT)
def test_what_is_about_yourself(naam: str, browsers: dict[Wie, Client]) -> None:
    for wie, client in browsers.items():
        status = tuple(uitkomst(getattr(client, methode)(_url(naam))) for methode in METHODEN)
        assert status == ((None, None) if wie in BUITEN else EIGEN_ACCOUNT[naam]), wie


ONGEBRUIKT = [p for p in allauth_urls.urlpatterns if p.name not in EIGEN]


@pytest.mark.parametrize("patroon", ONGEBRUIKT, ids=lambda patroon: patroon.name)
def test_a_page_of_allauth_that_we_do_not_use_does_not_exist(patroon: URLPattern) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(patroon.name)
    pad = re.sub(r"<[^>]+>", "x", str(patroon.pattern)).strip("^$/")
    with pytest.raises(Resolver404):
        resolve(f"/account/{pad}/")


@pytest.mark.parametrize(
    "pad",
    ["/admin/", "/accounts/login/", "/account/social/login/", "/account/3rdparty/", "/static/"],
)
def test_what_does_not_exist_asks_to_log_in_first(pad: str, browsers: dict[Wie, Client]) -> None:
    assert browsers[Wie.COORDINATOR].get(pad).status_code == 404


# --- the operator's admin --------------------------------------------------------------------


def _operatorpaden(wereld: Wereld) -> Iterator[str]:
    """Each list, form and history of Django's admin."""
    yield from (reverse("admin:index"), reverse("admin:password_change"), reverse("admin:jsi18n"))
    for model in admin.site._registry:
        basis = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        yield from (reverse(f"{basis}_changelist"), reverse(f"{basis}_add"))
        bestaand = model._default_manager.order_by("pk").first()
        if bestaand is not None:
            for soort in ("change", "history", "delete"):
                yield reverse(f"{basis}_{soort}", args=[bestaand.pk])


def test_the_admin_site_is_for_the_operator_only(
    eigen: Wereld, browsers: dict[Wie, Client]
) -> None:
    voor = stand()
    for pad in _operatorpaden(eigen):
        pogingen = [(wie, "get") for wie in (*ROL_VAN, *BUITEN)] + [(Wie.BEHEERDER, "post")]
        for wie, methode in pogingen:
            antwoord = getattr(browsers[wie], methode)(pad)
            assert antwoord.status_code == 302, (pad, wie, methode)
            assert antwoord.url.startswith(("/account/login/", "/operator/login/"))
        assert browsers[Wie.OPERATOR].get(pad).status_code in {200, 403}, pad
    assert stand() == voor


def test_a_member_is_refused_at_the_door_of_the_operator(browsers: dict[Wie, Client]) -> None:
    for wie in ROL_VAN:
        assert browsers[wie].get("/operator/login/").status_code == 403

"""Whatever stands in a query, a form, a cookie or a path, every address answers: never an error.

The values are divided over the doors: each comes to each kind of field somewhere.
"""

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from regels.keuzes import Parametercode
from tests.toegang.formulieren import vul_in
from tests.toegang.gedeeld import Werelden
from tests.toegang.patronen import eigen_patronen
from tests.toegang.tabel import EIGEN_ACCOUNT, OPEN, SLEUTELS, TABEL
from tests.toegang.vreemd import ADRESSEN, WAARDEN, Ingang, ingangen, pogingen, vanaf
from tests.toegang.wereld import Wie

pytestmark = pytest.mark.django_db
VREEMDE_KOEKJES = ('"\\000"', '"\\000abcdefgh0123"', "²", '"\\377"', "x" * 5000, "gAAAA:1:x")


@pytest.fixture(autouse=True)
def _zonder_logboek() -> Iterator[None]:
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


def _wat_misgaat(ingang: Ingang, begin: int) -> Iterator[str]:
    for wat, velden, koppen in pogingen(ingang, begin):
        try:
            status = ingang.stuur(velden, koppen)
        except Exception as fout:  # noqa: BLE001 - whatever it is, it would be a server error
            status = f"{type(fout).__name__}: {fout}"[:200]
        if not isinstance(status, int) or status >= 500:
            verstuurd = {sleutel: str(waarde)[:30] for sleutel, waarde in velden.items()}
            yield f"{ingang.methode} {ingang.url}, {wat}: {status} {verstuurd} {koppen}"


def test_no_query_and_no_form_makes_a_server_error(werelden: Werelden, settings: Any) -> None:
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "tests.toegang.meelezer.Meelezer"]
    # A plain browser: what a page looks like is told by other tests, and costs time.
    browsers = {wie: _gewoon(client) for wie, client in werelden.browsers().items()}
    fouten, geprobeerd = [], 0
    for begin, ingang in enumerate(ingangen(browsers, werelden.eigen)):
        fouten += _wat_misgaat(ingang, 7 * begin)
        geprobeerd += len(ingang.sleutels)
    assert fouten == []
    assert geprobeerd > 500  # keys of all doors together: nothing was tried is no proof


def _gewoon(streng: Client) -> Client:
    client = Client()
    client.cookies = streng.cookies
    return client


# --- accounts, paths, cookies ------------------------------------------------------------------


@pytest.mark.parametrize("naam", [*OPEN, *EIGEN_ACCOUNT])
def test_no_value_breaks_a_page_about_an_account(naam: str, werelden: Werelden) -> None:
    van_sleutel = SLEUTELS.get(naam, {})
    url = reverse(naam, kwargs=van_sleutel)
    client = werelden.browsers()[Wie.COORDINATOR] if naam in EIGEN_ACCOUNT else Client()
    velden = ("login", "email", "password", "password1", "password2", "oldpassword", "next")
    for waarde in WAARDEN:
        alle = dict.fromkeys(velden, waarde)
        for methode in ("GET", "POST"):
            ingang = Ingang(naam, methode, client, url)
            assert ingang.stuur(alle, {}) < 500, waarde[:30]
    for adres in ADRESSEN:
        assert Ingang(naam, "GET", client, url).stuur({"next": adres}, vanaf(adres)) < 500


WOORDEN = [p for p in eigen_patronen() if p.naam in TABEL and set(p.soorten.values()) - {"int"}]


@pytest.mark.parametrize("patroon", WOORDEN, ids=lambda patroon: patroon.naam)
def test_no_word_in_a_path_breaks_it(patroon: Any, werelden: Werelden) -> None:
    delen = {deel: str(waarde) for deel, waarde in TABEL[patroon.naam].van(werelden.eigen).items()}
    woord = next(deel for deel, soort in patroon.soorten.items() if soort != "int")
    browsers = werelden.browsers()
    for vreemd in ("%00", "²", "%ED%A0%80", "9" * 30, "2027-K1%00", "%2e%2e", "<b>"):
        for wie in (Wie.COORDINATOR, Wie.HR):
            antwoord = browsers[wie].get(patroon.pad(delen | {woord: vreemd}))
            assert antwoord.status_code < 500, vreemd


@pytest.mark.parametrize("koekje", ["sessionid", "csrftoken", "messages"])
def test_no_cookie_breaks_a_page(koekje: str, werelden: Werelden) -> None:
    for waarde in VREEMDE_KOEKJES:
        client = werelden.browsers()[Wie.COORDINATOR]
        andere = [f"{k}={v.value}" for k, v in client.cookies.items() if k != koekje]
        tekst = "; ".join([f"{koekje}={waarde}", *andere])
        client.cookies.clear()
        for adres in ("/vandaag/", "/account/login/"):
            assert client.get(adres, HTTP_COOKIE=tekst).status_code < 500, waarde[:20]
        assert client.post("/account/login/", HTTP_COOKIE=tekst).status_code < 500


def test_a_key_too_large_for_the_database_names_nothing(werelden: Werelden) -> None:
    client = werelden.browsers()[Wie.COORDINATOR]
    for naam, adres in TABEL.items():
        delen = adres.van(werelden.eigen)
        if adres.get is not None and "pk" in delen:
            url = reverse(naam, kwargs=delen | {"pk": 10**30})
            assert client.get(url).status_code in {403, 404}, naam


# --- the operator's pages ----------------------------------------------------------------------


def test_no_value_breaks_a_page_of_the_operator(werelden: Werelden) -> None:
    client = werelden.browsers()[Wie.OPERATOR]
    lijsten = [
        reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        for model in admin.site._registry
    ]
    nieuw = reverse("admin:regels_regelparameter_add")
    met_code = f"{nieuw}?code={Parametercode.GGMMI}"
    form = client.get(met_code).context["form"]
    eerlijk = vul_in(form)
    for nr, url in enumerate(lijsten):
        waarde = WAARDEN[nr % len(WAARDEN)]
        ingang = Ingang(url, "GET", client, url)
        assert ingang.stuur({"q": waarde, "p": waarde, "o": waarde}, {}) < 500, waarde[:20]
    for nr, waarde in enumerate(WAARDEN):
        veld = list(form.fields)[nr % len(form.fields)]
        assert Ingang(nieuw, "GET", client, nieuw).stuur({"code": waarde}, {}) < 500, waarde[:20]
        assert Ingang(nieuw, "POST", client, met_code).stuur(eerlijk | {veld: waarde}, {}) < 500

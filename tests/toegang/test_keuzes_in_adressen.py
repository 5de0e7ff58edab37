"""A word in an address opens what that word may open, for each of the words that there are."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

import pytest
from django.test import Client
from django.urls import reverse

from financiering.views import bedragen
from gedeeld.kwartaal import Kwartaal
from regels.domein.wetsvragen import open_vragen
from regels.keuzes import EIGEN_WAARDE_MAG, Parametercode
from tests.test_toegang import uitkomst, verwacht
from tests.toegang.adres import Deur
from tests.toegang.patronen import eigen_patronen
from tests.toegang.tabel import TABEL
from tests.toegang.wereld import ROL_VAN, Wereld, Wie, clients, maak_wereld
from trajects.keuzes import RANDVOORWAARDEN, Checkpunt, Verzoekkop
from trajects.paginas.views.secties import SECTIES
from werknemers.keuzes import Adviesstap

Delen = dict[str, Any]
ONZIN: Final = "onzin"
# A key stands for an object, which the sweep takes from the own and from the other world.
SLEUTELS: Final = {"int"}


def _elk(deel: str, woorden: Iterable[str]) -> Callable[[str, Wereld], list[Delen]]:
    vast = tuple(woorden)
    return lambda naam, wereld: [TABEL[naam].van(wereld) | {deel: woord} for woord in vast]


def _dienst(naam: str, wereld: Wereld) -> list[Delen]:
    return [{"soort": soort, "pk": wereld.dienst.pk} for soort in bedragen.SOORTEN]


def _post(naam: str, wereld: Wereld) -> list[Delen]:
    """Each kind of amount with an amount of that kind."""
    return [{"soort": soort, "pk": getattr(wereld.geld, soort).pk} for soort in bedragen.SOORTEN]


def _bewijs(naam: str, wereld: Wereld) -> list[Delen]:
    return [{"code": wereld.geld.bewijs.code}]


CODES: Final = _elk("code", Parametercode.values)
KWARTALEN: Final = _elk(
    "kwartaal", [str(Kwartaal(2026, 4)), str(Kwartaal(2027, 1)), str(Kwartaal(2028, 4))]
)
# One that is over, too: it is laid beside what was paid.
OOK_VOORBIJ: Final = _elk("kwartaal", [str(Kwartaal(2023, 3)), str(Kwartaal(2026, 4))])
WOORDEN: Final = {
    "trajects:sectie": _elk("naam", SECTIES),
    "trajects:randvoorwaarde_bewerk": _elk("thema", RANDVOORWAARDEN),
    "trajects:verzoektekst_bewerk": _elk("kop", Verzoekkop),
    "trajects:evaluatie_voorstel": _elk("dag", ["2026-12-31", "2027-01-04"]),
    "trajects:overdracht_checkpunt": _elk("punt", Checkpunt.values),
    "financiering:waarom": OOK_VOORBIJ,
    "financiering:waarom_dienst": KWARTALEN,
    "financiering:waarom_bewijs": OOK_VOORBIJ,
    "financiering:bewijs": _bewijs,
    "financiering:bewijs_bestand": _bewijs,
    "financiering:betaald_kwartaal": _elk("kwartaal", ["2023-K3", "2026-K3", "2026-K4"]),
    "financiering:betaald_xlsx": _elk("kwartaal", ["2023-K3", "2026-K3", "2026-K4"]),
    "werknemers:gebeurtenis_nieuw": _elk(
        "soort", [stap for stap in Adviesstap.values if stap != Adviesstap.BEZWAAR]
    ),
    "werknemers:loonopgaven_kwartaal": _elk("kwartaal", ["2023-K3", "2026-K3", "2026-K4"]),
    "financiering:betaling_nieuw": _elk("kwartaal", ["2023-K3", "2026-K3", "2026-K4"]),
    "financiering:bedrag_nieuw": _dienst,
    "financiering:bedrag_bewerk": _post,
    "financiering:bedrag_vervolg": _post,
    "financiering:bedrag_einde": _post,
    "financiering:bedrag_weg": _post,
    "regels:parameter": CODES,
    "regels:vraag": _elk("code", [punt.code for punt in open_vragen()]),
    "financiering:parameter_waarde": CODES,
    "financiering:parameter_terug": CODES,
}


def _woord(naam: str) -> str:
    """The part of this address that is a word."""
    patroon = next(patroon for patroon in eigen_patronen() if patroon.naam == naam)
    return next(deel for deel, soort in patroon.soorten.items() if soort not in SLEUTELS)


def test_of_every_word_in_an_address_the_values_are_known() -> None:
    met_woord = {
        patroon.naam
        for patroon in eigen_patronen()
        if patroon.naam in TABEL and set(patroon.soorten.values()) - SLEUTELS
    }
    assert met_woord == set(WOORDEN), "Name the enumeration that its words come from."


def _pogingen(naam: str, eigen: Wereld, vreemd: Wereld) -> Iterator[tuple[Wie, bool, Delen]]:
    algemeen = TABEL[naam].algemeen
    for wereld in (eigen,) if algemeen else (eigen, vreemd):
        for wie in (Wie.COORDINATOR, Wie.BEGELEIDER) if algemeen else ROL_VAN:
            for delen in WOORDEN[naam](naam, wereld):
                yield wie, wereld is eigen, delen


def _bedoeld(naam: str, methode: str, wie: Wie, *, eigen: bool, delen: Delen) -> int | None:
    deur = getattr(TABEL[naam], methode)
    antwoord = verwacht(TABEL[naam], deur, wie, eigen=eigen)
    if naam.startswith("financiering:parameter_") and antwoord in {200, 422}:
        if delen["code"] not in EIGEN_WAARDE_MAG:
            return 404
        if naam.endswith("terug") and delen != {"code": "patronale_bijdrage"}:
            return 302  # there is no own value to stop with
    return antwoord


def _klop_aan(client: Client, deur: Deur, methode: str, url: str, wereld: Wereld) -> int | None:
    """The outcome; who asks for a fragment is refused just the same."""
    antwoord = uitkomst(getattr(client, methode)(url, deur.velden(wereld)))
    if methode == "get" and antwoord in {403, 404}:
        fragment = client.get(url, headers={"HX-Request": "true"})
        assert fragment.status_code == antwoord, url
    return antwoord


@pytest.mark.django_db
@pytest.mark.parametrize("naam", WOORDEN)
def test_every_word_opens_only_what_it_may(naam: str) -> None:
    eigen, vreemd = maak_wereld(), maak_wereld()
    browsers = clients(eigen)
    gevonden, bedoeld = {}, {}
    for wie, is_eigen, delen in _pogingen(naam, eigen, vreemd):
        for methode in ("get", "post"):
            if (deur := getattr(TABEL[naam], methode)) is None:
                continue
            url = reverse(naam, kwargs=delen)
            wereld = eigen if is_eigen else vreemd
            gevonden[wie, url, methode] = _klop_aan(browsers[wie], deur, methode, url, wereld)
            bedoeld[wie, url, methode] = _bedoeld(naam, methode, wie, eigen=is_eigen, delen=delen)
    assert gevonden == bedoeld


@pytest.mark.django_db
def test_a_word_that_does_not_exist_opens_nothing() -> None:
    wereld = maak_wereld()
    browsers, gevonden = clients(wereld), {}
    for naam in WOORDEN:
        url = reverse(naam, kwargs=TABEL[naam].van(wereld) | {_woord(naam): ONZIN})
        for wie in (Wie.COORDINATOR, Wie.BEHEERDER, Wie.HR):
            for methode in ("get", "post"):
                if deur := getattr(TABEL[naam], methode):
                    antwoord = _klop_aan(browsers[wie], deur, methode, url, wereld)
                    gevonden[naam, wie, methode] = (
                        antwoord,
                        404 if ROL_VAN[wie] in deur.rollen else 403,
                    )
    assert {wat: paar for wat, paar in gevonden.items() if paar[0] != paar[1]} == {}

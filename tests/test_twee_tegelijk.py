"""Every form on an existing record, opened by two people at once: nothing goes unseen."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from lxml import html

from gebruikers.models import Gebruiker
from tests.toegang.adres import ADVIES, CONTRACT, DIENST, WERKNEMER, Maker, collega
from tests.toegang.wereld import Wie, maak_wereld

HTMX: Final = {"HX-Request": "true"}
Invoer = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Bewerking:
    """Two people fill in another value of the same field; `toont` is how a value reads.

    `pagina` is the address that shows the form, when that is not where it is sent to.
    """

    veld: str
    een: str
    twee: str
    van: Maker = WERKNEMER
    wie: tuple[Wie, Wie] = (Wie.BEGELEIDER, Wie.COORDINATOR)
    toont: dict[str, str] = field(default_factory=dict)
    pagina: str = ""
    in_plaats: bool = True


_BEWERKT = (Wie.COORDINATOR, Wie.HR)
BEWERKINGEN: Final = {
    "trajects:jobdoelwit_bewerk": Bewerking("titel", "bakker", "hovenier"),
    "trajects:traject": Bewerking(
        "beoogde_uitstroom",
        "2027-01-04",
        "2027-02-01",
        toont={"2027-01-04": "04/01/2027", "2027-02-01": "01/02/2027"},
    ),
    "trajects:team_bewerk": Bewerking("collega_coach", "Dirk Wouters jr.", "Els Smet"),
    "werknemers:bewerk": Bewerking(
        "familienaam", "Benali", "Ben Ali", wie=_BEWERKT, in_plaats=False
    ),
    "werknemers:contract_bewerk": Bewerking(
        "functie", "kok", "chef", van=CONTRACT, wie=_BEWERKT, in_plaats=False
    ),
    "werknemers:advies_bewerk": Bewerking(
        "begeleidingsniveau", "laag", "hoog", van=ADVIES, wie=_BEWERKT, in_plaats=False
    ),
    "werknemers:dienst_bewerk": Bewerking(
        "naam", "Keuken", "Tuin", van=DIENST, wie=(Wie.COORDINATOR, Wie.BEHEERDER), in_plaats=False
    ),
    "gebruikers:gebruiker_bewerk": Bewerking(
        "naam", "Peeters", "Pieters", van=collega, wie=(Wie.BEHEERDER, Wie.BEHEERDER),
        in_plaats=False,
    ),
    "gebruikers:organisatie_drempels": Bewerking(
        "drempels", "12, 6", "12, 3", van=lambda _: {}, wie=(Wie.COORDINATOR, Wie.BEHEERDER),
        pagina="gebruikers:organisatie", in_plaats=False,
    ),
    "gebruikers:organisatie_gegevens": Bewerking(
        "naam", "De Lepel", "De Vork", van=lambda _: {}, wie=(Wie.BEHEERDER, Wie.BEHEERDER),
        pagina="gebruikers:organisatie", in_plaats=False,
    ),
}  # fmt: skip
DAARNA: Final = {"ander": "een", "eigen": "twee"}


def invoer(antwoord: HttpResponse, veld: str) -> Invoer:
    """What the form with this field would send back if nobody touched it."""
    formulieren = html.fromstring(antwoord.content.decode()).xpath("//form[@method='post']")
    (formulier,) = [form for form in formulieren if veld in form.fields]
    waarden: Invoer = {}
    for naam, waarde in formulier.form_values():
        waarden.setdefault(naam, []).append((waarde or "").lstrip("\n"))
    return waarden


@dataclass(frozen=True, slots=True)
class Twee:
    """Two logged-in browsers in front of one form."""

    bewerking: Bewerking
    adres: str
    pagina: str
    browsers: tuple[Client, Client]
    koppen: dict[str, str]

    def open(self, wie: int) -> Invoer:
        antwoord = self.browsers[wie].get(self.pagina, headers=self.koppen)
        return invoer(antwoord, self.bewerking.veld)

    def bewaar(self, wie: int, gegevens: Invoer) -> Any:
        return self.browsers[wie].post(self.adres, gegevens, headers=self.koppen)

    def staat_er(self) -> list[str]:
        """The value of the field as somebody who opens the form now finds it."""
        return self.open(0)[self.bewerking.veld]

    def bots(self) -> Any:
        """Both open the form, both save: what the second one gets to see."""
        veld, een, twee = self.bewerking.veld, self.bewerking.een, self.bewerking.twee
        van_een, van_twee = self.open(0), self.open(1)
        assert self.bewaar(0, van_een | {veld: [een]}).status_code in {200, 302}
        antwoord = self.bewaar(1, van_twee | {veld: [twee]})
        assert self.staat_er() == [een]
        return antwoord


Zet = Callable[[str, bool], Twee]


@pytest.fixture
def zet(db: None, als: Callable[[Gebruiker], Client]) -> Zet:
    wereld = maak_wereld()

    def klaar(naam: str, in_plaats: bool) -> Twee:
        bewerking = BEWERKINGEN[naam]
        een, twee = (als(wereld.mensen[wie]) for wie in bewerking.wie)
        adres = reverse(naam, kwargs=bewerking.van(wereld))
        pagina = reverse(bewerking.pagina) if bewerking.pagina else adres
        return Twee(bewerking, adres, pagina, (een, twee), HTMX if in_plaats else {})

    return klaar


def _wijzen() -> list[Any]:
    """Each form as a page, and in place where it can be."""
    wijzen = [(naam, False) for naam in BEWERKINGEN]
    wijzen += [(naam, True) for naam, bewerking in BEWERKINGEN.items() if bewerking.in_plaats]
    return [pytest.param(*w, id=f"{w[0]}{' in place' if w[1] else ''}") for w in wijzen]


@pytest.mark.parametrize(("naam", "in_plaats"), _wijzen())
def test_the_second_one_sees_both_versions_and_overwrites_nothing(
    zet: Zet, naam: str, in_plaats: bool
) -> None:
    twee = zet(naam, in_plaats)
    antwoord = twee.bots()
    assert antwoord.status_code == 422
    pagina = html.fromstring(antwoord.content.decode())
    keuzes = pagina.xpath(f"//input[@name='versie_{twee.bewerking.veld}']/..")
    teksten = [" ".join(keuze.text_content().split()) for keuze in keuzes]
    toont, bewerking = twee.bewerking.toont, twee.bewerking
    assert f": {toont.get(bewerking.een, bewerking.een)}" in teksten[0]
    assert teksten[1].startswith(f"Jouw versie: {toont.get(bewerking.twee, bewerking.twee)}")
    assert "Iemand anders bewaarde dit terwijl jij bezig was" in antwoord.content.decode()


@pytest.mark.parametrize(("naam", "in_plaats"), _wijzen())
def test_without_a_choice_nothing_is_saved_and_nothing_is_lost(
    zet: Zet, naam: str, in_plaats: bool
) -> None:
    twee = zet(naam, in_plaats)
    veld = twee.bewerking.veld
    antwoord = twee.bewaar(1, invoer(twee.bots(), veld))
    assert antwoord.status_code == 422
    assert "Kies welke versie blijft." in antwoord.content.decode()
    assert invoer(antwoord, veld)[veld] == [twee.bewerking.twee]
    assert twee.staat_er() == [twee.bewerking.een]


@pytest.mark.parametrize("keuze", DAARNA)
@pytest.mark.parametrize(("naam", "in_plaats"), _wijzen())
def test_the_version_that_is_chosen_stays(zet: Zet, naam: str, in_plaats: bool, keuze: str) -> None:
    twee = zet(naam, in_plaats)
    veld = twee.bewerking.veld
    gekozen = invoer(twee.bots(), veld) | {f"versie_{veld}": [keuze]}
    assert twee.bewaar(1, gekozen).status_code in {200, 302}
    assert twee.staat_er() == [getattr(twee.bewerking, DAARNA[keuze])]

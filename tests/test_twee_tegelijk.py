"""Every form on an existing record, opened by two people at once: nothing goes unseen."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from lxml import html

from gebruikers.models import Gebruiker
from gedeeld.bewerkformulier import Bewerkformulier
from tests.fabrieken import DeelnameFactory
from tests.toegang.gedeeld import Werelden
from tests.toegang.wereld import Wie
from tests.tweemaal import BEWERKINGEN, ZONDER_VELD, Bewerking

HTMX: Final = {"HX-Request": "true"}
GELUKT: Final = {200, 302}
Invoer = dict[str, list[str]]


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
    prefix: str
    browsers: tuple[Client, Client]
    koppen: dict[str, str]

    @property
    def veld(self) -> str:
        return f"{self.prefix}{self.bewerking.veld}"

    @property
    def keuze(self) -> str:
        """The name of the choice between two versions."""
        return f"{self.prefix}versie_{self.bewerking.veld}"

    def open(self, wie: int) -> Invoer:
        antwoord = self.browsers[wie].get(self.pagina, headers=self.koppen)
        return invoer(antwoord, self.veld)

    def bewaar(self, wie: int, gegevens: Invoer, **anders: str) -> Any:
        anders = {**self.bewerking.mee, **anders}
        samen = gegevens | {naam: [waarde] for naam, waarde in anders.items()}
        return self.browsers[wie].post(self.adres, samen, headers=self.koppen)

    def staat_er(self) -> list[str]:
        """The value of the field as somebody who opens the form now finds it."""
        return self.open(0)[self.veld]

    def bots(self) -> Any:
        """Both open the form, both save: what the second one gets to see."""
        veld = self.veld
        van_een, van_twee = self.open(0), self.open(1)
        assert self.bewaar(0, van_een, **{veld: self.bewerking.een}).status_code in GELUKT
        return self.bewaar(1, van_twee, **{veld: self.bewerking.twee})


Zet = Callable[[str, bool], Twee]


@pytest.fixture
def zet(werelden: Werelden, als: Callable[[Gebruiker], Client]) -> Zet:
    wereld = werelden.eigen

    def klaar(naam: str, in_plaats: bool) -> Twee:
        bewerking = BEWERKINGEN[naam]
        een, twee = (als(wereld.mensen[wie]) for wie in bewerking.wie)
        adres = reverse(naam, kwargs=bewerking.van(wereld)) + bewerking.vraag
        pagina = reverse(bewerking.pagina) if bewerking.pagina else adres
        koppen = HTMX if in_plaats else {}
        return Twee(bewerking, adres, pagina, bewerking.prefix(wereld), (een, twee), koppen)

    return klaar


def _wijzen() -> Iterator[Any]:
    """Each form as a page, and in place where it can be."""
    for naam, bewerking in BEWERKINGEN.items():
        yield pytest.param(naam, False, id=f"{naam} as a page")
        if bewerking.in_plaats:
            yield pytest.param(naam, True, id=f"{naam} in place")


@pytest.mark.parametrize(("keuze", "blijft"), [("ander", "een"), ("eigen", "twee")])
@pytest.mark.parametrize(("naam", "in_plaats"), list(_wijzen()))
def test_both_versions_are_shown_and_the_chosen_one_stays(
    zet: Zet, naam: str, in_plaats: bool, keuze: str, blijft: str
) -> None:
    twee = zet(naam, in_plaats)
    bewerking, veld = twee.bewerking, twee.veld
    antwoord = twee.bots()
    _toont_beide(antwoord, twee)
    assert twee.staat_er() == [bewerking.een], "Nothing was overwritten."

    zonder = twee.bewaar(1, invoer(antwoord, veld))
    assert zonder.status_code == 422
    assert "Kies welke versie blijft." in zonder.content.decode()
    assert invoer(zonder, veld)[veld] == [bewerking.twee], "Nothing that was typed is lost."
    assert twee.staat_er() == [bewerking.een]

    gekozen = twee.bewaar(1, invoer(zonder, veld), **{twee.keuze: keuze})
    niets_te_doen = bewerking.stap and keuze == "ander"
    assert gekozen.status_code in ({422} if niets_te_doen else GELUKT)
    assert twee.staat_er() == [getattr(bewerking, blijft)]


def _toont_beide(antwoord: Any, twee: Twee) -> None:
    """The conflict page: a refusal, in words, with a choice between the two."""
    assert antwoord.status_code == 422
    assert "Iemand anders bewaarde dit terwijl jij bezig was" in antwoord.content.decode()
    pagina = html.fromstring(antwoord.content.decode())
    keuzes = pagina.xpath(f"//input[@name='{twee.keuze}']/..")
    teksten = [" ".join(keuze.text_content().split()) for keuze in keuzes]
    van_een, van_twee = twee.bewerking.woorden
    assert teksten[0].endswith(f": {van_een}")
    assert teksten[1].startswith(f"Jouw versie: {van_twee}")


def _onderklassen(klasse: type[Bewerkformulier]) -> set[str]:
    """The forms of the application; those that tests make stay out."""
    eigen = {k for k in klasse.__subclasses__() if not k.__module__.startswith("tests.")}
    return {k.__name__ for k in eigen}.union(*(_onderklassen(k) for k in eigen))


def test_every_form_on_a_record_is_tried(
    als: Callable[[Gebruiker], Client], werelden: Werelden
) -> None:
    wereld = werelden.eigen
    gezien = set()
    for naam, bewerking in BEWERKINGEN.items():
        adres = reverse(bewerking.pagina or naam, kwargs=bewerking.van(wereld))
        for form in als(wereld.mensen[bewerking.wie[0]]).get(adres).context:
            gezien |= {type(waarde).__name__ for waarde in _formulieren(form)}
    ontbreekt = _onderklassen(Bewerkformulier) - gezien - set(ZONDER_VELD)
    assert not ontbreekt, "Give each a row in tests/tweemaal.py, or the reason why not."


def _formulieren(context: Any) -> Iterator[Bewerkformulier]:
    for laag in context.dicts if hasattr(context, "dicts") else [context]:
        yield from (w for w in laag.values() if isinstance(w, Bewerkformulier))


def test_one_of_several_rows_that_clashes_does_not_hold_up_the_others(
    als: Callable[[Gebruiker], Client], werelden: Werelden
) -> None:
    """What was saved of a page with many rows is not a clash with oneself when the rest follows."""
    wereld = werelden.eigen
    een, twee = (als(wereld.mensen[wie]) for wie in (Wie.COORDINATOR, Wie.HR))
    eerste = wereld.plan.deelname
    tweede = DeelnameFactory(vorming=eerste.vorming, werknemer__organisatie=wereld.organisatie)
    adres = reverse("trajects:vorming_aanwezigheid", args=[eerste.vorming_id])
    veld = {deelname.pk: f"d{deelname.pk}-attest" for deelname in (eerste, tweede)}
    open_ = [invoer(browser.get(adres), veld[eerste.pk]) for browser in (een, twee)]
    een.post(adres, open_[0] | {veld[eerste.pk]: ["HACCP"]})
    van_twee = {veld[eerste.pk]: ["VCA"], veld[tweede.pk]: ["EHBO"]}
    antwoord = twee.post(adres, open_[1] | van_twee)
    assert antwoord.status_code == 422
    keuze = {f"d{eerste.pk}-versie_attest": ["eigen"]}
    assert twee.post(adres, invoer(antwoord, veld[eerste.pk]) | keuze).status_code == 302
    for deelname in (eerste, tweede):
        deelname.refresh_from_db()
    assert (eerste.attest, tweede.attest) == ("VCA", "EHBO")

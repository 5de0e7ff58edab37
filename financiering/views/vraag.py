"""Which forecast an address asks for."""

from dataclasses import dataclass, replace
from typing import Any, Final

from django.http import Http404, QueryDict

from financiering.domein.betalingen import EERSTE_KWARTAAL
from financiering.domein.laden import Gegevens, laad_gegevens
from financiering.domein.prognosebeeld import Prognosebeeld
from financiering.domein.prognoses import bereken
from financiering.domein.scenarios import Toekomst, eigen_toekomst, met_delen
from financiering.domein.tarieven import Tarieftijdvak
from financiering.keuzes import Scenariobasis
from financiering.models import Scenario
from financiering.views.raam import GEEN_DIENST, GEEN_SCENARIO
from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from gedeeld.adreskeuze import lees_keuze, zeg
from gedeeld.kwartaal import Kwartaal
from gedeeld.tijd import vandaag
from gedeeld.web import NietGevonden, als_sleutel

LENGTES: Final = (8, 12, 20, 40)
_STANDAARD: Final = 20
_KWARTALEN: Final = {"": _STANDAARD, **{str(lengte): lengte for lengte in LENGTES}}
_KAS: Final = {"": False, "0": False, "1": True}
_LENGTEZIN: Final = f"Je ziet {_STANDAARD} kwartalen."
_KASZIN: Final = "Je ziet de premies als ze verdiend zijn."


@dataclass(frozen=True, slots=True)
class Vraag:
    """`dienst` is a key, 0 for what cannot be one. What is not offered counts as not asked, and
    `anders` says so in sentences. `voorbij` is the one quarter that it is about when that is over;
    None: the quarters from the current one on."""

    toekomst: Toekomst
    kwartalen: int
    dienst: int | None
    kas: bool
    anders: tuple[str, ...] = ()
    voorbij: Kwartaal | None = None

    @classmethod
    def uit(cls, request: Verzoek) -> "Vraag":
        """Raise Http404 for a scenario that is not there, or not theirs."""
        vraag = cls.van(request.GET, request.user)
        zeg(request, *vraag.anders)
        return vraag

    @classmethod
    def van(cls, keuzes: QueryDict, gebruiker: Gebruiker) -> "Vraag":
        """As `uit`, for who asked before."""
        kwartalen, lengte = lees_keuze(keuzes, "kwartalen", _KWARTALEN, _LENGTEZIN)
        kas, wanneer = lees_keuze(keuzes, "kas", _KAS, _KASZIN)
        dienst = keuzes.get("dienst", "")
        return cls(
            toekomst=toekomst_voor(gebruiker, keuzes.get("scenario", "")),
            kwartalen=kwartalen,
            dienst=als_sleutel(dienst) or 0 if dienst else None,
            kas=kas,
            anders=tuple(filter(None, (lengte, wanneer))),
        )

    @property
    def tijdvak(self) -> Tarieftijdvak:
        """From the current quarter; one earlier when what is received counts."""
        return self.getoond.met_vorig if self.kas else self.getoond

    @property
    def getoond(self) -> Tarieftijdvak:
        """The quarters that the page shows."""
        if self.voorbij is not None:
            return Tarieftijdvak(self.voorbij, 1)
        return Tarieftijdvak(Kwartaal.van(vandaag()), self.kwartalen)

    def kwartaal(self, tekst: str) -> Kwartaal:
        """Raise Http404 for what is no quarter of this forecast."""
        kwartaal = _lees(tekst)
        if kwartaal not in self.getoond:
            raise Http404
        return kwartaal

    def over(self, tekst: str) -> tuple["Vraag", Kwartaal]:
        """As `kwartaal`, with this question about it; a quarter that is over as it is laid beside
        what was paid, and in no scenario."""
        nu, zelf = Kwartaal.van(vandaag()), self
        kwartaal = _lees(tekst)
        if EERSTE_KWARTAAL <= kwartaal < nu and self.toekomst.code == Scenariobasis.NIETS_DOEN:
            zelf = replace(self, kas=False, voorbij=kwartaal)
        return zelf, zelf.kwartaal(tekst)

    def dienstnaam(self, gegevens: Gegevens) -> str | None:
        """Raise Http404 for a service that is not there, or has nothing to count."""
        if self.dienst is None:
            return None
        namen = {dienst.pk: naam for naam, dienst in gegevens.diensten.items()}
        naam = namen.get(self.dienst)
        if naam not in gegevens.stand.diensten:
            raise NietGevonden(GEEN_DIENST)
        return naam

    def adres(self, **anders: Any) -> str:
        """The query string of this question, with other choices."""
        keuzes = {
            "scenario": self.toekomst.code,
            "dienst": self.dienst or "",
            "kwartalen": self.kwartalen,
            "kas": "1" if self.kas else "",
        } | anders
        standaard = {"scenario": Scenariobasis.NIETS_DOEN, "kwartalen": _STANDAARD}
        vraag = QueryDict(mutable=True)
        for naam, waarde in keuzes.items():
            if waarde not in ("", None) and waarde != standaard.get(naam):
                vraag[naam] = str(waarde)
        return f"?{vraag.urlencode()}" if vraag else ""


def _lees(tekst: str) -> Kwartaal:
    """Raise Http404 for what is no quarter."""
    try:
        return Kwartaal.lees(tekst)
    except ValueError:
        raise Http404 from None


def kies_toekomst(request: Verzoek, code: str) -> Toekomst:
    """One of the three by its code, else a saved scenario by its key."""
    return toekomst_voor(request.user, code)


def toekomst_voor(gebruiker: Gebruiker, code: str) -> Toekomst:
    """As `kies_toekomst`. Raise Http404 for a scenario that is not there, or not theirs."""
    if not code:
        return Toekomst(Scenariobasis.NIETS_DOEN.label, Scenariobasis.NIETS_DOEN)
    if code in Scenariobasis.values:
        basis = Scenariobasis(code)
        return Toekomst(basis.label, basis)
    zichtbaar = met_delen(Scenario.objects.zichtbaar_voor(gebruiker))
    scenario = zichtbaar.filter(pk=als_sleutel(code) or 0).first()
    if scenario is None:
        raise NietGevonden(GEEN_SCENARIO)
    return eigen_toekomst(scenario)


def beeld_van(request: Verzoek, vraag: Vraag) -> Prognosebeeld:
    """The forecast that is asked for, for the organisation of the user."""
    return beeld_voor(request.user, vraag)


def beeld_voor(gebruiker: Gebruiker, vraag: Vraag) -> Prognosebeeld:
    """As `beeld_van`. Raise Http404 for a service that is not there."""
    if gebruiker.organisatie_id is None:
        raise Http404
    met_plan = vraag.toekomst.volgt_plan
    gegevens = laad_gegevens(gebruiker.organisatie_id, vraag.tijdvak, met_plan=met_plan)
    uitkomst = bereken(gegevens, vraag.toekomst, vraag.tijdvak, vandaag())
    return Prognosebeeld(uitkomst, vraag.dienstnaam(gegevens), vraag.kas)

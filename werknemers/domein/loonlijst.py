"""Who has a wage record of a quarter and who does not, among those with a contract in it."""

from dataclasses import dataclass
from typing import Final

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q

from gebruikers.models import Gebruiker
from gebruikers.models.gebruiker import naam_van
from gedeeld.kwartaal import Kwartaal
from gedeeld.tijd import vandaag
from werknemers.models import Arbeidsovereenkomst, Loonopgave, Werknemer
from werknemers.models.werknemer import WerknemerQuerySet

MET: Final = "met"
ZONDER: Final = "zonder"


@dataclass(frozen=True, slots=True)
class Loonlijst:
    """`mensen` carry `opgave_id`, `referteloon`, `betaalde_uren` and `sinds`, all None without a
    record, and the name of who entered it as `door_naam`, "" when nobody did."""

    kwartaal: Kwartaal
    mensen: WerknemerQuerySet
    met: int
    zonder: int


def lees_loonlijst(gebruiker: Gebruiker, kwartaal: Kwartaal, deel: str = "") -> Loonlijst:
    """Two queries for the counts; `deel` is MET, ZONDER or everybody."""
    opgaven = Loonopgave.objects.zichtbaar_voor(gebruiker).in_kwartaal(kwartaal)
    # Either of two may hold, so PostgreSQL reads the first one whole, before it looks at anybody.
    in_dienst = Arbeidsovereenkomst.objects.zichtbaar_voor(gebruiker).filter(
        werknemer=OuterRef("pk"), periode__overlap=kwartaal.periode
    )
    heeft = Exists(opgaven.filter(werknemer=OuterRef("pk")))
    mensen = Werknemer.objects.zichtbaar_voor(gebruiker).filter(Exists(in_dienst) | heeft)
    met, zonder = mensen.filter(heeft), mensen.exclude(heeft)
    gekozen = {MET: met, ZONDER: zonder}.get(deel, mensen)
    return Loonlijst(kwartaal, _met_opgave(gekozen, kwartaal), met.count(), zonder.count())


def _met_opgave(mensen: WerknemerQuerySet, kwartaal: Kwartaal) -> WerknemerQuerySet:
    eigen = FilteredRelation("loonopgaven", condition=Q(loonopgaven__kwartaal=kwartaal.eerste_dag))
    return mensen.alias(opgave=eigen).annotate(
        opgave_id=F("opgave__pk"),
        referteloon=F("opgave__referteloon"),
        betaalde_uren=F("opgave__betaalde_uren"),
        sinds=F("opgave__gewijzigd_op"),
        door_naam=naam_van("opgave__door__"),
    )


def vorig_kwartaal() -> Kwartaal:
    """The last one that is over: the payroll office counted it, or is about to."""
    return Kwartaal.van(vandaag()) + -1

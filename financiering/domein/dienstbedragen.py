"""The amounts of each service, in the order in which people look for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Prefetch

from financiering.domein.bedragen import Dienstpost
from financiering.keuzes import Wijze
from financiering.models import Klaverbladbron, Omkadering
from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from gedeeld.weergeven import bedrag
from werknemers.models import Dienst


@dataclass(frozen=True, slots=True)
class Postregel:
    """One amount; `soort` is how addresses call it, `per_vte`: for each full-time job."""

    soort: str
    pk: int
    naam: str
    bedrag: Decimal
    per_vte: bool
    geldig: Periode
    geindexeerd: bool

    @classmethod
    def van(cls, post: Dienstpost) -> "Postregel":
        if isinstance(post, Klaverbladbron):
            soort, euro, per_vte = "bron", post.bedrag, post.wijze == Wijze.PER_VTE
        else:
            soort, euro, per_vte = "omkadering", post.bedrag_per_vte, True
        return cls(soort, post.pk, naam_van(post), euro, per_vte, post.geldig, post.geindexeerd)

    @property
    def hoe(self) -> str:
        return Wijze.PER_VTE.label if self.per_vte else Wijze.VAST.label


@dataclass(frozen=True, slots=True)
class Dienstbedragen:
    """What a service gets and pays: in force or still to come, and what is over."""

    dienst: Dienst
    bladen: tuple[Postregel, ...]
    omkadering: tuple[Postregel, ...]
    voorbij: tuple[Postregel, ...]
    nu: str

    @property
    def lopend(self) -> tuple[Postregel, ...]:
        return (*self.bladen, *self.omkadering)


def naam_van(post: Dienstpost) -> str:
    return str(post) if isinstance(post, Klaverbladbron) else "omkadering"


def lees_dienstbedragen(gebruiker: Gebruiker, op: date) -> list[Dienstbedragen]:
    """Every open service, and the closed ones that still have amounts. Three queries."""
    bronnen = Prefetch("klaverbladbronnen", Klaverbladbron.objects.zichtbaar_voor(gebruiker))
    omkadering = Prefetch("omkaderingen", Omkadering.objects.zichtbaar_voor(gebruiker))
    diensten = Dienst.objects.zichtbaar_voor(gebruiker)
    diensten = diensten.prefetch_related(bronnen).prefetch_related(omkadering)
    alle = (_van_dienst(dienst, op) for dienst in diensten)
    return [deel for deel in alle if deel.dienst.actief or deel.lopend or deel.voorbij]


def _van_dienst(dienst: Dienst, op: date) -> Dienstbedragen:
    posten: list[Dienstpost] = [*dienst.klaverbladbronnen.all(), *dienst.omkaderingen.all()]
    regels = [Postregel.van(post) for post in posten]
    lopend = [regel for regel in regels if not regel.geldig.voorbij(op)]
    bladen = tuple(regel for regel in lopend if regel.soort == "bron")
    return Dienstbedragen(
        dienst=dienst,
        bladen=bladen,
        omkadering=tuple(regel for regel in lopend if regel.soort == "omkadering"),
        voorbij=tuple(regel for regel in regels if regel.geldig.voorbij(op)),
        nu=_samen(regel for regel in bladen if op in regel.geldig),
    )


def _samen(regels: Iterable[Postregel]) -> str:
    """What comes in today, in words: a fixed part, and a part for each full-time job."""
    alle = list(regels)
    vast = sum((regel.bedrag for regel in alle if not regel.per_vte), Decimal(0))
    per_vte = sum((regel.bedrag for regel in alle if regel.per_vte), Decimal(0))
    delen = []
    if vast:
        delen.append(f"{bedrag(vast)} per kwartaal")
    if per_vte:
        delen.append(f"{bedrag(per_vte)} per voltijdse job en per kwartaal")
    return " en ".join(delen)

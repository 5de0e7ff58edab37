"""Why what comes and goes with a service is what it is in a quarter: all of it, and the share of an
employee."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from django.utils import timezone

from financiering.domein.prognosebeeld import BLADNAMEN
from financiering.domein.prognoses import Prognoseuitkomst
from financiering.domein.rekenmodel.afronding import Centen, euro
from financiering.domein.rekenmodel.klaverblad import DIENSTBLADEN, OMKADERING, Klaverblad
from financiering.domein.rekenmodel.kosten import VTE
from financiering.domein.rekenmodel.prognose import Prognose
from financiering.domein.rekenmodel.stand import Dienstbedrag
from gedeeld.models import Auditregel
from gedeeld.uitleg import Uitleg
from gedeeld.weergeven import bedrag, breuk, datum_voluit

_NAMEN: Final = {str(blad): BLADNAMEN[blad] for blad in DIENSTBLADEN} | {OMKADERING: "omkadering"}
_REGEL: Final = (
    "Wat met de dienst komt of gaat, draagt iedereen die er in dit kwartaal werkt, volgens de "
    "voltijdse jobs. De bedragen die op de eerste dag van het kwartaal gelden, tellen voor het "
    "hele kwartaal. De centen die bij het verdelen overblijven, gaan naar wie het meest verloor."
)
_DIENSTREGEL: Final = (
    "De bedragen die op de eerste dag van het kwartaal gelden, tellen voor het hele kwartaal. Een "
    "bedrag per voltijdse job telt maal de voltijdse jobs van de dienst, gemiddeld over de drie "
    "maanden. De som wordt één keer afgerond."
)


@dataclass(frozen=True, slots=True)
class Bladwaarom:
    """One leaf of one service, or its omkadering."""

    naam: str
    uitleg: Uitleg


@dataclass(frozen=True, slots=True)
class _Deel:
    """The amounts of one kind in a service, and what they come to: all of it, and of one."""

    dienst: str
    soort: str
    bedragen: tuple[Dienstbedrag, ...]
    geheel: Klaverblad
    eigen: Klaverblad


def leg_bladen_uit(uitkomst: Prognoseuitkomst, rij: int, plaats: int) -> list[Bladwaarom]:
    """Of each service where the employee in this row works in the quarter. One query, and none
    when no amount was typed in."""
    delen = list(_delen(uitkomst.prognose, rij, plaats))
    wie = _invullers(b for deel in delen for b in deel.bedragen)
    index = uitkomst.prognose.tarieven.kwartalen[plaats].index
    naam = uitkomst.prognose.personen.namen[rij]
    return [
        Bladwaarom(
            f"{_NAMEN[deel.soort]} van {deel.dienst}",
            Uitleg(
                antwoord=bedrag(euro(_lijn(deel.eigen, deel.soort)[plaats])),
                regel=_REGEL,
                invoer=(
                    *((_bedrag(b), _hoe(b, index, wie)) for b in deel.bedragen),
                    *_verdeling(deel, plaats, naam),
                ),
            ),
        )
        for deel in delen
    ]


def leg_dienst_uit(uitkomst: Prognoseuitkomst, dienst: str, plaats: int) -> list[Bladwaarom]:
    """Of a whole service. One query, and none when no amount was typed in."""
    prognose = uitkomst.prognose
    geheel, index = prognose.diensten[dienst], prognose.tarieven.kwartalen[plaats].index
    posten = list(_posten(prognose, dienst, plaats))
    wie = _invullers(b for _, alle in posten for b in alle)
    return [
        Bladwaarom(
            _NAMEN[soort],
            Uitleg(
                antwoord=bedrag(euro(_lijn(geheel, soort)[plaats])),
                regel=_DIENSTREGEL,
                invoer=(
                    *((_bedrag(b), _hoe(b, index, wie)) for b in alle),
                    ("Voltijdse jobs in de dienst", _jobs(geheel, plaats)),
                ),
            ),
        )
        for soort, alle in posten
    ]


def _delen(prognose: Prognose, rij: int, plaats: int) -> Iterator[_Deel]:
    for dienst in prognose.aandelen.diensten_van(rij):
        eigen = prognose.aandelen.in_dienst(rij, dienst)
        for soort, alle in _posten(prognose, dienst, plaats) if eigen.vte[plaats] else ():
            yield _Deel(dienst, soort, alle, prognose.diensten[dienst], eigen)


def _posten(
    prognose: Prognose, dienst: str, plaats: int
) -> Iterator[tuple[str, tuple[Dienstbedrag, ...]]]:
    """The amounts of a service that count in the quarter, by kind."""
    dag = prognose.tarieven.kwartalen[plaats].kwartaal.eerste_dag
    lopend = [b for b in prognose.stand.bedragen_van(dienst) if dag in b.periode]
    for soort in _NAMEN:
        alle = tuple(b for b in lopend if b.soort == soort)
        if alle:
            yield soort, alle


def _verdeling(deel: _Deel, plaats: int, naam: str) -> Iterator[tuple[str, str]]:
    yield "Voltijdse jobs in de dienst", _jobs(deel.geheel, plaats)
    yield "Samen voor de dienst", bedrag(euro(_lijn(deel.geheel, deel.soort)[plaats]))
    yield f"Voltijdse jobs van {naam} daar", _jobs(deel.eigen, plaats)


def _bedrag(post: Dienstbedrag) -> str:
    per = "per voltijdse job en per kwartaal" if post.per_vte else "per kwartaal"
    return f"{bedrag(post.bedrag)} {per}"


def _hoe(post: Dienstbedrag, index: Fraction, wie: Mapping[tuple[str, int], str]) -> str:
    """From when to when, whether it grows, and who typed it."""
    tem = post.periode.laatste_dag
    delen = [f"vanaf {datum_voluit(post.periode.van)}"]
    if tem is not None:
        delen = [f"{delen[0]} t.e.m. {datum_voluit(tem)}"]
    groei = f": hier maal {breuk(index)}" if index != 1 else ""
    delen.append(f"volgt de index van het scenario{groei}" if post.geindexeerd else "zonder index")
    sleutel = _sleutel(post)
    delen.append("in dit scenario" if sleutel is None else wie.get(sleutel, ""))
    return "; ".join(filter(None, delen))


def _invullers(posten: Iterable[Dienstbedrag]) -> dict[tuple[str, int], str]:
    """Who typed each amount, or changed it last."""
    sleutels = {sleutel for post in posten if (sleutel := _sleutel(post))}
    if not sleutels:
        return {}
    regels = Auditregel.objects.filter(
        soort__in={soort for soort, _ in sleutels}, onderwerp_id__in={pk for _, pk in sleutels}
    )
    # The last of them counts, so it comes last.
    return {
        (regel.soort, regel.onderwerp_id or 0): (
            f"ingevuld door {regel.door or 'Doorstroom'} op "
            f"{datum_voluit(timezone.localdate(regel.op))}"
        )
        for regel in regels.select_related("door").order_by("op", "pk")
    }


def _sleutel(post: Dienstbedrag) -> tuple[str, int] | None:
    """As the audit trail names it; None for an amount of a scenario."""
    if post.bron is None:
        return None
    return "omkadering" if post.soort == OMKADERING else "klaverbladbron", post.bron


def _lijn(klaverblad: Klaverblad, soort: str) -> Centen:
    if soort == OMKADERING:
        return klaverblad.omkadering
    return next(lijn for blad, lijn in klaverblad.bladen.items() if blad == soort)


def _jobs(klaverblad: Klaverblad, plaats: int) -> str:
    return breuk(Fraction(int(klaverblad.vte[plaats]), VTE))

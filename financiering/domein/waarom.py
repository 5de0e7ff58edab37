"""Why an amount of one employee in one quarter is what it is: every input with its source."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Final

from financiering.domein.rekenmodel.afronding import euro
from financiering.domein.rekenmodel.exact import Kwartaalrekening, Maanddeel, centen
from financiering.domein.tarieven import VARIABEL
from gedeeld.uitleg import Uitleg
from gedeeld.weergeven import MAANDEN, bedrag, datum_voluit, getal
from regels.domein.niet_uitgedrukt import niet_meegeteld
from regels.domein.parameters import Parameters, Parameterverloop
from regels.keuzes import Bedragsoort, Parametercode
from werknemers.keuzes import Begeleidingsniveau

Invoer = tuple[str, str]

_LOONPREMIE: Final = (
    "De loonpremie is een percentage van het referteloon, en van hoogstens het plafond. Het "
    "referteloon is het brutoloon met de netto patronale bijdrage; het plafond is een aantal keer "
    "het GGMMI, maal de tewerkstellingsbreuk. Alleen de dagen met een contract tellen."
)
_BEGELEIDING: Final = (
    "De begeleidingspremie is een vast deel, plus een deel dat afhangt van het niveau, van de "
    "tewerkstellingsbreuk en van de dagen met een contract."
)
_LDE: Final = (
    "De tijdelijke vergoeding per voltijdse job, maal de tewerkstellingsbreuk, voor de dagen van "
    "de LDE-overgang met een contract."
)
_KOST: Final = (
    "De loonkost is het brutoloon, maal de loonmaanden van een jaar gedeeld door 12, met de netto "
    "patronale bijdrage. Alleen de dagen met een contract tellen."
)


@dataclass(frozen=True, slots=True)
class Maandregel:
    """What one contract brings in one month; amounts in euro, rounded to show."""

    maand: str
    dienst: str
    dagen: str
    bruto: Decimal
    breuk: Decimal
    referteloon: Decimal
    plafond: Decimal
    loonkost: Decimal


@dataclass(frozen=True, slots=True)
class Dienstregel:
    """What of the four amounts belongs to a service, in euro; these add up to the amounts."""

    dienst: str
    jobs: str
    loonpremie: Decimal
    begeleidingspremie: Decimal
    lde_vergoeding: Decimal
    loonkost: Decimal


@dataclass(frozen=True, slots=True)
class Waarom:
    """The four amounts of one employee in one quarter, and the months they come from. `diensten`
    is empty for who works in one service."""

    maanden: tuple[Maandregel, ...]
    diensten: tuple[Dienstregel, ...]
    loonpremie: Uitleg
    begeleidingspremie: Uitleg
    lde_vergoeding: Uitleg | None
    loonkost: Uitleg


def leg_uit(rekening: Kwartaalrekening, verloop: Parameterverloop) -> Waarom:
    """`verloop` is what the rates came from, so that each value keeps its source."""
    op = verloop.op(rekening.tarief.kwartaal.eerste_dag)
    return Waarom(
        maanden=tuple(_maandregel(deel) for deel in rekening.delen),
        diensten=tuple(_diensten(rekening)),
        loonpremie=_uitleg(
            rekening.loonpremie,
            _LOONPREMIE,
            _loonpremie(rekening),
            op,
            _LOON,
            Bedragsoort.LOONPREMIE,
        ),
        begeleidingspremie=_uitleg(
            rekening.begeleidingspremie,
            _BEGELEIDING,
            _begeleiding(rekening),
            op,
            _GIDS,
            Bedragsoort.BEGELEIDINGSPREMIE,
        ),
        lde_vergoeding=_lde(rekening, op),
        loonkost=_uitleg(
            rekening.loonkost, _KOST, _kost(rekening), op, _LOONKOST, Bedragsoort.LOONKOST
        ),
    )


_LOON: Final = (Parametercode.GGMMI, Parametercode.PLAFONDFACTOR, Parametercode.BIJDRAGE)
_GIDS: Final = (
    Parametercode.BEGELEIDING_BEGIN,
    Parametercode.BEGELEIDING_LATER,
    Parametercode.BEGELEIDING_TELT_KETEN,
    *VARIABEL.values(),
)
_LOONKOST: Final = (Parametercode.LOONMAANDEN, Parametercode.BIJDRAGE)


def _uitleg(
    uitkomst: Fraction,
    regel: str,
    invoer: Iterable[Invoer],
    op: Parameters,
    codes: tuple[Parametercode, ...],
    soort: Bedragsoort,
) -> Uitleg:
    return Uitleg(
        antwoord=bedrag(euro(centen(uitkomst))),
        regel=regel,
        invoer=tuple(invoer),
        bron=op.bronnen(*codes),
        tegenspraak=" ".join(filter(None, (op.tegenspraak(code) for code in codes))),
        niet_meegeteld=niet_meegeteld(soort),
    )


def _maandregel(deel: Maanddeel) -> Maandregel:
    begin = deel.maand.periode.van
    return Maandregel(
        maand=f"{MAANDEN[begin.month - 1]} {begin.year}",
        dienst=deel.contract.dienst,
        dagen=f"{deel.dagen} van {deel.dagen_van_maand}",
        bruto=deel.contract.bruto,
        breuk=deel.contract.breuk,
        referteloon=_rond(deel.referteloon),
        plafond=_rond(deel.plafond),
        loonkost=_rond(deel.loonkost),
    )


def _diensten(rekening: Kwartaalrekening) -> Iterator[Dienstregel]:
    delen = rekening.per_dienst
    for dienst, deel in delen.items() if len(delen) > 1 else ():
        bedragen = (
            deel.loonpremie, deel.begeleidingspremie, deel.lde_vergoeding, deel.loonkost
        )  # fmt: skip
        yield Dienstregel(dienst, _jobs(deel.vte), *map(euro, bedragen))


def _loonpremie(rekening: Kwartaalrekening) -> Iterator[Invoer]:
    yield "Kwartaal binnen het advies", _nummer(rekening)
    yield from _tarief_per_maand(rekening)
    yield "Referteloon van het kwartaal", bedrag(_rond(rekening.referteloon))
    yield "Plafond van het kwartaal voor deze job", bedrag(_rond(rekening.plafond))
    yield "Telt mee (het laagste van de twee)", bedrag(_rond(rekening.geplafonneerd))
    yield "Percentage", f"{rekening.percentage} %"


def _tarief_per_maand(rekening: Kwartaalrekening) -> Iterator[Invoer]:
    """GGMMI and contribution; once when all months have the same."""
    maanden = rekening.tarief.maanden
    eerste = maanden[0]
    gelijk = all(m.plafond == eerste.plafond and m.bijdrage == eerste.bijdrage for m in maanden)
    for maand in maanden[:1] if gelijk else maanden:
        naam = "" if gelijk else f" in {MAANDEN[maand.periode.van.month - 1]}"
        yield f"GGMMI{naam}", bedrag(_rond(Fraction(maand.ggmmi) * maand.index))
        yield (
            f"Plafond per maand{naam}",
            f"{getal(maand.plafondfactor.normalize(), 0)} keer het GGMMI",
        )
        yield f"Netto patronale bijdrage{naam}", f"{getal(100 * maand.bijdrage)} %"
    if eerste.index != 1:
        yield "Stijging door de index", f"{getal(_rond(100 * (eerste.index - 1)))} %"


def _begeleiding(rekening: Kwartaalrekening) -> Iterator[Invoer]:
    niveau = rekening.advies.niveau if rekening.advies else ""
    yield "Kwartaal binnen het advies", _nummer(rekening)
    yield "Niveau van begeleiding", Begeleidingsniveau(niveau).label if niveau else "geen"
    if niveau:
        yield "Telling voor het vaste deel", _telling(rekening)
        yield "Vast deel", bedrag(_rond(rekening.vast))
        yield "Variabel deel voor een voltijdse job", bedrag(rekening.tarief.variabel[niveau])
        yield "Voltijdse jobs, gemiddeld over de drie maanden", _jobs(rekening.vte)
        yield "Variabel deel", bedrag(_rond(rekening.variabel))


def _lde(rekening: Kwartaalrekening, op: Parameters) -> Uitleg | None:
    if not rekening.lde_delen:
        return None
    invoer = [("Vergoeding per voltijdse job", bedrag(rekening.tarief.lde_vergoeding))]
    return _uitleg(
        rekening.lde_vergoeding,
        _LDE,
        invoer,
        op,
        (Parametercode.LDE_VERGOEDING,),
        Bedragsoort.LDE_VERGOEDING,
    )


def _kost(rekening: Kwartaalrekening) -> Iterator[Invoer]:
    maand = rekening.tarief.maanden[0]
    yield "Loonmaanden per jaar", getal(maand.loonmaanden)
    yield "Netto patronale bijdrage", f"{getal(100 * maand.bijdrage)} %"
    if maand.index != 1:
        yield "Stijging door de index", f"{getal(_rond(100 * (maand.index - 1)))} %"


def _nummer(rekening: Kwartaalrekening) -> str:
    return "geen advies in dit kwartaal" if rekening.nummer is None else str(rekening.nummer)


def _telling(rekening: Kwartaalrekening) -> str:
    if rekening.telt_van is None or rekening.advies is None:
        return "geen advies in dit kwartaal"
    van, begin = rekening.telt_van, rekening.advies.periode.van
    wat = "een keten die" if van < begin else "een advies dat"
    return f"kwartaal {rekening.telling} van {wat} begon op {datum_voluit(van)}"


def _jobs(vte: Fraction) -> str:
    return getal(_rond(vte, "0.0001"), 4)


def _rond(breuk: Fraction, op: str = "0.01") -> Decimal:
    """To show only; what counts is rounded once, at the end."""
    exact = Decimal(breuk.numerator) / Decimal(breuk.denominator)
    return exact.quantize(Decimal(op), ROUND_HALF_UP)

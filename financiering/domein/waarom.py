"""Why an amount of one employee in one quarter is what it is: every input with its source."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Final

from financiering.domein.loonopgaven import Opgaveregel
from financiering.domein.rekenmodel.afronding import euro
from financiering.domein.rekenmodel.exact import Kwartaalrekening, Maanddeel, centen
from financiering.domein.rekenmodel.persoon import Persoon
from financiering.domein.rekenmodel.tarieven import Maandtarief
from financiering.domein.tarieven import VARIABEL
from financiering.domein.waarom_advies import Advieswaarom, advieswaarom
from financiering.domein.waarom_bijdrage import (
    alleen_opgaven,
    bijdrage_per_maand,
    codes,
    leg_bijdrage_uit,
)
from gedeeld.periode import Periode
from gedeeld.uitleg import Uitleg
from gedeeld.weergeven import MAANDEN, bedrag, breuk, datum_voluit, getal
from regels.domein.niet_uitgedrukt import ANDERE_VERMINDERINGEN, niet_meegeteld
from regels.domein.parameters import Parameters, Parameterverloop
from regels.keuzes import Bedragsoort, Parametercode
from regels.models import Startpakket
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
    """What one contract brings in one month; amounts in euro, rounded to show. Reference wage and
    cap are those of the days outside an LDE transition."""

    maand: str
    dienst: str
    dagen: str
    bruto: Decimal
    breuk: str
    referteloon: Decimal
    plafond: Decimal
    loonkost: Decimal


@dataclass(frozen=True, slots=True)
class Dienstdeelregel:
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
    diensten: tuple[Dienstdeelregel, ...]
    loonpremie: Uitleg
    begeleidingspremie: Uitleg
    lde_vergoeding: Uitleg | None
    loonkost: Uitleg
    bijdrage: Uitleg | None


def leg_uit(
    rekening: Kwartaalrekening,
    persoon: Persoon,
    verloop: Parameterverloop,
    pakketten: Iterable[Startpakket],
    opgaven: Iterable[Opgaveregel] = (),
) -> Waarom:
    """Of this person in the quarter. `verloop` is what the rates came from, so that each value
    keeps its source; `opgaven` are the records of the payroll office, of others too."""
    op = verloop.op(rekening.tarief.kwartaal.eerste_dag)
    return Waarom(
        maanden=tuple(map(_maandregel, rekening.delen, rekening.premiedelen)),
        diensten=tuple(_diensten(rekening)),
        loonpremie=_met_advies(
            _van_loon(rekening, op, Bedragsoort.LOONPREMIE), advieswaarom(rekening, pakketten)
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
        loonkost=_van_loon(rekening, op, Bedragsoort.LOONKOST),
        bijdrage=leg_bijdrage_uit(rekening, persoon, op, opgaven),
    )


def _van_loon(rekening: Kwartaalrekening, op: Parameters, soort: Bedragsoort) -> Uitleg:
    """The two amounts that the employer's contribution is part of."""
    if soort == Bedragsoort.LOONPREMIE:
        wat = rekening.loonpremie, _LOONPREMIE, _loonpremie(rekening)
        eigen: tuple[Parametercode, ...] = _LOON
    else:
        wat = rekening.loonkost, _KOST, _kost(rekening)
        eigen = (Parametercode.LOONMAANDEN,)
    geteld = (ANDERE_VERMINDERINGEN,) if alleen_opgaven(rekening) else ()
    return _uitleg(*wat, op, (*eigen, *codes(rekening)), soort, geteld)


_LOON: Final = (Parametercode.GGMMI, Parametercode.PLAFONDFACTOR)
_GIDS: Final = (
    Parametercode.BEGELEIDING_BEGIN,
    Parametercode.BEGELEIDING_LATER,
    Parametercode.BEGELEIDING_TELT_KETEN,
    *VARIABEL.values(),
)


def _uitleg(
    uitkomst: Fraction,
    regel: str,
    invoer: Iterable[Invoer],
    op: Parameters,
    codes: tuple[Parametercode, ...],
    soort: Bedragsoort,
    geteld: tuple[str, ...] = (),
) -> Uitleg:
    return Uitleg(
        antwoord=bedrag(euro(centen(uitkomst))),
        regel=regel,
        invoer=tuple(invoer),
        bron=op.bronnen(*codes),
        tegenspraak=" ".join(filter(None, (op.tegenspraak(code) for code in codes))),
        niet_meegeteld=niet_meegeteld(soort, behalve=geteld),
    )


def _met_advies(uitleg: Uitleg, advies: Advieswaarom | None) -> Uitleg:
    if advies is None:
        return uitleg
    return replace(
        uitleg,
        invoer=(*uitleg.invoer, *advies.invoer),
        bron="; ".join(filter(None, (uitleg.bron, advies.bron))),
        tegenspraak=" ".join(filter(None, (uitleg.tegenspraak, advies.tegenspraak))),
    )


def _maandregel(deel: Maanddeel, premiedeel: Maanddeel) -> Maandregel:
    return Maandregel(
        maand=_maandnaam(deel.maand),
        dienst=deel.contract.dienst,
        dagen=f"{deel.dagen} van {deel.dagen_van_maand}",
        bruto=deel.contract.bruto,
        breuk=breuk(Fraction(deel.contract.breuk)),
        referteloon=_rond(premiedeel.referteloon),
        plafond=_rond(premiedeel.plafond),
        loonkost=_rond(deel.loonkost),
    )


def _diensten(rekening: Kwartaalrekening) -> Iterator[Dienstdeelregel]:
    delen = rekening.per_dienst
    for dienst, deel in delen.items() if len(delen) > 1 else ():
        bedragen = (
            deel.loonpremie, deel.begeleidingspremie, deel.lde_vergoeding, deel.loonkost
        )  # fmt: skip
        yield Dienstdeelregel(dienst, _jobs(deel.vte), *map(euro, bedragen))


def _loonpremie(rekening: Kwartaalrekening) -> Iterator[Invoer]:
    yield "Kwartaal binnen het advies", _nummer(rekening)
    yield from _naast_lde(rekening)
    yield from _tarief_per_maand(rekening)
    yield "Referteloon van het kwartaal", bedrag(_rond(rekening.referteloon))
    yield "Plafond van het kwartaal voor deze job", bedrag(_rond(rekening.plafond))
    yield "Telt mee (het laagste van de twee)", bedrag(_rond(rekening.geplafonneerd))
    yield "Percentage", f"{rekening.percentage} %"


def _naast_lde(rekening: Kwartaalrekening) -> Iterator[Invoer]:
    """Which days do not count, because they bring in the compensation of the transition."""
    for periode in rekening.lde_perioden if rekening.advies else ():
        yield "Telt niet mee: de dagen van de LDE-overgang", _van_tot(periode)


def _tarief_per_maand(rekening: Kwartaalrekening) -> Iterator[Invoer]:
    yield from _per_maand(
        rekening, "GGMMI", lambda maand: bedrag(_rond(Fraction(maand.ggmmi) * maand.index))
    )
    yield from _per_maand(
        rekening,
        "Plafond per maand",
        lambda maand: f"{getal(maand.plafondfactor.normalize(), 0)} keer het GGMMI",
    )
    yield from bijdrage_per_maand(rekening)
    eerste = rekening.tarief.maanden[0]
    if eerste.index != 1:
        yield "Stijging door de index", f"{getal(_rond(100 * (eerste.index - 1)))} %"


def _per_maand(
    rekening: Kwartaalrekening, naam: str, schrijf: Callable[[Maandtarief], str]
) -> Iterator[Invoer]:
    """A rate, once when all months have the same."""
    waarden = [(maand, schrijf(maand)) for maand in rekening.tarief.maanden]
    if len({waarde for _, waarde in waarden}) == 1:
        yield naam, waarden[0][1]
        return
    for maand, waarde in waarden:
        yield f"{naam} in {MAANDEN[maand.periode.van.month - 1]}", waarde


def _maandnaam(maand: Maandtarief) -> str:
    begin = maand.periode.van
    return f"{MAANDEN[begin.month - 1]} {begin.year}"


def _van_tot(periode: Periode) -> str:
    laatste = "…" if periode.laatste_dag is None else datum_voluit(periode.laatste_dag)
    return f"{datum_voluit(periode.van)} t.e.m. {laatste}"


def _begeleiding(rekening: Kwartaalrekening) -> Iterator[Invoer]:
    niveau = rekening.advies.niveau if rekening.advies else ""
    yield "Kwartaal binnen het advies", _nummer(rekening)
    yield "Niveau van begeleiding", Begeleidingsniveau(niveau).label if niveau else "geen"
    if niveau:
        yield "Telling voor het vaste deel", _telling(rekening)
        yield "Vast deel", bedrag(_rond(rekening.vast))
        yield "Variabel deel voor een voltijdse job", bedrag(rekening.tarief.variabel[niveau])
        yield from _naast_lde(rekening)
        yield "Voltijdse jobs, gemiddeld over de drie maanden", _jobs(rekening.premie_vte)
        yield "Variabel deel", bedrag(_rond(rekening.variabel))


def _lde(rekening: Kwartaalrekening, op: Parameters) -> Uitleg | None:
    if not rekening.lde_delen:
        return None
    return _uitleg(
        rekening.lde_vergoeding,
        _LDE,
        _lde_invoer(rekening, op),
        op,
        (Parametercode.LDE_VERGOEDING,),
        Bedragsoort.LDE_VERGOEDING,
    )


def _lde_invoer(rekening: Kwartaalrekening, op: Parameters) -> Iterator[Invoer]:
    vergoeding = bedrag(rekening.tarief.lde_vergoeding)
    gekend = op.waarde(Parametercode.LDE_VERGOEDING) is not None
    yield (
        "Vergoeding per voltijdse job",
        vergoeding if gekend else f"niet gekend, telt als {vergoeding}",
    )
    for periode in rekening.lde_perioden:
        yield "LDE-overgang", _van_tot(periode)
    for deel in rekening.lde_delen:
        yield (
            f"{_maandnaam(deel.maand)}, {deel.contract.dienst}",
            f"{deel.dagen} van {deel.dagen_van_maand} dagen, tewerkstellingsbreuk "
            f"{breuk(Fraction(deel.contract.breuk))}",
        )
    yield "Voltijdse jobs in de overgang, gemiddeld over de drie maanden", breuk(rekening.lde_vte)


def _kost(rekening: Kwartaalrekening) -> Iterator[Invoer]:
    maand = rekening.tarief.maanden[0]
    yield from _per_maand(rekening, "Loonmaanden per jaar", lambda maand: getal(maand.loonmaanden))
    yield from bijdrage_per_maand(rekening)
    if maand.index != 1:
        yield "Stijging door de index", f"{getal(_rond(100 * (maand.index - 1)))} %"


def _nummer(rekening: Kwartaalrekening) -> str:
    return "geen advies in dit kwartaal" if rekening.nummer is None else str(rekening.nummer)


def _telling(rekening: Kwartaalrekening) -> str:
    if rekening.telt_van is None or rekening.advies is None:
        return "geen advies in dit kwartaal"
    van, begin = rekening.telt_van, rekening.advies.begin
    wat = "een keten die" if van < begin else "een advies dat"
    return f"kwartaal {rekening.telling} van {wat} begon op {datum_voluit(van)}"


def _jobs(vte: Fraction) -> str:
    return breuk(vte)


def _rond(breuk: Fraction, op: str = "0.01") -> Decimal:
    """To show only; what counts is rounded once, at the end."""
    exact = Decimal(breuk.numerator) / Decimal(breuk.denominator)
    return exact.quantize(Decimal(op), ROUND_HALF_UP)

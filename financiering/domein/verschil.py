"""Why a premium that was paid differs from the one that was foreseen, in cents that add up.

What the statement says takes the place of what we counted with, one thing after the other and
always in the same order (docs/regels.md#paid-beside-foreseen): what each step changes is the part
of its reason, and what is left after the last step is not known.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from financiering.domein.rekenmodel.exact import Kwartaalrekening, centen
from financiering.domein.rekenmodel.formules import begeleidingspremie, loonpremie
from financiering.keuzes import Betaalblad, Verschilreden

# So many quarters after the begin of an advice nothing may have been paid yet.
LAATSTE_LATE_KWARTAAL: Final = 2
_MAANDEN: Final = 3
_PERCENTAGES: Final = range(20, 80, 5)


@dataclass(frozen=True, slots=True)
class Opgave:
    """What a statement says that it counted with; None: it does not say."""

    percentage: int | None = None
    breuk: Decimal | None = None
    referteloon: Decimal | None = None
    plafond: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Verschildeel:
    """`centen` of the difference, positive when more was paid; `uitleg` is "" or says it."""

    reden: Verschilreden
    centen: int
    uitleg: str = ""


@dataclass(frozen=True, slots=True)
class Grondslag:
    """What the premiums of one employee in one quarter are counted from: without the days of an LDE
    transition."""

    blad: Betaalblad
    percentage: int
    referteloon: Fraction
    plafond: Fraction
    vte: Fraction
    vast: Fraction
    variabel_per_vte: Fraction

    @classmethod
    def van(cls, rekening: Kwartaalrekening, blad: Betaalblad) -> "Grondslag":
        return cls(
            blad=blad,
            percentage=rekening.percentage,
            referteloon=rekening.referteloon,
            plafond=rekening.plafond,
            vte=rekening.premie_vte,
            vast=rekening.vast,
            variabel_per_vte=rekening.variabel_per_vte,
        )

    @property
    def centen(self) -> int:
        """Each premium is rounded by itself, as in the forecast."""
        loon = loonpremie(self.referteloon, self.plafond, Fraction(self.percentage, 100))
        begeleiding = begeleidingspremie(self.vast, self.variabel_per_vte, self.vte)
        in_centen = {
            Betaalblad.LOONPREMIE: (loon,),
            Betaalblad.BEGELEIDINGSPREMIE: (begeleiding,),
            Betaalblad.SAMEN: (loon, begeleiding),
        }
        return sum(map(centen, in_centen[self.blad]))

    def met_breuk(self, breuk: Fraction) -> "Grondslag":
        maal = breuk / self.vte
        return replace(
            self, referteloon=self.referteloon * maal, plafond=self.plafond * maal, vte=breuk
        )


def verklaar(
    rekening: Kwartaalrekening,
    blad: Betaalblad,
    opgave: Opgave,
    betaald: int,
    plafonds: Sequence[Fraction] = (),
    afronding: int = 0,
) -> list[Verschildeel]:
    """The parts of `betaald` minus what was foreseen, in cents; none when they are equal.
    `afronding` as for `rest_van`.

    `plafonds` are the caps of a full-time quarter that count before or after a change of the
    minimum wage: a statement that uses one of those went along with the index on another day.
    """
    begin = Grondslag.van(rekening, blad)
    if _kwam_laat(rekening, opgave, betaald) and begin.centen:
        return [Verschildeel(Verschilreden.LAAT_BESLUIT, -begin.centen, _nummer(rekening))]
    opgave = _leid_af(begin, opgave, betaald)
    delen, vorig = [], begin
    for reden, volgend, uitleg in _stappen(begin, opgave, plafonds):
        delen.append(Verschildeel(reden, volgend.centen - vorig.centen, uitleg))
        vorig = volgend
    delen.append(rest_van(betaald - vorig.centen, afronding))
    return [deel for deel in delen if deel.centen]


def volgens(rekening: Kwartaalrekening, blad: Betaalblad, opgave: Opgave) -> int:
    """The premium in cents that a statement pays which counts with this."""
    begin = Grondslag.van(rekening, blad)
    return [begin, *(grondslag for _, grondslag, _ in _stappen(begin, opgave, ()))][-1].centen


def rest_van(rest: int, afronding: int) -> Verschildeel:
    """What no step explains: the rounding of the payer up to so many cents (`afrondingscenten`)."""
    klein = 0 < abs(rest) <= afronding
    return Verschildeel(Verschilreden.AFRONDING if klein else Verschilreden.ONBEKEND, rest)


def afrondingscenten(blad: Betaalblad, maanden: int) -> int:
    """By how many cents a payment can differ through rounding alone, when the payer rounds each
    premium once in so many months (docs/regels.md#periods-and-amounts). Each rounding is half a
    cent off at most: those of the payer, and the one of the forecast."""
    keren = max(_MAANDEN // maanden, 1)
    premies = 2 if blad == Betaalblad.SAMEN else 1
    return premies * ((keren + 1) // 2)


def tel_op(regels: Iterator[Sequence[Verschildeel]]) -> Mapping[Verschilreden, int]:
    """The sum of each reason, in the order of the reasons; without what comes to nothing."""
    som = dict.fromkeys(Verschilreden, 0)
    for delen in regels:
        for deel in delen:
            som[deel.reden] += deel.centen
    return {reden: centen_ for reden, centen_ in som.items() if centen_}


def _kwam_laat(rekening: Kwartaalrekening, opgave: Opgave, betaald: int) -> bool:
    nummer = rekening.nummer
    zegt_niets = not opgave.percentage
    return not betaald and zegt_niets and nummer is not None and nummer <= LAATSTE_LATE_KWARTAAL


def _nummer(rekening: Kwartaalrekening) -> str:
    return f"kwartaal {rekening.nummer} van het advies"


def _leid_af(begin: Grondslag, opgave: Opgave, betaald: int) -> Opgave:
    """The percentage that gives the wage premium to the cent, when the statement says nothing."""
    if opgave != Opgave() or begin.blad is not Betaalblad.LOONPREMIE or betaald == begin.centen:
        return opgave
    past = [p for p in _PERCENTAGES if betaald and replace(begin, percentage=p).centen == betaald]
    return Opgave(percentage=past[0]) if len(past) == 1 else opgave


def _stappen(
    begin: Grondslag, opgave: Opgave, plafonds: Sequence[Fraction]
) -> Iterator[tuple[Verschilreden, Grondslag, str]]:
    nu = begin
    if opgave.percentage is not None and opgave.percentage != nu.percentage:
        uitleg = f"{opgave.percentage} % in plaats van {nu.percentage} %"
        nu = replace(nu, percentage=opgave.percentage)
        yield Verschilreden.PERCENTAGE, nu, uitleg
    if opgave.breuk is not None and nu.vte:
        nu = nu.met_breuk(Fraction(opgave.breuk))
        yield Verschilreden.GEWERKTE_TIJD, nu, ""
    if opgave.plafond is not None:
        reden = _reden_van_plafond(opgave.plafond, nu.vte, plafonds)
        nu = replace(nu, plafond=Fraction(opgave.plafond))
        yield reden, nu, ""
    if opgave.referteloon is not None:
        nu = replace(nu, referteloon=Fraction(opgave.referteloon))
        yield Verschilreden.BIJDRAGE, nu, ""


def _reden_van_plafond(
    plafond: Decimal, vte: Fraction, plafonds: Sequence[Fraction]
) -> Verschilreden:
    gekend = any(centen(ander * vte) == centen(Fraction(plafond)) for ander in plafonds)
    return Verschilreden.INDEX if gekend else Verschilreden.PLAFOND

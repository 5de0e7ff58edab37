"""Why the employer's contribution of one employee in one quarter is what it is, so that somebody
can do it again by hand, and what the other ways to know it would give."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Final

from financiering.domein.loonopgaven import Opgaveregel
from financiering.domein.rekenmodel.afronding import euro
from financiering.domein.rekenmodel.bijdrage import (
    Bijdragekeuze,
    Vermindering,
    beta,
    structurele_vermindering,
    voltijds_kwartaalloon,
)
from financiering.domein.rekenmodel.bijdragekeuzes import per_keuze
from financiering.domein.rekenmodel.exact import Kwartaalrekening, Maanddeel, centen
from financiering.domein.rekenmodel.persoon import Persoon
from gedeeld.kwartaal import Kwartaal
from gedeeld.uitleg import Uitleg
from gedeeld.weergeven import MAANDEN, bedrag, breuk, getal
from regels.domein.parameters import Parameters
from regels.keuzes import VERMINDERING, Parametercode

Invoer = tuple[str, str]
# The records of one employee by quarter.
Opgaven = Mapping[Kwartaal, Opgaveregel]

KEUZENAAM: Final = {
    Bijdragekeuze.VERMINDERING: "vermindering van de RSZ, categorie 1",
    Bijdragekeuze.EIGEN: "eigen percentage van de organisatie",
    Bijdragekeuze.OPGAVE: "opgave van het sociaal secretariaat",
}
_LIDWOORD: Final = {
    Bijdragekeuze.VERMINDERING: "de ",
    Bijdragekeuze.EIGEN: "het ",
    Bijdragekeuze.OPGAVE: "de ",
}
OPGAVEBRON: Final = "De opgave van het sociaal secretariaat"
_REGEL: Final = (
    "Wat de werkgever bovenop het brutoloon betaalt, na de verminderingen. Staat er een "
    "referteloon van het sociaal secretariaat, dan telt dat: gedeeld door het brutoloon van dat "
    "kwartaal volgens het contract, voor de betaalde uren als die er staan, min 1. Anders telt het "
    "eigen percentage van de organisatie, en zonder eigen percentage de structurele vermindering "
    "van de RSZ. De bijdrage is dan de bijdrage voor de vermindering, min R × β ÷ S, en nooit "
    "onder 0. Ze is afgerond op vier cijfers na de komma van het percentage."
)


def procent_van(deel: Fraction) -> str:
    """A part of one in percent: "25,00 %" or "14,0463 %"."""
    waarde = 100 * Decimal(deel.numerator) / Decimal(deel.denominator)
    vier = waarde.quantize(Decimal("0.0001"), ROUND_HALF_UP)
    return f"{getal(vier, 2 if vier == round(vier, 2) else 4)} %"


def leg_bijdrage_uit(
    rekening: Kwartaalrekening,
    persoon: Persoon,
    op: Parameters,
    opgaven: Iterable[Opgaveregel] = (),
) -> Uitleg | None:
    """None when no contract runs. `opgaven` are the records of the payroll office, of this person
    and of others."""
    if not rekening.delen:
        return None
    eigen = {o.kwartaal: o for o in opgaven if str(o.werknemer) == persoon.sleutel}
    return Uitleg(
        antwoord=_antwoord(rekening),
        regel=_REGEL,
        invoer=(
            *_per_contract(rekening, eigen),
            *_telt_niet(rekening, eigen.values()),
            *_andere(rekening, persoon),
        ),
        bron=bronnen(rekening, op),
        tegenspraak=" ".join(filter(None, map(op.tegenspraak, codes(rekening)))),
    )


def bijdrage_per_maand(rekening: Kwartaalrekening) -> Iterator[Invoer]:
    """The rate of each contract, once when all months have the same."""
    for naam, delen in _contracten(rekening).items():
        teksten = [(deel, _rate(deel)) for deel in delen]
        if len({tekst for _, tekst in teksten}) == 1:
            yield f"Netto patronale bijdrage{naam}", teksten[0][1]
            continue
        for deel, tekst in teksten:
            yield f"Netto patronale bijdrage{naam} in {_maand(deel)}", tekst


def codes(rekening: Kwartaalrekening) -> tuple[Parametercode, ...]:
    """The parameters that the contribution was counted with."""
    keuzes = {deel.bijdrage.keuze for deel in rekening.delen}
    van_wet = VERMINDERING if Bijdragekeuze.VERMINDERING in keuzes else ()
    return (*((Parametercode.BIJDRAGE,) if Bijdragekeuze.EIGEN in keuzes else ()), *van_wet)


def alleen_opgaven(rekening: Kwartaalrekening) -> bool:
    """Whether the payroll office counted the whole contribution."""
    keuzes = {deel.bijdrage.keuze for deel in rekening.delen}
    return keuzes == {Bijdragekeuze.OPGAVE}


def bronnen(rekening: Kwartaalrekening, op: Parameters) -> str:
    opgave = any(deel.bijdrage.keuze is Bijdragekeuze.OPGAVE for deel in rekening.delen)
    return "; ".join(filter(None, (OPGAVEBRON if opgave else "", op.bronnen(*codes(rekening)))))


def _antwoord(rekening: Kwartaalrekening) -> str:
    delen = {deel.bijdrage.deel for deel in rekening.delen}
    if len(delen) == 1 or rekening.bijdrage is None:
        return procent_van(next(iter(delen)))
    return f"gemiddeld {procent_van(rekening.bijdrage)}"


def _contracten(rekening: Kwartaalrekening) -> Mapping[str, list[Maanddeel]]:
    """The months of each contract, by what tells it from the others; "" for the only one."""
    alle: dict[tuple[str, Decimal], list[Maanddeel]] = {}
    for deel in rekening.delen:
        alle.setdefault((deel.contract.dienst, deel.contract.bruto), []).append(deel)
    if len(alle) == 1:
        return {"": next(iter(alle.values()))}
    return {f", {dienst} {bedrag(bruto)}": delen for (dienst, bruto), delen in alle.items()}


def _rate(deel: Maanddeel) -> str:
    return f"{procent_van(deel.bijdrage.deel)}, {KEUZENAAM[deel.bijdrage.keuze]}"


def _per_contract(rekening: Kwartaalrekening, opgaven: Opgaven) -> Iterator[Invoer]:
    yield from bijdrage_per_maand(rekening)
    for naam, delen in _contracten(rekening).items():
        alle = [tuple(_invoer(deel, opgaven)) for deel in delen]
        if len(set(alle)) == 1:
            yield from ((f"{wat}{naam}", waarde) for wat, waarde in alle[0])
            continue
        for deel, invoer in zip(delen, alle, strict=True):
            yield from ((f"{wat}{naam} in {_maand(deel)}", waarde) for wat, waarde in invoer)


def _invoer(deel: Maanddeel, opgaven: Opgaven) -> Iterator[Invoer]:
    """What the rate of one contract in one month follows from."""
    bijdrage, tarief = deel.bijdrage, deel.maand.regime.vermindering
    if bijdrage.opgave is not None:
        kwartaal = Kwartaal.van(bijdrage.opgave.van)
        yield "Volgens de opgave voor", str(kwartaal)
        yield from _opgave(opgaven.get(kwartaal))
    elif bijdrage.keuze is Bijdragekeuze.VERMINDERING and tarief is not None:
        yield from _formule(deel, tarief)


def _opgave(opgave: Opgaveregel | None) -> Iterator[Invoer]:
    """What the rate of a record follows from; nothing when only the rate is known."""
    if opgave is None or opgave.loon is None:
        return
    yield "Referteloon in de opgave", bedrag(opgave.referteloon)
    yield (
        f"Brutoloon van {opgave.kwartaal} volgens het contract",
        _bedrag(opgave.loon.bruto),
    )
    if opgave.uren is not None:
        uren = breuk(Fraction(opgave.uren)), breuk(opgave.loon.uren)
        yield "Betaalde uren, en de uren volgens het contract", " en ".join(uren)


def _telt_niet(rekening: Kwartaalrekening, opgaven: Iterable[Opgaveregel]) -> Iterator[Invoer]:
    """The records until this quarter that do not count, newer than the one that does."""
    tot = rekening.tarief.kwartaal
    gebruikt = [deel.bijdrage.opgave.van for deel in rekening.delen if deel.bijdrage.opgave]
    for opgave in opgaven:
        dag = opgave.kwartaal.eerste_dag
        nieuwer = all(dag > van for van in gebruikt)
        if opgave.waarom_niet and opgave.kwartaal <= tot and nieuwer:
            yield f"Opgave voor {opgave.kwartaal}", f"telt niet mee: {opgave.waarom_niet}"


def _formule(deel: Maanddeel, tarief: Vermindering) -> Iterator[Invoer]:
    contract, prestatie = deel.contract, deel.bijdrage.prestatie
    loon = voltijds_kwartaalloon(Fraction(contract.bruto), Fraction(contract.breuk))
    yield "Bijdrage voor de vermindering", procent_van(tarief.bruto)
    yield (
        "Voltijds kwartaalloon (S)",
        (f"{bedrag(contract.bruto)} × 3 ÷ {breuk(Fraction(contract.breuk))} = {_bedrag(loon)}"),
    )
    yield (
        "Vermindering voor een voltijds kwartaal (R)",
        (
            f"{_korting(tarief.factor, tarief.grens)} + "
            f"{_korting(tarief.factor_laag, tarief.grens_laag)} = "
            f"{_bedrag(structurele_vermindering(tarief, loon))}"
        ),
    )
    yield "Hoogste tewerkstellingsbreuk op één dag van de maand", breuk(prestatie)
    yield "β", breuk(beta(tarief, prestatie))


def _korting(factor: Fraction, grens: Fraction) -> str:
    return f"{breuk(factor)} × ({_bedrag(grens)} − S, minstens 0)"


def _andere(rekening: Kwartaalrekening, persoon: Persoon) -> Iterator[Invoer]:
    """What each other way would give: the percentage, and the wage premium of the quarter."""
    gebruikt = {deel.bijdrage.keuze for deel in rekening.delen}
    for keuze, ander in per_keuze(persoon, rekening.tarief).items():
        if gebruikt != {keuze} and ander.bijdrage is not None:
            premie = bedrag(euro(centen(ander.loonpremie)))
            yield (
                f"Met {_LIDWOORD[keuze]}{KEUZENAAM[keuze]}",
                f"{procent_van(ander.bijdrage)}, loonpremie {premie}",
            )


def _maand(deel: Maanddeel) -> str:
    return MAANDEN[deel.maand.periode.van.month - 1]


def _bedrag(waarde: Fraction) -> str:
    exact = Decimal(waarde.numerator) / Decimal(waarde.denominator)
    return bedrag(exact.quantize(Decimal("0.01"), ROUND_HALF_UP))

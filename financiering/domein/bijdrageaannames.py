"""What a forecast assumes about the employer's contribution: who is counted how, and what makes
that an estimate."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

import numpy as np

from financiering.domein.aanname import Aanname
from financiering.domein.laden import Gegevens
from financiering.domein.loonopgaven import GEEN_CONTRACT, PAST_NIET
from financiering.domein.rekenmodel.afronding import MILJOEN
from financiering.domein.rekenmodel.bijdrage import Bijdragekeuze
from financiering.domein.rekenmodel.mensen import Mensen
from financiering.domein.tarieven import eigen_bijdrage
from gedeeld.periode import Periode
from gedeeld.weergeven import datum_voluit, en, enkele, meervoud
from regels.domein.parameters import Parameters
from regels.keuzes import VERMINDERING, Parametercode, Zekerheid
from werknemers.domein.minimumloon import minimumloon

_NAAM: Final = {2: "categorie 2 (social profit)", 3: "categorie 3 (maatwerkbedrijf)"}
_HOE: Final = {
    Bijdragekeuze.VERMINDERING: "de vermindering van categorie 1",
    Bijdragekeuze.EIGEN: "het eigen percentage van de organisatie",
    Bijdragekeuze.OPGAVE: "de opgave van het sociaal secretariaat",
}
_OPGAVEN: Final = "De opgaven van het sociaal secretariaat"
_CONTRACTEN: Final = "De contracten in deze toepassing"


def bijdrage_aannames(gegevens: Gegevens, eerste: Periode) -> Iterator[Aanname]:
    """`eerste` is the first quarter of the forecast; what holds on its first day is said."""
    op = gegevens.verloop.op(eerste.van)
    aantallen = tel_keuzes(gegevens.stand.mensen, eerste, op)
    yield from _wie(aantallen, op)
    if aantallen[Bijdragekeuze.VERMINDERING]:
        yield from andere_categorie(op)
    yield from _opgaven(gegevens)
    yield from _onder_minimum(gegevens.stand.mensen, eerste, op)


def tel_keuzes(mensen: Mensen, kwartaal: Periode, op: Parameters) -> dict[Bijdragekeuze, int]:
    """How many employees with a contract in the quarter are counted in which way on its first
    day."""
    rijen = mensen.rijen_in_dienst(kwartaal)
    begonnen = mensen.opgaven.van <= kwartaal.van.toordinal()
    met_opgave = int(np.isin(rijen, mensen.opgaven.persoon[begonnen]).sum())
    rest = Bijdragekeuze.VERMINDERING if eigen_bijdrage(op) is None else Bijdragekeuze.EIGEN
    aantallen = dict.fromkeys(Bijdragekeuze, 0)
    return aantallen | {rest: len(rijen) - met_opgave, Bijdragekeuze.OPGAVE: met_opgave}


def andere_categorie(op: Parameters) -> Iterator[Aanname]:
    """That the category of the organisation is not known, and what to do about it."""
    categorie = op.waarde(Parametercode.RSZ_CATEGORIE)
    if categorie is not None and int(categorie) in _NAAM:
        yield Aanname(
            f"Je organisatie zit in {_NAAM[int(categorie)]}. De vermindering daarvan kennen we "
            "niet: we rekenen met die van categorie 1, en dat is een schatting. Zet een eigen "
            "percentage, of neem het referteloon van je sociaal secretariaat op.",
            op.bronnen(Parametercode.RSZ_CATEGORIE),
            Zekerheid.K,
            let_op=True,
            code=Parametercode.BIJDRAGE,
        )


def _wie(aantallen: dict[Bijdragekeuze, int], op: Parameters) -> Iterator[Aanname]:
    delen = [(keuze, aantal) for keuze, aantal in aantallen.items() if aantal]
    if not delen:
        return
    (eerste, aantal), *rest = delen
    zinnen = [
        f"Van {meervoud(aantal, 'werknemer', 'werknemers')} rekenen we de bijdrage van de "
        f"werkgever met {_HOE[eerste]}",
        *(f"van {meer} met {_HOE[keuze]}" for keuze, meer in rest),
    ]
    bron, zekerheid = _bron(eerste, op)
    yield Aanname(f"{en(zinnen)}.", bron, zekerheid)


def _bron(keuze: Bijdragekeuze, op: Parameters) -> tuple[str, Zekerheid]:
    """Where most of it comes from, and how sure that is."""
    if keuze is Bijdragekeuze.OPGAVE:
        return _OPGAVEN, Zekerheid.E
    if keuze is Bijdragekeuze.EIGEN:
        return op.bronnen(Parametercode.BIJDRAGE), Zekerheid.E
    return op.bronnen(*VERMINDERING), Zekerheid.C


def _opgaven(gegevens: Gegevens) -> Iterator[Aanname]:
    """The records that do not count, by what is wrong with them."""
    if past_niet := _van_wie(gegevens, PAST_NIET):
        yield _let_op(
            f"Het referteloon van het sociaal secretariaat {PAST_NIET}, en telt niet mee: "
            f"{enkele(past_niet)}. Kijk het bedrag, de betaalde uren en het brutoloon na."
        )
    if zonder := _van_wie(gegevens, GEEN_CONTRACT):
        yield _let_op(
            f"Het referteloon van het sociaal secretariaat telt niet mee: {GEEN_CONTRACT}. Dat "
            f"is zo bij {enkele(zonder)}. Was er een vorige opgave, dan telt die verder. Kijk de "
            "contracten na, of haal de opgave weg."
        )


def _van_wie(gegevens: Gegevens, reden: str) -> list[str]:
    mensen = gegevens.stand.mensen
    return [
        f"{mensen.namen[rij]} ({opgave.kwartaal})"
        for opgave in gegevens.opgaven
        if opgave.waarom_niet == reden
        and (rij := mensen.rij_van.get(str(opgave.werknemer))) is not None
    ]


def _let_op(tekst: str) -> Aanname:
    return Aanname(tekst, _OPGAVEN, Zekerheid.E, let_op=True)


def _onder_minimum(mensen: Mensen, kwartaal: Periode, op: Parameters) -> Iterator[Aanname]:
    rijen = onder_minimum(mensen, kwartaal, op.waarde(Parametercode.GGMMI))
    namen = [mensen.namen[rij] for rij in rijen]
    if namen:
        yield Aanname(
            f"Van {meervoud(len(namen), 'werknemer', 'werknemers')} ligt het brutoloon onder het "
            f"GGMMI van {datum_voluit(op.op)}, maal de tewerkstellingsbreuk: {enkele(namen)}. Kijk "
            "het loon in het contract na.",
            _CONTRACTEN,
            Zekerheid.E,
            let_op=True,
        )


def onder_minimum(mensen: Mensen, kwartaal: Periode, ggmmi: Decimal | None) -> list[int]:
    """The rows of who earns less than the minimum in a contract of the quarter; an unknown wage is
    no wage that is too low."""
    if ggmmi is None:
        return []
    alle = mensen.contracten.kies(mensen.contracten.in_periode(kwartaal))
    # A cent more than the minimum at most: what may be too low.
    laag = alle.kies((alle.bruto > 0) & (alle.bruto < alle.breuk * float(100 * ggmmi) + 1))
    rijen = [
        persoon
        for persoon, breuk, bruto in zip(
            laag.persoon.tolist(), laag.miljoensten.tolist(), laag.bruto.tolist(), strict=True
        )
        if Decimal(int(bruto)) / 100 < minimumloon(Decimal(breuk) / MILJOEN, ggmmi)
    ]
    return list(dict.fromkeys(rijen))

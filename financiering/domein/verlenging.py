"""What a request for extension can come to for one employee, in euro: it may also go down."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import groupby

from financiering.domein.laden import Gegevens
from financiering.domein.rekenmodel.afronding import euro
from financiering.domein.rekenmodel.bijsturing import gestopt, verlaagd
from financiering.domein.rekenmodel.klaverblad import PERSOONSBLADEN
from financiering.domein.rekenmodel.persoon import Persoon
from financiering.domein.rekenmodel.prognose import Prognose, maak_prognose
from financiering.domein.rekenmodel.scenario import Evaluatieuitkomst, Verlenging, verleng
from financiering.domein.rekenmodel.stand import Stand
from financiering.domein.saldozin import jobs_in
from financiering.domein.tarieven import MEESTE_KWARTALEN, Tarieftijdvak, maak_tarieven
from financiering.domein.verlengbaarheid import Verlengbaarheid
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import dag_ervoor
from gedeeld.weergeven import datum_voluit
from regels.domein.parameters import Parameters
from regels.models.percentage import HOOGSTE, LAAGSTE, STAP
from werknemers.domein.adviesdagen.beroep import beroep_in_woorden
from werknemers.domein.adviesdagen.verlenging import vroegste_aanvraag

# The term of an extension as the model counts it, in quarters.
TERMIJN = Verlenging(Evaluatieuitkomst.ZELFDE).kwartalen
_KORTSTE = 20


@dataclass(frozen=True, slots=True)
class Percentages:
    """What "raised" and "lowered" mean; a choice, since nobody knows what VDAB decides."""

    hoger: int
    lager: int

    @classmethod
    def bij(cls, laatste: int) -> "Percentages":
        """Two steps up and one down, within what exists."""
        return cls(min(HOOGSTE, laatste + 2 * STAP), max(LAAGSTE, laatste - STAP))


@dataclass(frozen=True, slots=True)
class Verlengingsregel:
    """One way it can go; amounts in euro, `per_jaar` by year. `verschil` is against not asking."""

    naam: str
    uitleg: str
    per_jaar: Mapping[int, Decimal]
    totaal: Decimal
    verschil: Decimal


@dataclass(frozen=True)
class Verlengingsbeeld:
    """`gevallen` names each way, in the order of the rows of the forecast; not asking is first."""

    prognose: Prognose
    gevallen: tuple[tuple[str, str], ...]

    @property
    def kwartalen(self) -> list[Kwartaal]:
        return [tarief.kwartaal for tarief in self.prognose.tarieven.kwartalen]

    @property
    def jaren(self) -> list[int]:
        return list(dict.fromkeys(kwartaal.jaar for kwartaal in self.kwartalen))

    @cached_property
    def regels(self) -> list[Verlengingsregel]:
        bedragen = [self._per_jaar(rij) for rij in range(len(self.gevallen))]
        niets = sum(bedragen[0].values(), Decimal(0))
        regels = []
        for (naam, uitleg), jaren in zip(self.gevallen, bedragen, strict=True):
            totaal = sum(jaren.values(), Decimal(0))
            regels.append(Verlengingsregel(naam, uitleg, jaren, totaal, totaal - niets))
        return regels

    @property
    def jobs(self) -> str:
        """The full-time jobs of the employee in words, those of the last quarter of each year when
        they change: "1 voltijdse job tot en met 2027, geen voltijdse job vanaf 2028". An extension
        changes nothing about them."""
        laatste = {kwartaal.jaar: plaats for plaats, kwartaal in enumerate(self.kwartalen)}
        klaverblad = self.prognose.persoon(0)
        per_jaar = ((jaar, jobs_in(klaverblad, plaats)) for jaar, plaats in laatste.items())
        groepen = [
            (jobs, [jaar for jaar, _ in groep])
            for jobs, groep in groupby(per_jaar, key=lambda paar: paar[1])
        ]
        eerste = [f"{jobs} tot en met {jaren[-1]}" for jobs, jaren in groepen[:-1]]
        jobs, jaren = groepen[-1]
        return ", ".join([*eerste, f"{jobs} vanaf {jaren[0]}" if eerste else jobs])

    def _per_jaar(self, rij: int) -> dict[int, Decimal]:
        """The premiums and compensation of the employee."""
        bladen = self.prognose.persoon(rij).bladen
        per_kwartaal = [
            sum((euro(int(bladen[blad][plaats])) for blad in PERSOONSBLADEN), Decimal(0))
            for plaats in range(len(self.kwartalen))
        ]
        regels = zip(self.kwartalen, per_kwartaal, strict=True)
        groepen = groupby(regels, key=lambda regel: regel[0].jaar)
        return {jaar: sum((bedrag for _, bedrag in groep), Decimal(0)) for jaar, groep in groepen}


def vroegste_dag(stand: Verlengbaarheid, parameters: Parameters) -> date | None:
    """The first day on which an extension may be asked; None when it is not known, or cannot be
    asked."""
    if not stand.kan or stand.advies is None:
        return None
    regel = vroegste_aanvraag(stand.advies.periode, parameters)
    return regel.dag if regel else None


def tijdvak_voor(stand: Verlengbaarheid, op: date) -> Tarieftijdvak:
    """From this quarter to the end of an extension, as far as forecasts go."""
    nu = Kwartaal.van(op)
    tot = stand.advies.periode.tot if stand.advies else None
    nodig = Kwartaal.van(tot) - nu + TERMIJN if tot and stand.kan else _KORTSTE
    return Tarieftijdvak(nu, min(max(nodig, _KORTSTE), MEESTE_KWARTALEN))


def beslissing(vroegst: date | None, op: date) -> date:
    """From when a lower package would count: the quarter after the first day one can ask."""
    return (Kwartaal.van(max(op, vroegst or op)) + 1).eerste_dag


def reken_verlenging(
    gegevens: Gegevens,
    persoon: Persoon,
    stand: Verlengbaarheid,
    tijdvak: Tarieftijdvak,
    keuze: tuple[Percentages, date],
) -> Verlengingsbeeld | None:
    """Every way it can go, all over the same quarters; the second of `keuze` is `beslissing`.

    None for who has no contract in these quarters.
    """
    beroep = beroep_in_woorden(gegevens.verloop.op(tijdvak.van.eerste_dag))
    gevallen = list(_gevallen(persoon, stand, *keuze, beroep))
    personen = tuple(
        replace(wie, sleutel=str(nummer)) for nummer, (_, _, wie) in enumerate(gevallen)
    )
    tarieven = maak_tarieven(gegevens.verloop, tijdvak)
    prognose = maak_prognose(Stand(gegevens.stand.diensten, personen), tarieven)
    if not prognose.personen:
        return None
    return Verlengingsbeeld(prognose, tuple((naam, uitleg) for naam, uitleg, _ in gevallen))


def _gevallen(
    persoon: Persoon, stand: Verlengbaarheid, percentages: Percentages, vanaf: date, beroep: str
) -> Iterator[tuple[str, str, Persoon]]:
    yield "Niet gevraagd", "De ondersteuning stopt op haar einddatum.", persoon
    laatste = stand.percentage
    if not stand.kan or laatste is None:
        return
    yield from _toegekend(persoon, laatste, percentages)
    yield "Geweigerd", f"De ondersteuning stopt op haar einddatum. {beroep}", persoon
    tot = stand.advies.periode.tot if stand.advies else None
    if tot is not None and vanaf < tot:
        yield from _bijgestuurd(persoon, percentages, vanaf)


def _toegekend(
    persoon: Persoon, laatste: int, percentages: Percentages
) -> Iterator[tuple[str, str, Persoon]]:
    zinnen = [("Verlengd, zelfde percentage", laatste)]
    if percentages.hoger > laatste:
        zinnen.append(("Verlengd, hoger percentage", percentages.hoger))
    if percentages.lager < laatste:
        zinnen.append(("Verlengd, lager percentage", percentages.lager))
    for naam, percentage in zinnen:
        verlengd = verleng(persoon, Verlenging(Evaluatieuitkomst.ZELFDE, percentage))
        yield naam, f"{percentage} % na het einde van dit advies, 5 jaar lang.", verlengd


def _bijgestuurd(
    persoon: Persoon, percentages: Percentages, vanaf: date
) -> Iterator[tuple[str, str, Persoon]]:
    """Asking has a risk: VDAB may lower or stop the support that runs
    (docs/regels.md#adjustment-and-extension)."""
    lager = verlaagd(persoon, vanaf, percentages.lager)
    dag = datum_voluit(vanaf)
    if lager != verlaagd(persoon, vanaf, HOOGSTE):
        zin = f"Hoogstens {percentages.lager} % vanaf {dag}, en daarna geen verlenging."
        yield "Vroeger verlaagd", zin, lager
    zin = f"De laatste dag is {datum_voluit(dag_ervoor(vanaf))}."
    yield "Vroeger stopgezet", zin, gestopt(persoon, vanaf)

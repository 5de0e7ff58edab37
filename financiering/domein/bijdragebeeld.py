"""The employer's contribution of everybody in one quarter, by each way in which it is known."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import overload

from financiering.domein.aanname import Aanname
from financiering.domein.bijdrageaannames import bijdrage_aannames, onder_minimum
from financiering.domein.prognoses import Prognoseuitkomst, prognose_van
from financiering.domein.rekenmodel.afronding import euro
from financiering.domein.rekenmodel.bijdrage import Bijdragekeuze
from financiering.domein.rekenmodel.bijdragekeuzes import per_keuze
from financiering.domein.rekenmodel.exact import Kwartaalrekening, centen
from financiering.domein.rekenmodel.persoon import Contract
from financiering.domein.scenarios import Toekomst
from financiering.domein.tarieven import Tarieftijdvak, eigen_bijdrage
from financiering.domein.waarom_bijdrage import KEUZENAAM, procent_van
from financiering.keuzes import Scenariobasis
from gedeeld.kwartaal import Kwartaal
from gedeeld.weergeven import bedrag, breuk
from regels.domein.parameters import Parameterregel, Parameters
from regels.keuzes import Parametercode


@dataclass(frozen=True, slots=True)
class Keuzeregel:
    """What one way gives an employee: the contribution as a part of the gross wages of the quarter,
    the wage premium in euro, and how much that is more than with the way that counts."""

    keuze: Bijdragekeuze
    deel: Fraction
    premie: Decimal
    meer: Decimal

    @property
    def naam(self) -> str:
        return KEUZENAAM[self.keuze]

    @property
    def procent(self) -> str:
        return procent_van(self.deel)

    @property
    def verschil(self) -> str:
        """As in "€ 31,92 meer", "€ 206,88 minder" or "evenveel"."""
        if not self.meer:
            return "evenveel"
        return f"{bedrag(abs(self.meer))} {'meer' if self.meer > 0 else 'minder'}"


@dataclass(frozen=True, slots=True)
class Bijdrageregel:
    """One employee in the quarter. `bruto` in euro a month and `breuk`, both of the contracts of
    the last day of work in the quarter together; `telt` is the way that counts, None for who has no
    wage."""

    sleutel: str
    naam: str
    nummer: str
    bruto: Decimal
    breuk: Decimal
    telt: Keuzeregel | None
    keuzes: Mapping[Bijdragekeuze, Keuzeregel]
    premie: Decimal
    onder_minimum: bool

    @property
    def breuk_in_woorden(self) -> str:
        return breuk(Fraction(self.breuk))

    @property
    def andere(self) -> list[Keuzeregel]:
        return [regel for keuze, regel in self.keuzes.items() if regel is not self.telt]


@dataclass(frozen=True)
class Bijdragebeeld(Sequence[Bijdrageregel]):
    """Everybody with a contract in the quarter, by name; a row is worked out when it is asked."""

    uitkomst: Prognoseuitkomst
    kwartaal: Kwartaal

    @property
    def heeft_eigen(self) -> bool:
        """Whether the organisation has a percentage of its own in the quarter."""
        return eigen_bijdrage(self._op) is not None

    @property
    def heeft_opgaven(self) -> bool:
        return bool(len(self.uitkomst.prognose.personen.opgaven))

    @property
    def categorie(self) -> Parameterregel:
        """Which category of the RSZ the organisation says that it is in."""
        code = Parametercode.RSZ_CATEGORIE
        return Parameterregel(code, self._op.regel(code))

    @cached_property
    def aannames(self) -> list[Aanname]:
        return list(bijdrage_aannames(self.uitkomst.gegevens, self.kwartaal.periode))

    def __len__(self) -> int:
        return len(self.uitkomst.prognose.personen)

    @overload
    def __getitem__(self, plaats: int) -> Bijdrageregel: ...
    @overload
    def __getitem__(self, plaats: slice) -> list[Bijdrageregel]: ...
    def __getitem__(self, plaats: int | slice) -> Bijdrageregel | list[Bijdrageregel]:
        if isinstance(plaats, slice):
            return [self._regel(rij) for rij in range(len(self))[plaats]]
        return self._regel(range(len(self))[plaats])

    def __iter__(self) -> Iterator[Bijdrageregel]:
        return (self._regel(rij) for rij in range(len(self)))

    @cached_property
    def _op(self) -> Parameters:
        return self.uitkomst.gegevens.verloop.op(self.kwartaal.eerste_dag)

    @cached_property
    def _onder_minimum(self) -> frozenset[int]:
        ggmmi = self._op.waarde(Parametercode.GGMMI)
        mensen = self.uitkomst.prognose.personen
        return frozenset(onder_minimum(mensen, self.kwartaal.periode, ggmmi))

    def _regel(self, rij: int) -> Bijdrageregel:
        prognose = self.uitkomst.prognose
        persoon, rekening = prognose.personen[rij], prognose.rekening(rij, 0)
        werk = _op_het_einde(rekening)
        keuzes = _keuzes(rekening, per_keuze(persoon, rekening.tarief))
        gebruikt = {deel.bijdrage.keuze for deel in rekening.delen}
        return Bijdrageregel(
            sleutel=persoon.sleutel,
            naam=persoon.naam,
            nummer=self.uitkomst.gegevens.personeelsnummer(persoon.sleutel),
            bruto=sum((contract.bruto for contract in werk), Decimal(0)),
            breuk=sum((contract.breuk for contract in werk), Decimal(0)),
            telt=keuzes.get(max(gebruikt, key=list(Bijdragekeuze).index)) if gebruikt else None,
            keuzes=keuzes,
            premie=_premie(rekening),
            onder_minimum=rij in self._onder_minimum,
        )


def bijdrage_in(organisatie_id: int, op: date) -> Bijdragebeeld:
    """Of the quarter of a day, in a fixed number of queries."""
    niets_doen = Toekomst(Scenariobasis.NIETS_DOEN.label, Scenariobasis.NIETS_DOEN)
    kwartaal = Kwartaal.van(op)
    uitkomst = prognose_van(organisatie_id, niets_doen, Tarieftijdvak(kwartaal, 1), op)
    return Bijdragebeeld(uitkomst, kwartaal)


def _op_het_einde(rekening: Kwartaalrekening) -> list[Contract]:
    """The contracts of the last day of work in the quarter: one that follows on another does not
    make the job larger."""
    contracten = list(dict.fromkeys(deel.contract for deel in rekening.delen))
    einde = rekening.tarief.kwartaal.laatste_dag
    dagen = (min(contract.periode.laatste_dag or einde, einde) for contract in contracten)
    dag = max(dagen, default=einde)
    return [contract for contract in contracten if dag in contract.periode]


def _keuzes(
    rekening: Kwartaalrekening, gevonden: Mapping[Bijdragekeuze, Kwartaalrekening]
) -> dict[Bijdragekeuze, Keuzeregel]:
    premie = _premie(rekening)
    return {
        keuze: Keuzeregel(keuze, ander.bijdrage, _premie(ander), _premie(ander) - premie)
        for keuze, ander in gevonden.items()
        if ander.bijdrage is not None
    }


def _premie(rekening: Kwartaalrekening) -> Decimal:
    return euro(centen(rekening.loonpremie))

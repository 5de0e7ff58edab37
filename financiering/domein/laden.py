"""Reads the people and amounts of an organisation into what the model counts with."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from operator import attrgetter

from django.db.models import CharField, DateField, OuterRef, QuerySet, Subquery, Value

from financiering.domein.rekenmodel.klaverblad import OMKADERING
from financiering.domein.rekenmodel.stand import (
    Advies,
    Contract,
    Dienstbedrag,
    Persoon,
    Rekenschijf,
    Stand,
)
from financiering.domein.tarieven import Tarieftijdvak
from financiering.keuzes import Wijze
from financiering.models import Klaverbladbron, Omkadering
from gedeeld.periode import Periode, dag_erna
from regels.domein.parameters import Parameterverloop, laad_parameterverloop
from regels.keuzes import NIET_VERLENGBAAR, SoortAdvies
from regels.models import Startpakket
from trajects.models import Traject, Uitstroom
from werknemers.domein.premies import laad_startpakketten, schijven_van
from werknemers.keuzes import Begeleidingsniveau
from werknemers.models import Adviesperiode, Arbeidsovereenkomst, Dienst, Werknemer


@dataclass(frozen=True)
class Gegevens:
    """Everything behind the forecasts of one organisation; the key of a Persoon is the primary key
    of the employee. `gepland` is the last day that each running trajectory aims at."""

    stand: Stand
    verloop: Parameterverloop
    startpakketten: list[Startpakket]
    werknemers: dict[str, Werknemer]
    diensten: dict[str, Dienst]
    gepland: dict[str, date]
    zonder_loon: tuple[str, ...]

    def personeelsnummer(self, sleutel: str) -> str:
        """ "" for who is still to come."""
        werknemer = self.werknemers.get(sleutel)
        return "" if werknemer is None else werknemer.personeelsnummer


def laad_gegevens(organisatie_id: int, tijdvak: Tarieftijdvak) -> Gegevens:
    """In a fixed number of queries. Everybody with a contract in (a part of) the quarters."""
    periode = Periode(tijdvak.van.eerste_dag, (tijdvak.van + tijdvak.aantal).eerste_dag)
    contracten = list(_contracten(organisatie_id, periode))
    pakketten = laad_startpakketten()
    # With the quarter before: whose support ended there, lost it in the first.
    steun = Periode((tijdvak.van + -1).eerste_dag, periode.tot)
    adviezen = _adviezen(organisatie_id, steun, pakketten)
    diensten = {dienst.naam: dienst for dienst in Dienst.objects.filter(organisatie=organisatie_id)}
    per_werknemer = groupby(contracten, key=attrgetter("werknemer_id"))
    personen = [_persoon(list(groep), adviezen.get(pk, ())) for pk, groep in per_werknemer]
    bedragen = tuple(_bedragen(organisatie_id))
    met_bedrag = {bedrag.dienst for bedrag in bedragen} | {c.dienst.naam for c in contracten}
    namen = tuple(naam for naam in diensten if naam in met_bedrag)
    return Gegevens(
        stand=Stand(namen, tuple(personen), bedragen),
        verloop=laad_parameterverloop(organisatie_id),
        startpakketten=pakketten,
        werknemers={str(c.werknemer_id): c.werknemer for c in contracten},
        diensten=diensten,
        gepland=_gepland(contracten),
        zonder_loon=tuple(
            dict.fromkeys(str(c.werknemer) for c in contracten if c.bruto_maandloon is None)
        ),
    )


def _gepland(contracten: Iterable[Arbeidsovereenkomst]) -> dict[str, date]:
    alle = {str(c.werknemer_id): c.gepland for c in contracten}  # type: ignore[attr-defined]
    return {sleutel: dag for sleutel, dag in alle.items() if dag is not None}


def _contracten(organisatie_id: int, periode: Periode) -> QuerySet[Arbeidsovereenkomst]:
    """With the day a running trajectory aims at, and the day on which who left was last there.

    Leaving can be on file before the contract is ended.
    """
    lopend = Traject.objects.filter(werknemer=OuterRef("werknemer")).lopend()
    weg = Uitstroom.objects.filter(
        werknemer=OuterRef("werknemer"), datum__gte=OuterRef("periode__startswith")
    )
    return (
        Arbeidsovereenkomst.objects.filter(
            werknemer__organisatie=organisatie_id, periode__overlap=periode
        )
        .select_related("werknemer", "dienst")
        .defer("werknemer__insz")
        .annotate(
            gepland=Subquery(lopend.values("beoogde_uitstroom")[:1], output_field=DateField()),
            vertrokken=Subquery(weg.order_by("datum").values("datum")[:1]),
        )
        .order_by("werknemer__familienaam", "werknemer__voornaam", "werknemer", "periode", "pk")
    )


def _persoon(contracten: list[Arbeidsovereenkomst], adviezen: tuple[Advies, ...]) -> Persoon:
    werknemer = contracten[0].werknemer
    return Persoon(
        sleutel=str(werknemer.pk),
        naam=werknemer.naam,
        contracten=tuple(_contract(contract) for contract in contracten),
        adviezen=adviezen,
    )


def _contract(contract: Arbeidsovereenkomst) -> Contract:
    """An unknown wage counts as nothing; the page says for whom."""
    periode, vertrokken = contract.periode, contract.vertrokken  # type: ignore[attr-defined]
    if vertrokken is not None:
        periode = periode.doorsnede(Periode(periode.van, dag_erna(vertrokken))) or periode
    return Contract(
        dienst=contract.dienst.naam,
        periode=periode,
        breuk=contract.tewerkstellingsbreuk,
        bruto=contract.bruto_maandloon or Decimal(0),
    )


def _adviezen(
    organisatie_id: int, periode: Periode, pakketten: Iterable[Startpakket]
) -> dict[int, tuple[Advies, ...]]:
    gevonden: dict[int, tuple[Advies, ...]] = {}
    rijen = Adviesperiode.objects.filter(
        werknemer__organisatie=organisatie_id, periode__overlap=periode
    )
    for rij in rijen.prefetch_related("schijven").order_by("periode", "pk"):
        gevonden[rij.werknemer_id] = (*gevonden.get(rij.werknemer_id, ()), _advies(rij, pakketten))
    return gevonden


def _advies(advies: Adviesperiode, pakketten: Iterable[Startpakket]) -> Advies:
    geen = advies.begeleidingsniveau == Begeleidingsniveau.GEEN
    return Advies(
        periode=advies.periode,
        schijven=tuple(
            Rekenschijf(s.periode, s.percentage) for s in schijven_van(advies, pakketten)
        ),
        niveau="" if geen else advies.begeleidingsniveau,
        lde=advies.soort == SoortAdvies.LDE_OVERGANG,
        verlengbaar=advies.soort not in NIET_VERLENGBAAR,
    )


def _bedragen(organisatie_id: int) -> Iterator[Dienstbedrag]:
    """The leaves and the cost of guidance, in one query."""
    bladen = Klaverbladbron.objects.van(organisatie_id).values_list(
        "dienst__naam", "blad", "bedrag", "geldig", "wijze", "geindexeerd"
    )
    omkadering = Omkadering.objects.van(organisatie_id).values_list(
        "dienst__naam",
        Value(OMKADERING, CharField()),
        "bedrag_per_vte",
        "geldig",
        Value(Wijze.PER_VTE, CharField()),
        "geindexeerd",
    )
    # Without an order of their own: a union takes none from its parts.
    rijen = bladen.order_by().union(omkadering.order_by(), all=True)
    for dienst, soort, bedrag, geldig, wijze, geindexeerd in rijen:
        yield Dienstbedrag(dienst, soort, bedrag, geldig, wijze == Wijze.PER_VTE, geindexeerd)

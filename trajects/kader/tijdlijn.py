"""What the timeline of one employee shows, and the same as lines of a table."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from gedeeld.grafiek import Balk, Merk, Staafsoort, Strepen, Tijdlijn, Tijdlijnrij
from gedeeld.periode import Periode
from trajects.kader.mijlpalen import Mijlpaal, SoortMijlpaal
from trajects.models import Traject
from werknemers.domein.premies import Premieverloop
from werknemers.models import Adviesgebeurtenis, Adviesperiode, Arbeidsovereenkomst, Contracteinde

_BEOOGD: Final = "beoogde uitstroom"


@dataclass(frozen=True, slots=True)
class Tijdlijnregel:
    """A line of the table behind the drawing; `laatste_dag` None is an open end or a single day."""

    wat: str
    tekst: str
    van: date
    laatste_dag: date | None = None


@dataclass(frozen=True, slots=True)
class Beloop:
    """Contracts and how they end, advice with its steps, and what was asked and decided."""

    contracten: Sequence[Arbeidsovereenkomst]
    adviezen: Sequence[tuple[Adviesperiode, Premieverloop]]
    gebeurtenissen: Sequence[Adviesgebeurtenis] = ()
    eindes: Sequence[Contracteinde] = ()


def stel_tijdlijn_samen(
    *,
    titel: str,
    op: date,
    beloop: Beloop,
    gesprekken: Iterable[date],
    traject: Traject | None,
    mijlpalen: Sequence[Mijlpaal] = (),
) -> Tijdlijn:
    """Contracts, advice with its premium steps, the whole plan, talks, and the outflow around
    today."""
    return Tijdlijn(
        titel=titel,
        vandaag=op,
        rijen=(
            Tijdlijnrij("Contract", tuple(_contractbalken(beloop.contracten))),
            Tijdlijnrij("Einde contract", tuple(_eindebalken(beloop.eindes))),
            Tijdlijnrij("Advies", tuple(_adviesbalken(beloop.adviezen))),
            Tijdlijnrij("Loonpremie", tuple(_premiebalken(beloop.adviezen))),
            Tijdlijnrij("Jobdoelwit", tuple(_balken(mijlpalen, SoortMijlpaal.JOBDOELWIT))),
            Tijdlijnrij("Vorming", tuple(_balken(mijlpalen, SoortMijlpaal.VORMING))),
            Tijdlijnrij("Stage", tuple(_balken(mijlpalen, SoortMijlpaal.STAGE))),
        ),
        strepen=(
            Strepen("Beslissingen", "Beslissing", tuple(_beslissingen(beloop.gebeurtenissen))),
            Strepen("Gesprekken", "Gesprek", tuple(Merk(dag, "") for dag in gesprekken)),
            Strepen("Evaluaties", "Evaluatie", _merken(mijlpalen, SoortMijlpaal.EVALUATIE)),
            Strepen("Doelen", "Doel", _merken(mijlpalen, SoortMijlpaal.DOEL)),
            Strepen("Acties", "Actie", _merken(mijlpalen, SoortMijlpaal.ACTIE)),
            Strepen("Competenties", "Competenties", _merken(mijlpalen, SoortMijlpaal.COMPETENTIES)),
            Strepen(
                "Randvoorwaarden",
                "Randvoorwaarde",
                _merken(mijlpalen, SoortMijlpaal.RANDVOORWAARDE),
            ),
            Strepen("Uitstroom", "Uitstroom", _merken(mijlpalen, SoortMijlpaal.UITSTROOM)),
            Strepen("Nazorg", "Nazorg", _merken(mijlpalen, SoortMijlpaal.NAZORG)),
        ),
        uitstroom=_uitstroom(traject, mijlpalen),
    )


def tijdlijnregels(lijn: Tijdlijn) -> list[Tijdlijnregel]:
    """All that the drawing shows, row by row, each in order of time."""
    regels = [
        Tijdlijnregel(rij.naam, balk.tekst, balk.periode.van, balk.periode.laatste_dag)
        for rij in lijn.rijen
        for balk in sorted(rij.balken, key=lambda balk: balk.periode)
    ]
    for strepen in lijn.strepen:
        merken = sorted({(merk.dag, merk.naam) for merk in strepen.dagen})
        regels += [Tijdlijnregel(strepen.enkel, naam, dag, dag) for dag, naam in merken]
    if lijn.uitstroom and lijn.uitstroom.naam == _BEOOGD:
        dag = lijn.uitstroom.dag
        regels.append(Tijdlijnregel(_BEOOGD.capitalize(), "", dag, dag))
    return regels


def _uitstroom(traject: Traject | None, mijlpalen: Iterable[Mijlpaal]) -> Merk | None:
    """The last day in service once it is known; until then the day that is aimed for."""
    dagen = [m.dag for m in mijlpalen if m.soort == SoortMijlpaal.UITSTROOM]
    laatste = max(dagen, default=None)
    if laatste is not None and (traject is None or laatste >= traject.gestart_op):
        return Merk(laatste, "uitstroom")
    beoogd = traject.beoogde_uitstroom if traject else None
    return Merk(beoogd, _BEOOGD) if beoogd else None


def _contractbalken(contracten: Iterable[Arbeidsovereenkomst]) -> Iterator[Balk]:
    for contract in contracten:
        yield Balk(contract.periode, contract.dienst.naam, Staafsoort.CONTRACT)


def _eindebalken(eindes: Iterable[Contracteinde]) -> Iterator[Balk]:
    """Notice and counter-notice, until the last day to which they moved."""
    for einde in eindes:
        periode = Periode.tem(einde.periode.van, einde.laatste_dag)
        yield Balk(periode, einde.get_wijze_display(), Staafsoort.EINDE)


def _adviesbalken(adviezen: Sequence[tuple[Adviesperiode, Premieverloop]]) -> Iterator[Balk]:
    for advies, _ in adviezen:
        yield Balk(advies.periode, advies.get_soort_display(), Staafsoort.ADVIES)


def _beslissingen(gebeurtenissen: Iterable[Adviesgebeurtenis]) -> Iterator[Merk]:
    """The day something was asked, and the day it was decided."""
    for wat in gebeurtenissen:
        yield Merk(wat.gevraagd_op, f"{wat}, gevraagd" if wat.kan_beslist else str(wat))
        if wat.besluitdatum is not None:
            yield Merk(wat.besluitdatum, f"{wat}, {wat.get_uitkomst_display()}")


def _premiebalken(adviezen: Sequence[tuple[Adviesperiode, Premieverloop]]) -> Iterator[Balk]:
    """The steps, each as high as its share of the highest."""
    schijven = [schijf for _, verloop in adviezen for schijf in verloop.schijven]
    hoogste = max((schijf.percentage for schijf in schijven), default=0)
    for schijf in schijven:
        tekst = f"{schijf.percentage} %"
        yield Balk(schijf.periode, tekst, Staafsoort.PREMIE, hoogte=schijf.percentage / hoogste)


def _balken(mijlpalen: Iterable[Mijlpaal], soort: SoortMijlpaal) -> Iterator[Balk]:
    """What lasts; a job target that was changed the same day was never aimed for."""
    for mijlpaal in mijlpalen:
        if mijlpaal.soort == soort and _duurt(mijlpaal):
            periode = Periode(mijlpaal.dag, mijlpaal.tot)
            yield Balk(periode, mijlpaal.tekst, Staafsoort[soort.name])


def _duurt(mijlpaal: Mijlpaal) -> bool:
    """Whether there is a bar to draw: a target can be dropped on the day it was chosen."""
    return mijlpaal.tot is None or mijlpaal.tot > mijlpaal.dag


def _merken(mijlpalen: Iterable[Mijlpaal], soort: SoortMijlpaal) -> tuple[Merk, ...]:
    return tuple(Merk(m.dag, m.tekst) for m in mijlpalen if m.soort == soort)

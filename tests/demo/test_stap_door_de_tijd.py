"""One demo, read on the days of two years.

The records are those of the day on which it was loaded, and nobody writes anything on the others.
On days ahead nobody did anything since: what was planned is late, and talks are long ago. On days
past the records know what came later; a question that reads a day looks at that day, one that
reads a state (an open action, a phase, a score) at the state of now. So this is no history: it
says that on no day the words contradict the records that are there.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

import pytest
from django.db import connection
from django.db.models import Prefetch

from demo.logins import DEMO
from gebruikers.keuzes import Rol
from gebruikers.models import Organisatie
from gedeeld.periode import plus_dagen, plus_jaren, plus_maanden
from tests.dagen import VANDAAG, op_de_dag
from trajects.kader.uitstroombeeld import vertrek_van
from trajects.keuzes import Fase, Standdoel
from trajects.models import Jobdoelwit, Signaal, Traject, Uitstroom
from trajects.signaalsoorten.feiten import feiten_van
from trajects.signaalsoorten.register import regel_van
from trajects.signaalsoorten.soort import Feit, Over, Stap
from trajects.signaalsoorten.volgende_stap import volgende_stap
from trajects.signalen.bepaal_signalen import bepaal_signalen
from trajects.signalen.verklaring import geldt
from werknemers.models import Werknemer

VAN, TOT = plus_jaren(VANDAAG, -1), plus_jaren(VANDAAG, 1)
ROLLEN = (Rol.BEGELEIDER, Rol.COORDINATOR, Rol.HR)
# What a counsellor does with who is at work.
OP_HET_WERK = (
    "competentieronde",
    "jobdoelwit_kies",
    "overdracht_nieuw",
    "sjabloon_toepassen",
    "talent_nieuw",
)


@dataclass(frozen=True, slots=True)
class Dag:
    """Whom the step is about on which day, as the records say, without a rule."""

    wie: Werknemer
    op: date

    @property
    def in_dienst(self) -> bool:
        return any(self.op in contract.periode for contract in self.wie.contracten.all())

    @property
    def begon(self) -> bool:
        return any(contract.periode.van <= self.op for contract in self.wie.contracten.all())

    @property
    def begint_op(self) -> date | None:
        komend = (c.periode.van for c in self.wie.contracten.all() if c.periode.van > self.op)
        return min(komend, default=None)

    @property
    def vertrek(self) -> Uitstroom | None:
        return vertrek_van(self.wie.uitstromen.all(), self.wie.contracten.all(), self.op)

    @property
    def traject(self) -> Traject | None:
        return next((traject for traject in self.wie.trajecten.all() if traject.loopt), None)

    @property
    def aan_het_werk(self) -> bool:
        return self.in_dienst and self.vertrek is None

    @property
    def contract_open(self) -> bool:
        weg = self.vertrek
        return weg is not None and any(
            weg.datum in c.periode and c.periode.laatste_dag != weg.datum
            for c in self.wie.contracten.all()
        )


def spreekt_tegen(dag: Dag, stap: Stap, rol: Rol) -> Iterator[str]:
    """What the sentence says, or asks, that is not so."""
    zin, traject = stap.zin, dag.traject
    eisen = {
        "niet meer in dienst": dag.begon and not dag.in_dienst,
        "weken weg": not dag.in_dienst and dag.vertrek is not None and dag.vertrek.datum < dag.op,
        "begint": not dag.in_dienst and dag.begint_op is not None,
        "vertrekt.": dag.in_dienst and dag.vertrek is not None and dag.vertrek.datum >= dag.op,
        "contract loopt nog": dag.contract_open,
        "Sluit het contract": dag.contract_open,
        "is terug": dag.aan_het_werk and bool(dag.wie.uitstromen.all()),
        "geen advies": dag.in_dienst and not dag.wie.adviezen.all(),
        "einddoel van de job uit": dag.aan_het_werk,
        "Er loopt nog geen traject": dag.aan_het_werk and traject is None,
        "Al ": dag.aan_het_werk and traject is not None,
        "houdt tegen": dag.aan_het_werk,
        "Start jobmatching": traject is not None and traject.fase == Fase.VOORTRAJECT,
        "Rond het samen af": not any(stage.periode.tot > dag.op for stage in dag.wie.stages.all()),
        "nog geen contract": not dag.begon and dag.begint_op is None,
        "Alles loopt": dag.aan_het_werk and traject is not None and _is_vol(traject, dag.op),
        "nsteuning stopt": dag.in_dienst,
        "afgerond": False,
    }
    yield from (wat for wat, waar in eisen.items() if wat in zin and not waar)
    if stap.view in OP_HET_WERK and not (dag.aan_het_werk and traject):
        yield f"{stap.view}: not at work, or no trajectory"
    if traject and stap.view == "jobdoelwit_kies" and traject.jobdoelwit:
        yield "there is a job target"
    if traject and stap.view == "sjabloon_toepassen" and _doelen(traject):
        yield "there are goals"
    if stap.view == "competentieronde" and dag.wie.competentiescores.all():
        yield "there are scores"
    if stap.view == "talent_nieuw" and any(t.staat_op_het_plan for t in dag.wie.talenten.all()):
        yield "there are talents"
    if rol == Rol.HR and (stap.view in OP_HET_WERK or "gesprek" in zin):
        yield "HR has no part in that"
    if not zin.endswith((".", "?")):
        yield "no sentence"


def _doelen(traject: Traject) -> bool:
    return any(doel.stand != Standdoel.LOSGELATEN for doel in traject.doelen.all())


def _is_vol(traject: Traject, op: date) -> bool:
    dag = traject.beoogde_uitstroom
    return bool(
        traject.fase != Fase.NAZORG
        and traject.jobdoelwit
        and _doelen(traject)
        and dag
        and dag >= op
    )


@pytest.fixture
def mensen(demo: str, db: None) -> list[Werknemer]:
    trajecten = Traject.objects.prefetch_related(
        "doelen", Prefetch("jobdoelwitten", Jobdoelwit.objects.all())
    )
    rijen = Werknemer.objects.filter(organisatie__code=DEMO)
    return list(
        rijen.prefetch_related(
            "contracten",
            "adviezen",
            "uitstromen",
            "stages",
            "talenten",
            "competentiescores",
            Prefetch("trajecten", trajecten),
        )
    )


def _dagen(mensen: list[Werknemer]) -> list[date]:
    """A day of each week, and the days around what changes."""
    contracten = [c.periode for wie in mensen for c in wie.contracten.all()]
    grenzen = chain(
        (periode.van for periode in contracten),
        (periode.tot for periode in contracten if periode.tot),
        (weg.datum for wie in mensen for weg in wie.uitstromen.all()),
    )
    weken = (plus_dagen(VAN, 7 * week) for week in range(105))
    rond = (plus_dagen(dag, verschil) for dag in grenzen for verschil in (-1, 0, 1))
    return sorted({dag for dag in chain(weken, rond) if VAN <= dag <= TOT})


def _nachten() -> list[date]:
    """The first of each month, from the day of loading on: a night looks ahead and never back."""
    eerste = VANDAAG.replace(day=1)
    return [plus_maanden(eerste, maand) for maand in range(1, 13)]


def _beweerd(feiten: Mapping[int, list[Feit]], op: date) -> Iterator[Feit]:
    """Of each employee the kinds that hold on the day, by what the page says."""
    for feit in chain.from_iterable(feiten.values()):
        if regel_van(feit.soort).is_signaal and geldt(feit, Over("", op)):
            yield feit


def _sleutels(feiten: Iterable[Feit]) -> set[tuple[int | None, str, int]]:
    return {(feit.werknemer_id, feit.soort, feit.onderwerp) for feit in feiten}


def _staat_open(op: date) -> set[tuple[int | None, str, int]]:
    rijen = Signaal.objects.vraagt_aandacht_op(op).filter(
        werknemer__isnull=False, organisatie__code=DEMO
    )
    return set(rijen.values_list("werknemer", "soort", "onderwerp"))


def test_a_night_keeps_what_the_page_of_each_says(mensen: list[Werknemer]) -> None:
    """A night on the first of each month, one after the other, with nobody who does anything."""
    organisatie = Organisatie.objects.get(code=DEMO)
    for op in _nachten():
        with op_de_dag(op):
            bepaal_signalen(op=op)
            feiten = feiten_van(organisatie.pk, [wie.pk for wie in mensen], op)
            beweerd, open_ = list(_beweerd(feiten, op)), _staat_open(op)
        assert open_ - _sleutels(beweerd) == set(), (
            f"{op}: open, and the page says that it is not so"
        )
        # What somebody closed or postponed holds, and waits.
        wacht = {feit for feit in beweerd if feit.wacht}
        assert _sleutels(set(beweerd) - wacht) - open_ == set(), f"{op}: it is so, and not open"
        assert not _sleutels(wacht) & open_, f"{op}: open, and its step waits"


def test_no_step_contradicts_the_day(mensen: list[Werknemer]) -> None:
    # The demo was written a moment ago: PostgreSQL does not know yet how much of it there is.
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    organisatie = Organisatie.objects.get(code=DEMO)
    fouten: dict[str, str] = {}
    gezegd = set()
    dagen = _dagen(mensen)
    for op in dagen:
        feiten = feiten_van(organisatie.pk, [wie.pk for wie in mensen], op)
        for wie in mensen:
            for rol in ROLLEN:
                stap = volgende_stap(feiten.get(wie.pk, []), Over(wie.voornaam, op, rol))
                gezegd.add(stap.view)
                for fout in spreekt_tegen(Dag(wie, op), stap, rol):
                    fouten.setdefault(f"{fout}: {wie.personeelsnummer} {stap.zin}", f"{op} {rol}")
    assert fouten == {}
    # It was no walk through one sentence.
    assert len(gezegd) >= 8
    assert len(dagen) > 105

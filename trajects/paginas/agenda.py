"""What is due today for a user's employees: actions, aftercare, attests, talks, reviews,
contracts."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from django.db.models import (
    CharField,
    Count,
    Exists,
    F,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
    Window,
)
from django.db.models.functions import Cast, JSONObject

from gebruikers.domein.vragen import per_rol
from gebruikers.models import Gebruiker
from gebruikers.rechten import HeeftRol
from gedeeld.adressen import adres_van
from gedeeld.periode import dag_erna, plus_dagen
from gedeeld.weergeven import datum_voluit, meervoud
from trajects.kader.evaluatiedag import met_evaluatie_op
from trajects.models import Actie, Deelname, Nazorgmoment, Overdracht, Traject
from trajects.models.evaluatiemoment import evaluatie_onderwerp
from trajects.models.uitstroom import SPELING_IN_DAGEN
from trajects.paginas.dagsignalen import HOOGSTENS_EERST
from trajects.paginas.weggelegd import niet_weggelegd
from trajects.rechten import mag_contract_afsluiten, mag_plan_bewerken
from trajects.signaalsoorten.soorten import (
    attest_verloopt,
    contract_eindigt,
    evaluatie,
    nazorg,
    overdrachtsgesprek,
)
from werknemers.keuzes import Eindewijze
from werknemers.models import Contracteinde, Werknemer
from werknemers.models.naam import Naam

HOOGSTENS: Final = 8
DAGEN_ROND_ATTEST: Final = 60
DAGEN_VOOR_EINDE: Final = 14
DAGEN_VOOR_EVALUATIE: Final = 14


class Agendasoort(StrEnum):
    """What is due, and the section of which page it is about."""

    ACTIE = "trajects:plan#doelen"
    NAZORG = "trajects:overgang#nazorg"
    OVERDRACHT = "trajects:overgang#overdracht"
    ATTEST = "trajects:plan#vorming"
    CONTRACTEINDE = "trajects:contract#contracteinde"
    EVALUATIE = "trajects:evaluatiemoment#evaluatiemomenten"


# The signals that say the same.
_ZEGT_HETZELFDE: Final[Mapping[Agendasoort, Collection[str]]] = {
    Agendasoort.NAZORG: (nazorg.CODE,),
    Agendasoort.OVERDRACHT: (overdrachtsgesprek.CODE,),
    Agendasoort.ATTEST: (attest_verloopt.VERLOOPT, attest_verloopt.VERLOPEN),
    Agendasoort.CONTRACTEINDE: (contract_eindigt.OPGEZEGD,),
    Agendasoort.EVALUATIE: (evaluatie.CODE,),
}
_PLAATS: Final = {soort.value: plaats for plaats, soort in enumerate(Agendasoort)}


@dataclass(frozen=True, slots=True)
class Punt:
    """One thing to do. `url` is where it is done; the action `actie` can be done with one click.

    It is late once `dag` is over, or from `te_laat_op` on when that is known.
    """

    dag: date
    werknemer: Naam
    wat: str
    url: str
    actie: int | None = None
    te_laat_op: date | None = None

    def toestand(self, op: date) -> tuple[str, str]:
        """Colour and word."""
        if op >= (self.te_laat_op or dag_erna(self.dag)):
            return "rood", "te laat"
        if op < self.dag:
            return "grijs", "binnenkort"
        return "oranje", "vandaag" if op == self.dag else "deze week"


@dataclass(frozen=True, slots=True)
class Agenda:
    """The first points, each with colour and word, the oldest on top; `aantal` is of all."""

    punten: tuple[tuple[Punt, str, str], ...] = ()
    aantal: int = 0


def agenda(
    gebruiker: Gebruiker, op: date, *, zonder: Collection[tuple[int | None, str]] = ()
) -> Agenda:
    """What asks to be done on the day; one query. Who edits no plans and ends contracts sees those
    alone, and everybody else nothing. `zonder` are signals, by employee and kind, that stand on the
    same page: what they say is left out."""
    if not (mag_plan_bewerken(gebruiker) or mag_contract_afsluiten(gebruiker)):
        return Agenda()
    lees = _alles if mag_plan_bewerken(gebruiker) else _contracten
    op_volgorde = sorted(lees(gebruiker, op), key=_volgorde)
    aantallen = {rij[0]: rij[-1] for rij in op_volgorde}
    blijft = [rij for rij in op_volgorde if not _staat_er_al(rij, zonder)]
    punten = [_punt(rij, op) for rij in blijft[:HOOGSTENS]]
    aantal = sum(aantallen.values()) - (len(op_volgorde) - len(blijft))
    return Agenda(tuple((punt, *punt.toestand(op)) for punt in punten), aantal)


def _staat_er_al(rij: tuple[Any, ...], signalen: Collection[tuple[int | None, str]]) -> bool:
    soort, _, werknemer, *_ = rij
    zelfde = _ZEGT_HETZELFDE.get(Agendasoort(soort), ())
    return any((werknemer, code) in signalen for code in zelfde)


@per_rol
def _alles(gebruiker: HeeftRol, op: date) -> QuerySet[Any, Any]:
    return _acties(gebruiker, op).union(
        _nazorg(gebruiker, op),
        _overdrachten(gebruiker, op),
        _attesten(gebruiker, op),
        _contracteindes(gebruiker, op),
        _evaluaties(gebruiker, op),
        all=True,
    )


@per_rol
def _contracten(gebruiker: HeeftRol, op: date) -> QuerySet[Any, Any]:
    return _contracteindes(gebruiker, op)


def _acties(gebruiker: HeeftRol, op: date) -> QuerySet[Any, Any]:
    acties = Actie.objects.zichtbaar_voor(gebruiker).open().filter(tegen__lte=op)
    return _rijen(acties, Agendasoort.ACTIE, "tegen", F("wat"))


def _nazorg(gebruiker: HeeftRol, op: date) -> QuerySet[Any, Any]:
    """In the own caseload, also of people who are out of service."""
    momenten: QuerySet[Any] = (
        Nazorgmoment.objects.zichtbaar_voor(gebruiker).nog_te_vragen(op).met_dag()
    )
    # Of a country the outflows of one organisation are read.
    te_vragen = momenten.filter(dag__lte=op, uitstroom__organisatie=F("organisatie"))
    werknemer = "uitstroom__werknemer"
    te_vragen = te_vragen.filter(
        niet_weggelegd(gebruiker, op, _ZEGT_HETZELFDE[Agendasoort.NAZORG], werknemer=werknemer)
    )
    weken = Cast("weken", CharField())
    return _rijen(te_vragen, Agendasoort.NAZORG, "dag", weken, werknemer)


def _overdrachten(gebruiker: HeeftRol, op: date) -> QuerySet[Any, Any]:
    gepland = Overdracht.objects.zichtbaar_voor(gebruiker).gesprek_gepland()
    gepland = gepland.filter(
        niet_weggelegd(gebruiker, op, _ZEGT_HETZELFDE[Agendasoort.OVERDRACHT]),
        gesprek_gepland_op__lte=op,
    )
    return _rijen(gepland, Agendasoort.OVERDRACHT, "gesprek_gepland_op", F("werkgever__naam"))


def _attesten(gebruiker: HeeftRol, op: date) -> QuerySet[Any, Any]:
    """Attests that expire soon, or did lately, of people in service, and that nothing renews."""
    in_dienst = Werknemer.objects.zichtbaar_voor(gebruiker).in_dienst_op(op)
    rond = (plus_dagen(op, -DAGEN_ROND_ATTEST), plus_dagen(op, DAGEN_ROND_ATTEST))
    deelnames = Deelname.objects.zichtbaar_voor(gebruiker).filter(
        ~Exists(Deelname.objects.vernieuwd()),
        niet_weggelegd(gebruiker, op, _ZEGT_HETZELFDE[Agendasoort.ATTEST]),
        attest_vervalt_op__range=rond,
        werknemer__in=in_dienst,
    )
    return _rijen(deelnames, Agendasoort.ATTEST, "attest_vervalt_op", F("attest"))


def _contracteindes(gebruiker: HeeftRol, op: date) -> QuerySet[Any, Any]:
    """Contracts that end soon by what was given or agreed, until their end is confirmed."""
    eindes: QuerySet[Any] = Contracteinde.objects.zichtbaar_voor(gebruiker).te_bevestigen()
    werknemer, soorten = "contract__werknemer", _ZEGT_HETZELFDE[Agendasoort.CONTRACTEINDE]
    bijna = eindes.filter(
        niet_weggelegd(gebruiker, op, soorten, werknemer=werknemer, onderwerp="contract"),
        dag__lte=plus_dagen(op, DAGEN_VOOR_EINDE),
    )
    return _rijen(bijna, Agendasoort.CONTRACTEINDE, "dag", F("wijze"), werknemer)


def _evaluaties(gebruiker: HeeftRol, op: date) -> QuerySet[Any, Any]:
    """Reviews that are due soon, or were, of people in service."""
    lopend = Traject.objects.zichtbaar_voor(gebruiker).lopend().in_dienst_op(op)
    met_dag: QuerySet[Any] = met_evaluatie_op(lopend, op, gebruiker.organisatie_id)
    soorten = _ZEGT_HETZELFDE[Agendasoort.EVALUATIE]
    bijna = met_dag.alias(onderwerp=evaluatie_onderwerp()).filter(
        niet_weggelegd(gebruiker, op, soorten, onderwerp="onderwerp"),
        evaluatie_op__lte=plus_dagen(op, DAGEN_VOOR_EVALUATIE),
    )
    leeg = Value("", output_field=CharField())
    return _rijen(bijna, Agendasoort.EVALUATIE, "evaluatie_op", leeg)


def _rijen(
    bron: QuerySet[Any, Any],
    soort: Agendasoort,
    dag: str,
    wat: Any,
    werknemer: str = "werknemer",
) -> QuerySet[Any, Any]:
    """Each part of the union alike: the first of a kind, each with how many there are of it.

    Names are looked up for those first ones, not for all that are counted.
    """
    wie = Werknemer.objects.filter(pk=OuterRef(werknemer)).order_by()
    rijen = bron.order_by(dag, f"{werknemer}_id", "pk").values_list(
        Value(soort.value, output_field=CharField()),
        F(dag),
        F(werknemer),
        Subquery(wie.values(rij=JSONObject(voornaam="voornaam", familienaam="familienaam"))),
        F("pk"),
        wat,
        Window(Count("pk")),
    )
    return rijen[: HOOGSTENS + HOOGSTENS_EERST]


def _volgorde(rij: tuple[Any, ...]) -> tuple[Any, ...]:
    soort, dag, werknemer, _, pk, _, _ = rij
    return dag, werknemer, _PLAATS[soort], pk


def _punt(rij: tuple[Any, ...], op: date) -> Punt:
    plek, dag, werknemer, naam, pk, wat, _ = rij
    soort = Agendasoort(plek)
    view, _, sectie = plek.partition("#")
    return Punt(
        dag,
        Naam(werknemer, **naam),
        _in_woorden(soort, wat, dag, op),
        f"{adres_van(view, werknemer)}#{sectie}",
        actie=pk if soort == Agendasoort.ACTIE else None,
        te_laat_op=plus_dagen(dag, SPELING_IN_DAGEN) if soort == Agendasoort.NAZORG else None,
    )


def _in_woorden(soort: Agendasoort, wat: str, dag: date, op: date) -> str:
    match soort:
        case Agendasoort.NAZORG:
            weken = meervoud(int(wat), "week", "weken")
            return f"Nazorg na {weken}: hoe gaat het?"
        case Agendasoort.OVERDRACHT:
            return f"Overdrachtsgesprek met {wat}"
        case Agendasoort.ATTEST:
            werkwoord = "verliep" if dag < op else "verloopt"
            return f"Attest {wat} {werkwoord} op {datum_voluit(dag)}"
        case Agendasoort.CONTRACTEINDE:
            werkwoord = "eindigde" if dag < op else "eindigt"
            return f"Contract {werkwoord} op {datum_voluit(dag)}: {Eindewijze(wat).label}"
        case Agendasoort.EVALUATIE:
            return f"Evaluatie van {datum_voluit(dag)}"
        case Agendasoort.ACTIE:
            return wat

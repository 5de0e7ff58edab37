"""The periodic review of a running trajectory: moved, held, excused, and what was agreed in it.

Each act is about the review of one day: the day that its user saw. When somebody else held or
moved that one meanwhile, or it was sent twice, the act is refused.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, TypedDict

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from gebruikers.models import Gebruiker
from gedeeld.schendingen import als_zin
from gedeeld.tijd import vandaag
from gedeeld.weergeven import datum_voluit
from regels.domein.parameters import laad_parameters
from trajects.kader.evaluatiedag import Evaluatiedag, bepaal_evaluatiedag
from trajects.keuzes import Afspraaksoort, Evaluatiestand
from trajects.models import Evaluatiemoment, Traject
from trajects.plan.acties import voeg_actie_toe
from trajects.plan.doelen import voeg_doel_toe
from trajects.schrijvers import EVALUATIEMOMENTEN, TRAJECTEN
from trajects.traject.fasen import eis_lopend


class Afspraak(TypedDict):
    """One agreement that becomes a goal or an action; a goal is nobody's alone (`wie`)."""

    soort: str
    wat: str
    wie: str
    wie_naam: str
    tegen: date | None


def lees_evaluatiedag(traject: Traject) -> Evaluatiedag:
    """Two queries."""
    momenten = traject.evaluatiemomenten.all()
    parameters = laad_parameters(vandaag(), traject.organisatie_id)
    return bepaal_evaluatiedag(traject, momenten, parameters)


def verzet_evaluatie(
    *, traject: Traject, door: Gebruiker, van: date | None, naar: date, reden: str
) -> Evaluatiemoment:
    """Plan the review that is due on `van` on another day, with the reason; the old day stays to be
    read. With None there was none due, and it needs no reason. Raises ValidationError by field."""
    if naar < vandaag():
        raise ValidationError({"naar": "Kies vandaag of een dag die nog komt."})
    if naar == van:
        raise ValidationError({"naar": "De evaluatie staat al op die dag. Kies een andere."})
    with als_zin():
        dag = _vergrendel(traject, van)
        if van is not None:
            _eis_reden(reden, "Zeg waarom de evaluatie verzet wordt.")
            oud = dag.gepland or Evaluatiemoment(traject=traject, gepland_op=van)
            _sluit(oud, door, Evaluatiestand.VERZET, reden=reden)
        nieuw = Evaluatiemoment(traject=traject)
        velden = {"gepland_op": naar, "door": door}
        EVALUATIEMOMENTEN.schrijf(nieuw, velden, door=door, actie="gepland")
        return nieuw


def stel_vrij(
    *, traject: Traject, door: Gebruiker, van: date | None, reden: str
) -> Evaluatiemoment:
    """This one is not needed: the next one counts from it. Raises ValidationError by field."""
    _eis_reden(reden, "Zeg waarom deze evaluatie niet nodig is.")
    with als_zin():
        moment = _dit_moment(traject, van)
        return _sluit(moment, door, Evaluatiestand.VRIJGESTELD, reden=reden)


def hou_evaluatie(
    *,
    traject: Traject,
    door: Gebruiker,
    van: date | None,
    afgehandeld_op: date,
    afspraken: str,
    in_plan: Iterable[Afspraak] = (),
) -> Evaluatiemoment:
    """It was held: what was agreed is written down, and what of it is for the plan becomes goals
    and actions in the same transaction. Raises ValidationError by field."""
    with als_zin():
        moment = _dit_moment(traject, van, of=afgehandeld_op)
        _eis_dag(traject, afgehandeld_op)
        _eis_na_vorige(traject, afgehandeld_op)
        _sluit(moment, door, Evaluatiestand.GEHOUDEN, op=afgehandeld_op, afspraken=afspraken)
        for afspraak in in_plan:
            _neem_op(traject, afspraak, door)
        return moment


def wijzig_verslag(
    moment: Evaluatiemoment,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    afgehandeld_op: date,
    afspraken: str,
) -> Evaluatiemoment:
    """Mend what was written about one that was held. `gezien` as in `gelijktijdig.vergrendel`."""
    with als_zin():
        huidig = EVALUATIEMOMENTEN.vergrendel(moment, gezien)
        if not huidig.is_gehouden:
            raise ValidationError("Deze evaluatie staat niet meer als gehouden.")
        _eis_dag(huidig.traject, afgehandeld_op)
        _eis_zelfde_volgorde(huidig, afgehandeld_op)
        velden = {"afgehandeld_op": afgehandeld_op, "afspraken": afspraken}
        EVALUATIEMOMENTEN.schrijf(huidig, velden, door=door)
        return huidig


def heropen_evaluatie(
    moment: Evaluatiemoment, *, door: Gebruiker, gezien: datetime | None
) -> Evaluatiemoment:
    """It was not held after all, or is needed: the last one of its trajectory is planned again.

    What was written goes; goals and actions that came of it stay. `gezien` as above.
    """
    with als_zin():
        huidig = EVALUATIEMOMENTEN.vergrendel(moment, gezien)
        eis_lopend(huidig.traject)
        if huidig != laatste_afgehandelde(huidig.traject):
            raise ValidationError("Alleen de laatste evaluatie kan weer open.")
        velden = {
            "stand": Evaluatiestand.GEPLAND,
            "afgehandeld_op": None,
            "reden": "",
            "afspraken": "",
        }
        EVALUATIEMOMENTEN.schrijf(huidig, velden, door=door, actie="heropend")
        return huidig


def laatste_afgehandelde(traject: Traject) -> Evaluatiemoment | None:
    """The last one that was held or excused, which alone can be opened again."""
    tellend: QuerySet[Any] = traject.evaluatiemomenten.all().met_telt_vanaf()
    return tellend.order_by("-telt_vanaf", "-pk").first()


def _vergrendel(traject: Traject, van: date | None) -> Evaluatiedag:
    """Which review is due now, under the lock of the trajectory; it has to be that of `van`."""
    huidig = eis_lopend(TRAJECTEN.vergrendel(traject))
    dag = lees_evaluatiedag(huidig)
    if dag.dag != van:
        nu = f"staat nu op {datum_voluit(dag.dag)}" if dag.dag else "is niet meer gepland"
        raise ValidationError(f"De evaluatie {nu}. Kijk na wat er staat, en begin opnieuw.")
    return dag


def _dit_moment(traject: Traject, van: date | None, of: date | None = None) -> Evaluatiemoment:
    """The review of `van`: the one that was planned, or a new one on that day; `of` is the day of
    one that nobody expected."""
    dag = _vergrendel(traject, van)
    dag_zelf = van or of
    if dag_zelf is None:
        raise ValidationError("Er is geen evaluatie gepland.")
    return dag.gepland or Evaluatiemoment(traject=traject, gepland_op=dag_zelf)


def _sluit(
    moment: Evaluatiemoment,
    door: Gebruiker,
    stand: Evaluatiestand,
    *,
    op: date | None = None,
    **woorden: str,
) -> Evaluatiemoment:
    velden = {
        "gepland_op": moment.gepland_op,
        "stand": stand,
        "afgehandeld_op": op or vandaag(),
        "door": door,
    }
    EVALUATIEMOMENTEN.schrijf(moment, velden | woorden, door=door, actie=stand.label)
    return moment


def _eis_reden(reden: str, zin: str) -> None:
    if not reden.strip():
        raise ValidationError({"reden": zin})


def _eis_dag(traject: Traject, dag: date) -> None:
    if dag > vandaag():
        raise ValidationError({"afgehandeld_op": "Kies vandaag of een dag die voorbij is."})
    if dag < traject.gestart_op:
        start = datum_voluit(traject.gestart_op)
        raise ValidationError({"afgehandeld_op": f"Het traject begon pas op {start}."})


def _eis_na_vorige(traject: Traject, dag: date) -> None:
    gehouden = traject.evaluatiemomenten.all().gehouden().filter(afgehandeld_op__gte=dag)
    if later := gehouden.order_by("-afgehandeld_op").first():
        zin = f"De vorige evaluatie was op {_op(later)}. Kies een latere dag."
        raise ValidationError({"afgehandeld_op": zin})


def _eis_zelfde_volgorde(moment: Evaluatiemoment, dag: date) -> None:
    """One that was held stays between those before and after it."""
    andere = moment.traject.evaluatiemomenten.all().gehouden().exclude(pk=moment.pk)
    toen = moment.afgehandeld_op
    vorige = andere.filter(afgehandeld_op__lt=toen, afgehandeld_op__gte=dag)
    volgende = andere.filter(afgehandeld_op__gt=toen, afgehandeld_op__lte=dag)
    if botst := vorige.order_by("-afgehandeld_op").first():
        zin = f"De vorige evaluatie was op {_op(botst)}. Kies een latere dag."
        raise ValidationError({"afgehandeld_op": zin})
    if botst := volgende.order_by("afgehandeld_op").first():
        zin = f"De volgende evaluatie was op {_op(botst)}. Kies een vroegere dag."
        raise ValidationError({"afgehandeld_op": zin})


def _op(moment: Evaluatiemoment) -> str:
    return datum_voluit(moment.afgehandeld_op or moment.gepland_op)


def _neem_op(traject: Traject, afspraak: Afspraak, door: Gebruiker) -> None:
    wat, tegen = afspraak["wat"], afspraak["tegen"]
    if afspraak["soort"] == Afspraaksoort.DOEL:
        voeg_doel_toe(traject=traject, door=door, titel=wat, thema="", tegen=tegen)
        return
    voeg_actie_toe(
        werknemer=traject.werknemer,
        traject=traject,
        door=door,
        wat=wat,
        wie=afspraak["wie"],
        wie_naam=afspraak["wie_naam"],
        tegen=tegen,
    )

"""Records what happens about the end of a contract: given, changed, withdrawn, confirmed."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final, NotRequired, TypedDict, Unpack

from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gedeeld.schendingen import als_zin
from gedeeld.tijd import vandaag
from gedeeld.weergeven import datum_kort
from regels.domein.parameters import laad_parameters
from werknemers.domein.aannemelijk import eis_nagekeken
from werknemers.domein.contracteinde.brief import Opzegbrief, vraag_over_verlof, vragen_over_brief
from werknemers.domein.contracteinde.einderegels import Einderegels, laad_einderegels
from werknemers.domein.contracteinde.lopend import beslissend, lopende_wijzen, nog_mogelijk
from werknemers.domein.contracten import sluit_contract
from werknemers.keuzes import Eindewijze
from werknemers.models import Arbeidsovereenkomst, Contracteinde
from werknemers.schrijvers import CONTRACTEINDES, CONTRACTEN

_INGETROKKEN: Final = "Dit is ingetrokken. Noteer apart wat er daarna gebeurde."
_EERST_TEGEN: Final = "Er loopt nog een tegenopzegging. Trek die eerst in."
_NIET_NU: Final = "Dat kan nu niet: kijk na wat er al loopt bij dit contract."
_BUITEN: Final = "Een tegenopzegging valt in de opzegging door de werkgever ({})."
_NIET_MEER_ERIN: Final = (
    "De tegenopzegging van {} valt dan niet meer in deze opzegging ({}). Wijzig die eerst, of trek "
    "ze in."
)
_BRIEF: Final = ("gegeven_op", "bezorging", "periode")
_NIEUWE_JOB: Final = "Vul in wanneer de nieuwe job begint."


class Eindegegevens(TypedDict):
    """`eerste_dag` and `laatste_dag` are what the letter says, None: as the rules say. `nagekeken`:
    somebody says that what looks odd is right."""

    gegeven_op: date
    bezorging: str
    eerste_dag: date | None
    laatste_dag: date | None
    nieuwe_job_op: date | None
    opmerking: str
    schorsingsdagen: NotRequired[int]
    verlof_opgenomen: NotRequired[Decimal]
    nagekeken: bool


def leg_einde_vast(
    *,
    contract: Arbeidsovereenkomst,
    door: Gebruiker,
    wijze: Eindewijze,
    **gegevens: Unpack[Eindegegevens],
) -> Contracteinde:
    """Write down what was given or agreed. Raises ValidationError by field, at `nagekeken` for what
    somebody has to look at first."""
    with als_zin():
        huidig = CONTRACTEN.vergrendel(contract)
        if wijze not in nog_mogelijk(huidig.eindes.all()):
            raise ValidationError({"wijze": _NIET_NU})
        einde = Contracteinde(contract=huidig, wijze=wijze)
        return _bewaar(einde, gegevens, door=door)


def wijzig_einde(
    einde: Contracteinde,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    **gegevens: Unpack[Eindegegevens],
) -> Contracteinde:
    """Mend it, or keep up how many days it moved and were taken; `gezien` as in
    `gelijktijdig.vergrendel`. Raises ValidationError as `leg_einde_vast`."""
    with als_zin():
        return _bewaar(_geldend(einde, gezien), gegevens, door=door)


def trek_einde_in(
    einde: Contracteinde,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    ingetrokken_op: date,
    reden_intrekking: str,
) -> Contracteinde:
    """It no longer counts from that day; it stays as history. Raises ValidationError."""
    with als_zin():
        huidig = _geldend(einde, gezien)
        if ingetrokken_op > vandaag():
            raise ValidationError({"ingetrokken_op": "Noteer dit op de dag zelf of erna."})
        lopend = lopende_wijzen(huidig.contract.eindes.all())
        if huidig.wijze == Eindewijze.WERKGEVER and Eindewijze.TEGEN in lopend:
            raise ValidationError(_EERST_TEGEN)
        velden = {"ingetrokken_op": ingetrokken_op, "reden_intrekking": reden_intrekking}
        CONTRACTEINDES.schrijf(huidig, velden, door=door, actie="ingetrokken")
        return huidig


def bevestig_einde(einde: Contracteinde, *, door: Gebruiker) -> Arbeidsovereenkomst:
    """Put the last day on the contract itself. Raises ValidationError for what does not decide it,
    or for a day that the contract does not hold."""
    with als_zin():
        contract = CONTRACTEN.vergrendel(einde.contract)
        if beslissend(contract.eindes.all()) != einde:
            raise ValidationError(_NIET_NU)
        if einde.laatste_dag not in contract.periode:
            dag = datum_kort(einde.laatste_dag)
            raise ValidationError(f"Op {dag} loopt dit contract niet ({contract.periode}).")
        return sluit_contract(contract, laatste_dag=einde.laatste_dag, door=door)


def _geldend(einde: Contracteinde, gezien: datetime | None) -> Contracteinde:
    huidig = CONTRACTEINDES.vergrendel(einde, gezien)
    if not huidig.geldt:
        raise ValidationError(_INGETROKKEN)
    return huidig


def _bewaar(einde: Contracteinde, gegevens: Eindegegevens, *, door: Gebruiker) -> Contracteinde:
    contract, wijze = einde.contract, Eindewijze(einde.wijze)
    regels = laad_einderegels(contract, laad_parameters(vandaag(), contract.organisatie_id))
    velden = _velden(einde, gegevens, regels)
    straks = Contracteinde(contract=contract, wijze=wijze, **velden)
    if wijze == Eindewijze.TEGEN:
        _eis_passend(straks)
    if wijze == Eindewijze.WERKGEVER:
        _eis_tegen_past(straks)
    eis_nagekeken(_vragen(einde, straks, regels), nagekeken=gegevens["nagekeken"])
    CONTRACTEINDES.schrijf(einde, velden, door=door)
    return einde


def _velden(einde: Contracteinde, gegevens: Eindegegevens, regels: Einderegels) -> dict[str, Any]:
    wijze = Eindewijze(einde.wijze)
    bezorging = "" if wijze == Eindewijze.AKKOORD else gegevens["bezorging"]
    gegeven_op, eerste = gegevens["gegeven_op"], gegevens["eerste_dag"]
    brief = Opzegbrief(wijze, bezorging, gegeven_op, eerste, gegevens["laatste_dag"])
    brief.eis_dag(einde.contract)
    return {
        "gegeven_op": gegeven_op,
        "bezorging": bezorging,
        "periode": brief.periode(einde.contract, regels),
        "nieuwe_job_op": gegevens["nieuwe_job_op"],
        "opmerking": gegevens["opmerking"],
        "schorsingsdagen": gegevens.get("schorsingsdagen", einde.schorsingsdagen),
        "verlof_opgenomen": gegevens.get("verlof_opgenomen", einde.verlof_opgenomen),
    }


def _eis_passend(tegen: Contracteinde) -> None:
    """A counter-notice lies in the notice that it answers, for a job that begins after it."""
    if tegen.nieuwe_job_op is None:
        raise ValidationError({"nieuwe_job_op": _NIEUWE_JOB})
    lopend = tegen.contract.eindes.geldend().get(wijze=Eindewijze.WERKGEVER)
    if not _valt_in(tegen, lopend):
        raise ValidationError({"gegeven_op": _BUITEN.format(lopend.periode)})


def _eis_tegen_past(opzegging: Contracteinde) -> None:
    """The counter-notice that answers a notice still lies in it. Raises ValidationError."""
    tegen = opzegging.contract.eindes.geldend().filter(wijze=Eindewijze.TEGEN).first()
    if tegen is not None and not _valt_in(tegen, opzegging):
        zin = _NIET_MEER_ERIN.format(datum_kort(tegen.gegeven_op), opzegging.periode)
        raise ValidationError({"gegeven_op": zin})


def _valt_in(tegen: Contracteinde, opzegging: Contracteinde) -> bool:
    return opzegging.gegeven_op <= tegen.gegeven_op <= opzegging.laatste_dag


def _vragen(stond: Contracteinde, straks: Contracteinde, regels: Einderegels) -> Iterator[str]:
    """About what is new: what stays the same was looked at when it was saved."""
    if stond.pk is None or any(getattr(stond, v) != getattr(straks, v) for v in _BRIEF):
        yield from vragen_over_brief(straks, regels)
    if stond.verlof_opgenomen != straks.verlof_opgenomen:
        yield vraag_over_verlof(straks, regels)

"""The plan on paper was gone through with an employee: noted, mended, taken away."""

from datetime import date, datetime
from typing import Any, Final, TypedDict, Unpack

from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gedeeld.bewijs.bewijscode import lees_code
from gedeeld.bewijs.papier import Bewijsfout
from gedeeld.bewijs.plank import zoek
from gedeeld.schendingen import als_zin
from gedeeld.tijd import vandaag
from trajects.models import Planbespreking
from trajects.plan_pdf.planbewijs import SOORT, lees_plan
from trajects.schrijvers import PLANBESPREKINGEN
from werknemers.models import Werknemer

_GEEN_CODE: Final = (
    "Dit is geen code van een bewijs: die telt 16 tekens. Kijk ze na op het plan, of laat dit leeg."
)
_VAN_EEN_ANDER: Final = "Dit bewijs hoort bij iets anders dan het plan van {}. Kijk de code na."


class Besprekinggegevens(TypedDict):
    """Without `versie` it is the plan of the day itself; `bewijs` as it was typed from paper."""

    besproken_op: date
    versie: date | None
    bewijs: str
    taal: str
    met_tolk: bool
    antwoord: str
    ondertekend_op: date | None


def noteer_bespreking(
    *, werknemer: Werknemer, door: Gebruiker, **gegevens: Unpack[Besprekinggegevens]
) -> Planbespreking:
    """Raises ValidationError by field."""
    with als_zin():
        velden = _nagekeken(werknemer, gegevens)
        bespreking = Planbespreking(werknemer=werknemer)
        PLANBESPREKINGEN.schrijf(bespreking, velden | {"door": door}, door=door)
        return bespreking


def wijzig_bespreking(
    bespreking: Planbespreking,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    **gegevens: Unpack[Besprekinggegevens],
) -> Planbespreking:
    """Mend a mistake: who noted it first stays. `gezien` as in `gelijktijdig.vergrendel`."""
    with als_zin():
        huidig = PLANBESPREKINGEN.vergrendel(bespreking, gezien)
        velden = _nagekeken(huidig.werknemer, gegevens)
        PLANBESPREKINGEN.schrijf(huidig, velden, door=door)
        return huidig


def verwijder_bespreking(
    bespreking: Planbespreking, *, door: Gebruiker, gezien: datetime | None
) -> None:
    """What never was; the trail keeps what it said. `gezien` as above."""
    with als_zin():
        PLANBESPREKINGEN.verwijder(PLANBESPREKINGEN.vergrendel(bespreking, gezien), door=door)


def _nagekeken(werknemer: Werknemer, gegevens: Besprekinggegevens) -> dict[str, Any]:
    """What can be written of it; raises ValidationError by field for what cannot be."""
    for veld in ("besproken_op", "ondertekend_op"):
        if (dag := gegevens[veld]) and dag > vandaag():
            raise ValidationError({veld: "Kies vandaag of een dag die voorbij is."})
    versie = gegevens["versie"] or gegevens["besproken_op"]
    return {**gegevens, "versie": versie, "bewijs": _code(werknemer, gegevens["bewijs"])}


def _code(werknemer: Werknemer, getypt: str) -> str:
    """The code as it is printed. One that is not kept here may be right: it stays as it is."""
    if not getypt.strip():
        return ""
    code = lees_code(getypt)
    if code is None:
        raise ValidationError({"bewijs": _GEEN_CODE})
    if not _kan_van(werknemer, code):
        raise ValidationError({"bewijs": _VAN_EEN_ANDER.format(werknemer.naam)})
    return code


def _kan_van(werknemer: Werknemer, code: str) -> bool:
    """Whether nothing that is kept under this code speaks against the plan of this employee."""
    try:
        bewijs = zoek(werknemer.organisatie_id, code)
        if bewijs is None:
            return True
        return bewijs.soort == SOORT and lees_plan(bewijs).werknemer == werknemer.pk
    except Bewijsfout:
        return True

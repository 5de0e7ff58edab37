"""Adds a value to a parameter from a day on; the one before it ends the day before."""

from datetime import date

from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from gedeeld.schendingen import als_zin
from regels.domein.parametergrenzen import controleer_waarde
from regels.domein.parameterketen import Keten, Parameterwijziging, vergrendel_keten
from regels.keuzes import ALLEEN_EIGEN, EIGEN_WAARDE_MAG
from regels.models import Regelparameter
from regels.schrijvers import PARAMETERS


class KetenGewijzigd(ValidationError):
    """Somebody else changed the values of this parameter; `kenmerk` is that of the values now."""

    def __init__(self, kenmerk: str) -> None:
        super().__init__(
            "Iemand anders veranderde deze parameter intussen. Kijk na wat er nu staat, en bewaar "
            "opnieuw als je waarde nog klopt.",
            code="intussen_gewijzigd",
        )
        self.kenmerk = kenmerk


def controleer(wijziging: Parameterwijziging) -> None:
    """Raise ValidationError for what can never be, whatever the other values are."""
    if wijziging.organisatie is not None and wijziging.code not in EIGEN_WAARDE_MAG:
        raise ValidationError("Deze waarde is voor iedereen dezelfde. De operator houdt ze bij.")
    if wijziging.organisatie is None and wijziging.code in ALLEEN_EIGEN:
        raise ValidationError({"waarde": "Deze waarde zet elke organisatie voor zichzelf."})
    if wijziging.waarde is not None:
        controleer_waarde(wijziging.code, wijziging.waarde)
    elif wijziging.organisatie is None:
        raise ValidationError(
            {"waarde": "Een landelijke waarde kan niet stoppen: vul de nieuwe in."}
        )


def eis_ongewijzigd(keten: Keten, gezien: str | None) -> None:
    """Raise KetenGewijzigd unless `gezien` is its `kenmerk`; None skips the comparison."""
    if gezien is not None and keten.kenmerk != gezien:
        raise KetenGewijzigd(keten.kenmerk)


def zet_waarde(
    *, wijziging: Parameterwijziging, door: Gebruiker | None, gezien: str | None
) -> Regelparameter | None:
    """Write the change; the row that counts from then on, None when that is the national one.
    `door` is None for the command line.

    A value that begins on the day of an existing one replaces what that one says. `gezien` is the
    `kenmerk` of the chain that the user saw; None skips the comparison. Raises ValidationError,
    KetenGewijzigd among them.
    """
    controleer(wijziging)
    with als_zin():
        keten = vergrendel_keten(wijziging.code, wijziging.organisatie)
        eis_ongewijzigd(keten, gezien)
        plaats, vorige = keten.plaats(wijziging), keten.op(wijziging.van)
        if vorige is not None and vorige.geldig.van == wijziging.van:
            return _vervang(vorige, wijziging, door)
        if vorige is not None:
            _beeindig(vorige, wijziging.van, door)
        return _voeg_toe(wijziging, plaats, door) if wijziging.waarde is not None else None


def _voeg_toe(
    wijziging: Parameterwijziging, plaats: Periode, door: Gebruiker | None
) -> Regelparameter:
    rij = wijziging.als_rij(plaats)
    velden = {"code": str(wijziging.code), "geldig": plaats, **wijziging.velden()}
    PARAMETERS.schrijf(rij, velden, door=door)
    return rij


def _beeindig(rij: Regelparameter, tot: date, door: Gebruiker | None) -> None:
    """Its last day is the day before `tot`."""
    velden = {"geldig": Periode(rij.geldig.van, tot)}
    PARAMETERS.schrijf(rij, velden, door=door, actie="beëindigd")


def _vervang(
    rij: Regelparameter, wijziging: Parameterwijziging, door: Gebruiker | None
) -> Regelparameter | None:
    """What the row said stays in the audit trail."""
    if wijziging.waarde is None:
        PARAMETERS.verwijder(rij, door=door, actie="weggehaald")
        return None
    PARAMETERS.schrijf(rij, wijziging.velden(), door=door)
    return rij

"""Adds and changes contracts."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NotRequired, TypedDict, Unpack

from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from gedeeld.schendingen import als_zin
from gedeeld.tijd import vandaag
from gedeeld.weergeven import datum_kort, verkeerd_om
from regels.domein.parameters import laad_parameterverloop
from werknemers.domein.aannemelijk import eis_nagekeken, vreemd_contract, vreemde_geboorte
from werknemers.domein.minimumloon import loonvraag
from werknemers.models import Arbeidsovereenkomst, Dienst, Werknemer
from werknemers.schrijvers import CONTRACTEN, WERKNEMERS


class Contractgegevens(TypedDict):
    """`laatste_dag` None for an open end; fraction in (0, 1]; wage in euro a month. `nagekeken`:
    somebody says that what looks odd is right."""

    dienst: Dienst
    eerste_dag: date
    laatste_dag: date | None
    soort: str
    functie: str
    tewerkstellingsbreuk: Decimal
    bruto_maandloon: Decimal | None
    nagekeken: NotRequired[bool]


def voeg_contract_toe(
    *, werknemer: Werknemer, door: Gebruiker, **gegevens: Unpack[Contractgegevens]
) -> Arbeidsovereenkomst:
    """Add a contract. Raises ValidationError, by field where it belongs to one."""
    with als_zin():
        contract = Arbeidsovereenkomst(werknemer=WERKNEMERS.vergrendel(werknemer))
        return _bewaar(contract, gegevens, door=door)


def wijzig_contract(
    contract: Arbeidsovereenkomst,
    *,
    door: Gebruiker,
    gezien: datetime | None = None,
    **gegevens: Unpack[Contractgegevens],
) -> Arbeidsovereenkomst:
    """Change a contract; returns it as it is now. Raises ValidationError, by field where it fits.

    `gezien` as in `gelijktijdig.vergrendel`.
    """
    with als_zin():
        huidig = CONTRACTEN.vergrendel(contract, gezien)
        return _bewaar(huidig, gegevens, door=door)


def sluit_contract(
    contract: Arbeidsovereenkomst, *, laatste_dag: date, door: Gebruiker
) -> Arbeidsovereenkomst:
    """End a contract on this day, one that it contains; what else it says stays.

    Raises ValidationError when the day lies before its first.
    """
    with als_zin():
        huidig = CONTRACTEN.vergrendel(contract)
        return _bewaar(
            huidig,
            Contractgegevens(
                dienst=huidig.dienst,
                eerste_dag=huidig.periode.van,
                laatste_dag=laatste_dag,
                soort=huidig.soort,
                functie=huidig.functie,
                tewerkstellingsbreuk=huidig.tewerkstellingsbreuk,
                bruto_maandloon=huidig.bruto_maandloon,
                nagekeken=True,
            ),
            door=door,
        )


def contractperiode(eerste_dag: date, laatste_dag: date | None) -> Periode:
    """The period of a contract. Raises ValidationError when it ends before it begins."""
    if laatste_dag is not None and laatste_dag < eerste_dag:
        raise ValidationError({"laatste_dag": verkeerd_om(eerste_dag, laatste_dag)})
    return Periode.tem(eerste_dag, laatste_dag)


def _eis_passend(werknemer: Werknemer, gegevens: Contractgegevens) -> None:
    if gegevens["dienst"].organisatie_id != werknemer.organisatie_id:
        raise ValidationError({"dienst": "Kies een dienst van je eigen organisatie."})
    geboren = werknemer.geboortedatum
    if geboren is not None and geboren >= gegevens["eerste_dag"]:
        zin = (
            f"Het contract begint op {datum_kort(gegevens['eerste_dag'])}, maar de geboortedatum "
            f"is {datum_kort(geboren)}. Kijk beide na."
        )
        raise ValidationError({"eerste_dag": zin})


def _vragen(werknemer: Werknemer, periode: Periode) -> list[str]:
    geboren, vreemd = werknemer.geboortedatum, vreemd_contract(periode)
    if geboren is None or vreemd:
        return [vreemd]
    return [vreemde_geboorte(geboren, op=vandaag(), begin=periode.van, einde=periode.laatste_dag)]


def _loonvraag(contract: Arbeidsovereenkomst, periode: Periode, velden: Mapping[str, Any]) -> str:
    breuk, loon = velden["tewerkstellingsbreuk"], velden["bruto_maandloon"]
    stond = contract.tewerkstellingsbreuk, contract.bruto_maandloon
    if loon is None or (contract.pk and (breuk, loon) == stond):
        return ""
    verloop = laad_parameterverloop(contract.werknemer.organisatie_id)
    return loonvraag(periode, breuk, loon, verloop=verloop, op=vandaag())


def _bewaar(
    contract: Arbeidsovereenkomst, gegevens: Contractgegevens, *, door: Gebruiker
) -> Arbeidsovereenkomst:
    _eis_passend(contract.werknemer, gegevens)
    nagekeken = gegevens.pop("nagekeken", False)
    velden: dict[str, Any] = dict(gegevens)
    periode = contractperiode(velden.pop("eerste_dag"), velden.pop("laatste_dag"))
    vragen = [_loonvraag(contract, periode, velden)]
    if contract.pk is None or periode != contract.periode:
        vragen = [*_vragen(contract.werknemer, periode), *vragen]
    eis_nagekeken(vragen, nagekeken=nagekeken)
    velden["periode"] = periode
    CONTRACTEN.schrijf(contract, velden, door=door)
    return contract

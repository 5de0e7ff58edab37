"""Adds and changes contracts."""

from datetime import date
from decimal import Decimal
from typing import TypedDict, Unpack

from django.core.exceptions import ValidationError

from doorstroom.gedeeld import audit
from doorstroom.gedeeld.periode import Periode
from doorstroom.gedeeld.schendingen import als_zin
from doorstroom.gedeeld.weergeven import datum_kort
from gebruikers.models import Gebruiker
from werknemers.models import Arbeidsovereenkomst, Dienst, Werknemer


class Contractgegevens(TypedDict):
    """`laatste_dag` None for an open end; fraction in (0, 1]; wage in euro a month."""

    dienst: Dienst
    eerste_dag: date
    laatste_dag: date | None
    soort: str
    functie: str
    tewerkstellingsbreuk: Decimal
    bruto_maandloon: Decimal | None


def voeg_contract_toe(
    *, werknemer: Werknemer, door: Gebruiker, **gegevens: Unpack[Contractgegevens]
) -> Arbeidsovereenkomst:
    """Add a contract. Raises ValidationError, by field where it belongs to one."""
    contract = Arbeidsovereenkomst(werknemer=werknemer)
    return _bewaar(contract, gegevens, door=door, actie="toegevoegd")


def wijzig_contract(
    contract: Arbeidsovereenkomst, *, door: Gebruiker, **gegevens: Unpack[Contractgegevens]
) -> Arbeidsovereenkomst:
    """Change a contract. Raises ValidationError, by field where it belongs to one."""
    return _bewaar(contract, gegevens, door=door, actie="gewijzigd")


def contractperiode(eerste_dag: date, laatste_dag: date | None) -> Periode:
    """The period of a contract. Raises ValidationError when it ends before it begins."""
    if laatste_dag is not None and laatste_dag < eerste_dag:
        raise ValidationError(
            {
                "laatste_dag": (
                    f"De einddatum ({datum_kort(laatste_dag)}) ligt voor de startdatum "
                    f"({datum_kort(eerste_dag)}). Pas een van beide aan."
                )
            }
        )
    return Periode.tem(eerste_dag, laatste_dag)


_VELDEN = ("dienst", "periode", "soort", "functie", "tewerkstellingsbreuk", "bruto_maandloon")


def _bewaar(
    contract: Arbeidsovereenkomst, gegevens: Contractgegevens, *, door: Gebruiker, actie: str
) -> Arbeidsovereenkomst:
    werknemer = contract.werknemer
    if gegevens["dienst"].organisatie_id != werknemer.organisatie_id:
        raise ValidationError({"dienst": "Kies een dienst van je eigen organisatie."})
    periode = contractperiode(gegevens["eerste_dag"], gegevens["laatste_dag"])
    nieuw = {**{v: gegevens[v] for v in _VELDEN if v != "periode"}, "periode": periode}  # type: ignore[literal-required]
    oud = {veld: getattr(contract, veld) for veld in _VELDEN} if contract.pk else {}
    for veld, waarde in nieuw.items():
        setattr(contract, veld, waarde)
    with als_zin():
        contract.save()
        audit.leg_vast(
            door=door,
            organisatie_id=werknemer.organisatie_id,
            actie=actie,
            onderwerp=contract,
            wijzigingen=audit.verschil(oud, nieuw),
        )
    return contract

"""Who is in service and does not stand in the file."""

from collections.abc import Iterator, Sequence
from datetime import date

from gedeeld.weergeven import meervoud
from werknemers.domein.insz import zoek_insz
from werknemers.domein.invoer.gegevens import GelezenRij
from werknemers.domein.invoer.stand import Invoerstand
from werknemers.models import Werknemer
from werknemers.models.dienst import dienstsleutel


def wie_ontbreekt(rijen: Sequence[GelezenRij], stand: Invoerstand, op: date) -> tuple[int, ...]:
    """The keys of the employees with a contract on `op` in a service that the rows name, of whom
    no row speaks; by name. A row that is refused or left out speaks of somebody, too."""
    namen = {rij.gegevens.contract.dienst for rij in rijen if rij.gegevens}
    diensten = {
        dienst.pk
        for sleutel in map(dienstsleutel, namen)
        if (dienst := stand.diensten.get(sleutel)) and dienst.pk
    }
    if not diensten:
        return ()
    genoemd = {wie.pk for rij in rijen for wie in _genoemd(rij, stand)}
    wie = [
        werknemer
        for werknemer in {w.pk: w for w in stand.werknemers.values() if w.pk}.values()
        if werknemer.pk not in genoemd and _werkt(werknemer, diensten, stand, op)
    ]
    return tuple(w.pk for w in sorted(wie, key=lambda w: (w.familienaam, w.voornaam, w.pk)))


def zin_over(aantal: int) -> str:
    """2 werknemers in dienst staan niet in dit bestand.; "" when everybody stands in it"""
    if not aantal:
        return ""
    wie = meervoud(aantal, "werknemer", "werknemers")
    return f"{wie} in dienst {'staat' if aantal == 1 else 'staan'} niet in dit bestand."


def _genoemd(rij: GelezenRij, stand: Invoerstand) -> Iterator[Werknemer]:
    geboren = rij.gegevens.geboortedatum if rij.gegevens else None
    gevonden = (
        stand.werknemer(rij.personeelsnummer),
        stand.op_kaal_nummer(rij.personeelsnummer) if rij.personeelsnummer else None,
        stand.op_insz.get(zoek_insz(rij.insz) or ""),
        stand.zelfde_mens(rij.naam, geboren),
    )
    return (werknemer for werknemer in gevonden if werknemer is not None)


def _werkt(werknemer: Werknemer, diensten: set[int], stand: Invoerstand, op: date) -> bool:
    return any(
        contract.pk and contract.dienst_id in diensten and op in contract.periode
        for contract in stand.contracten_van(werknemer)
    )

"""The departures of one employee as the pages show them, beside what the contracts say."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from gebruikers.models import Gebruiker
from trajects.kader.nazorgbeeld import teruggekeerd_op
from trajects.models import Nazorgmoment, Uitstroom
from werknemers.models import Arbeidsovereenkomst, Werknemer


@dataclass(frozen=True, slots=True)
class Uitstroombeeld:
    """The newest first. About the newest: the contracts that go on after its day, and the last
    day of the contract when that is earlier; `terug_op` is when the employee came back since."""

    uitstromen: tuple[Uitstroom, ...] = ()
    loopt_door: tuple[Arbeidsovereenkomst, ...] = ()
    eindigt_vroeger: date | None = None
    terug_op: date | None = None

    @property
    def laatste(self) -> Uitstroom | None:
        return self.uitstromen[0] if self.uitstromen else None


def is_vertrokken(contracten: Iterable[Arbeidsovereenkomst], op: date) -> bool:
    """Was in service before the day, and is not on it."""
    begonnen = [contract.periode for contract in contracten if contract.periode.van <= op]
    return bool(begonnen) and not any(op in periode for periode in begonnen)


def vertrek_van(
    uitstromen: Iterable[Uitstroom], contracten: Iterable[Arbeidsovereenkomst], op: date
) -> Uitstroom | None:
    """The last departure, the newest first; None when the employee came back since."""
    laatste = next(iter(uitstromen), None)
    if laatste is None or teruggekeerd_op(laatste, contracten, op):
        return None
    return laatste


def uitstroombeeld(werknemer: Werknemer, gebruiker: Gebruiker, op: date) -> Uitstroombeeld:
    """One query, and one more unless `contracten` are prefetched.

    Each outflow has `heeft_resultaten`: aftercare was done, so it is not taken back.
    """
    gedaan = Nazorgmoment.objects.filter(uitstroom=OuterRef("pk")).exclude(resultaat="")
    zichtbaar = Uitstroom.objects.zichtbaar_voor(gebruiker).filter(werknemer=werknemer)
    uitstromen = zichtbaar.select_related("werkgever").annotate(heeft_resultaten=Exists(gedaan))
    alle = tuple(uitstromen)
    return _naast(alle, tuple(werknemer.contracten.all()), op) if alle else Uitstroombeeld()


def _naast(
    uitstromen: tuple[Uitstroom, ...], contracten: tuple[Arbeidsovereenkomst, ...], op: date
) -> Uitstroombeeld:
    """What does not agree with the contracts."""
    dag = uitstromen[0].datum
    van_die_dag = [contract for contract in contracten if dag in contract.periode]
    eerder = [
        contract.periode.laatste_dag for contract in contracten if contract.periode.van <= dag
    ]
    geeindigd = max((einde for einde in eerder if einde is not None), default=None)
    return Uitstroombeeld(
        uitstromen=uitstromen,
        loopt_door=tuple(c for c in van_die_dag if c.periode.laatste_dag != dag),
        eindigt_vroeger=None if van_die_dag else geeindigd,
        terug_op=teruggekeerd_op(uitstromen[0], contracten, op),
    )

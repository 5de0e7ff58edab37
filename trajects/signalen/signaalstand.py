"""How a signal stood before somebody did something with it."""

from dataclasses import dataclass, replace

from trajects.models import Signaal


@dataclass(frozen=True, slots=True)
class Signaalstand:
    """How a signal stood before somebody did something with it, and its version after that: what is
    needed to undo it. Of `toelichting` only its length, as text is only ever added."""

    pk: int
    status: str
    opgevolgd_door_id: int | None
    uitgesteld_tot: str | None
    afgesloten_op: str | None
    lengte: int
    gezien: str = ""

    def na(self, signaal: Signaal) -> "Signaalstand":
        """With the version that the signal has now."""
        return replace(self, gezien=signaal.gewijzigd_op.isoformat())


def stand_van(signaal: Signaal) -> Signaalstand:
    """How it stands now."""
    dagen = (signaal.uitgesteld_tot, signaal.afgesloten_op)
    tot, op = (dag.isoformat() if dag else None for dag in dagen)
    lengte = len(signaal.toelichting)
    return Signaalstand(signaal.pk, signaal.status, signaal.opgevolgd_door_id, tot, op, lengte)

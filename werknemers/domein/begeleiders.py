"""Gives an employee another counsellor."""

from gebruikers.models import Gebruiker
from gedeeld import audit
from gedeeld.gelijktijdig import vergrendel
from gedeeld.schendingen import als_zin
from werknemers.models import Werknemer


def wijs_begeleider_toe(
    werknemer: Werknemer, *, begeleider: Gebruiker, door: Gebruiker, actie: str
) -> Werknemer:
    """Let `begeleider`, of the same organisation, guide this employee from now on.

    `actie` is how the audit trail calls it. Returns the employee as it is now, locked until the
    transaction of the caller ends.
    """
    with als_zin():
        huidig = vergrendel(werknemer, None)
        vorige = huidig.begeleider_id
        huidig.begeleider = begeleider
        huidig.save(update_fields=["begeleider", "gewijzigd_op"])
        audit.leg_vast(
            door=door,
            organisatie_id=huidig.organisatie_id,
            actie=actie,
            onderwerp=huidig,
            wijzigingen={"begeleider": [vorige, begeleider.pk]},
        )
    return huidig

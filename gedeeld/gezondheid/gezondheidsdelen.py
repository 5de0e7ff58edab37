"""The parts of the shared ground that can be well or not: nights, minute jobs, mail, orders."""

from datetime import timedelta
from typing import Final

from django.db import connection

from gedeeld.gezondheid.register import Bevinding, Gezondheidsdeel
from gedeeld.models import Uitvoer
from gedeeld.post import postbus
from gedeeld.taken.hartslagen import polsen
from gedeeld.taken.nachtwacht import ALARM_NA, nachten
from gedeeld.tijd import nu

# A mail server may be away for a moment; longer, and people miss what they wait for.
MAIL_NA: Final = timedelta(hours=1)
# Longer than one slice of an order may take: see gedeeld/taken/wachtrijen.py.
UITVOER_NA: Final = timedelta(minutes=5)
# Longer than a page waits for a lock, and than any page of ours holds one.
SLOT_NA_S: Final = 10
# Who holds a whole table: a migration, a session that hangs. Of another user's session PostgreSQL
# does not say since when.
_LANGE_SLOTEN: Final = """SELECT count(*) FROM pg_locks slot JOIN pg_stat_activity wie USING (pid)
    WHERE slot.granted AND slot.locktype = 'relation'
      AND slot.mode IN ('ExclusiveLock', 'AccessExclusiveLock')
      AND slot.database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND coalesce(wie.xact_start, '-infinity') <= clock_timestamp() - make_interval(secs => %s)"""
_STRAKS: Final = "Wat daarop wacht, is bewaard en gaat verder zodra het weer loopt."


def _nacht() -> Bevinding:
    gemist = [taak.label for taak, nacht in nachten() if nacht.alarm]
    if gemist:
        return Bevinding(in_orde=False, uitleg=f"Te lang niet gelukt: {', '.join(gemist)}.")
    uren = ALARM_NA // timedelta(hours=1)
    return Bevinding(
        in_orde=True, uitleg=f"Geen taak van de nacht bleef langer dan {uren} uur uit."
    )


def _minuut() -> Bevinding:
    stil = [pols.label for pols in polsen() if pols.stil]
    if stil:
        return Bevinding(in_orde=False, uitleg=f"Loopt niet: {', '.join(stil)}. {_STRAKS}")
    return Bevinding(in_orde=True, uitleg="Elke taak van elke minuut loopt.")


def _post() -> Bevinding:
    oudste = postbus.oudste_wachtende()
    if oudste is not None and oudste < nu() - MAIL_NA:
        return Bevinding(in_orde=False, uitleg="Er wacht een mail langer dan een uur.")
    return Bevinding(in_orde=True, uitleg="Geen mail wacht langer dan een uur.")


def _opgegeven() -> Bevinding:
    aantal = postbus.opgegeven()
    if aantal:
        return Bevinding(in_orde=False, uitleg=f"{aantal} keer lukte het versturen niet.")
    return Bevinding(in_orde=True, uitleg="Elke mail is vertrokken of vertrekt nog.")


def _uitvoer() -> Bevinding:
    if Uitvoer.objects.open().filter(verder_op__lt=nu() - UITVOER_NA).exists():
        zin = "Er wacht een document dat iemand vroeg, langer dan vijf minuten."
        return Bevinding(in_orde=False, uitleg=zin)
    return Bevinding(in_orde=True, uitleg="Geen document wacht langer dan vijf minuten.")


def _sloten() -> Bevinding:
    with connection.cursor() as cursor:
        cursor.execute(_LANGE_SLOTEN, [SLOT_NA_S])
        (aantal,) = cursor.fetchone()
    if aantal:
        zin = "Een deel van de gegevens is vergrendeld. Wie het nodig heeft, kan nu niet verder."
        return Bevinding(in_orde=False, uitleg=zin)
    return Bevinding(in_orde=True, uitleg="Niemand houdt anderen tegen.")


DELEN: Final = (
    Gezondheidsdeel("sloten", "Gelijktijdig werken", _sloten),
    Gezondheidsdeel("laatste_nacht", "De nacht", _nacht),
    Gezondheidsdeel("minuuttaken", "Elke minuut", _minuut),
    Gezondheidsdeel("mail", "Mails", _post),
    Gezondheidsdeel("uitvoer", "Documenten", _uitvoer),
    Gezondheidsdeel("opgegeven_mail", "Opgegeven mails", _opgegeven, per_organisatie=True),
)

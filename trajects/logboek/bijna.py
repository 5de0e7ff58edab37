"""What somebody probably meant who found nothing: a word of the notes that looks like it."""

import re
from typing import Any, Final

from django.db import connection
from django.db.models import QuerySet

from trajects.models import Notitie
from trajects.models.notitie import NotitieQuerySet

# Of these many notes, the newest, the words are looked at.
_NOTITIES: Final = 1_000
_KORTSTE: Final = 4
_MEESTE_WOORDEN: Final = 5
_LIJKT: Final = 0.4
_WOORD: Final = re.compile(r"[^\W\d_]+")

_DICHTSTBIJ: Final = """
SELECT woord FROM (
    SELECT DISTINCT regexp_split_to_table(lower(notitie.tekst), '[^[:alpha:]]+') AS woord
    FROM ({notities}) AS notitie
) AS woorden
WHERE similarity(unaccent(woord), unaccent(%s)) >= %s
ORDER BY similarity(unaccent(woord), unaccent(%s)) DESC, woord LIMIT 1
"""


def bedoelde(notities: NotitieQuerySet, gezocht: str) -> str:
    """`gezocht` with the words that are in none of the newest notes replaced by the one that looks
    most like it; "" when that finds nothing either. `notities` is all that may be read."""
    woorden = [woord for woord in _WOORD.findall(gezocht) if len(woord) >= _KORTSTE]
    nieuwste = notities.order_by("-datum", "-pk")[:_NOTITIES].values("tekst")
    beter = gezocht
    for woord in woorden[:_MEESTE_WOORDEN]:
        beter = beter.replace(woord, _dichtstbij(nieuwste, woord.lower()) or woord)
    anders = beter.lower() != gezocht.lower()
    return beter if anders and notities.zoek(beter).exists() else ""


def _dichtstbij(nieuwste: "QuerySet[Notitie, Any]", woord: str) -> str:
    """Itself when it is there."""
    sql, waarden = nieuwste.query.sql_with_params()
    with connection.cursor() as cursor:
        vraag = _DICHTSTBIJ.format(notities=sql)
        cursor.execute(vraag, [*waarden, woord, _LIJKT, woord])
        rij = cursor.fetchone()
    return str(rij[0]) if rij else ""

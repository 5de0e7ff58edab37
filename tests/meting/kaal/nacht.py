"""The work of a night in bare SQL: for each organisation the question of each rule, and a mail.

What `bepaal_signalen` does, without its care: locks, what people wrote on a signal that comes back,
signals that were put off or closed, true reasons, stand-ins, what nobody took on.
"""

from datetime import date
from functools import cache
from typing import Any, Final

from django.db import connection

from gebruikers.models import Organisatie
from trajects.keuzes import OPEN_STATUSSEN
from trajects.signaalsoorten.register import SIGNAALREGELS
from trajects.signaalsoorten.soort import Regel, Urgentie
from trajects.signaalsoorten.vraag import ORGANISATIE, codes_van, vraag_van

_REGEL: Final = """
WITH {organisatie},
stand AS MATERIALIZED (
    SELECT k.*, v.voor FROM ({stand}) AS k JOIN (VALUES {voor}) AS v (soort, voor)
        ON v.soort = k.soort WHERE k.sinds <= %(op)s AND k.drempel IS NOT NULL
),
dicht AS (
    UPDATE trajects_signaal AS s
    SET status = CASE WHEN k.drempel < s.drempel THEN 'vervangen' ELSE 'ingetrokken' END,
        afgesloten_op = %(op)s, gewijzigd_op = now()
    FROM trajects_signaal AS z LEFT JOIN stand AS k
        ON k.onderwerp = z.onderwerp AND coalesce(k.werknemer_id, 0) = coalesce(z.werknemer_id, 0)
    WHERE z.id = s.id AND z.organisatie_id = %(organisatie)s AND z.status = ANY(%(open)s)
      AND z.soort = ANY(%(soorten)s)
      AND NOT coalesce(k.drempel >= z.drempel AND k.bereik <= z.drempel, false)
    RETURNING 1
)
INSERT INTO trajects_signaal (organisatie_id, werknemer_id, soort, onderwerp, drempel, urgentie,
    dag, sinds, wat, voor, status, ontstaan_op, toelichting, gewijzigd_op)
SELECT %(organisatie)s, k.werknemer_id, k.soort, k.onderwerp, k.drempel, k.urgentie, k.dag, k.sinds,
       k.wat, k.voor, 'nieuw', %(op)s, '', now()
FROM (SELECT count(*) FROM dicht) AS klaar CROSS JOIN stand AS k
WHERE NOT EXISTS (
    SELECT FROM trajects_signaal AS s
    WHERE s.werknemer_id {van_wie} AND s.onderwerp = k.onderwerp
      AND s.soort = ANY(%(soorten)s) AND s.drempel <= k.drempel
      AND s.status NOT IN ('vervangen', 'ingetrokken'))
ON CONFLICT ON CONSTRAINT signaal_eenmalig DO UPDATE
SET status = 'nieuw', ontstaan_op = excluded.ontstaan_op, afgesloten_op = NULL, gemeld_op = NULL,
    gewijzigd_op = now()
"""
# One mail for each counsellor who is there, or else for the coordinators; of what is not for
# counsellors for each of its roles.
_MELD: Final = """
WITH ongemeld AS (
    SELECT s.id, s.organisatie_id, s.soort, s.dag, s.voor, b.id AS begeleider_id
    FROM trajects_signaal AS s
    LEFT JOIN werknemers_werknemer AS w ON w.id = s.werknemer_id
    LEFT JOIN gebruikers_gebruiker AS b ON b.id = w.begeleider_id AND b.is_active
        AND b.rol IN ('begeleider', 'coordinator')
    WHERE s.gemeld_op IS NULL AND s.status = ANY(%(open)s) AND s.urgentie < %(zacht)s
      AND s.organisatie_id = %(organisatie)s
      AND NOT (s.status = 'uitgesteld' AND s.uitgesteld_tot > %(op)s)
),
voor AS (
    SELECT o.*, begeleider_id AS ontvanger_id FROM ongemeld AS o
    WHERE begeleider_id IS NOT NULL AND 'begeleider' = ANY(o.voor)
    UNION ALL
    SELECT o.*, c.id FROM ongemeld AS o JOIN gebruikers_gebruiker AS c
        ON c.organisatie_id = o.organisatie_id AND c.is_active
        AND (c.rol = ANY(o.voor) AND (NOT 'begeleider' = ANY(o.voor)
                                      OR c.rol NOT IN ('begeleider', 'coordinator'))
             OR c.rol = 'coordinator' AND 'begeleider' = ANY(o.voor) AND o.begeleider_id IS NULL)
),
mails AS (
    INSERT INTO gedeeld_uitgaandemail (sleutel, organisatie_id, aan, onderwerp, tekst, gemaakt_op,
        niet_voor, proberen_tot, geldig_tot, na_verval, pogingen, soort_fout, fout)
    SELECT 'kaal:' || g.id || ':' || clock_timestamp(), g.organisatie_id, g.email,
           'Doorstroom: ' || count(*) || ' nieuwe signalen',
           string_agg('- ' || o.soort || ': ' || coalesce(o.dag::text, ''), E'\\n'), now(), now(),
           now() + interval '3 days', now() + interval '3 days', '', 0, '', ''
    FROM voor AS o JOIN gebruikers_gebruiker AS g ON g.id = o.ontvanger_id
    GROUP BY g.id
)
UPDATE trajects_signaal AS s SET gemeld_op = now() FROM ongemeld WHERE ongemeld.id = s.id
"""


def kale_nacht(op: date, organisatie: int | None = None) -> int:
    """For every organisation, or for one, inside the caller's transaction; how many are new."""
    doelen = [organisatie] if organisatie else Organisatie.objects.values_list("pk", flat=True)
    nieuw = 0
    with connection.cursor() as cursor:
        for pk in doelen:
            wat: dict[str, Any] = {
                "op": op,
                "organisatie": pk,
                "open": [status.value for status in OPEN_STATUSSEN],
                "zacht": Urgentie.ZACHT.value,
            }
            for tekst, vast in _zinnen():
                cursor.execute(tekst, wat | vast)
                nieuw += cursor.rowcount
            cursor.execute(_MELD, wat)
    return nieuw


@cache
def _zinnen() -> list[tuple[str, dict[str, Any]]]:
    return [_zin(regel) for regel in SIGNAALREGELS]


def _zin(regel: Regel) -> tuple[str, dict[str, Any]]:
    stand, waarden = vraag_van([regel], mensen=False)
    namen = [f"voor_{nummer}" for nummer, _ in enumerate(regel.soorten)]
    voor = ", ".join(f"(%({naam}_soort)s, %({naam})s::varchar[])" for naam in namen)
    soorten = {f"{n}_soort": s.code for n, s in zip(namen, regel.soorten, strict=True)}
    rollen = {n: sorted(s.voor) for n, s in zip(namen, regel.soorten, strict=True)}
    vast = {"codes": codes_van([regel]), "soorten": [soort.code for soort in regel.soorten]}
    van_wie = "= k.werknemer_id" if regel.over_mensen else "IS NULL"
    tekst = _REGEL.format(organisatie=ORGANISATIE, stand=stand, voor=voor, van_wie=van_wie)
    return tekst, waarden | soorten | rollen | vast

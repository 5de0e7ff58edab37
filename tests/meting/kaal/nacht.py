"""The work of a night for the whole country in bare SQL: a statement for each kind of work.

What `bepaal_signalen` does, without its care: one organisation after the other, locks, what
people wrote on a signal that comes back, signals that were put off, stand-ins.
"""

from datetime import date
from typing import Any, Final

from django.db import connection

from trajects.keuzes import OPEN_STATUSSEN

# The end of support of everybody in service: chains of advices without a gap, the one that began
# last; the day after it; the narrowest threshold that is reached (0: ended).
_STAND: Final = """
CREATE TEMPORARY TABLE kale_stand ON COMMIT DROP AS
WITH stukken AS (
    SELECT organisatie_id, werknemer_id, id, lower(periode) AS van, upper(periode) AS tot,
           lag(upper(periode)) OVER (PARTITION BY werknemer_id ORDER BY lower(periode))
               IS DISTINCT FROM lower(periode) AS begint
    FROM werknemers_adviesperiode
    WHERE %(organisatie)s::bigint IS NULL OR organisatie_id = %(organisatie)s
),
genummerd AS (
    SELECT *, count(*) FILTER (WHERE begint) OVER (PARTITION BY werknemer_id ORDER BY van) AS nummer
    FROM stukken
),
ketens AS (
    SELECT organisatie_id, werknemer_id, min(van) AS van, max(tot) AS tot,
           (array_agg(id ORDER BY van DESC))[1] AS advies_id
    FROM genummerd GROUP BY organisatie_id, werknemer_id, nummer
),
laatste AS (
    SELECT DISTINCT ON (werknemer_id) * FROM ketens WHERE van <= %(op)s
    ORDER BY werknemer_id, van DESC
)
SELECT l.organisatie_id, l.werknemer_id, l.advies_id, l.tot,
       CASE WHEN l.tot <= %(op)s THEN 'ondersteuning_verlopen' ELSE 'einde_ondersteuning' END
           AS soort,
       CASE WHEN l.tot <= %(op)s THEN 0 ELSE (
           SELECT min(m) FROM unnest(o.drempels) AS m
           WHERE l.tot - 1 <= (%(op)s::date + make_interval(months => m))::date
       ) END AS drempel
FROM laatste AS l JOIN gebruikers_organisatie AS o ON o.id = l.organisatie_id
WHERE EXISTS (
    SELECT FROM werknemers_arbeidsovereenkomst AS c
    WHERE c.werknemer_id = l.werknemer_id AND c.periode @> %(op)s::date)
"""
_KEN: Final = "ANALYZE kale_stand"
_SLUIT: Final = """
UPDATE trajects_signaal AS s
SET status = CASE WHEN k.advies_id = s.advies_id AND k.drempel < s.drempel_maanden
                  THEN 'vervangen' ELSE 'ingetrokken' END,
    afgesloten_op = %(op)s, gewijzigd_op = now()
FROM trajects_signaal AS z LEFT JOIN kale_stand AS k ON k.werknemer_id = z.werknemer_id
WHERE z.id = s.id AND z.status = ANY(%(open)s)
  AND (%(organisatie)s::bigint IS NULL OR z.organisatie_id = %(organisatie)s)
  AND NOT coalesce(
      k.advies_id = z.advies_id AND k.soort = z.soort AND k.drempel >= z.drempel_maanden AND (
          z.drempel_maanden = 0 OR k.tot - 1 <=
          (%(op)s::date + make_interval(months => z.drempel_maanden))::date),
      false)
"""
_MAAK: Final = """
INSERT INTO trajects_signaal (organisatie_id, werknemer_id, soort, advies_id, drempel_maanden,
    status, ontstaan_op, toelichting, gewijzigd_op)
SELECT k.organisatie_id, k.werknemer_id, k.soort, k.advies_id, k.drempel, 'nieuw', %(op)s, '', now()
FROM kale_stand AS k
WHERE k.drempel IS NOT NULL AND NOT EXISTS (
    SELECT FROM trajects_signaal AS s
    WHERE s.werknemer_id = k.werknemer_id AND s.soort = k.soort AND s.advies_id = k.advies_id
      AND s.drempel_maanden <= k.drempel AND s.status NOT IN ('vervangen', 'ingetrokken'))
ON CONFLICT ON CONSTRAINT signaal_eenmalig DO UPDATE
SET status = 'nieuw', ontstaan_op = excluded.ontstaan_op, afgesloten_op = NULL, gemeld_op = NULL,
    gewijzigd_op = now()
"""
# One mail for each counsellor who is there, or else for the coordinators, with a line a signal.
_MELD: Final = """
WITH ongemeld AS (
    SELECT s.id, s.organisatie_id, w.voornaam, w.familienaam, s.drempel_maanden,
           upper(a.periode) AS tot, b.id AS begeleider_id
    FROM trajects_signaal AS s
    JOIN werknemers_werknemer AS w ON w.id = s.werknemer_id
    JOIN werknemers_adviesperiode AS a ON a.id = s.advies_id
    LEFT JOIN gebruikers_gebruiker AS b ON b.id = w.begeleider_id AND b.is_active
    WHERE s.gemeld_op IS NULL AND s.status = ANY(%(open)s)
      AND (%(organisatie)s::bigint IS NULL OR s.organisatie_id = %(organisatie)s)
      AND NOT (s.status = 'uitgesteld' AND s.uitgesteld_tot > %(op)s)
),
voor AS (
    SELECT o.*, begeleider_id AS ontvanger_id FROM ongemeld AS o WHERE begeleider_id IS NOT NULL
    UNION ALL
    SELECT o.*, c.id FROM ongemeld AS o JOIN gebruikers_gebruiker AS c
        ON c.organisatie_id = o.organisatie_id AND c.rol = 'coordinator' AND c.is_active
    WHERE o.begeleider_id IS NULL
),
mails AS (
    INSERT INTO gedeeld_uitgaandemail (sleutel, organisatie_id, aan, onderwerp, tekst, gemaakt_op,
        niet_voor, proberen_tot, geldig_tot, na_verval, pogingen, soort_fout, fout)
    SELECT 'kaal:' || g.id || ':' || clock_timestamp(), g.organisatie_id, g.email,
           'Doorstroom: ' || count(*) || ' nieuwe signalen',
           string_agg('- ' || o.voornaam || ' ' || left(o.familienaam, 1) || '.: nog '
                      || drempel_maanden || ' maanden, tot ' || (tot - 1), E'\\n' ORDER BY tot),
           now(), now(), now() + interval '3 days', now() + interval '3 days', '', 0, '', ''
    FROM voor AS o JOIN gebruikers_gebruiker AS g ON g.id = o.ontvanger_id
    GROUP BY g.id
)
UPDATE trajects_signaal AS s SET gemeld_op = now() FROM ongemeld WHERE ongemeld.id = s.id
"""


def kale_nacht(op: date, organisatie: int | None = None) -> int:
    """For every organisation, or for one, inside the caller's transaction; how many are new."""
    wat: dict[str, Any] = {
        "op": op,
        "organisatie": organisatie,
        "open": [status.value for status in OPEN_STATUSSEN],
    }
    with connection.cursor() as cursor:
        cursor.execute(_STAND, wat)
        cursor.execute(_KEN)
        cursor.execute(_SLUIT, wat)
        cursor.execute(_MAAK, wat)
        nieuw: int = cursor.rowcount
        cursor.execute(_MELD, wat)
        cursor.execute("DROP TABLE kale_stand")
    return nieuw

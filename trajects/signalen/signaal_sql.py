"""The statements of the nightly job, in the order in which it runs them.

`stand` is a temporary table with one row for each employee in service whose support has begun: the
closing advice, the day after its end, and the narrowest threshold that is reached (null for none).
Every later statement compares signals with it.
"""

from typing import Final

# One run per organisation at a time; the lock goes with the transaction.
SLOT: Final = "SELECT pg_advisory_xact_lock(hashtext('bepaal_signalen'), %s::int)"

MAAK_STAND: Final = """
CREATE TEMPORARY TABLE stand (werknemer_id, soort, advies_id, drempel, steun_tot)
ON COMMIT DROP AS {stand}
"""

RUIM_OP: Final = "DROP TABLE stand, overgenomen"

# People act on several signals in this order as well (`volg_vele_op`), so that neither waits for
# the other for ever.
ZET_VAST: Final = """
SELECT s.id FROM trajects_signaal AS s
JOIN werknemers_werknemer AS w ON w.id = s.werknemer_id
WHERE w.organisatie_id = %(organisatie)s AND s.status = ANY(%(open)s)
ORDER BY s.id FOR UPDATE OF s
"""

# Woken by a run on a later day, while the day until which it is postponed is still to come.
LEG_TERUG: Final = """
UPDATE trajects_signaal AS s SET status = 'uitgesteld', gewijzigd_op = now()
FROM werknemers_werknemer AS w
WHERE w.id = s.werknemer_id AND w.organisatie_id = %(organisatie)s
  AND s.status = 'nieuw' AND s.uitgesteld_tot > %(op)s
"""

# Postponed until today or earlier: it asks for attention again. The day itself stays, so that a
# run on an earlier day can lay it aside again.
WEK: Final = """
UPDATE trajects_signaal AS s SET status = 'nieuw', gewijzigd_op = now()
FROM werknemers_werknemer AS w
WHERE w.id = s.werknemer_id AND w.organisatie_id = %(organisatie)s
  AND s.status = 'uitgesteld' AND s.uitgesteld_tot <= %(op)s
"""

# A narrower threshold of the same advice replaces an open signal; its follow-up is kept for the
# new one. "Verlopen" (0) is narrower than every threshold.
VERVANG: Final = """
CREATE TEMPORARY TABLE overgenomen ON COMMIT DROP AS
SELECT s.id, s.werknemer_id, s.advies_id, s.status, s.opgevolgd_door_id, s.toelichting
FROM trajects_signaal AS s
JOIN stand ON stand.werknemer_id = s.werknemer_id AND stand.advies_id = s.advies_id
WHERE s.status = ANY(%(open)s) AND stand.drempel < s.drempel_maanden;
UPDATE trajects_signaal AS s
SET status = 'vervangen', afgesloten_op = %(op)s, gewijzigd_op = now()
FROM overgenomen WHERE overgenomen.id = s.id
"""

# An open signal holds while its employee is in service, its advice closes the chain, and the last
# day of support still lies within its months (`grenzen` counts them from 1; "verlopen" has none).
TREK_IN: Final = """
UPDATE trajects_signaal AS s
SET status = 'ingetrokken', afgesloten_op = %(op)s, gewijzigd_op = now(),
    toelichting = concat_ws(E'\\n', nullif(s.toelichting, ''), CASE
        WHEN stand.werknemer_id IS NULL THEN 'Ingetrokken: niet in dienst.'
        WHEN stand.advies_id <> s.advies_id
            THEN 'Ingetrokken: een ander advies bepaalt nu het einde.'
        ELSE 'Ingetrokken: het einde van de ondersteuning ligt nu verder weg.'
    END)
FROM werknemers_werknemer AS w LEFT JOIN stand ON stand.werknemer_id = w.id
WHERE w.id = s.werknemer_id AND w.organisatie_id = %(organisatie)s AND s.status = ANY(%(open)s)
  AND NOT coalesce(
    stand.advies_id = s.advies_id AND stand.soort = s.soort
    AND (s.drempel_maanden = 0
         OR stand.steun_tot - 1 <= (%(grenzen)s::date[])[s.drempel_maanden]),
    false)
"""

# Only the narrowest threshold, and only when no signal as narrow was made before; one that the job
# itself closed and that holds again comes back as people left it: postponed, or with its person.
MAAK_NIEUWE: Final = """
INSERT INTO trajects_signaal AS s (
    werknemer_id, soort, advies_id, drempel_maanden, status, ontstaan_op, opgevolgd_door_id,
    toelichting, gewijzigd_op
)
SELECT stand.werknemer_id, stand.soort, stand.advies_id, stand.drempel,
       CASE WHEN oud.status = 'in_opvolging' THEN oud.status ELSE 'nieuw' END,
       %(op)s, oud.opgevolgd_door_id, coalesce(oud.toelichting, ''), now()
FROM stand
LEFT JOIN overgenomen AS oud
    ON oud.werknemer_id = stand.werknemer_id AND oud.advies_id = stand.advies_id
WHERE stand.drempel IS NOT NULL AND NOT EXISTS (
    SELECT FROM trajects_signaal AS eerder
    WHERE eerder.werknemer_id = stand.werknemer_id AND eerder.soort = stand.soort
      AND eerder.advies_id = stand.advies_id AND eerder.drempel_maanden <= stand.drempel
      AND eerder.status NOT IN ('vervangen', 'ingetrokken')
)
ON CONFLICT ON CONSTRAINT signaal_eenmalig DO UPDATE
SET status = CASE
        WHEN excluded.status = 'in_opvolging' THEN excluded.status
        WHEN s.uitgesteld_tot > %(op)s THEN 'uitgesteld'
        WHEN s.opgevolgd_door_id IS NOT NULL THEN 'in_opvolging'
        ELSE excluded.status
    END,
    ontstaan_op = excluded.ontstaan_op, afgesloten_op = NULL,
    opgevolgd_door_id = coalesce(excluded.opgevolgd_door_id, s.opgevolgd_door_id),
    gemeld_op = NULL, gewijzigd_op = now(),
    toelichting = concat_ws(E'\\n', nullif(s.toelichting, ''), nullif(excluded.toelichting, ''))
RETURNING s.id
"""

"""The statements of the nightly job, in the order in which it runs them.

`stand` has one row for each employee in service whose support has begun: the closing advice, the
day after its end, and the narrowest threshold that is reached (null for none). `BEPAAL` works it
out once and compares all signals with it.
"""

from typing import Any, Final

from django.db.models import QuerySet

# One run per organisation at a time; the lock goes with the transaction. Its commit does not wait
# for the disk: what a crash takes with it is all of this transaction, which is then done again. The
# row that says that the run ended is waited for, as is whoever sends a mail, and the log is written
# in order: what came before is there as well.
SLOT: Final = """
SELECT pg_advisory_xact_lock(hashtext('bepaal_signalen'), %s::int),
       set_config('synchronous_commit', 'off', true)
"""

# People act on several signals in this order as well (`volg_vele_op`), so that neither waits for
# the other for ever.
ZET_VAST: Final = """
SELECT s.id FROM trajects_signaal AS s
WHERE s.organisatie_id = %(organisatie)s AND s.status = ANY(%(open)s) ORDER BY s.id FOR UPDATE
"""

# Postponed until today or earlier: it asks for attention again. The day itself stays, so that a
# run on an earlier day can lay it aside again, while the day until which it is postponed is still
# to come.
WEK: Final = """
WITH anders AS (
    UPDATE trajects_signaal AS s
    SET status = CASE s.status WHEN 'nieuw' THEN 'uitgesteld' ELSE 'nieuw' END, gewijzigd_op = now()
    WHERE s.organisatie_id = %(organisatie)s AND s.status = ANY(%(open)s)
      AND (s.status = 'nieuw' AND s.uitgesteld_tot > %(op)s
           OR s.status = 'uitgesteld' AND s.uitgesteld_tot <= %(op)s)
    RETURNING s.status
)
SELECT count(*) FROM anders WHERE status = 'nieuw'
"""

# `oordeel` says of each open signal what becomes of it. The planner takes `stand` for much smaller
# than it is; FULL JOIN and NOT IN are hashed all the same, so that a night stays linear.
# - A narrower threshold of the same advice replaces it; its follow-up is kept for the new one.
#   "Verlopen" (0) is narrower than every threshold.
# - It holds while its employee is in service, its advice closes the chain, and the last day of
#   support still lies within its months (`grenzen` counts them from 1; "verlopen" has none).
# A new one is only for the narrowest threshold, and only when none as narrow stays open or was
# handled by somebody; one that the job itself closed and that holds again comes back as people left
# it: postponed, or with its person. `klaar` makes it wait until the others are closed: one may be
# open at a time.
BEPAAL: Final = """
WITH stand (werknemer_id, soort, advies_id, drempel, steun_tot) AS MATERIALIZED (
    SELECT pk, soort_signaal, slotadvies_id, drempel, steun_tot FROM ({stand}) AS werknemer
    WHERE organisatie_id = %(organisatie)s AND slotadvies_id IS NOT NULL
),
oordeel AS MATERIALIZED (
    SELECT s.id, s.werknemer_id, s.advies_id, s.status, s.opgevolgd_door_id, s.toelichting,
           s.gemeld_op, stand.advies_id AS slotadvies_id, CASE
        WHEN s.id IS NULL THEN NULL
        WHEN stand.advies_id = s.advies_id AND stand.drempel < s.drempel_maanden THEN 'vervangen'
        WHEN NOT coalesce(stand.advies_id = s.advies_id AND stand.soort = s.soort AND (
            s.drempel_maanden = 0
            OR stand.steun_tot - 1 <= (%(grenzen)s::date[])[s.drempel_maanden]
        ), false) THEN 'ingetrokken'
    END AS wordt
    FROM (
        SELECT * FROM trajects_signaal
        WHERE organisatie_id = %(organisatie)s AND status = ANY(%(open)s)
    ) AS s FULL JOIN stand ON stand.werknemer_id = s.werknemer_id
),
vervangen AS MATERIALIZED (SELECT * FROM oordeel WHERE wordt = 'vervangen'),
gesloten AS (
    UPDATE trajects_signaal AS s
    SET status = oordeel.wordt, afgesloten_op = %(op)s, gewijzigd_op = now(),
        toelichting = CASE oordeel.wordt WHEN 'vervangen' THEN s.toelichting ELSE
            concat_ws(E'\\n', nullif(s.toelichting, ''), CASE
                WHEN oordeel.slotadvies_id IS NULL THEN 'Ingetrokken: niet in dienst.'
                WHEN oordeel.slotadvies_id <> s.advies_id
                    THEN 'Ingetrokken: een ander advies bepaalt nu het einde.'
                ELSE 'Ingetrokken: het einde van de ondersteuning ligt nu verder weg.'
            END)
        END
    FROM oordeel WHERE oordeel.id = s.id AND oordeel.wordt IS NOT NULL
    RETURNING s.status
),
klaar AS (
    SELECT count(*) FILTER (WHERE status = 'vervangen') AS vervangen,
           count(*) FILTER (WHERE status = 'ingetrokken') AS ingetrokken
    FROM gesloten
),
nieuw AS (
    INSERT INTO trajects_signaal AS s (
        organisatie_id, werknemer_id, soort, advies_id, drempel_maanden, status, ontstaan_op,
        opgevolgd_door_id, toelichting, gemeld_op, gewijzigd_op
    )
    SELECT %(organisatie)s, stand.werknemer_id, stand.soort, stand.advies_id, stand.drempel,
           CASE WHEN oud.status = 'in_opvolging' THEN oud.status ELSE 'nieuw' END,
           %(op)s, oud.opgevolgd_door_id, coalesce(oud.toelichting, ''),
           CASE WHEN %(melden)s THEN now() END, now()
    FROM klaar CROSS JOIN stand
    LEFT JOIN vervangen AS oud
        ON oud.werknemer_id = stand.werknemer_id AND oud.advies_id = stand.advies_id
    WHERE stand.drempel IS NOT NULL
      AND stand.werknemer_id NOT IN (
        SELECT werknemer_id FROM oordeel WHERE id IS NOT NULL AND wordt IS NULL
      )
      AND NOT EXISTS (
        SELECT FROM trajects_signaal AS eerder
        WHERE eerder.werknemer_id = stand.werknemer_id AND eerder.soort = stand.soort
          AND eerder.advies_id = stand.advies_id AND eerder.drempel_maanden <= stand.drempel
          AND eerder.status = 'afgehandeld'
    )
    ORDER BY stand.werknemer_id, stand.soort
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
)
SELECT vervangen, ingetrokken, ARRAY(SELECT id FROM nieuw),
       EXISTS (
        SELECT FROM oordeel WHERE id IS NOT NULL AND wordt IS NULL AND gemeld_op IS NULL
       )
FROM klaar
"""

# The signals that nobody heard of, and those that are made just now, in the order of the digest.
MELD: Final = """
SELECT pk, gemeld_op IS NOT NULL, werknemer__begeleider_id, werknemer__voornaam,
       werknemer__familienaam, upper(advies__periode)
FROM ({aandacht}) AS signaal
WHERE organisatie_id = %(organisatie)s AND (gemeld_op IS NULL OR pk = ANY(%(nieuw)s))
ORDER BY advies__periode, pk
"""


def met_namen(vraag: "QuerySet[Any, Any]", naam: str) -> tuple[str, dict[str, Any]]:
    """The SQL of a queryset for in a statement, and its values by names that begin with `naam`."""
    tekst, waarden = vraag.query.sql_with_params()
    genoemd = {f"{naam}_{nummer}": waarde for nummer, waarde in enumerate(waarden)}
    return tekst % tuple(f"%({plaats})s" for plaats in genoemd), genoemd

"""The statements that keep the signals as their rules say: those of a night, and those of a write.

`stand` has the rows of the rules (`trajects.signaalsoorten`), held or not. `BEPAAL` works them out
once and compares all signals with them.
"""

from collections.abc import Sequence
from typing import Any, Final

from django.db.models import QuerySet

from regels.keuzes import Parametercode
from trajects.keuzes import EINDFASEN, OPEN_STATUSSEN
from trajects.signaalsoorten.soort import Regel, Urgentie
from trajects.signaalsoorten.vraag import ORGANISATIE, codes_van, vraag_van
from trajects.signalen.signaalreden import REDEN

# What every statement knows.
VAST: Final = {
    "open": [status.value for status in OPEN_STATUSSEN],
    "eindfasen": [fase.value for fase in EINDFASEN],
    "zacht": Urgentie.ZACHT.value,
}
DOORGEVEN: Final = {
    "doorgeven": Parametercode.DOORGEVEN_NA.value,
    "codes": [Parametercode.DOORGEVEN_NA.value],
}

# A night holds its organisation, a write those whom it is about: what one does not see yet of the
# other, it waits for. The locks go with the transaction. The commit of a night does not wait for
# the disk: what a crash takes with it is all of this transaction, which is then done again. The
# row that says that the run ended is waited for, as is whoever sends a mail, and the log is written
# in order: what came before is there as well.
SLOT_VAN_ALLEN: Final = """
SELECT pg_advisory_xact_lock(hashtext('bepaal_signalen'), %(organisatie)s::int)
"""
SLOT: Final = f"{SLOT_VAN_ALLEN.rstrip()}, set_config('synchronous_commit', 'off', true)"
SLOT_VAN_ENKELEN: Final = """
SELECT pg_advisory_xact_lock_shared(hashtext('bepaal_signalen'), %(organisatie)s::int), count(
    pg_advisory_xact_lock(hashtext('signalen_van'), m::int)
) FROM unnest(%(mensen)s) AS m
"""

# People act on several signals in this order as well (`volg_vele_op`), so that neither waits for
# the other for ever.
ZET_VAST: Final = """
SELECT s.id FROM trajects_signaal AS s
WHERE s.organisatie_id = %(organisatie)s AND s.status = ANY(%(open)s)
  AND s.soort = ANY(%(soorten)s){wie}
ORDER BY s.id FOR UPDATE
"""
WIE: Final = " AND s.werknemer_id = ANY(%(mensen)s)"

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
# - A narrower threshold of the same subject replaces it; its follow-up is kept for the new one.
# - It holds while the row of its subject is due and reaches as far as its threshold. One that
#   became more urgent by a night is told again.
# A new one is only for the narrowest threshold, and only when none as narrow stays open or was
# handled by somebody (`herhaal` days ago at most, where its rule says so); one that was closed by
# itself and that holds again comes back as people left it: postponed, or with its person. `klaar`
# makes it wait until the others are closed: one may be open at a time.
BEPAAL: Final = """
WITH {organisatie_nu},
soorten (soort, lijn, voor, in_dienst, werkt, met_traject, later, anders, weg, herhaal) AS (
    VALUES {soorten}
),
stand AS MATERIALIZED (
    SELECT k.*, soorten.lijn, soorten.voor, soorten.herhaal,
           coalesce(k.sinds <= %(op)s AND k.drempel IS NOT NULL, false) AS geldt
    FROM ({stand}) AS k JOIN soorten ON soorten.soort = k.soort
),
oordeel AS MATERIALIZED (
    SELECT s.id, s.werknemer_id, s.lijn, s.onderwerp, s.drempel AS drempel_was, s.status,
           s.urgentie AS urgentie_was, s.opgevolgd_door_id, s.toelichting, s.gemeld_op,
           s.in_dienst, s.werkt, s.met_traject, s.later, s.anders, s.weg, stand.soort,
           stand.drempel, stand.dag, stand.sinds, stand.wat, stand.urgentie, stand.voor,
           stand.onderwerp IS NOT NULL AS bestaat, CASE
        WHEN s.id IS NULL THEN NULL
        WHEN stand.geldt AND stand.drempel < s.drempel THEN 'vervangen'
        WHEN stand.geldt AND stand.bereik <= s.drempel THEN NULL
        ELSE 'ingetrokken'
    END AS wordt
    FROM (
        SELECT s.*, soorten.lijn, soorten.in_dienst, soorten.werkt, soorten.met_traject,
               soorten.later, soorten.anders, soorten.weg
        FROM trajects_signaal AS s JOIN soorten ON soorten.soort = s.soort
        WHERE s.organisatie_id = %(organisatie)s AND s.status = ANY(%(open)s){wie}
    ) AS s
    FULL JOIN stand ON stand.lijn = s.lijn AND stand.onderwerp = s.onderwerp
        AND coalesce(stand.werknemer_id, 0) = coalesce(s.werknemer_id, 0)
),
vervangen AS MATERIALIZED (SELECT * FROM oordeel WHERE wordt = 'vervangen'),
gesloten AS (
    UPDATE trajects_signaal AS s
    SET status = oordeel.wordt, afgesloten_op = %(op)s, gewijzigd_op = now(),
        toelichting = CASE oordeel.wordt WHEN 'vervangen' THEN s.toelichting ELSE
            concat_ws(E'\\n', nullif(s.toelichting, ''), concat('Ingetrokken: ', {reden}, '.'))
        END
    FROM oordeel
    WHERE oordeel.id = s.id AND oordeel.wordt IS NOT NULL
    RETURNING s.status
),
bijgewerkt AS (
    UPDATE trajects_signaal AS s
    SET soort = o.soort, dag = o.dag, wat = o.wat, urgentie = o.urgentie, voor = o.voor,
        sinds = CASE s.drempel WHEN o.drempel THEN o.sinds ELSE s.sinds END,
        gemeld_op = CASE WHEN %(melden)s AND o.urgentie < s.urgentie THEN NULL ELSE s.gemeld_op END
    FROM oordeel AS o
    WHERE o.id = s.id AND o.wordt IS NULL AND (
        (s.soort, s.dag, s.wat, s.urgentie, s.voor) IS DISTINCT FROM
        (o.soort, o.dag, o.wat, o.urgentie, o.voor)
        OR s.drempel = o.drempel AND s.sinds IS DISTINCT FROM o.sinds
    )
    RETURNING s.id, o.urgentie < o.urgentie_was AS erger
),
klaar AS (
    SELECT count(*) FILTER (WHERE status = 'vervangen') AS vervangen,
           count(*) FILTER (WHERE status = 'ingetrokken') AS ingetrokken
    FROM gesloten
),
nieuw AS (
    INSERT INTO trajects_signaal AS s (
        organisatie_id, werknemer_id, soort, onderwerp, drempel, urgentie, dag, sinds, wat, voor,
        status, ontstaan_op, opgevolgd_door_id, toelichting, gemeld_op, gewijzigd_op
    )
    SELECT %(organisatie)s, stand.werknemer_id, stand.soort, stand.onderwerp, stand.drempel,
           stand.urgentie, stand.dag, stand.sinds, stand.wat, stand.voor,
           CASE WHEN oud.status = 'in_opvolging' THEN oud.status ELSE 'nieuw' END,
           %(op)s, oud.opgevolgd_door_id, coalesce(oud.toelichting, ''),
           CASE WHEN %(melden)s AND stand.urgentie < %(zacht)s THEN now() END, now()
    FROM klaar CROSS JOIN stand
    LEFT JOIN vervangen AS oud
        ON oud.lijn = stand.lijn AND oud.onderwerp = stand.onderwerp
        AND coalesce(oud.werknemer_id, 0) = coalesce(stand.werknemer_id, 0)
    WHERE stand.geldt
      AND (stand.lijn, stand.onderwerp, coalesce(stand.werknemer_id, 0)) NOT IN (
        SELECT lijn, onderwerp, coalesce(werknemer_id, 0)
        FROM oordeel WHERE id IS NOT NULL AND wordt IS NULL
      )
      AND NOT EXISTS (
        SELECT FROM trajects_signaal AS eerder
        WHERE eerder.werknemer_id {van_wie}
          AND eerder.soort = stand.soort AND eerder.onderwerp = stand.onderwerp
          AND eerder.organisatie_id = %(organisatie)s
          AND eerder.drempel <= stand.drempel AND eerder.status = 'afgehandeld'
          AND (stand.herhaal IS NULL OR eerder.afgesloten_op + stand.herhaal > %(op)s)
    )
    ORDER BY stand.werknemer_id, stand.soort, stand.onderwerp
    ON CONFLICT ON CONSTRAINT signaal_eenmalig DO UPDATE
    SET status = CASE
            WHEN excluded.status = 'in_opvolging' THEN excluded.status
            WHEN s.uitgesteld_tot > %(op)s THEN 'uitgesteld'
            WHEN s.opgevolgd_door_id IS NOT NULL THEN 'in_opvolging'
            ELSE excluded.status
        END,
        ontstaan_op = excluded.ontstaan_op, afgesloten_op = NULL, doorgegeven_op = NULL,
        dag = excluded.dag, sinds = excluded.sinds, wat = excluded.wat, voor = excluded.voor,
        urgentie = excluded.urgentie,
        opgevolgd_door_id = coalesce(excluded.opgevolgd_door_id, s.opgevolgd_door_id),
        gemeld_op = NULL, gewijzigd_op = now(),
        toelichting = concat_ws(E'\\n', nullif(s.toelichting, ''), nullif(excluded.toelichting, ''))
    RETURNING s.id
)
SELECT vervangen, ingetrokken, ARRAY(SELECT id FROM nieuw),
       ARRAY(SELECT id FROM bijgewerkt WHERE erger)
FROM klaar
"""

# The signals that nobody heard of, and those that are made just now, in the order of the digest.
MELD: Final = """
WITH lijnen (soort, lijn) AS (SELECT * FROM unnest(%(soorten)s::text[], %(lijnen)s::text[]))
SELECT pk, gemeld_op IS NOT NULL, voor, werknemer__begeleider_id, werknemer__voornaam,
       werknemer__familienaam, pk = ANY(%(doorgegeven)s), pk = ANY(%(erger)s) OR EXISTS (
        SELECT FROM trajects_signaal AS eerder
        JOIN lijnen AS van_eerder ON van_eerder.soort = eerder.soort
        JOIN lijnen ON lijnen.lijn = van_eerder.lijn AND lijnen.soort = signaal.soort
        WHERE eerder.werknemer_id = signaal.werknemer_id AND eerder.onderwerp = signaal.onderwerp
          AND eerder.status = 'vervangen' AND eerder.drempel > signaal.drempel
       ), signaal.soort, werknemer_id, onderwerp, drempel, dag, sinds, wat, urgentie
FROM ({aandacht}) AS signaal
WHERE organisatie_id = %(organisatie)s
  AND (gemeld_op IS NULL OR pk = ANY(%(nieuw)s) OR pk = ANY(%(doorgegeven)s))
ORDER BY urgentie, dag, pk
"""

# What its counsellor was told and nobody took on in so many days, goes to the coordinators. Of what
# was postponed they count from the day on which it came back.
GEEF_DOOR: Final = """
WITH {organisatie_nu}
UPDATE trajects_signaal AS s SET doorgegeven_op = %(op)s
FROM getallen AS g
WHERE g.code = %(doorgeven)s AND s.organisatie_id = %(organisatie)s
  AND s.status IN ('nieuw', 'gezien') AND s.doorgegeven_op IS NULL AND s.urgentie < %(zacht)s
  AND 'begeleider' = ANY(s.voor)
  AND greatest(s.ontstaan_op, s.uitgesteld_tot) + g.waarde::integer <= %(op)s
RETURNING s.id
"""

# Whether there is something to report that a night did not make itself.
ONGEMELD: Final = """
SELECT EXISTS (
    SELECT FROM trajects_signaal AS s
    WHERE s.organisatie_id = %(organisatie)s AND s.status = ANY(%(open)s)
      AND s.gemeld_op IS NULL AND s.urgentie < %(zacht)s
)
"""


def lijnen(regels: Sequence[Regel]) -> dict[str, list[str]]:
    """Which kinds share a subject, for `MELD`."""
    paren = [(soort.code, regel.lijn) for regel in regels for soort in regel.soorten]
    return {"soorten": [code for code, _ in paren], "lijnen": [lijn for _, lijn in paren]}


def bepaal(regels: Sequence[Regel], *, mensen: bool) -> tuple[str, dict[str, Any]]:
    """`BEPAAL` for these rules, and the values that it always has; with `mensen` for some people
    alone."""
    stand, waarden = vraag_van(regels, mensen=mensen)
    rijen, vast = _soorten(regels)
    tekst = BEPAAL.format(
        organisatie_nu=ORGANISATIE,
        soorten=rijen,
        stand=stand,
        reden=REDEN,
        wie=WIE if mensen else "",
        van_wie=_van_wie(regels),
    )
    return tekst, waarden | vast | {"codes": codes_van(regels)}


def _van_wie(regels: Sequence[Regel]) -> str:
    """A comparison that an index answers; one that holds for both would read every signal there is
    for each row."""
    (over_mensen,) = {regel.over_mensen for regel in regels}
    return "= stand.werknemer_id" if over_mensen else "IS NULL"


def _soorten(regels: Sequence[Regel]) -> tuple[str, dict[str, Any]]:
    """The kinds of these rules as rows of a statement."""
    rijen: list[str] = []
    waarden: dict[str, Any] = {}
    for regel in regels:
        for soort in regel.soorten:
            velden = (
                soort.code, regel.lijn, sorted(soort.voor), regel.in_dienst, regel.werkt,
                regel.met_traject, regel.later, regel.anders, regel.weg, regel.herhaal,
            )  # fmt: skip
            namen = [f"soort_{len(rijen)}_{plaats}" for plaats in range(len(velden))]
            waarden |= dict(zip(namen, velden, strict=True))
            rijen.append(f"({', '.join(map(_plaats, namen, _TYPES))})")
    return ", ".join(rijen), waarden


_TYPES: Final = (
    "text", "text", "varchar[]", "boolean", "boolean", "boolean", "text", "text", "text", "integer",
)  # fmt: skip


def _plaats(naam: str, soort: str) -> str:
    return f"%({naam})s::{soort}"


def met_namen(vraag: "QuerySet[Any, Any]", naam: str) -> tuple[str, dict[str, Any]]:
    """The SQL of a queryset for in a statement, and its values by names that begin with `naam`."""
    tekst, waarden = vraag.query.sql_with_params()
    genoemd = {f"{naam}_{nummer}": waarde for nummer, waarde in enumerate(waarden)}
    return tekst % tuple(f"%({plaats})s" for plaats in genoemd), genoemd

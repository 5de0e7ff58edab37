"""Why a signal that no longer holds was withdrawn, inside `signaal_sql.BEPAAL`: what is true of the
employee goes before what its rule says about the subject (`soort.Regel`)."""

from typing import Final

# `oordeel` is the signal with its rule, `s` the signal itself. What is asked of one row is a value,
# not EXISTS: that could be answered by reading the contracts of the whole country first.
REDEN: Final = """CASE
    WHEN oordeel.bestaat
        THEN format(oordeel.later, to_char(oordeel.dag, 'DD/MM/YYYY'), oordeel.wat)
    WHEN oordeel.in_dienst AND (
        SELECT c.id FROM werknemers_arbeidsovereenkomst AS c
        WHERE c.werknemer_id = s.werknemer_id AND c.periode @> %(op)s LIMIT 1
    ) IS NULL THEN 'niet in dienst'
    WHEN oordeel.werkt AND (
        SELECT c.id FROM werknemers_arbeidsovereenkomst AS c
        WHERE c.werknemer_id = s.werknemer_id AND c.periode @> %(op)s
          AND NOT EXISTS (
            SELECT FROM trajects_uitstroom AS u
            WHERE u.werknemer_id = c.werknemer_id AND u.datum >= lower(c.periode)
          ) LIMIT 1
    ) IS NULL THEN 'de uitstroom is ingevuld'
    WHEN oordeel.met_traject AND (
        SELECT t.id FROM trajects_traject AS t
        WHERE t.werknemer_id = s.werknemer_id AND t.fase <> ALL(%(eindfasen)s) LIMIT 1
    ) IS NULL THEN 'er loopt geen traject meer'
    ELSE coalesce((
        SELECT format(oordeel.anders, to_char(ander.dag, 'DD/MM/YYYY'))
        FROM stand AS ander
        WHERE oordeel.anders <> '' AND ander.lijn = oordeel.lijn
          AND ander.werknemer_id = s.werknemer_id
        LIMIT 1
    ), oordeel.weg)
END"""

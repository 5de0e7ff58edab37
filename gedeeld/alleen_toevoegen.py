"""Append-only tables: the database itself refuses to change or delete a row."""

from collections.abc import Mapping

from django.db import migrations

_FUNCTIE = """
CREATE OR REPLACE FUNCTION weiger_wijziging() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
"""


def alleen_toevoegen(tabel: str, weigert: str = "UPDATE OR DELETE") -> migrations.RunSQL:
    """A migration operation that makes `tabel` append-only; with `weigert="UPDATE"` what stands
    there can go, but not change."""
    naam = f"{tabel}_alleen_toevoegen"
    return migrations.RunSQL(
        f"{_FUNCTIE} CREATE TRIGGER {naam} BEFORE {weigert} ON {tabel} "
        "FOR EACH ROW EXECUTE FUNCTION weiger_wijziging();",
        f"DROP TRIGGER {naam} ON {tabel};",
    )


def noem_betrokkenen(werknemers: Mapping[str, str]) -> migrations.RunSQL:
    """A migration operation that says of old rows of the trail which employee they are about.

    `werknemers` gives for each kind of record a query with its key as `id` and the key of the
    employee as `werknemer_id`.
    """
    zinnen = (
        f"UPDATE gedeeld_auditregel regel SET betrokkene_id = bron.werknemer_id "  # noqa: S608
        f"FROM ({vraag}) bron "
        f"WHERE regel.soort = '{soort}' AND regel.onderwerp_id = bron.id "
        "AND regel.betrokkene_id IS NULL;"
        for soort, vraag in werknemers.items()
    )
    trekker = "TRIGGER gedeeld_auditregel_alleen_toevoegen"
    return migrations.RunSQL(
        f"ALTER TABLE gedeeld_auditregel DISABLE {trekker}; {' '.join(zinnen)} "
        f"SET CONSTRAINTS ALL IMMEDIATE; ALTER TABLE gedeeld_auditregel ENABLE {trekker};",
        migrations.RunSQL.noop,
    )

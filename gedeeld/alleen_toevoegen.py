"""Append-only tables: the database itself refuses to change or delete a row."""

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

"""Beside each employee stands the line in which one searches, with its index."""

from typing import ClassVar

import django.contrib.postgres.indexes
from django.db import migrations, models

# Said to be immutable, which it is as long as nobody changes the dictionary of unaccent: it names
# that dictionary. With the schema, because a dump that is put back searches in none. Punctuation
# and spaces are those of ASCII, whatever the collation: unaccent has made those of the others.
_FUNCTIES = r"""
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE FUNCTION public.zoekvorm(tekst text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT regexp_replace(
        lower(public.unaccent('public.unaccent'::regdictionary, tekst)) COLLATE "C",
        '[[:space:][:punct:]]+', '', 'g'
    )
$$;
CREATE FUNCTION public.zoekregel(voornaam text, familienaam text, nummer text, telefoon text)
RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT v || ' ' || f || '=/' || v || f || '/' || f || v
        || '#' || public.zoekvorm(nummer)
        || '+' || regexp_replace(telefoon, '[^0-9]+', '', 'g')
    FROM (SELECT public.zoekvorm(voornaam) AS v, public.zoekvorm(familienaam) AS f) AS naam
$$;
"""
_ZONDER = """
DROP FUNCTION public.zoekregel(text, text, text, text);
DROP FUNCTION public.zoekvorm(text);
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("werknemers", "0015_import_ongedaan"),
        ("gebruikers", "0001_initial"),
    ]
    operations: ClassVar = [
        migrations.RunSQL(_FUNCTIES, _ZONDER),
        migrations.AddField(
            "werknemer",
            "zoekregel",
            models.GeneratedField(
                db_persist=True,
                expression=models.Func(
                    "voornaam",
                    "familienaam",
                    "personeelsnummer",
                    "gsm",
                    function="zoekregel",
                    output_field=models.TextField(),
                ),
                output_field=models.TextField(),
            ),
        ),
        migrations.AddIndex(
            "werknemer",
            django.contrib.postgres.indexes.GinIndex(
                fields=["zoekregel"],
                name="werknemer_zoekregel",
                opclasses=("gin_trgm_ops",),
            ),
        ),
    ]

"""The state of the support is kept: each write of advice works it out anew for whom it is about."""

import importlib
from typing import ClassVar

import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.db import migrations, models

import gedeeld.organisatiesleutel

# Whoever writes about the same person waits here, and then reads what the other kept. With the
# schema in every name: a dump that is put back searches in none.
#
# From inside to outside: the chains; the days until the first one and those of each of them; the
# advice that closes it.
_FUNCTIES = """
CREATE FUNCTION public.werknemers_steunstand_van(wie bigint[]) RETURNS void
LANGUAGE plpgsql AS $$ BEGIN
    PERFORM id FROM public.werknemers_werknemer WHERE id = ANY(wie) ORDER BY id FOR NO KEY UPDATE;
    DELETE FROM public.werknemers_steunstand WHERE werknemer_id = ANY(wie);
    INSERT INTO public.werknemers_steunstand
        (organisatie_id, werknemer_id, dagen, tot, slotadvies_id)
    SELECT alle.organisatie_id, alle.werknemer_id, stand.dagen, upper(stand.keten), (
        SELECT slot.id FROM public.werknemers_adviesperiode AS slot
        WHERE slot.werknemer_id = alle.werknemer_id AND upper(slot.periode) = upper(stand.keten)
        ORDER BY slot.periode, slot.id LIMIT 1
    )
    FROM (
        SELECT organisatie_id, werknemer_id, range_agg(periode) AS ketens
        FROM public.werknemers_adviesperiode WHERE werknemer_id = ANY(wie)
        GROUP BY organisatie_id, werknemer_id
    ) AS alle CROSS JOIN LATERAL (
        SELECT NULL::daterange AS keten, daterange(NULL, lower(alle.ketens)) AS dagen
        UNION ALL
        SELECT keten, daterange(
            lower(keten), lower(alle.ketens - datemultirange(daterange(NULL, upper(keten))))
        ) FROM unnest(alle.ketens) AS keten
    ) AS stand;
END $$;

CREATE FUNCTION public.werknemers_steunstand_volgt() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM public.werknemers_steunstand_van(ARRAY(SELECT DISTINCT werknemer_id FROM nieuw));
    ELSIF TG_OP = 'DELETE' THEN
        PERFORM public.werknemers_steunstand_van(ARRAY(SELECT DISTINCT werknemer_id FROM oud));
    ELSE
        PERFORM public.werknemers_steunstand_van(ARRAY(
            SELECT werknemer_id FROM (
                (SELECT id, werknemer_id, periode FROM oud
                 EXCEPT SELECT id, werknemer_id, periode FROM nieuw)
                UNION ALL
                (SELECT id, werknemer_id, periode FROM nieuw
                 EXCEPT SELECT id, werknemer_id, periode FROM oud)
            ) AS anders
        ));
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER steunstand_bij_nieuw AFTER INSERT ON werknemers_adviesperiode
REFERENCING NEW TABLE AS nieuw
FOR EACH STATEMENT EXECUTE FUNCTION public.werknemers_steunstand_volgt();
CREATE TRIGGER steunstand_bij_ander AFTER UPDATE ON werknemers_adviesperiode
REFERENCING OLD TABLE AS oud NEW TABLE AS nieuw
FOR EACH STATEMENT EXECUTE FUNCTION public.werknemers_steunstand_volgt();
CREATE TRIGGER steunstand_bij_weg AFTER DELETE ON werknemers_adviesperiode
REFERENCING OLD TABLE AS oud
FOR EACH STATEMENT EXECUTE FUNCTION public.werknemers_steunstand_volgt();
"""
_ZONDER = """
DROP TRIGGER steunstand_bij_nieuw ON werknemers_adviesperiode;
DROP TRIGGER steunstand_bij_ander ON werknemers_adviesperiode;
DROP TRIGGER steunstand_bij_weg ON werknemers_adviesperiode;
DROP FUNCTION public.werknemers_steunstand_volgt();
DROP FUNCTION public.werknemers_steunstand_van(bigint[]);
"""
_VUL = """
SELECT werknemers_steunstand_van(
    ARRAY(SELECT DISTINCT werknemer_id FROM werknemers_adviesperiode)
);
"""
_ALS_VIEW = importlib.import_module("werknemers.migrations.0009_steunstand_zonder_sorteren").MAAK


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("werknemers", "0021_overlap_alleen_voor_de_regel"),
        ("gebruikers", "0001_initial"),
    ]
    operations: ClassVar = [
        migrations.RunSQL("DROP VIEW werknemers_steunstand", _ALS_VIEW),
        migrations.SeparateDatabaseAndState(
            state_operations=[migrations.DeleteModel(name="Steunstand")]
        ),
        migrations.CreateModel(
            name="Steunstand",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "werknemer",
                        "dagen",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "organisatie",
                    gedeeld.organisatiesleutel.Organisatiesleutel(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="gebruikers.organisatie",
                    ),
                ),
                (
                    "werknemer",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="steunstand",
                        to="werknemers.werknemer",
                    ),
                ),
                ("dagen", django.contrib.postgres.fields.ranges.DateRangeField()),
                ("tot", models.DateField(null=True)),
                (
                    "slotadvies",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="werknemers.adviesperiode",
                    ),
                ),
            ],
            options={
                "verbose_name": "stand van de ondersteuning",
                "verbose_name_plural": "standen van de ondersteuning",
                "indexes": [
                    models.Index(fields=["organisatie"], name="steunstand_per_organisatie")
                ],
                "constraints": [
                    gedeeld.organisatiesleutel.ZelfdeOrganisatie(
                        "werknemer", name="steunstand_organisatie"
                    )
                ],
            },
        ),
        migrations.RunSQL(_FUNCTIES, _ZONDER),
        migrations.RunSQL(_VUL, migrations.RunSQL.noop),
    ]

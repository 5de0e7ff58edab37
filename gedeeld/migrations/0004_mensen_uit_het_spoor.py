"""What old rows of the trail say about people moves to where it can be emptied.

What a deleted advice took along in clear, the explanations of its signals, goes altogether: the
trail should never have held it.
"""

from typing import ClassVar

from django.db import migrations

MENSEN = (
    "actie", "adviesperiode", "arbeidsovereenkomst", "begeleiderswissel", "begeleidingsteam",
    "bijlage", "competentiescore", "deelname", "doel", "gebruiker", "importopdracht", "jobdoelwit",
    "nazorgmoment", "notitie", "overdracht", "passagetoelichting", "randvoorwaarde", "scenario",
    "scenarioverlenging", "scenariovertrek", "signaal", "sollicitatie", "stage", "talent",
    "toestemming", "traject", "uitstroom", "vormingsactie", "waarneming", "werkgever", "werknemer",
)  # fmt: skip
_SOORTEN = ", ".join(f"'{soort}'" for soort in MENSEN)

VERHUIS = f"""
ALTER TABLE gedeeld_auditregel DISABLE TRIGGER gedeeld_auditregel_alleen_toevoegen;

-- What a scenario said about an employee named the employee among the values.
UPDATE gedeeld_auditregel SET betrokkene_id = (wijzigingen->'werknemer'->>0)::bigint
WHERE soort = 'scenario' AND actie = 'werknemer ingesteld';

INSERT INTO gedeeld_auditwaarde (regel_id, waarden)
SELECT regel.id, jsonb_object_agg(veld.key, veld.value)
FROM gedeeld_auditregel regel, jsonb_each(regel.wijzigingen) veld
WHERE regel.soort IN ({_SOORTEN})
  AND veld.key <> 'signalen' AND NOT veld.value @> '["●●●"]'
GROUP BY regel.id;

UPDATE gedeeld_auditregel regel SET wijzigingen = (
    SELECT jsonb_object_agg(
        veld.key, CASE WHEN veld.value @> '["●●●"]' THEN veld.value ELSE '[]' END
    ) FROM jsonb_each(regel.wijzigingen) veld
) WHERE regel.soort IN ({_SOORTEN}) AND regel.wijzigingen <> '{{}}';

SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE gedeeld_auditregel ENABLE TRIGGER gedeeld_auditregel_alleen_toevoegen;
"""  # noqa: S608


class Migration(migrations.Migration):
    # Whom old rows are about follows in the migrations of the apps that know.
    dependencies: ClassVar = [("gedeeld", "0003_auditwaarde")]
    operations: ClassVar = [migrations.RunSQL(VERHUIS, migrations.RunSQL.noop)]

"""What old rows of the trail say about people moves to where it can be emptied.

What a deleted advice took along in clear, the explanations of its signals, goes altogether: the
trail should never have held it.
"""

from typing import ClassVar

from django.db import migrations

MENSEN = (
    "actie", "adviesperiode", "arbeidsovereenkomst", "begeleiderswissel", "begeleidingsteam",
    "bijlage", "competentiescore", "deelname", "doel", "gebruiker", "jobdoelwit", "nazorgmoment",
    "notitie", "overdracht", "passagetoelichting", "randvoorwaarde", "scenarioverlenging",
    "scenariovertrek", "signaal", "sollicitatie", "stage", "talent", "toestemming", "traject",
    "uitstroom", "waarneming", "werkgever", "werknemer",
)  # fmt: skip
_SOORTEN = ", ".join(f"'{soort}'" for soort in MENSEN)

_VERHUIS = f"""
ALTER TABLE gedeeld_auditregel DISABLE TRIGGER gedeeld_auditregel_alleen_toevoegen;

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

UPDATE gedeeld_auditregel SET betrokkene_id = onderwerp_id WHERE soort = 'werknemer';

SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE gedeeld_auditregel ENABLE TRIGGER gedeeld_auditregel_alleen_toevoegen;
"""  # noqa: S608


class Migration(migrations.Migration):
    dependencies: ClassVar = [("gedeeld", "0003_auditwaarde")]
    operations: ClassVar = [migrations.RunSQL(_VERHUIS, migrations.RunSQL.noop)]

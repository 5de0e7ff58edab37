"""The same view, made with less: until when a chain counts is asked of the chains themselves."""

import importlib
from typing import ClassVar

from django.db import migrations

# What is left of the chains after one of them begins where the next one does; of the first row,
# where any does. No window has to be made and sorted for each employee.
MAAK = """
CREATE OR REPLACE VIEW werknemers_steunstand AS
SELECT werknemer.id AS werknemer_id, stand.dagen, upper(stand.keten) AS tot,
       (SELECT advies.id FROM werknemers_adviesperiode AS advies
        WHERE advies.werknemer_id = werknemer.id AND upper(advies.periode) = upper(stand.keten)
       ) AS slotadvies_id
FROM werknemers_werknemer AS werknemer
CROSS JOIN LATERAL (
    SELECT range_agg(advies.periode) AS ketens FROM werknemers_adviesperiode AS advies
    WHERE advies.werknemer_id = werknemer.id AND advies.id > 0
) AS alle
CROSS JOIN LATERAL (
    SELECT NULL::daterange AS keten, daterange(NULL, lower(alle.ketens)) AS dagen
    UNION ALL
    SELECT keten, daterange(
        lower(keten), lower(alle.ketens - datemultirange(daterange(NULL, upper(keten))))
    ) FROM unnest(alle.ketens) AS keten
) AS stand
"""
_EERDER = importlib.import_module("werknemers.migrations.0008_steunstand").MAAK
TERUG = _EERDER.replace("CREATE VIEW", "CREATE OR REPLACE VIEW")


class Migration(migrations.Migration):
    dependencies: ClassVar = [("werknemers", "0008_steunstand")]
    operations: ClassVar = [migrations.RunSQL(MAAK, TERUG)]

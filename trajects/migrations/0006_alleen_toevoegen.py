"""The old text field goes; histories become append-only."""

from typing import ClassVar

from django.db import migrations

from gedeeld.alleen_toevoegen import alleen_toevoegen

# What stood in a contract stays as it was; `vanaf` and the remark may still be mended.
_PASSAGE = """
CREATE TRIGGER contractpassage_blijft BEFORE UPDATE ON trajects_contractpassage
    FOR EACH ROW WHEN (OLD.tekst IS DISTINCT FROM NEW.tekst OR OLD.versie <> NEW.versie)
    EXECUTE FUNCTION weiger_wijziging();
CREATE TRIGGER contractpassage_gaat_niet_weg BEFORE DELETE ON trajects_contractpassage
    FOR EACH ROW EXECUTE FUNCTION weiger_wijziging();
"""
_PASSAGE_TERUG = """
DROP TRIGGER contractpassage_blijft ON trajects_contractpassage;
DROP TRIGGER contractpassage_gaat_niet_weg ON trajects_contractpassage;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("trajects", "0005_jobdoelwit_en_fasen_overnemen")]
    operations: ClassVar = [
        migrations.RemoveField(model_name="traject", name="jobdoelwit"),
        alleen_toevoegen("trajects_fasewissel"),
        alleen_toevoegen("trajects_randvoorwaardestand"),
        migrations.RunSQL(_PASSAGE, _PASSAGE_TERUG),
    ]

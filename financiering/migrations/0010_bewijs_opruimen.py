"""A receipt of a night may go, once no figure belongs to it; the others never."""

from typing import ClassVar

from django.db import migrations

from gedeeld.alleen_toevoegen import alleen_toevoegen

_TABEL = "financiering_rekenbewijs"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("financiering", "0009_scenariovervanging")]

    operations: ClassVar = [
        migrations.RunSQL(
            f"DROP TRIGGER {_TABEL}_alleen_toevoegen ON {_TABEL};",
            f"CREATE TRIGGER {_TABEL}_alleen_toevoegen BEFORE UPDATE OR DELETE ON {_TABEL} "
            "FOR EACH ROW EXECUTE FUNCTION weiger_wijziging();",
        ),
        alleen_toevoegen(_TABEL, weigert="UPDATE"),
        migrations.RunSQL(
            f"CREATE TRIGGER {_TABEL}_blijft BEFORE DELETE ON {_TABEL} FOR EACH ROW "
            "WHEN (OLD.soort <> 'kerncijfers' OR OLD.door_id IS NOT NULL) "
            "EXECUTE FUNCTION weiger_wijziging();",
            f"DROP TRIGGER {_TABEL}_blijft ON {_TABEL};",
        ),
    ]

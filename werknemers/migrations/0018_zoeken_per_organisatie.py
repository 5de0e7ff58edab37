"""The lines of one organisation are read: the index on those of the whole country goes."""

from typing import ClassVar

from django.db import migrations


class Migration(migrations.Migration):
    dependencies: ClassVar = [("werknemers", "0016_zoekregel")]
    operations: ClassVar = [migrations.RemoveIndex("werknemer", "werknemer_zoekregel")]

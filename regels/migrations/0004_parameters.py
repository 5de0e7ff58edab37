"""Once put national values in; they stand in `regels/wet/` now, and what it wrote stays."""

from typing import ClassVar

from django.db import migrations


class Migration(migrations.Migration):
    dependencies: ClassVar = [("regels", "0003_regelparameter")]
    operations: ClassVar = []

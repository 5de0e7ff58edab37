from typing import ClassVar

from django.db import migrations

from gedeeld.alleen_toevoegen import alleen_toevoegen


class Migration(migrations.Migration):
    dependencies: ClassVar = [("gedeeld", "0001_initial")]
    operations: ClassVar = [alleen_toevoegen("gedeeld_auditregel")]

"""Old rows of the trail say whom they are about, so that retention finds them."""

from typing import ClassVar

from django.db import migrations

from gedeeld.alleen_toevoegen import noem_betrokkenen

WERKNEMERS = {
    "werknemer": "SELECT id, id AS werknemer_id FROM werknemers_werknemer",
    "arbeidsovereenkomst": "SELECT id, werknemer_id FROM werknemers_arbeidsovereenkomst",
    "adviesperiode": "SELECT id, werknemer_id FROM werknemers_adviesperiode",
}


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("gedeeld", "0004_mensen_uit_het_spoor"),
        ("werknemers", "0003_import_pogingen"),
    ]
    operations: ClassVar = [noem_betrokkenen(WERKNEMERS)]

"""Old rows of the trail say whom they are about, so that retention finds them."""

from typing import ClassVar

from django.db import migrations

from gedeeld.alleen_toevoegen import noem_betrokkenen

# Those that name their employee themselves, and those that hang on something that does.
_ZELF = (
    "actie", "begeleiderswissel", "begeleidingsteam", "competentiescore", "deelname", "notitie",
    "overdracht", "randvoorwaarde", "signaal", "sollicitatie", "stage", "talent", "traject",
    "uitstroom",
)  # fmt: skip
_VIA = {
    "doel": "traject",
    "jobdoelwit": "traject",
    "nazorgmoment": "uitstroom",
    "toestemming": "overdracht",
}
WERKNEMERS = {
    **{soort: f"SELECT id, werknemer_id FROM trajects_{soort}" for soort in _ZELF},  # noqa: S608
    **{
        soort: f"SELECT deel.id, geheel.werknemer_id FROM trajects_{soort} deel "  # noqa: S608
        f"JOIN trajects_{via} geheel ON geheel.id = deel.{via}_id"
        for soort, via in _VIA.items()
    },
    "passagetoelichting": "SELECT deel.id, contract.werknemer_id "
    "FROM trajects_passagetoelichting deel "
    "JOIN werknemers_arbeidsovereenkomst contract ON contract.id = deel.contract_id",
    "bijlage": "SELECT bijlage.id, COALESCE(notitie.werknemer_id, deelname.werknemer_id) "
    "AS werknemer_id FROM trajects_bijlage bijlage "
    "LEFT JOIN trajects_notitie notitie ON notitie.id = bijlage.notitie_id "
    "LEFT JOIN trajects_deelname deelname ON deelname.id = bijlage.deelname_id",
}


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("trajects", "0013_uitstroom_vaker_per_traject"),
        ("werknemers", "0004_betrokkenen"),
    ]
    operations: ClassVar = [noem_betrokkenen(WERKNEMERS)]

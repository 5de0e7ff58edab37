"""The database before and after: whether it is empty, what its planner knows."""

from collections.abc import Iterable
from typing import Final

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connection, models

from demo.land.kopie import Landtabel

_APPS: Final = ("gedeeld", "gebruikers", "regels", "werknemers", "trajects", "financiering")
# What the migrations leave; nobody can have added to these without an organisation or a trail.
_GEZAAID: Final = frozenset(
    {
        "regels.Bron",
        "regels.Regelparameter",
        "regels.Regeltabel",
        "regels.Startpakket",
        "regels.StartpakketSchijf",
        "trajects.Competentie",
        "trajects.Contractpassage",
        "trajects.Plansjabloon",
        "trajects.Sjabloonregel",
    }
)

_ZET_REEKS: Final = "SELECT setval(pg_get_serial_sequence('{tabel}', 'id'), max(id)) FROM {tabel}"


def eis_lege_bank() -> None:
    """Raises ValidationError when somebody else's data is there, or a part of a country."""
    vol = [
        str(model._meta.verbose_name_plural)
        for app in _APPS
        for model in apps.get_app_config(app).get_models()
        if model._meta.label not in _GEZAAID and _heeft_rijen(model)
    ]
    if vol:
        raise ValidationError(
            f"Deze databank is niet leeg: er staan al {vol[0]} in. vul_bank vult alleen een "
            "databank waarin nog niets staat. Brak een vorige keer halfweg af, gooi die databank "
            "dan weg, maak een nieuwe en begin opnieuw. Er is niets veranderd."
        )


def _heeft_rijen(model: type[models.Model]) -> bool:
    return model._default_manager.exists()  # noqa: SLF001


def zet_reeksen(tabellen: Iterable[Landtabel]) -> None:
    """The next record that somebody makes gets the key after the last one."""
    with connection.cursor() as cursor:
        for tabel in tabellen:
            if tabel.met_sleutel:
                cursor.execute(_ZET_REEKS.format(tabel=tabel.naam))


def ruim_op() -> None:
    """What the planner should know, and what index-only scans need."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE)")

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class RegelsConfig(AppConfig):
    name = "regels"
    verbose_name = "regels van wet en sector"

    def ready(self) -> None:
        # Models are there only now; importing the writers makes them known.
        import regels.schrijvers  # noqa: F401
        from gebruikers.beheerpaginas import Beheerpagina, registreer
        from gedeeld.gezondheid import register
        from regels.wetsstand import DELEN

        register.registreer(*DELEN)
        registreer(
            Beheerpagina(
                100,
                "Regels en bronnen",
                "regels:startpakketten",
                "Kijk met welke percentages Doorstroom rekent, en waar ze vandaan komen.",
            ),
            Beheerpagina(
                110,
                "Parameters",
                "regels:parameters",
                "Bekijk de bedragen en termijnen waarmee Doorstroom rekent, of zet je eigen "
                "waarde.",
            ),
            Beheerpagina(
                115,
                "Vragen aan VDAB en WSE",
                "regels:vragen",
                "Zie wat geen bron zegt en waar bronnen elkaar tegenspreken, en noteer wat je "
                "antwoord kreeg.",
            ),
        )
        post_migrate.connect(_vul_aan, sender=self)


def _vul_aan(apps: Any, **_: Any) -> None:
    """A new database begins with the values of the files, and an older one gets what is new in
    kind. `apps` are the models as the migrations that ran know them: where a later one is still to
    run, the tables are not those of the files."""
    from regels.domein.wetstoepassing import vul_aan
    from regels.models import Regelparameter, Regeltabel, Startpakket

    for model in (Regelparameter, Regeltabel, Startpakket):
        try:
            toen = apps.get_model("regels", model.__name__)
        except LookupError:
            return
        if {v.column for v in toen._meta.concrete_fields} != {
            v.column for v in model._meta.concrete_fields
        }:
            return
    vul_aan()

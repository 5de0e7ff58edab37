from django.apps import AppConfig


class RegelsConfig(AppConfig):
    name = "regels"
    verbose_name = "regels van wet en sector"

    def ready(self) -> None:
        # Models are there only now; importing the writers makes them known.
        import regels.schrijvers  # noqa: F401
        from gebruikers.beheerpaginas import Beheerpagina, registreer

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
        )

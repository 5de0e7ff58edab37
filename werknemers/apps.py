from django.apps import AppConfig


class WerknemersConfig(AppConfig):
    name = "werknemers"
    verbose_name = "werknemers, contracten en adviezen"

    def ready(self) -> None:
        # Models are there only now; importing the writers makes them known.
        import werknemers.schrijvers  # noqa: F401
        from gebruikers.beheerpaginas import Beheerpagina, registreer
        from gedeeld.gezondheid import register
        from gedeeld.taken import nachtwacht
        from gedeeld.uitvoer import soorten
        from werknemers.nacht import NACHTTAKEN
        from werknemers.views.importblad import IMPORTBLAD
        from werknemers.wachtende import DELEN

        nachtwacht.registreer(*NACHTTAKEN)
        register.registreer(*DELEN)
        soorten.registreer(IMPORTBLAD)
        registreer(
            Beheerpagina(
                10,
                "Import",
                "werknemers:import",
                "Breng werknemers in uit het rekenblad dat je al hebt.",
            ),
            Beheerpagina(
                15,
                "Loonopgaven",
                "werknemers:loonopgaven",
                "Breng in wat het sociaal secretariaat telde, en kijk voor wie het er nog niet is.",
            ),
            Beheerpagina(
                20,
                "Diensten",
                "werknemers:diensten",
                "Voeg diensten toe, geef ze een andere naam of sluit ze.",
            ),
        )

from django.apps import AppConfig


class GebruikersConfig(AppConfig):
    name = "gebruikers"
    verbose_name = "organisaties en gebruikers"

    def ready(self) -> None:
        # Models are there only now; importing the writers makes them known.
        import gebruikers.schrijvers  # noqa: F401
        from gebruikers.beheerpaginas import Beheerpagina, registreer
        from gebruikers.nacht import NACHTTAKEN
        from gedeeld.taken import nachtwacht

        nachtwacht.registreer(*NACHTTAKEN)
        registreer(
            Beheerpagina(
                30,
                "Gebruikers",
                "gebruikers:gebruikers",
                "Nodig collega’s uit, kies hun rol, of zet een account uit.",
            ),
            Beheerpagina(
                40,
                "Vervanging",
                "gebruikers:waarnemingen",
                "Laat een begeleider de werknemers van een afwezige collega opvolgen.",
            ),
            Beheerpagina(
                60,
                "Organisatie",
                "gebruikers:organisatie",
                "Kies hoeveel maanden vooraf er een signaal komt, en hoe je organisatie heet.",
            ),
            Beheerpagina(
                120,
                "Taken",
                "gebruikers:taken",
                "Kijk of de signalen van vannacht berekend zijn en of alle mails vertrokken zijn.",
            ),
        )

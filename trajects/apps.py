from django.apps import AppConfig

from gedeeld import plaatsen


class TrajectsConfig(AppConfig):
    name = "trajects"
    verbose_name = "trajecten, notities en signalen"

    def ready(self) -> None:
        # Models are there only now; importing the writers makes them known.
        import trajects.schrijvers  # noqa: F401
        from gedeeld.taken import nachtwacht
        from gedeeld.uitvoer import soorten
        from trajects.evaluatiepakket.exports import EVALUATIE, LEEMTES
        from trajects.models import Signaal
        from trajects.nacht import NACHTTAKEN
        from trajects.openheid.exports import PASSAGE
        from trajects.openheidsdossier.exports import DOSSIER, DOSSIERBUNDEL
        from trajects.overdracht.exports import OVERDRACHT
        from trajects.plan_pdf.exports import PLAN, PLANNEN
        from trajects.signalen import bijwerken  # it follows every write
        from trajects.signalen.onbekeken import nooit_bekeken
        from werknemers.domein.invoer.aanhang import laat_meegaan

        nachtwacht.registreer(*NACHTTAKEN)
        nachtwacht.na_een_gemiste_nacht(bijwerken.werk_nachten_bij)
        soorten.registreer(PLAN, PLANNEN, PASSAGE, OVERDRACHT, EVALUATIE, LEEMTES)
        soorten.registreer(DOSSIER, DOSSIERBUNDEL)
        laat_meegaan(Signaal, nooit_bekeken)
        plaatsen.registreer(
            werknemer="trajects:werknemer",
            werknemers="trajects:werknemers",
            werknemer_contract="trajects:contract",
        )
        _registreer_beheer()


def _registreer_beheer() -> None:
    from gebruikers.beheerpaginas import Beheerpagina, registreer

    registreer(
        Beheerpagina(
            50,
            "Werknemers overdragen",
            "trajects:overdragen",
            "Geef de werknemers van een begeleider die vertrekt aan een collega.",
        ),
        Beheerpagina(
            70,
            "Plansjablonen",
            "trajects:sjablonen",
            "Kies waarmee een begeleider een plan begint: wat er wanneer gebeurt.",
        ),
        Beheerpagina(
            80,
            "Bijzondere passage",
            "trajects:passages",
            "Lees en vernieuw wat er in het contract staat over het einddoel van de job.",
        ),
        Beheerpagina(
            90,
            "Competenties",
            "trajects:competenties",
            "Vul de lijst aan die begeleider en werknemer samen overlopen.",
        ),
    )

from django.apps import AppConfig

from gedeeld import plaatsen


class FinancieringConfig(AppConfig):
    name = "financiering"
    verbose_name = "klaverblad en prognose"

    def ready(self) -> None:
        # Models are there only now; importing the writers makes them known.
        import financiering.schrijvers  # noqa: F401
        from financiering.domein.bewijsbeheer import leg_op_de_plank
        from financiering.domein.bewijszoeker import zoek_op_de_plank
        from financiering.domein.verlengbedragen import verlengbedragen
        from financiering.models import Kerncijfer
        from financiering.nacht import NACHTTAKEN
        from financiering.views.rekenblad import BETAALD, BIJDRAGE, PROGNOSE
        from gedeeld.bewijs import plank
        from gedeeld.taken import nachtwacht
        from gedeeld.uitvoer import soorten
        from trajects.adviesdagen.bedragen import registreer_rekenaar
        from werknemers.domein.invoer.aanhang import laat_meegaan

        plank.registreer(leg_op_de_plank, zoek_op_de_plank)
        registreer_rekenaar(verlengbedragen)
        soorten.registreer(PROGNOSE, BETAALD, BIJDRAGE)
        nachtwacht.registreer(*NACHTTAKEN)
        # A night counts what there is; nobody enters it.
        laat_meegaan(Kerncijfer, lambda cijfers: cijfers)
        plaatsen.registreer(
            werknemer_geld="financiering:steun",
            uitstroom_geld="financiering:paneel",
            parameter_waarde="financiering:parameter_waarde",
            parameter_terug="financiering:parameter_terug",
        )

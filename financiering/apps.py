from django.apps import AppConfig

from gedeeld import plaatsen


class FinancieringConfig(AppConfig):
    name = "financiering"
    verbose_name = "klaverblad en prognose"

    def ready(self) -> None:
        plaatsen.registreer(
            werknemer_geld="financiering:steun",
            uitstroom_geld="financiering:paneel",
            parameter_waarde="financiering:parameter_waarde",
            parameter_terug="financiering:parameter_terug",
        )

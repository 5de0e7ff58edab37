from django.apps import AppConfig
from django.core import checks

from doorstroom.gedeeld.controles import controleer_letterknipper


class GedeeldConfig(AppConfig):
    name = "doorstroom.gedeeld"
    label = "gedeeld"
    verbose_name = "gedeelde grond"

    def ready(self) -> None:
        checks.register(controleer_letterknipper)

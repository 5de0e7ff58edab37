"""`versie`"""

from typing import Any

from django.conf import settings

from gedeeld.opdrachten import Opdracht


class Command(Opdracht):
    help = "Toont welke versie van Doorstroom dit is."
    requires_system_checks = ()

    def handle(self, *_: Any, **__: Any) -> None:
        self.stdout.write(settings.VERSIE)

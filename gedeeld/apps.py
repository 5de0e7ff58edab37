from django.apps import AppConfig
from django.core import checks

from gedeeld.controles import controleer_letterknipper


class GedeeldConfig(AppConfig):
    name = "gedeeld"
    label = "gedeeld"
    verbose_name = "gedeelde grond"

    def ready(self) -> None:
        # Models are there only now; importing the writers makes them known.
        import gedeeld.schrijvers  # noqa: F401
        from gedeeld.gezondheid import register
        from gedeeld.gezondheid.gezondheidsdelen import DELEN
        from gedeeld.nacht import NACHTTAKEN
        from gedeeld.taken import nachtwacht

        register.registreer(*DELEN)
        nachtwacht.registreer(*NACHTTAKEN)
        checks.register(controleer_letterknipper)

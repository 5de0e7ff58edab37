from django.apps import AppConfig


class RegelsConfig(AppConfig):
    name = "regels"
    verbose_name = "regels van wet en sector"

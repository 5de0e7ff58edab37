from django.apps import AppConfig


class WerknemersConfig(AppConfig):
    name = "werknemers"
    verbose_name = "werknemers, contracten en adviezen"

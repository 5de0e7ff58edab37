from django.apps import AppConfig


class GedeeldConfig(AppConfig):
    name = "doorstroom.gedeeld"
    label = "gedeeld"
    verbose_name = "gedeelde grond"

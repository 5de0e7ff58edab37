"""The invented organisations of the demo."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "demo"

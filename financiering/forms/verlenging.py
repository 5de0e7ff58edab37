"""Which percentages the page on an extension counts with; a form that is sent by GET."""

from collections.abc import Mapping

from django import forms

from financiering.domein.verlenging import Percentages
from gedeeld.formulieren import Formulier
from regels.models.percentage import HOOGSTE, LAAGSTE, PERCENTAGE_ZIN, STAP


def _percentageveld(label: str) -> forms.IntegerField:
    fouten = ("min_value", "max_value", "step_size", "invalid", "required")
    return forms.IntegerField(
        label=label,
        min_value=LAAGSTE,
        max_value=HOOGSTE,
        step_size=STAP,
        error_messages=dict.fromkeys(fouten, PERCENTAGE_ZIN),
        widget=forms.NumberInput(attrs={"class": "form-control"}),
    )


class Percentagevraag(Formulier):
    """What is not asked counts as the proposal."""

    hoger = _percentageveld("“Hoger” is (%)")
    lager = _percentageveld("“Lager” is (%)")

    def __init__(self, data: Mapping[str, str], *, voorstel: Percentages) -> None:
        gevraagd = {naam: data[naam] for naam in ("hoger", "lager") if data.get(naam)}
        begin = {"hoger": str(voorstel.hoger), "lager": str(voorstel.lager)}
        super().__init__(begin | gevraagd)
        self.voorstel = voorstel

    @property
    def percentages(self) -> Percentages:
        """Those that were asked; the proposal when they cannot be."""
        if not self.is_valid():
            return self.voorstel
        return Percentages(self.cleaned_data["hoger"], self.cleaned_data["lager"])

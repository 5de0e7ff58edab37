"""Which plan template goes into the plan of an employee."""

from collections.abc import Sequence
from typing import Any, TypedDict, cast

from django import forms

from gedeeld.formulieren import Formulier
from trajects.keuzes import Voorbij
from trajects.models import Plansjabloon


class Keuze(TypedDict):
    sjabloon: Plansjabloon
    sla_over: str


class Sjabloonkeuze(Formulier):
    """The first of `sjablonen` is proposed. Nothing goes into a plan that was not shown before.

    The page sends back in `bekeken` what it showed.
    """

    sjabloon = forms.ChoiceField(label="Welk plan?", widget=forms.RadioSelect)
    sla_over = forms.ChoiceField(
        label="Wat slaan we over?",
        choices=Voorbij.choices,
        initial=Voorbij.LANG,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, sjablonen: Sequence[Plansjabloon], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sjablonen = {str(sjabloon.pk): sjabloon for sjabloon in sjablonen}
        veld = cast(forms.ChoiceField, self.fields["sjabloon"])
        veld.choices = [(sleutel, _naam(s)) for sleutel, s in self.sjablonen.items()]
        veld.initial = next(iter(self.sjablonen), None)

    @property
    def keuze(self) -> Keuze | None:
        """What is chosen, or proposed; None when it cannot be, or there is no template at all."""
        gekozen = {naam: veld.initial for naam, veld in self.fields.items()}
        if self.is_bound:
            gekozen = self.cleaned_data if self.is_valid() else {}
        sjabloon = self.sjablonen.get(str(gekozen.get("sjabloon")))
        return Keuze(sjabloon=sjabloon, sla_over=gekozen["sla_over"]) if sjabloon else None

    @property
    def stempel(self) -> str:
        """Says which choice this is; the page keeps it as `bekeken`."""
        keuze = self.keuze
        return f"{keuze['sjabloon'].pk} {keuze['sla_over']}" if keuze else ""

    @property
    def is_bekeken(self) -> bool:
        return self.is_bound and self.data.get("bekeken") == self.stempel


def _naam(sjabloon: Plansjabloon) -> str:
    return ". ".join(filter(None, (sjabloon.naam, sjabloon.omschrijving)))

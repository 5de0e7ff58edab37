"""Who takes part in a training: boxes by service, or one employee in one training."""

from collections.abc import Iterable
from typing import Any, Final, cast

from crispy_forms.layout import HTML, Layout
from django import forms

from gedeeld.formulieren import Formulier
from trajects.models import Vormingsactie
from trajects.models.vorming import VormingsactieQuerySet
from trajects.vorming.deelnemers import Dienstgroep

DEELNEMERS: Final = HTML("{% include 'trajects/vorming/deelnemersveld.html' %}")


class Deelnemers(Formulier):
    """People with a box each, by service, and a box for all of a service.

    `groepen` are those who can be chosen (`domein.deelnemers.te_kiezen`); who takes part already
    (`erbij`) shows among them, ticked.
    """

    erbij: frozenset[int] = frozenset()

    deelnemers = forms.MultipleChoiceField(
        label="Wie doet mee?", required=False, widget=forms.CheckboxSelectMultiple
    )
    hele_diensten = forms.MultipleChoiceField(
        label="Iedereen van een dienst", required=False, widget=forms.CheckboxSelectMultiple
    )

    def zet_groepen(self, groepen: Iterable[Dienstgroep]) -> None:
        self.groepen = list(groepen)
        mensen = [(str(pk), naam) for groep in self.groepen for pk, naam in groep.mensen]
        cast(forms.MultipleChoiceField, self.fields["deelnemers"]).choices = mensen
        diensten = [(groep.naam, groep.naam) for groep in self.groepen]
        cast(forms.MultipleChoiceField, self.fields["hele_diensten"]).choices = diensten

    @property
    def keuzegroepen(self) -> list[tuple[Dienstgroep, bool]]:
        """The services; unfolded where somebody is ticked, or when there is only one."""
        gekozen = set(self["deelnemers"].value() or ())
        enige = len(self.groepen) == 1
        return [
            (groep, enige or any(str(pk) in gekozen for pk, _ in groep.mensen))
            for groep in self.groepen
        ]

    def gekozen(self) -> set[int]:
        """The keys of everybody chosen; only of a valid form."""
        diensten = set(self.cleaned_data["hele_diensten"])
        uit_diensten = {
            pk for groep in self.groepen if groep.naam in diensten for pk, _ in groep.mensen
        }
        return uit_diensten | {int(pk) for pk in self.cleaned_data["deelnemers"]}


class Deelnemersformulier(Deelnemers):
    def __init__(
        self,
        *args: Any,
        groepen: Iterable[Dienstgroep],
        erbij: frozenset[int],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.erbij = erbij
        self.zet_groepen(groepen)
        self.helper.layout = Layout(DEELNEMERS)

    def clean(self) -> dict[str, Any]:
        if not self.errors and not self.gekozen():
            raise forms.ValidationError("Kies wie meedoet.")
        return self.cleaned_data


class Inschrijfformulier(Formulier):
    """One employee in one of the trainings to come."""

    vorming = forms.ModelChoiceField(
        label="Welke vorming?",
        queryset=Vormingsactie.objects.none(),
        empty_label="Kies een vorming",
        error_messages={
            "required": "Kies een vorming.",
            "invalid_choice": "Deze vorming kan niet meer gekozen worden. Kies een andere.",
        },
    )

    def __init__(self, *args: Any, vormingen: VormingsactieQuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ModelChoiceField[Vormingsactie]", self.fields["vorming"]).queryset = vormingen

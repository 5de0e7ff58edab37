"""Consent in a hand-over: to ask it, to share within it, to withdraw it."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms

from gedeeld.formulieren import Datumveld, Formulier
from gedeeld.tijd import vandaag
from trajects.keuzes import Deelbaar, Toestemmingswijze


class _Deelkeuze(forms.TypedMultipleChoiceField):
    """Accepts everything that can be shared, and leaves it to the domain to refuse; shows only
    what a form has to offer. What was agreed to meanwhile is then refused in words."""

    def __init__(self, *, label: str, **opties: Any) -> None:
        super().__init__(
            label=label,
            choices=Deelbaar.choices,
            coerce=Deelbaar,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": "Kies minstens één ding."},
            **opties,
        )

    def toon(self, delen: Iterable[Deelbaar]) -> None:
        self.widget.choices = [(deel.value, deel.label) for deel in delen]


class _Deelformulier(Formulier):
    def __init__(self, *args: Any, delen: Iterable[Deelbaar], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["wat"]
        assert isinstance(veld, _Deelkeuze)  # noqa: S101
        veld.toon(delen)
        for datum in self.fields.values():
            if isinstance(datum, Datumveld):
                datum.widget.attrs["max"] = vandaag().isoformat()


class Toestemmingformulier(_Deelformulier):
    wat = _Deelkeuze(label="Wat mag de nieuwe werkgever weten?")
    gegeven_op = Datumveld(label="Toestemming gegeven op", initial=vandaag)
    wijze = forms.TypedChoiceField(
        label="Hoe gaf de werknemer toestemming?",
        choices=Toestemmingswijze.choices,
        coerce=Toestemmingswijze,
        widget=forms.RadioSelect,
    )


class Gedeeldformulier(_Deelformulier):
    wat = _Deelkeuze(
        label="Wat deelde je?",
        help_text="Je ziet alleen waarvoor er toestemming is.",
    )
    op = Datumveld(label="Op welke dag?", initial=vandaag)


class Intrekformulier(_Deelformulier):
    beperkingen: ClassVar = {"toestemming_niet_gedeeld_na_intrekking": "op"}

    wat = _Deelkeuze(label="Wat mag je niet meer delen?")
    op = Datumveld(label="Ingetrokken op", initial=vandaag)

    def __init__(self, *args: Any, delen: Iterable[Deelbaar], **kwargs: Any) -> None:
        keuze = list(delen)
        begin = {"wat": [deel.value for deel in keuze]}
        super().__init__(*args, delen=keuze, initial=begin, **kwargs)

"""The hand-over to one employer, and the consent in it: to ask, to share within, to withdraw."""

from collections.abc import Iterable
from typing import Any, ClassVar

from crispy_forms.layout import Div, Layout
from django import forms

from gebruikers.models import Gebruiker
from gedeeld.bewerkformulier import Bewerkformulier
from gedeeld.formulieren import Datumveld, Formulier
from gedeeld.tijd import vandaag
from trajects.keuzes import Deelbaar, Toestemmingswijze
from trajects.models import Overdracht
from trajects.werk.forms import Werkgeverkeuze, stel_werkgevers_voor


class Overdrachtformulier(Bewerkformulier):
    """Prepares a hand-over (`record=None`) or says more of one."""

    VELDEN: ClassVar = ("gesprek_gepland_op", "gesprek_gehouden_op", "deelnemers", "afspraken")

    werkgever = Werkgeverkeuze(label="Naar welke werkgever?")
    gesprek_gepland_op = Datumveld(label="Gesprek gepland op", required=False)
    gesprek_gehouden_op = Datumveld(label="Gesprek gehouden op", required=False)
    deelnemers = forms.CharField(
        label="Wie is erbij?",
        max_length=300,
        required=False,
        help_text="De werknemer zelf, de nieuwe werkgever, iemand van jullie, een tolk.",
    )
    afspraken = forms.CharField(
        label="Wat spreken jullie af?",
        max_length=2000,
        required=False,
        help_text=(
            "Bijvoorbeeld: wie helpt de eerste weken, wanneer horen jullie elkaar weer. "
            "Schrijf geen medische gegevens."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(
        self, *args: Any, record: Overdracht | None, gebruiker: Gebruiker, **kwargs: Any
    ) -> None:
        self.record = record
        super().__init__(*args, record=record, **kwargs)
        stel_werkgevers_voor(self, gebruiker)
        dagen = Div("gesprek_gepland_op", "gesprek_gehouden_op", css_class="veldpaar")
        self.helper.layout = Layout("werkgever", dagen, "deelnemers", "afspraken")

    def begin(self, record: Overdracht) -> dict[str, Any]:
        return super().begin(record) | {"werkgever": record.werkgever.label}

    def gegevens(self) -> dict[str, Any]:
        """`werkgever` is the name that was typed; None when the employer was left alone."""
        gelaten = self.record is not None and self.onaangeroerd("werkgever")
        werkgever = None if gelaten else self.cleaned_data["werkgever"]
        return super().gegevens() | {"werkgever": werkgever}


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

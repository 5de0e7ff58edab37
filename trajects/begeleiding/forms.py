"""To whom an employee or a whole caseload goes, and who guides on the work floor."""

from typing import Any, ClassVar

from crispy_forms.layout import Layout
from django import forms
from django.utils.html import format_html

from gebruikers.forms import Collegakeuze
from gebruikers.models import Gebruiker
from gedeeld.bewerkformulier import Bewerkformulier
from gedeeld.formulieren import Datumveld, Formulier
from werknemers.models import Werknemer


class Teamformulier(Bewerkformulier):
    VELDEN: ClassVar = (
        "gekwalificeerd_begeleider",
        "kwalificatie",
        "begeleider_sinds",
        "is_extern",
        "collega_coach",
    )

    gekwalificeerd_begeleider = forms.CharField(
        label="Gekwalificeerd begeleider",
        max_length=120,
        required=False,
        help_text="Wie helpt op de werkvloer en heeft daar de kwalificatie voor?",
    )
    kwalificatie = forms.CharField(
        label="Kwalificatie",
        max_length=200,
        required=False,
        help_text=(
            "Een diploma van de lijst, minstens 2 jaar ervaring, een ervaringsbewijs, "
            "of een attest van een erkende opleiding. Is die er nog niet? Schrijf welk "
            "opleidingsplan begon, of laat dit leeg."
        ),
    )
    begeleider_sinds = Datumveld(
        label="Begeleidt sinds",
        required=False,
        help_text=(
            "Wie nog geen kwalificatie heeft, begint binnen 6 maanden een opleidingsplan. "
            "Leeg: we tellen vanaf het begin van het advies."
        ),
    )
    is_extern = forms.BooleanField(
        label="Deze begeleider werkt bij een andere organisatie", required=False
    )
    collega_coach = forms.CharField(
        label="Collega-coach",
        max_length=120,
        required=False,
        help_text="Een collega op de werkvloer. Die werkt bij dezelfde werkgever.",
    )


class Overdraagformulier(Formulier):
    """`van` is the counsellor whom the user saw; `door` chooses among the own colleagues.

    `samen` is where several go at once.
    """

    beperkingen: ClassVar = {"begeleiderswissel_naar_ander": "naar"}

    van = forms.CharField(widget=forms.HiddenInput, required=False)
    naar = Collegakeuze(
        Gebruiker.objects.none(), label="Wie neemt over?", empty_label="Kies een begeleider"
    )
    risicos = forms.CharField(
        label="Waar let de opvolger best op?",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=(
            "Wat helpt, wat loopt moeilijk, wat is beloofd? "
            "Schrijf geen medische gegevens: dit blad wordt gelezen en afgedrukt."
        ),
    )

    def __init__(
        self,
        *args: Any,
        door: Gebruiker,
        huidige: Gebruiker | None,
        samen: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.huidige = huidige
        self.initial["van"] = _sleutel(huidige)
        collegas = Gebruiker.objects.zichtbaar_voor(door).begeleiders()
        if samen:
            link = 'Meer werknemers tegelijk? <a href="{}">Draag ze samen over.</a>'
            self.fields["naar"].help_text = format_html(link, samen)
        self.fields["naar"].queryset = collegas.exclude(pk=getattr(huidige, "pk", None))  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        if gegevens.get("van") != _sleutel(self.huidige):
            wie = self.huidige.volledige_naam if self.huidige else "niemand"
            self.add_error(None, f"Intussen is {wie} de begeleider. Herlaad de pagina.")
        return gegevens


class Wisselkeuze(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        plek = ", ".join(obj.diensten) or "niet in dienst"
        return f"{obj.naam} ({obj.personeelsnummer}), {plek}"


class Caseloadformulier(Overdraagformulier):
    """Several employees of one counsellor to one successor."""

    werknemers = Wisselkeuze(
        Werknemer.objects.none(),
        label="Wie draag je over?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies minstens één werknemer."},
    )

    def __init__(self, *args: Any, caseload: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["werknemers"].queryset = caseload  # type: ignore[attr-defined]
        actief = [rij.pk for rij in caseload if rij.diensten or rij.fase]
        self.initial["werknemers"] = actief
        self.fields[
            "risicos"
        ].help_text = f"Dit komt op elk blad. {self.fields['risicos'].help_text}"
        self.helper.layout = Layout("werknemers", "naar", "risicos")


def _sleutel(begeleider: Gebruiker | None) -> str:
    return str(begeleider.pk) if begeleider else ""

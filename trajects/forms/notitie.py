"""One box for what was said or seen."""

from datetime import date
from typing import Any

from django import forms

from doorstroom.gedeeld.formulieren import DatumInvoer, Datumveld, Formulier
from doorstroom.gedeeld.tijd import vandaag
from trajects.keuzes import SoortNotitie
from trajects.models import Notitie


class NotitieFormulier(Formulier):
    """`concept` names the draft that the browser keeps while the text is typed."""

    tekst = forms.CharField(
        label="Wat wil je onthouden?",
        max_length=10_000,
        help_text=(
            "Wat werd gezegd, gezien of afgesproken? Schrijf geen medische gegevens: "
            "geen diagnose, ziekte of medicatie."
        ),
        widget=forms.Textarea(attrs={"rows": 5, "class": "form-control"}),
        error_messages={
            "required": "Schrijf eerst wat je wilt onthouden.",
            "max_length": "Een notitie telt hoogstens %(limit_value)d tekens, deze %(show_value)d.",
        },
    )
    soort = forms.ChoiceField(
        label="Wat was het?",
        choices=SoortNotitie.choices,
        initial=SoortNotitie.GESPREK,
        widget=forms.RadioSelect,
    )
    datum = Datumveld(label="Wanneer was het?", widget=DatumInvoer({"class": "form-control"}))
    vertrouwelijk = forms.BooleanField(
        label="Vertrouwelijk: alleen jij en de coördinatoren lezen dit.",
        required=False,
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )

    def __init__(self, *args: Any, concept: str, meteen: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tekst"].widget.attrs["data-concept"] = concept
        # After a refusal the summary of what is wrong gets the focus.
        if meteen and not self.is_bound:
            self.fields["tekst"].widget.attrs |= {"autofocus": True, "data-focus": ""}
        self.fields["datum"].widget.attrs["max"] = vandaag().isoformat()
        self.fields["datum"].initial = vandaag

    @classmethod
    def bij_verbetering(cls, notitie: Notitie, *args: Any, **kwargs: Any) -> "NotitieFormulier":
        """Filled with the version that is corrected."""
        velden: tuple[str, ...] = ("tekst", "soort", "datum", "vertrouwelijk")
        begin: dict[str, str | date | bool] = {veld: getattr(notitie, veld) for veld in velden}
        return cls(*args, initial=begin, concept=f"verbeter-{notitie.pk}", meteen=True, **kwargs)

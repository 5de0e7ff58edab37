"""What a person fills in to act on one signal or on several."""

from typing import Any, ClassVar, cast

from django import forms

from gebruikers.models import Gebruiker
from gedeeld.formulieren import Datumveld, Formulier


class UitstelFormulier(Formulier):
    tot = Datumveld(label="Tot wanneer?", help_text="Die dag komt het signaal terug.")
    reden = forms.CharField(
        label="Waarom?", max_length=300, help_text="Bijvoorbeeld: eerst het gesprek van 3 december."
    )


class AfhandelFormulier(Formulier):
    toelichting = forms.CharField(
        label="Hoe liep het af?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Eén zin volstaat: “Contract bij woonzorgcentrum De Linde vanaf 1 maart.”",
    )


class _MetCollegas(Formulier):
    wie = forms.ModelChoiceField(
        queryset=Gebruiker.objects.none(),
        label="Wie volgt dit op?",
        empty_label="Kies een collega",
    )

    def __init__(self, *args: Any, gebruiker: Gebruiker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = cast("forms.ModelChoiceField[Gebruiker]", self.fields["wie"])
        veld.queryset = Gebruiker.objects.zichtbaar_voor(gebruiker).actief()
        veld.initial = gebruiker.pk


class OpvolgFormulier(_MetCollegas):
    toelichting = forms.CharField(label="Wat is de volgende stap?", max_length=500, required=False)


class VeleFormulier(_MetCollegas):
    """For the chosen signals: take them on, give them to somebody, postpone or close them."""

    OPNEMEN, TOEWIJZEN, UITSTELLEN, AFSLUITEN = "opnemen", "toewijzen", "uitstellen", "afsluiten"
    GEDAAN: ClassVar = {
        OPNEMEN: "neem jij op",
        TOEWIJZEN: "toegewezen",
        UITSTELLEN: "uitgesteld",
        AFSLUITEN: "afgesloten",
    }
    field_order = ("actie", "wie", "tot", "reden")

    actie = forms.ChoiceField(
        label="Wat wil je doen?",
        choices=[
            (OPNEMEN, "Ik neem ze op"),
            (TOEWIJZEN, "Geef aan een collega"),
            (UITSTELLEN, "Later…"),
            (AFSLUITEN, "Sluit af"),
        ],
    )
    tot = Datumveld(label="Later: tot wanneer?", required=False)
    reden = forms.CharField(
        label="Waarom later, of hoe liep het af?", max_length=300, required=False
    )

    def __init__(self, *args: Any, gebruiker: Gebruiker, **kwargs: Any) -> None:
        super().__init__(*args, gebruiker=gebruiker, **kwargs)
        self.fields["wie"].required = False
        self.fields["wie"].label = "Aan welke collega?"

    def clean(self) -> dict[str, Any]:
        ingevuld: dict[str, Any] = super().clean() or {}
        if ingevuld.get("actie") == self.TOEWIJZEN and not ingevuld.get("wie"):
            self.add_error("wie", "Kies aan wie je toewijst.")
        if ingevuld.get("actie") == self.UITSTELLEN and not ingevuld.get("tot"):
            self.add_error("tot", "Kies tot wanneer je uitstelt.")
        if ingevuld.get("actie") == self.AFSLUITEN and not ingevuld.get("reden"):
            self.add_error("reden", "Zeg in één zin hoe het afliep.")
        return ingevuld

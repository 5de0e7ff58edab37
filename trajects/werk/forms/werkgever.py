"""The form on an employer of the register."""

from typing import Any, ClassVar

from crispy_forms.layout import Div, Layout
from django import forms

from gedeeld.bewerkformulier import Bewerkformulier
from trajects.keuzes import Sector
from trajects.models import Werkgever
from trajects.werk.werkgevers import MAX_GEMEENTE, MAX_NAAM, Werkgevergegevens
from werknemers.domein.invoer.contact import lees_email, lees_gsm
from werknemers.domein.invoer.tekst import schoon
from werknemers.forms.velden import Leesveld


class Werkgeverformulier(Bewerkformulier):
    """Adds an employer (`record=None`) or changes one; only the name is needed."""

    VELDEN: ClassVar = (
        "naam", "gemeente", "sector", "kbo_nummer", "contactpersoon", "telefoon", "email",
        "afspraken",
    )  # fmt: skip
    beperkingen: ClassVar = {"werkgever_uniek": "naam"}

    naam = Leesveld(label="Naam", max_length=MAX_NAAM, lees=schoon)
    gemeente = Leesveld(label="Gemeente", required=False, max_length=MAX_GEMEENTE, lees=schoon)
    sector = forms.ChoiceField(
        label="Sector", required=False, choices=[("", "Nog niet gekozen"), *Sector.choices]
    )
    kbo_nummer = forms.CharField(
        label="KBO-nummer",
        required=False,
        max_length=20,
        help_text="Bijvoorbeeld 0403.170.701. Laat leeg als je het niet weet.",
    )
    contactpersoon = Leesveld(label="Contactpersoon", required=False, max_length=120, lees=schoon)
    telefoon = Leesveld(
        label="Telefoon",
        required=False,
        max_length=40,
        lees=lees_gsm,
        help_text="Bijvoorbeeld 0470 12 34 56.",
    )
    email = Leesveld(label="E-mailadres", required=False, max_length=254, lees=lees_email)
    afspraken = forms.CharField(
        label="Afspraken",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Bijvoorbeeld: altijd eerst een rondleiding, twee stageplaatsen per jaar.",
    )

    def __init__(self, *args: Any, record: Werkgever | None, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        self.helper.layout = Layout(
            Div("naam", "gemeente", css_class="veldpaar"),
            Div("sector", "kbo_nummer", css_class="veldpaar"),
            "contactpersoon",
            Div("telefoon", "email", css_class="veldpaar"),
            "afspraken",
        )

    def begin(self, record: Werkgever) -> dict[str, Any]:
        return {veld: getattr(record, veld) for veld in self.VELDEN}

    def gegevens(self) -> Werkgevergegevens:
        """What the domain wants to know; only of a valid form."""
        return Werkgevergegevens(**{veld: self.cleaned_data[veld] or "" for veld in self.VELDEN})  # type: ignore[typeddict-item]

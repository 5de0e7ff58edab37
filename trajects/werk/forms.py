"""Placements, applications and employers, and the field in which an employer is chosen."""

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar, Final

from crispy_forms.layout import Div, Layout
from django import forms
from django.urls import reverse_lazy

from gebruikers.models import Gebruiker
from gedeeld.bewerkformulier import Bewerkformulier
from gedeeld.formulieren import Datumveld
from gedeeld.tijd import vandaag
from trajects.keuzes import Resultaat, Sector, Standsollicitatie
from trajects.models import Sollicitatie, Stage, Werkgever
from trajects.werk.sollicitaties import Sollicitatiegegevens
from trajects.werk.stages import Stagegegevens
from trajects.werk.werkgeverbeeld import Suggesties, stel_voor
from trajects.werk.werkgevers import MAX_GEMEENTE, MAX_LABEL, MAX_NAAM, Werkgevergegevens
from werknemers.domein.invoer.contact import lees_email, lees_gsm
from werknemers.domein.invoer.tekst import schoon
from werknemers.forms.velden import Leesveld

_UITLEG: Final = "Kies er een uit de lijst of typ een nieuwe naam. Die komt vanzelf in de lijst."


class TekstMetSuggesties(forms.TextInput):
    """A text box of which the browser completes what is typed; any other text is fine too.

    Of a long register the server proposes while one types (`zoek_url`).
    """

    template_name = "trajects/werk/veld_suggesties.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"autocomplete": "off", **(attrs or {})})
        self.lees_suggesties: Callable[[], Suggesties] = Suggesties
        self.zoek_url: Any = ""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        widget = context["widget"]
        lijst = f"{widget['attrs'].get('id', name)}_suggesties"
        suggesties = self.lees_suggesties()
        widget["attrs"]["list"] = lijst
        if not suggesties.volledig:
            widget["attrs"] |= {
                "hx-get": self.zoek_url,
                "hx-trigger": "input changed delay:250ms",
                "hx-target": f"#{lijst}",
                "hx-swap": "innerHTML",
                "hx-sync": "this:replace",
                "hx-push-url": "false",
            }
        return context | {"suggesties": suggesties.labels}


class Werkgeverkeuze(forms.CharField):
    """Cleans to what was typed; `werkgevers.vind_of_maak_werkgever` makes an employer of it.

    A form calls `stel_werkgevers_voor`, or there is nothing to choose from. For a record the form
    begins with `werkgever.label`; when that is untouched (`Bewerkformulier.onaangeroerd`), leave
    the employer as it is: somebody may have given it another name meanwhile.
    """

    widget = TekstMetSuggesties

    def __init__(
        self, *, label: str = "Werkgever", help_text: str = _UITLEG, **opties: Any
    ) -> None:
        opties.setdefault("max_length", MAX_LABEL)
        super().__init__(label=label, help_text=help_text, **opties)

    def clean(self, value: Any) -> str:
        return schoon(super().clean(value))


def stel_werkgevers_voor(form: forms.Form, gebruiker: Gebruiker, veld: str = "werkgever") -> None:
    """Propose the active employers of this user in that field, read when the form is shown."""
    widget = form.fields[veld].widget
    assert isinstance(widget, TekstMetSuggesties)  # noqa: S101
    widget.lees_suggesties = partial(stel_voor, gebruiker)
    widget.zoek_url = reverse_lazy("trajects:werkgevers_voorstellen")


class Stageformulier(Bewerkformulier):
    """Plans a placement (`record=None`) or says more of one."""

    VELDEN: ClassVar = ("taak", "evaluatie", "resultaat", "attest")

    werkgever = Werkgeverkeuze()
    eerste_dag = Datumveld(label="Eerste dag")
    laatste_dag = Datumveld(label="Laatste dag")
    taak = forms.CharField(
        label="Wat doet de werknemer er?",
        max_length=200,
        help_text="Bijvoorbeeld: helpen in de keuken, ontbijt klaarzetten.",
    )
    evaluatie = forms.CharField(
        label="Hoe was de stage?",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Wat ging goed, wat is nog te leren, wat zegt de werkgever?",
    )
    resultaat = forms.ChoiceField(
        label="Resultaat", choices=Resultaat.choices, initial=Resultaat.GEEN
    )
    attest = forms.CharField(
        label="Attest",
        required=False,
        max_length=150,
        help_text="De naam van het attest of de beoordeling, als die er is.",
    )

    def __init__(
        self, *args: Any, record: Stage | None, gebruiker: Gebruiker, **kwargs: Any
    ) -> None:
        self.record = record
        super().__init__(*args, record=record, **kwargs)
        stel_werkgevers_voor(self, gebruiker)
        self.helper.layout = Layout(
            "werkgever",
            Div("eerste_dag", "laatste_dag", css_class="veldpaar"),
            "taak",
            "evaluatie",
            Div("resultaat", "attest", css_class="veldpaar"),
        )

    def begin(self, record: Stage) -> dict[str, Any]:
        return super().begin(record) | {
            "werkgever": record.werkgever.label,
            "eerste_dag": record.periode.van,
            "laatste_dag": record.periode.laatste_dag,
        }

    def gegevens(self) -> Stagegegevens:
        """What the domain wants to know; only of a valid form."""
        velden = ["eerste_dag", "laatste_dag", *self.VELDEN]
        if self.record is None or not self.onaangeroerd("werkgever"):
            velden.append("werkgever")
        return Stagegegevens(**{veld: self.cleaned_data[veld] for veld in velden})  # type: ignore[typeddict-item]


class Sollicitatieformulier(Bewerkformulier):
    """Writes down an application (`record=None`) or what came of one."""

    VELDEN: ClassVar = ("vacature", "datum", "stand", "terugkoppeling")

    vacature = forms.CharField(
        label="Voor welke vacature?",
        max_length=200,
        help_text="Bijvoorbeeld: keukenhulp, halftijds.",
    )
    werkgever = Werkgeverkeuze(
        required=False,
        help_text=(
            "Kies er een uit de lijst of typ een nieuwe naam. Die komt vanzelf in de lijst. "
            "Ken je de werkgever niet, laat dit dan leeg."
        ),
    )
    datum = Datumveld(label="Datum", initial=vandaag)
    stand = forms.ChoiceField(
        label="Hoe staat het ermee?",
        choices=Standsollicitatie.choices,
        initial=Standsollicitatie.VERSTUURD,
    )
    terugkoppeling = forms.CharField(
        label="Wat zei de werkgever?",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Wat leren jullie eruit voor de volgende keer?",
    )

    def __init__(
        self, *args: Any, record: Sollicitatie | None, gebruiker: Gebruiker, **kwargs: Any
    ) -> None:
        self.record = record
        super().__init__(*args, record=record, **kwargs)
        stel_werkgevers_voor(self, gebruiker)
        self.helper.layout = Layout(
            "vacature",
            "werkgever",
            Div("datum", "stand", css_class="veldpaar"),
            "terugkoppeling",
        )

    def begin(self, record: Sollicitatie) -> dict[str, Any]:
        werkgever = record.werkgever.label if record.werkgever else ""
        return super().begin(record) | {"werkgever": werkgever}

    def gegevens(self) -> Sollicitatiegegevens:
        """What the domain wants to know; only of a valid form."""
        velden = [*self.VELDEN]
        if self.record is None or not self.onaangeroerd("werkgever"):
            velden.append("werkgever")
        return Sollicitatiegegevens(**{veld: self.cleaned_data[veld] for veld in velden})  # type: ignore[typeddict-item]


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

    def gegevens(self) -> Werkgevergegevens:
        """What the domain wants to know; only of a valid form."""
        return Werkgevergegevens(**{veld: self.cleaned_data[veld] or "" for veld in self.VELDEN})  # type: ignore[typeddict-item]

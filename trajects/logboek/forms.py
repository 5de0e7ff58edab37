"""One box for what was said or seen and what follows from it, and the field for files."""

from typing import Any, Final, TypedDict

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from gedeeld.formulieren import DatumInvoer, Datumveld, Formulier
from gedeeld.tijd import vandaag
from trajects.concepten.concepten import Conceptverwijzing
from trajects.keuzes import SoortNotitie, Thema, Wie
from trajects.logboek.bestanden import EINDES, SOORTEN_ZIN, Bestand, controleer_bestand
from trajects.logboek.notities import Notitiegegevens
from trajects.models import Notitie
from trajects.models.bijlage import GROOTSTE
from trajects.models.notitie import LANGSTE_GESPREK
from trajects.plan.acties import Actiegegevens

MEESTE: Final = 5


class Bestandskeuze(forms.ClearableFileInput):
    allow_multiple_selected = True


class Bijlageveld(forms.FileField):
    """Cleans to a list of `Bestand`; empty when nothing was chosen."""

    def __init__(self, *, label: str = "Bijlagen", **opties: Any) -> None:
        eindes = ",".join(f".{einde}" for einde in EINDES.values())
        grens = f"Hoogstens {MEESTE} bestanden tegelijk, van hoogstens 10 MB elk."
        opties.setdefault("help_text", f"{SOORTEN_ZIN} {grens}")
        widget = Bestandskeuze({"accept": eindes, "class": "form-control"})
        super().__init__(label=label, required=False, widget=widget, **opties)

    def clean(self, data: Any, initial: Any = None) -> list[Bestand]:
        gekozen = data if isinstance(data, list | tuple) else [data] if data else []
        if len(gekozen) > MEESTE:
            raise forms.ValidationError(f"Kies hoogstens {MEESTE} bestanden tegelijk.")
        return [_lees(bestand) for bestand in gekozen]


def _lees(bestand: UploadedFile) -> Bestand:
    """Checked by its content; of what is too large not more is read than tells so."""
    return controleer_bestand(bestand.name or "", bestand.read(GROOTSTE + 1))


_VELDEN: Final = ("tekst", "soort", "datum", "vertrouwelijk", "themas", "duur_minuten")
# field of the action → field of this form
_STAP: Final = {"wat": "stap", "wie": "stap_wie", "wie_naam": "stap_naam", "tegen": "stap_tegen"}


class Aanhangsels(TypedDict):
    """What hangs on a note."""

    bijlagen: list[Bestand]
    stap: Actiegegevens | None
    concept: Conceptverwijzing


class NotitieFormulier(Formulier):
    """`concept` is the key of the draft; `meteen`: the text box gets the focus."""

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
    themas = forms.MultipleChoiceField(
        label="Waarover ging het?",
        choices=Thema.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    stap = forms.CharField(
        label="Wat gebeurt er nu?",
        max_length=300,
        required=False,
        help_text="Dit komt als actie in het plan. Wie het plan leest, leest dit ook.",
        widget=forms.TextInput({"class": "form-control", "autocomplete": "off"}),
    )
    stap_wie = forms.ChoiceField(
        label="Wie doet dit?",
        choices=Wie.choices,
        initial=Wie.BEGELEIDER,
        required=False,
        widget=forms.RadioSelect,
    )
    stap_naam = forms.CharField(
        label="Naam, als iemand anders het doet",
        max_length=120,
        required=False,
        widget=forms.TextInput({"class": "form-control", "autocomplete": "off"}),
    )
    stap_tegen = Datumveld(
        label="Tegen wanneer?", required=False, widget=DatumInvoer({"class": "form-control"})
    )
    datum = Datumveld(label="Wanneer was het?", widget=DatumInvoer({"class": "form-control"}))
    duur_minuten = forms.IntegerField(
        label="Hoelang, in minuten?",
        required=False,
        min_value=1,
        max_value=LANGSTE_GESPREK,
        widget=forms.NumberInput({"class": "form-control", "inputmode": "numeric"}),
    )
    bijlagen = Bijlageveld()
    vertrouwelijk = forms.BooleanField(
        label="Vertrouwelijk: alleen jij en de coördinatoren lezen dit.",
        required=False,
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )

    # Filled in by the script that keeps the draft.
    concept_gezien = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, concept: str, meteen: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.concept = concept
        # After a refusal the summary of what is wrong gets the focus.
        if meteen and not self.is_bound:
            self.fields["tekst"].widget.attrs |= {"autofocus": True, "data-focus": ""}
        self.fields["datum"].widget.attrs["max"] = vandaag().isoformat()
        self.fields["datum"].initial = vandaag

    @classmethod
    def bij_verbetering(cls, notitie: Notitie, *args: Any, **kwargs: Any) -> "NotitieFormulier":
        """Filled with the version that is corrected."""
        begin = {veld: getattr(notitie, veld) for veld in _VELDEN}
        return cls(*args, initial=begin, concept=f"verbeter-{notitie.pk}", meteen=True, **kwargs)

    def neem_over(self, weigering: ValidationError) -> None:
        """What the plan refuses of the next step shows at the field of this form."""
        if hasattr(weigering, "error_dict"):
            fouten = weigering.error_dict.items()
            weigering = ValidationError({_STAP.get(veld, veld): fout for veld, fout in fouten})
        super().neem_over(weigering)

    def gegevens(self) -> Notitiegegevens:
        """What the domain wants to know; only of a valid form."""
        return Notitiegegevens(**{veld: self.cleaned_data[veld] for veld in _VELDEN})  # type: ignore[typeddict-item]

    def aanhangsels(self) -> Aanhangsels:
        return Aanhangsels(
            bijlagen=self.cleaned_data["bijlagen"],
            stap=self._stap(),
            concept=Conceptverwijzing.van(self.concept, self.cleaned_data["concept_gezien"]),
        )

    def _stap(self) -> Actiegegevens | None:
        velden = self.cleaned_data
        if not (velden["stap"] or velden["stap_tegen"]):
            return None
        wie = velden["stap_wie"] or Wie.BEGELEIDER
        return Actiegegevens(
            wat=velden["stap"],
            wie=wie,
            wie_naam=velden["stap_naam"] if wie == Wie.DERDE else "",
            tegen=velden["stap_tegen"],
        )

    @property
    def open_themas(self) -> bool:
        """What stands folded, to keep the form short, unfolds when there is something in it."""
        return self._ingevuld("themas")

    @property
    def open_stap(self) -> bool:
        return self._ingevuld("stap", "stap_naam", "stap_tegen")

    @property
    def open_meer(self) -> bool:
        anders = str(self["datum"].value()) != vandaag().isoformat()
        return anders or self._ingevuld("duur_minuten", "bijlagen")

    @property
    def bestanden_kwijt(self) -> bool:
        """A browser does not send files again by itself."""
        return bool(self.is_bound and self.errors and self.files)

    def _ingevuld(self, *namen: str) -> bool:
        return any(self[naam].value() or self[naam].errors for naam in namen)

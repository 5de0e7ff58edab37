"""A trajectory: its start, its steps from phase to phase, and its job target."""

from typing import Any, ClassVar, Final, cast

from crispy_forms.layout import HTML, Div, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from gedeeld.bewerkformulier import Bewerkformulier
from gedeeld.formulieren import Datumveld, Formulier
from gedeeld.tijd import vandaag
from trajects.keuzes import EINDFASEN, LOPENDE_FASEN, Fase, Haalbaarheid, Sector, SoortWerk
from trajects.models import Jobdoelwit, Traject
from trajects.traject.aandacht import Fasevraag
from trajects.traject.jobdoelwitten import AnderJobdoelwit
from trajects.traject.trajecten import Trajectwijziging
from werknemers.forms.velden import KeuzelijstDieToont

_BEPERKINGEN: Final = {"traject_uitstroom_na_start": "beoogde_uitstroom"}
_AANDACHT: Final = HTML("{% include 'trajects/traject/fase_aandacht.html' %}")
_OPENSTAAND: Final = HTML("{% include 'trajects/traject/fase_openstaand.html' %}")


def _uitstroomveld() -> Datumveld:
    return Datumveld(
        label="Beoogde uitstroom",
        required=False,
        help_text="Op welke dag wil deze persoon aan het nieuwe werk beginnen?",
    )


class Fasekeuze(KeuzelijstDieToont):
    """Shows what each phase asks for (`.bij-<word>` in the style sheet)."""

    toont: ClassVar = {fase.value: "einde" for fase in EINDFASEN} | {
        Fase.STAGE.value: "stage",
        Fase.NAZORG.value: "nazorg",
    }


class Startformulier(Formulier):
    beperkingen: ClassVar = _BEPERKINGEN

    gestart_op = Datumveld(label="Gestart op", initial=vandaag)
    fase = forms.ChoiceField(label="Fase", choices=[(f.value, f.label) for f in LOPENDE_FASEN])
    jobdoelwit = forms.CharField(
        label="Jobdoelwit",
        max_length=200,
        required=False,
        help_text=(
            "Naar welk werk gaat deze persoon op weg? Bijvoorbeeld: keukenhulp in een "
            "woonzorgcentrum. Je kunt dit later nog kiezen."
        ),
    )
    beoogde_uitstroom = _uitstroomveld()


class Faseformulier(Bewerkformulier):
    """Moves a running trajectory to another phase. `vraag` is what the form warns about."""

    fase = forms.ChoiceField(label="Naar welke fase?", choices=Fase.choices, widget=Fasekeuze)
    reden = forms.CharField(
        label="Waarom?",
        max_length=500,
        help_text="Bijvoorbeeld: “De stage bij De Linde begint maandag.”",
    )
    blijft_open = forms.CharField(
        label="Wat blijft open?",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Met deze fase sluit je het traject af. Wat moet nog gebeuren, en wie doet dat?",
    )

    def __init__(
        self, *args: Any, record: Traject, vraag: Fasevraag, naar: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, record=record, initial=_voorstel(naar), **kwargs)
        self.vraag = vraag
        einde = Div(_OPENSTAAND, "blijft_open", css_class="bij-einde")
        self.helper.layout = Layout("fase", _AANDACHT, "reden", einde)

    def begin(self, record: Traject) -> dict[str, Any]:
        return {"fase": record.fase}

    def gegevens(self) -> Trajectwijziging:
        """What the domain wants to know; only of a valid form."""
        velden = {veld for veld in self.fields if veld in Trajectwijziging.__annotations__}
        return Trajectwijziging(**{veld: self.cleaned_data[veld] for veld in velden})  # type: ignore[typeddict-item]


class Trajectformulier(Faseformulier):
    """The running trajectory; a reason is only needed when the phase changes.

    `traject` says which one was on the screen: somebody may have closed it since.
    """

    beperkingen: ClassVar = _BEPERKINGEN

    traject = forms.IntegerField(widget=forms.HiddenInput)
    beoogde_uitstroom = _uitstroomveld()

    def __init__(self, *args: Any, record: Traject, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        self.initial["traject"] = record.pk
        self.fields["fase"].label = "Fase"
        self.fields["reden"].label = "Waarom een andere fase?"
        self.fields["reden"].required = False
        self.helper.layout.insert(0, "beoogde_uitstroom")

    def begin(self, record: Traject) -> dict[str, Any]:
        return {"fase": record.fase, "beoogde_uitstroom": record.beoogde_uitstroom}


def _voorstel(naar: str) -> dict[str, str]:
    """The phase that a link proposes; nothing when it does not exist."""
    return {"fase": naar} if naar in Fase.values else {}


def _keuze(label: str, keuzes: list[tuple[str, str]], **opties: Any) -> forms.ChoiceField:
    """A choice that may stay open."""
    met_leeg = [("", "Nog niet gekozen"), *keuzes]
    return forms.ChoiceField(label=label, choices=met_leeg, required=False, **opties)


def _tekst(label: str, help_text: str = "") -> forms.CharField:
    vak = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(
        label=label, help_text=help_text, max_length=2000, required=False, widget=vak
    )


def _redenveld() -> forms.CharField:
    return forms.CharField(
        label="Waarom een ander jobdoelwit?",
        max_length=500,
        help_text="Het vorige blijft bewaard, met deze reden erbij.",
    )


class Jobdoelwitformulier(Bewerkformulier):
    """`record` None chooses a new target; with `vorige` that one ends, and says why.

    `doel` says which one was on the screen: somebody may have chosen another since.
    """

    VELDEN: ClassVar = (
        "titel", "sector", "soort_werk", "haalbaarheid", "waarom", "wat_ontbreekt",
    )  # fmt: skip

    doel = forms.IntegerField(widget=forms.HiddenInput, required=False)
    titel = forms.CharField(
        label="Naar welk werk?",
        max_length=200,
        help_text="Bijvoorbeeld: keukenhulp in een woonzorgcentrum.",
    )
    soort_werk = _keuze("Type werk", SoortWerk.choices)
    sector = _keuze("Sector", Sector.choices)
    haalbaarheid = _keuze("Hoe haalbaar is het?", Haalbaarheid.choices)
    waarom = _tekst("Waarom dit werk?")
    wat_ontbreekt = _tekst("Wat is nog nodig?", "Bijvoorbeeld: een attest, een rijbewijs.")

    def __init__(
        self,
        *args: Any,
        record: Jobdoelwit | None,
        vorige: Jobdoelwit | None = None,
        wie: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, record=record, **kwargs)
        getoond = record or vorige
        self.initial["doel"] = getoond.pk if getoond else None
        self.fields["waarom"].help_text = f"Wat wil en kan {wie}? Schrijf het in eigen woorden."
        paar = Div("soort_werk", "sector", css_class="veldpaar")
        self.helper.layout = Layout("titel", paar, "haalbaarheid", "waarom", "wat_ontbreekt")
        if vorige is not None:
            self._vraag_reden()

    def neem_over(self, weigering: ValidationError) -> None:
        """What somebody else chose meanwhile is from now on what this choice replaces."""
        if isinstance(weigering, AnderJobdoelwit):
            data = cast(QueryDict, self.data).copy()
            data["doel"] = str(weigering.huidig.pk)
            self.data = data
            if "reden" not in self.fields:
                self._vraag_reden()
        super().neem_over(weigering)

    def _vraag_reden(self) -> None:
        self.fields["reden"] = _redenveld()
        self.helper.layout.insert(0, "reden")

"""A training: what it is, who takes part, how it went, and what the fund says."""

from collections.abc import Iterable
from typing import Any, ClassVar

from crispy_forms.layout import Div, Layout
from django import forms

from gedeeld.bewerkformulier import Bewerkformulier
from gedeeld.formulieren import Datumveld
from trajects.kader.forms.getalvelden import bedragveld, urenveld
from trajects.keuzes import (
    Fondsoordeel,
    Resultaat,
    Standdeelname,
    Vormingsformule,
    Vormingsthema,
)
from trajects.logboek.forms.bijlageveld import Bijlageveld
from trajects.models import Deelname, Vormingsactie
from trajects.vorming.deelnemers import Dienstgroep
from trajects.vorming.forms.deelnemers import DEELNEMERS, Deelnemers
from trajects.vorming.vormingen import Deelnamegegevens, Fondsgegevens, Vormingsgegevens


class Vormingsformulier(Deelnemers, Bewerkformulier):
    """A new training is entered once, with everybody who takes part.

    `ziet_geld`: whether the cost shows (`rechten.mag_vormingsfonds_zien`).
    """

    titel = forms.CharField(label="Titel", max_length=200)
    thema = forms.ChoiceField(label="Thema", choices=Vormingsthema.choices)
    formule = forms.ChoiceField(label="Soort", choices=Vormingsformule.choices)
    aanbieder = forms.CharField(label="Wie geeft de vorming?", max_length=150, required=False)
    eerste_dag = Datumveld(label="Eerste dag")
    laatste_dag = Datumveld(label="Laatste dag (t.e.m.)")
    uren = urenveld("Uren per deelnemer", help_text="Bijvoorbeeld 12 of 7,5.")
    kost = bedragveld("Kost in totaal", help_text="In euro. Leeg als je het nog niet weet.")

    def __init__(
        self,
        *args: Any,
        record: Vormingsactie | None,
        groepen: Iterable[Dienstgroep],
        ziet_geld: bool,
        **kwargs: Any,
    ) -> None:
        # What the form remembers of the record travels to the browser: no cost in there either.
        self.ziet_geld = ziet_geld
        super().__init__(*args, record=record, **kwargs)
        if not ziet_geld:
            del self.fields["kost"]
        velden = [
            "titel",
            Div("thema", "formule", css_class="veldpaar"),
            "aanbieder",
            Div("eerste_dag", "laatste_dag", css_class="veldpaar"),
            Div("uren", *self._geldvelden, css_class="veldpaar"),
        ]
        if record is None:
            self.zet_groepen(groepen)
            velden.append(DEELNEMERS)
        else:
            del self.fields["deelnemers"], self.fields["hele_diensten"]
        self.helper.layout = Layout(*velden)

    @property
    def _geldvelden(self) -> tuple[str, ...]:
        return ("kost",) if self.ziet_geld else ()

    def begin(self, record: Vormingsactie) -> dict[str, Any]:
        velden = ("titel", "thema", "formule", "aanbieder", "uren", *self._geldvelden)
        return {veld: getattr(record, veld) for veld in velden} | {
            "eerste_dag": record.periode.van,
            "laatste_dag": record.periode.laatste_dag,
        }

    def gegevens(self) -> Vormingsgegevens:
        """What the domain wants to know; only of a valid form."""
        velden = self.cleaned_data
        gegevens = Vormingsgegevens(
            titel=velden["titel"],
            thema=velden["thema"],
            aanbieder=velden["aanbieder"],
            formule=velden["formule"],
            eerste_dag=velden["eerste_dag"],
            laatste_dag=velden["laatste_dag"],
            uren=velden["uren"],
        )
        if self.ziet_geld:
            gegevens["kost"] = velden["kost"]
        return gegevens


class Deelnameformulier(Bewerkformulier):
    """How it went for one participant; `attestbestand` is added to what is there."""

    VELDEN: ClassVar = ("stand", "uren", "resultaat", "attest", "attest_vervalt_op")

    stand = forms.ChoiceField(label="Stand", choices=Standdeelname.choices)
    uren = urenveld("Uren gevolgd", help_text="Leeg: alle uren van de vorming.")
    resultaat = forms.ChoiceField(label="Resultaat", choices=Resultaat.choices)
    attest = forms.CharField(
        label="Attest", max_length=150, required=False, help_text="Bijvoorbeeld: HACCP."
    )
    attest_vervalt_op = Datumveld(label="Attest geldig t.e.m.", required=False)
    attestbestand = Bijlageveld(label="Bestand van het attest")

    def begin(self, record: Deelname) -> dict[str, Any]:
        return {veld: getattr(record, veld) for veld in self.VELDEN}

    def gegevens(self) -> Deelnamegegevens:
        """What the domain wants to know; only of a valid form."""
        return Deelnamegegevens(**{veld: self.cleaned_data[veld] for veld in self.VELDEN})  # type: ignore[typeddict-item]


class Aanwezigheidsformulier(Deelnameformulier):
    """One row of the list after a training; files are added one participant at a time."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["attestbestand"]


class Fondsformulier(Bewerkformulier):
    VELDEN: ClassVar = (
        "fondsoordeel", "fonds_waarom", "gevraagd_op", "beslist_op",
        "bedrag_gevraagd", "bedrag_toegekend", "bedrag_betaald",
    )  # fmt: skip

    fondsoordeel = forms.ChoiceField(
        label="Komt de vorming in aanmerking?", choices=Fondsoordeel.choices
    )
    fonds_waarom = forms.CharField(label="Waarom wel of niet?", max_length=500, required=False)
    gevraagd_op = Datumveld(label="Gevraagd op", required=False)
    beslist_op = Datumveld(label="Beslist op", required=False)
    bedrag_gevraagd = bedragveld("Bedrag gevraagd")
    bedrag_toegekend = bedragveld("Bedrag toegekend")
    bedrag_betaald = bedragveld("Bedrag betaald")
    bewijs = Bijlageveld(label="Bewijsstukken")

    beperkingen: ClassVar = {"vorming_beslist_na_gevraagd": "beslist_op"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.layout = Layout(
            "fondsoordeel",
            "fonds_waarom",
            Div("gevraagd_op", "beslist_op", css_class="veldpaar"),
            Div("bedrag_gevraagd", "bedrag_toegekend", css_class="veldpaar"),
            Div("bedrag_betaald", css_class="veldpaar"),
            "bewijs",
        )

    def begin(self, record: Vormingsactie) -> dict[str, Any]:
        return {veld: getattr(record, veld) for veld in self.VELDEN}

    def gegevens(self) -> Fondsgegevens:
        """What the domain wants to know; only of a valid form."""
        return Fondsgegevens(**{veld: self.cleaned_data[veld] for veld in self.VELDEN})  # type: ignore[typeddict-item]

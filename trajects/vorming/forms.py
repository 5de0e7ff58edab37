"""A training: what it is, who takes part, how it went, and what the fund says."""

from typing import Any, ClassVar, Final, cast

from crispy_forms.layout import HTML, Div, Layout
from django import forms
from django.db.models import Q

from gedeeld.bewerkformulier import Bewerkformulier
from gedeeld.formulieren import Datumveld, Formulier
from trajects.kader.forms import bedragveld, urenveld
from trajects.kader.keuzevelden import Zoekkeuzesveld, knopnaam
from trajects.kader.zoekkeuze import HOOGSTENS_IN_LIJST
from trajects.keuzes import (
    Fondsoordeel,
    Resultaat,
    Standdeelname,
    Vormingsformule,
    Vormingsthema,
)
from trajects.logboek.forms import Bijlageveld
from trajects.models import Vormingsactie
from trajects.models.vorming import VormingsactieQuerySet
from trajects.vorming.deelnemers import Dienstgroep, per_dienst, tel_per_dienst
from trajects.vorming.vormingen import Vormingsgegevens
from werknemers.models import Werknemer
from werknemers.models.werknemer import WerknemerQuerySet

DEELNEMERS: Final = HTML("{% include 'trajects/vorming/deelnemersveld.html' %}")


class Deelnemers(Formulier):
    """People with a box each, by service, and a box for all of a service.

    `mensen` are those who can be chosen (`vorming.deelnemers.te_kiezen`): a list while they are
    few, else a search. Who takes part already (`erbij`) shows among them, ticked.
    """

    erbij: frozenset[int] = frozenset()

    deelnemers = Zoekkeuzesveld(Werknemer.objects.none(), label="Wie doet mee?", required=False)
    hele_diensten = forms.MultipleChoiceField(
        label="Iedereen van een dienst", required=False, widget=forms.CheckboxSelectMultiple
    )

    def zet_mensen(self, mensen: WerknemerQuerySet, zoek_url: str) -> None:
        self.mensen = mensen
        eerste = list(mensen[: HOOGSTENS_IN_LIJST + 1])
        self.met_velen = len(eerste) > HOOGSTENS_IN_LIJST
        self.groepen = tel_per_dienst(mensen) if self.met_velen else per_dienst(eerste)
        veld = cast("Zoekkeuzesveld", self.fields["deelnemers"])
        veld.queryset = mensen
        veld.widget.zoek_url, veld.widget.al = zoek_url, self.erbij
        diensten = [(groep.naam, groep.naam) for groep in self.groepen]
        cast(forms.MultipleChoiceField, self.fields["hele_diensten"]).choices = diensten

    @property
    def zoekt(self) -> bool:
        return self.is_bound and knopnaam(self.add_prefix("deelnemers")) in self.data

    @property
    def gekozen_sleutels(self) -> set[str]:
        return {str(pk) for pk in self["deelnemers"].value() or ()}

    @property
    def keuzegroepen(self) -> list[tuple[Dienstgroep, bool]]:
        """The services; unfolded where somebody is ticked, or when there is only one."""
        gekozen = self.gekozen_sleutels
        enige = len(self.groepen) == 1
        return [
            (groep, enige or any(str(pk) in gekozen for pk, _ in groep.mensen))
            for groep in self.groepen
        ]

    def gekozen(self) -> WerknemerQuerySet:
        """Everybody chosen, one by one or with a service; only of a valid form."""
        een_voor_een = self.cleaned_data["deelnemers"].values("pk")
        met_dienst = Q(dienst_naam__in=self.cleaned_data["hele_diensten"])
        return self.mensen.filter(Q(pk__in=een_voor_een) | met_dienst)


class Deelnemersformulier(Deelnemers):
    def __init__(
        self,
        *args: Any,
        mensen: WerknemerQuerySet,
        erbij: frozenset[int],
        zoek_url: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.erbij = erbij
        self.zet_mensen(mensen, zoek_url)
        self.helper.layout = Layout(DEELNEMERS)

    def clean(self) -> dict[str, Any]:
        if not self.errors and not self.gekozen().exists():
            raise forms.ValidationError("Kies wie meedoet.")
        return self.cleaned_data


class Inschrijfformulier(Formulier):
    """One employee in one of the trainings to come."""

    vorming = forms.ModelChoiceField(
        label="Welke vorming?",
        queryset=Vormingsactie.objects.none(),
        empty_label="Kies een vorming",
        error_messages={
            "required": "Kies een vorming.",
            "invalid_choice": "Deze vorming kan niet meer gekozen worden. Kies een andere.",
        },
    )

    def __init__(self, *args: Any, vormingen: VormingsactieQuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ModelChoiceField[Vormingsactie]", self.fields["vorming"]).queryset = vormingen


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
        mensen: WerknemerQuerySet,
        ziet_geld: bool,
        zoek_url: str = "",
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
            self.zet_mensen(mensen, zoek_url)
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

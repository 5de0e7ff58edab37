"""What the columns of a file are: a choice for each title, and a question where a habit decides."""

from collections import Counter
from decimal import Decimal
from typing import Any, Final

from django import forms

from gedeeld.formulieren import Formulier
from gedeeld.weergeven import datum_voluit, en, procent
from werknemers.domein.invoer.cel import Cel
from werknemers.domein.invoer.datum import lees_datum
from werknemers.domein.invoer.getallen import lees_breuk
from werknemers.domein.invoer.gewoonten import (
    DAG,
    FAMILIENAAM_EERST,
    PROCENTEN,
    UREN,
    ZOALS_HET_ER_STAAT,
    pas_gewoonte_toe,
    soort_van,
    splits_naam,
    uren_op,
    weekuren,
)
from werknemers.domein.invoer.gewoontevraag import Gewoontevraag
from werknemers.domein.invoer.kolombeeld import Kolombeeld, Kolommenbeeld
from werknemers.domein.invoer.kolomkeuze import Antwoord
from werknemers.domein.invoer.kolommen import DATUMS, Kolom, ontbrekende
from werknemers.domein.invoer.meldingen import Onleesbaar
from werknemers.domein.invoer.tekst import sleutel

_NIET: Final = ("", "Lees deze kolom niet")
_KORT_GETAL: Final = {
    "class": "form-control d-inline-block w-auto",
    "inputmode": "decimal",
    "size": 5,
}
_KOLOMMEN: Final = [_NIET, *((kolom.value, kolom.value) for kolom in Kolom)]


class Kolomrij:
    """A column on the page: its title and samples, with the fields that ask about it."""

    def __init__(self, form: "KolommenFormulier", nummer: int, beeld: Kolombeeld) -> None:
        self.beeld = beeld
        self.kolom = form[f"kolom_{nummer}"]
        gewoonte, week = f"gewoonte_{nummer}", f"week_{nummer}"
        self.gewoonte = form[gewoonte] if gewoonte in form.fields else None
        self.week = form[week] if week in form.fields else None

    @property
    def heeft_fout(self) -> bool:
        velden = (self.kolom, self.gewoonte, self.week)
        return any(veld is not None and veld.errors for veld in velden)


class KolommenFormulier(Formulier):
    """Its template draws the fields itself; `keuze` holds the answers, by the key of the title."""

    def __init__(self, *args: Any, beeld: Kolommenbeeld, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.beelden = beeld.kolommen
        for nummer, kolom in enumerate(self.beelden):
            self._voeg_toe(nummer, kolom)

    def _voeg_toe(self, nummer: int, beeld: Kolombeeld) -> None:
        self.fields[f"kolom_{nummer}"] = forms.ChoiceField(
            label=f"Kolom {beeld.letter}, {beeld.titel}",
            choices=_KOLOMMEN,
            required=False,
            initial=beeld.kolom,
            widget=forms.Select(attrs={"class": "form-select"}),
            error_messages={"invalid_choice": "Kies een kolom uit de lijst."},
        )
        if beeld.vraag is None or beeld.vraag.beslist:
            return
        gekozen = beeld.gewoonte or beeld.vraag.voorstel
        self.fields[f"gewoonte_{nummer}"] = forms.ChoiceField(
            label=_vraagzin(beeld, beeld.vraag),
            choices=[(soort_van(o), _optie(beeld, beeld.vraag, o)) for o in beeld.vraag.opties],
            required=False,
            initial=soort_van(gekozen),
            widget=forms.RadioSelect(attrs={"class": "form-check-input"}),
            error_messages={"invalid_choice": "Kies een van de antwoorden."},
        )
        if UREN in map(soort_van, beeld.vraag.opties):
            self.fields[f"week_{nummer}"] = forms.DecimalField(
                label="Uren in een voltijdse week",
                required=False,
                min_value=max(beeld.vraag.minstens, Decimal(1)),
                max_value=60,
                decimal_places=2,
                localize=True,
                initial=weekuren(gekozen) or weekuren(beeld.vraag.opties[0]),
                widget=forms.TextInput(attrs=_KORT_GETAL),
            )

    @property
    def open(self) -> list[Kolomrij]:
        """The columns about which somebody has to answer."""
        return [rij for rij in self._rijen if rij.beeld.open]

    @property
    def herkend(self) -> list[Kolomrij]:
        return [rij for rij in self._rijen if not rij.beeld.open]

    @property
    def toont_herkend(self) -> bool:
        """Whether what is known stands open: when there is nothing else, or something is wrong."""
        return not self.open or any(rij.heeft_fout for rij in self.herkend)

    @property
    def _rijen(self) -> list[Kolomrij]:
        return [Kolomrij(self, nummer, beeld) for nummer, beeld in enumerate(self.beelden)]

    @property
    def keuze(self) -> dict[str, Antwoord]:
        return {
            beeld.sleutel: self._antwoord(nummer, beeld)
            for nummer, beeld in enumerate(self.beelden)
        }

    def _antwoord(self, nummer: int, beeld: Kolombeeld) -> Antwoord:
        naam = self.cleaned_data[f"kolom_{nummer}"]
        if not naam or naam != beeld.kolom or beeld.vraag is None:
            return Antwoord(Kolom(naam) if naam else None)
        if beeld.vraag.beslist:
            return Antwoord(Kolom(naam), beeld.gewoonte)
        gewoonte = self.cleaned_data[f"gewoonte_{nummer}"]
        if gewoonte == UREN:
            gewoonte = uren_op(self.cleaned_data[f"week_{nummer}"])
        return Antwoord(Kolom(naam), gewoonte)

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or self.cleaned_data
        namen = {nummer: schoon.get(f"kolom_{nummer}", "") for nummer in range(len(self.beelden))}
        self._eis_enkele(namen)
        self._eis_verplichte(namen)
        for nummer, beeld in enumerate(self.beelden):
            if beeld.kolom and namen[nummer] == beeld.kolom:
                self._eis_gewoonte(nummer)
        return schoon

    def _eis_enkele(self, namen: dict[int, str]) -> None:
        """Titles of several sheets may stand for one column, as they did."""
        tellingen = Counter(filter(None, namen.values()))
        was = Counter(beeld.kolom for beeld in self.beelden if not beeld.open)
        for nummer, naam in namen.items():
            if naam and tellingen[naam] > max(1, was[naam]):
                zin = f"“{naam}” is meer dan één keer gekozen. Kies het voor één kolom."
                self.add_error(f"kolom_{nummer}", zin)

    def _eis_verplichte(self, namen: dict[int, str]) -> None:
        gekozen = {Kolom(naam) for naam in namen.values() if naam}
        hele_naam = any(
            naam == Kolom.FAMILIENAAM and sleutel(self.beelden[nummer].titel) != sleutel(naam)
            for nummer, naam in namen.items()
        )
        if mist := ontbrekende(gekozen, hele_naam=hele_naam):
            self.add_error(None, ontbreekt_zin(mist))

    def _eis_gewoonte(self, nummer: int) -> None:
        naam, week = f"gewoonte_{nummer}", f"week_{nummer}"
        if naam not in self.fields or naam in self.errors:
            return
        gekozen = self.cleaned_data.get(naam)
        if not gekozen:
            self.add_error(naam, "Kies een van de antwoorden.")
        elif gekozen == UREN and week not in self.errors and not self.cleaned_data.get(week):
            self.add_error(week, "Vul in hoeveel uren een voltijdse week telt, zoals 38.")


def ontbreekt_zin(kolommen: tuple[Kolom, ...]) -> str:
    """What the page says of required columns for which none stands."""
    namen = en([f"“{kolom}”" for kolom in kolommen])
    return (
        f"Er is nog geen kolom voor {namen}. Wijs aan welke kolom het is. Staat het niet in je "
        "blad? Voeg het toe en kies het bestand opnieuw."
    )


def _vraagzin(beeld: Kolombeeld, vraag: Gewoontevraag) -> str:
    if beeld.kolom == Kolom.BREUK:
        return f"{en(beeld.voorbeelden)}: wat is dat?"
    if beeld.kolom == Kolom.FAMILIENAAM:
        return f"Wat staat eerst in “{vraag.voorbeeld}”?"
    return f"Welke dag is “{vraag.voorbeeld}”?"


def _optie(beeld: Kolombeeld, vraag: Gewoontevraag, optie: str) -> str:
    """An answer, with what the sample becomes."""
    if optie == ZOALS_HET_ER_STAAT:
        return "Iets anders: lees het zoals het er staat, en weiger wat niet kan"
    kolom = Kolom(beeld.kolom)
    if kolom is Kolom.FAMILIENAAM:
        familienaam, voornaam = splits_naam(vraag.voorbeeld, optie)
        wat = "De familienaam" if optie == FAMILIENAAM_EERST else "De voornaam"
        return f"{wat}: de voornaam is {voornaam}, de familienaam {familienaam}"
    cellen: dict[Kolom, Cel] = {kolom: vraag.voorbeeld}
    pas_gewoonte_toe(cellen, kolom, optie)
    return _datumoptie(cellen[kolom], optie) if kolom in DATUMS else _breukoptie(cellen, optie)


def _datumoptie(cel: Cel, optie: str) -> str:
    hoe = "de dag eerst" if optie.startswith(DAG) else "de maand eerst"
    try:
        return f"{datum_voluit(lees_datum(cel))} ({hoe})"
    except Onleesbaar:
        return hoe.capitalize()


def _breukoptie(cellen: dict[Kolom, Cel], optie: str) -> str:
    if optie == PROCENTEN:
        return f"Procenten: dat is {procent(lees_breuk(cellen[Kolom.BREUK]))} van een voltijdse job"
    return "Uren per week, van een voltijdse week van"

"""Rows of premium steps that are set by hand: from, up to and including, percentage."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, cast

from django import forms
from django.core.exceptions import ValidationError
from django.forms.formsets import BaseFormSet, formset_factory
from django.http import QueryDict

from gedeeld.formulieren import Formulier
from gedeeld.periode import Periode
from gedeeld.versies import Ruw, Samengesteld, in_woorden
from gedeeld.weergeven import verkeerd_om
from regels.models.percentage import HOOGSTE, LAAGSTE, PERCENTAGE_ZIN, STAP
from werknemers.domein.schijven import Schijf
from werknemers.forms.velden import datumveld

PREFIX: Final = "schijf"
_LEGE_RIJEN: Final = 3
_VELDEN: Final = ("van", "laatste_dag", "percentage")
_DAG: Final = datumveld("")


class Schijfformulier(Formulier):
    """A row that is left empty is no step, so no field is required by itself."""

    van = datumveld("Van", required=False)
    laatste_dag = datumveld("T.e.m.", required=False)
    percentage = forms.IntegerField(
        label="Percentage",
        required=False,
        min_value=LAAGSTE,
        max_value=HOOGSTE,
        step_size=STAP,
        error_messages=dict.fromkeys(("min_value", "max_value", "step_size"), PERCENTAGE_ZIN),
    )

    def clean(self) -> dict[str, Any]:
        """Adds `schijf` when the row says a whole one."""
        gegevens = super().clean() or self.cleaned_data
        self._eis_hele_rij(gegevens)
        van, laatste = gegevens.get("van"), gegevens.get("laatste_dag")
        if van and laatste and laatste < van:
            raise ValidationError({"laatste_dag": verkeerd_om(van, laatste)})
        if van and laatste and gegevens.get("percentage"):
            gegevens["schijf"] = Schijf(Periode.tem(van, laatste), gegevens["percentage"])
        return gegevens

    def _eis_hele_rij(self, gegevens: dict[str, Any]) -> None:
        leeg = [naam for naam in _VELDEN if naam in gegevens and not gegevens[naam]]
        if len(leeg) < len(_VELDEN):
            for naam in leeg:
                self.add_error(naam, "Vul dit ook in, of maak de hele rij leeg.")


class Schijvenset(BaseFormSet):
    """The rows of one advice."""

    def schijven(self) -> tuple[Schijf, ...]:
        """The rows that say a whole step."""
        rijen = (getattr(rij, "cleaned_data", {}) for rij in self.forms)
        return tuple(rij["schijf"] for rij in rijen if "schijf" in rij)

    def fouten(self) -> list[str]:
        """What is wrong, with the number of the row."""
        return [
            f"Schijf {nummer}, {rij.fields[naam].label if naam in rij.fields else 'rij'}: {zin}"
            for nummer, rij in enumerate(self.forms, start=1)
            for naam, zinnen in rij.errors.items()
            for zin in zinnen
        ]


_Set = cast(
    type[Schijvenset],
    formset_factory(Schijfformulier, formset=Schijvenset, extra=0, max_num=40, absolute_max=60),
)


def maak_schijvenset(
    data: Mapping[str, Any] | None, begin: list[dict[str, Any]], *, extra: int = 0
) -> Schijvenset:
    """The rows that were sent, or else those of `begin` and some empty ones."""
    if data is not None:
        return _Set(data, prefix=PREFIX)
    leeg = max(_LEGE_RIJEN - len(begin), 0) + extra
    return _Set(prefix=PREFIX, initial=[*begin, *({} for _ in range(leeg))])


def getypte_rijen(data: QueryDict) -> list[dict[str, Any]]:
    """The rows of a request as they were typed, for a form that is not judged yet."""
    aantal = len(_Set(data, prefix=PREFIX).forms)
    return [
        {veld: data.get(f"{PREFIX}-{rij}-{veld}", "") for veld in _VELDEN} for rij in range(aantal)
    ]


class Schijveninvoer(Samengesteld):
    """The rows as one value: "2024-01-01|2025-03-31|40" for each, the first one first."""

    def ruw(self, waarde: Sequence[Schijf]) -> Ruw:
        return sorted(
            f"{s.periode.van}|{s.periode.laatste_dag or ''}|{s.percentage}" for s in waarde
        )

    def getypt(self, data: QueryDict) -> Ruw:
        rijen = ([rij[veld] for veld in _VELDEN] for rij in getypte_rijen(data))
        return sorted("|".join(rij) for rij in rijen if any(rij))

    def zet(self, data: QueryDict, waarden: Ruw) -> None:
        for naam in [naam for naam in data if naam.startswith(f"{PREFIX}-")]:
            del data[naam]
        aantal = max(len(waarden), _LEGE_RIJEN)
        data.update({f"{PREFIX}-TOTAL_FORMS": str(aantal), f"{PREFIX}-INITIAL_FORMS": "0"})
        for nummer, rij in enumerate(waarden):
            for veld, waarde in zip(_VELDEN, rij.split("|"), strict=False):
                data[f"{PREFIX}-{nummer}-{veld}"] = waarde

    def in_woorden(self, waarden: Ruw) -> str:
        return "\n".join(self._rij(*rij.split("|", 2)) for rij in waarden)

    @staticmethod
    def _rij(van: str, laatste_dag: str = "", percentage: str = "") -> str:
        dagen = (in_woorden(_DAG, [dag] if dag else []) for dag in (van, laatste_dag))
        return f"{percentage or '?'} % van {' t.e.m. '.join(dagen)}"

"""What the page that lays scenarios side by side can be asked; a form that is sent by GET."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django import forms

from financiering.domein.rekenmodel.band import Kansen
from gebruikers.models import Gebruiker
from gedeeld.formulieren import Formulier
from werknemers.models import Dienst

# Choices of this application, explained on the page: one in fifty leaves unplanned each quarter,
# and of three requests for extension one succeeds.
UITSTROOM: Final = 2
VERLENGING: Final = 33
GEEN: Final = "geen"
_BEGIN: Final = {"kwartalen": "20", "band": "1", "uit": str(UITSTROOM), "verl": str(VERLENGING)}
_KANS: Final = "Een kans ligt tussen 0 en 100 %."


def _kansveld(label: str, **opties: Any) -> forms.IntegerField:
    # Limits fill in their own figures, so there a percent sign is written twice.
    zinnen = dict.fromkeys(("min_value", "max_value"), _KANS.replace("%", "%%"))
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=0,
        max_value=100,
        error_messages={**zinnen, "invalid": _KANS},
        **opties,
    )


class Vergelijkingsvraag(Formulier):
    """`band` is the place of the scenario that gets a band. What is left empty counts as its
    default."""

    dienst = forms.ModelChoiceField(
        Dienst.objects.none(), label="Dienst", required=False, empty_label="alle diensten"
    )
    kwartalen = forms.TypedChoiceField(
        label="Hoe ver vooruit",
        coerce=int,
    )
    band = forms.ChoiceField(
        label="Onzekerheid rond",
        choices=[(str(nr), f"scenario {nr}") for nr in (1, 2, 3)] + [(GEEN, "niet tonen")],
        required=False,
    )
    uit = _kansveld("Kans dat iemand vertrekt, per kwartaal (%)")
    verl = _kansveld("Kans op verlenging (%)")

    def __init__(
        self,
        data: Mapping[str, str],
        *,
        door: Gebruiker,
        diensten: Sequence[int],
        lengtes: Sequence[int],
    ) -> None:
        super().__init__({**_BEGIN, **{naam: waarde for naam, waarde in data.items() if waarde}})
        dienst, kwartalen = self.fields["dienst"], self.fields["kwartalen"]
        assert isinstance(kwartalen, forms.ChoiceField)  # noqa: S101
        kwartalen.choices = [(lengte, f"{lengte} kwartalen") for lengte in lengtes]
        assert isinstance(dienst, forms.ModelChoiceField)  # noqa: S101
        dienst.queryset = Dienst.objects.zichtbaar_voor(door).filter(pk__in=diensten)
        for veld in self.fields.values():
            lijst = isinstance(veld, forms.ChoiceField)
            veld.widget.attrs["class"] = "form-select" if lijst else "form-control"

    @property
    def kansen(self) -> Kansen:
        uit, verl = (self.cleaned_data.get(naam) or 0 for naam in ("uit", "verl"))
        return Kansen(uit / 100, verl / 100)

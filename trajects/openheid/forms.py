"""The special passage: a new version, which one a contract holds, and how it was explained."""

from functools import partial
from typing import Any, ClassVar, cast

from crispy_forms.layout import Div, Layout
from django import forms

from gebruikers.models import Gebruiker
from gedeeld.bewerkformulier import Bewerkformulier
from gedeeld.formulieren import DatumInvoer, Datumveld
from gedeeld.tijd import vandaag
from trajects.models import Contractpassage, Passagetoelichting
from trajects.openheid.contractopenheid import passage_op
from trajects.werk.forms import TekstMetSuggesties
from trajects.werk.werkgeverbeeld import Suggesties
from werknemers.keuzes import Voertaal
from werknemers.models import Arbeidsovereenkomst


class Passagekeuze(forms.ModelChoiceField):
    def label_from_instance(self, obj: Contractpassage) -> str:
        return f"versie {obj.versie}, geldig vanaf {obj.vanaf:%d/%m/%Y}"


class Openheidformulier(Bewerkformulier):
    VELDEN: ClassVar = (
        "passage", "uitgelegd_op", "uitgelegd_door", "taal", "met_tolk", "erkend_op",
    )  # fmt: skip
    beperkingen: ClassVar = {
        "toelichting_door_wie": "uitgelegd_door",
        "toelichting_erkend_na_uitleg": "erkend_op",
    }

    passage = Passagekeuze(
        label="Welke versie staat in dit contract?",
        queryset=Contractpassage.objects.none(),
        required=False,
        empty_label="Nog geen",
    )
    uitgelegd_op = Datumveld(
        label="Mondeling overlopen op",
        required=False,
        help_text="Nog niet gedaan? Laat dit leeg.",
    )
    uitgelegd_door = forms.CharField(
        label="Door wie?",
        max_length=120,
        required=False,
        widget=TekstMetSuggesties,
    )
    taal = forms.ChoiceField(label="In welke taal?", choices=Voertaal.choices, required=False)
    met_tolk = forms.BooleanField(label="Er was een tolk bij", required=False)
    erkend_op = Datumveld(
        label="Begrepen en bevestigd op",
        required=False,
        help_text=(
            "De dag waarop de werknemer in eigen woorden kon zeggen waar deze job naartoe leidt."
        ),
    )

    def __init__(
        self,
        *args: Any,
        record: Passagetoelichting | None,
        contract: Arbeidsovereenkomst,
        gebruiker: Gebruiker,
        **kwargs: Any,
    ) -> None:
        self.contract = contract
        passages = Contractpassage.objects.zichtbaar_voor(gebruiker)
        begin: dict[str, Any] = {}
        if record is None:
            begin = {
                "passage": passage_op(passages, contract.periode.van),
                "taal": contract.werknemer.voertaal,
            }
        super().__init__(*args, record=record, initial=begin, **kwargs)
        cast("Passagekeuze", self.fields["passage"]).queryset = passages
        self._stel_voor(gebruiker)
        wie = Div("uitgelegd_op", "uitgelegd_door", css_class="veldpaar")
        self.helper.layout = Layout("passage", wie, "taal", "met_tolk", "erkend_op")

    def begin(self, record: Passagetoelichting) -> dict[str, Any]:
        return super().begin(record) | {"taal": record.taal or self.contract.werknemer.voertaal}

    def _stel_voor(self, gebruiker: Gebruiker) -> None:
        """Names that are likely, and no day that is still to come."""
        begeleider = self.contract.werknemer.begeleider
        namen = [gebruiker.volledige_naam, *([begeleider.volledige_naam] if begeleider else [])]
        widget = self.fields["uitgelegd_door"].widget
        assert isinstance(widget, TekstMetSuggesties)  # noqa: S101
        widget.lees_suggesties = partial(Suggesties, tuple(dict.fromkeys(namen)))
        for veld in ("uitgelegd_op", "erkend_op"):
            assert isinstance(self.fields[veld].widget, DatumInvoer)  # noqa: S101
            self.fields[veld].widget.attrs["max"] = vandaag().isoformat()


class Passageformulier(Bewerkformulier):
    """`record` is the last version; saving adds the next one and leaves that as it is."""

    tekst = forms.CharField(
        label="De tekst",
        max_length=10_000,
        help_text="Zoals hij in het contract komt. Een lege regel begint een nieuwe alinea.",
        widget=forms.Textarea(attrs={"rows": 16}),
    )
    toelichting = forms.CharField(
        label="Wat is er anders?",
        max_length=300,
        required=False,
        help_text="Zo vinden collega’s later de juiste versie terug.",
    )
    vanaf = Datumveld(label="Geldig vanaf", initial=vandaag)

    def begin(self, record: Contractpassage) -> dict[str, Any]:
        return {"tekst": record.tekst}

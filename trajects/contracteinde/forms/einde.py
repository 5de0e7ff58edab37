"""What happened about the end of a contract: given, agreed, changed, withdrawn."""

from decimal import Decimal
from typing import Any, ClassVar, Final

from crispy_forms.layout import Div, Layout
from django import forms

from gedeeld.bewerkformulier import Bewerkformulier
from gedeeld.formulieren import Datumveld
from gedeeld.tijd import vandaag
from gedeeld.weergeven import getal
from werknemers.domein.contracteinde.vastleggen import Eindegegevens
from werknemers.domein.invoer.getallen import lees_dagen
from werknemers.forms.nakijken import Nakijkformulier
from werknemers.forms.velden import Leesveld, RondjesDieTonen
from werknemers.keuzes import Bezorging, Eindewijze
from werknemers.models import Contracteinde


class Wijzerondjes(RondjesDieTonen):
    toont: ClassVar = {
        Eindewijze.WERKGEVER: "brief",
        Eindewijze.WERKNEMER: "brief job",
        Eindewijze.TEGEN: "brief job",
        Eindewijze.AKKOORD: "job",
    }


# What there is to say only when it runs.
_PAS_LATER: Final = {"schorsingsdagen", "verlof_opgenomen"}
# Which fields of a record say nothing about an end of this kind.
_ZONDER: Final = {
    Eindewijze.WERKGEVER: {"nieuwe_job_op"},
    Eindewijze.WERKNEMER: {"schorsingsdagen"},
    Eindewijze.TEGEN: {"schorsingsdagen", "verlof_opgenomen"},
    Eindewijze.AKKOORD: {"bezorging", "eerste_dag", "schorsingsdagen", "verlof_opgenomen"},
}


class Contracteindeformulier(Nakijkformulier):
    """Accepts every way in which a contract ends and shows only what can happen now: the domain
    refuses the rest in words."""

    VELDEN: ClassVar = (
        "gegeven_op", "bezorging", "nieuwe_job_op", "opmerking", "schorsingsdagen",
        "verlof_opgenomen",
    )  # fmt: skip
    beperkingen: ClassVar = {
        "contracteinde_een_per_wijze": "wijze",
        "contracteinde_na_gegeven": "eerste_dag",
        "contracteinde_bezorging": "bezorging",
        "contracteinde_nieuwe_job": "nieuwe_job_op",
    }

    wijze = forms.TypedChoiceField(
        label="Wat gebeurde er?",
        choices=Eindewijze.choices,
        coerce=Eindewijze,
        widget=Wijzerondjes,
    )
    gegeven_op = Datumveld(
        label="Op welke dag?",
        help_text="De dag van de post, van het afgeven of van het akkoord.",
    )
    bezorging = forms.ChoiceField(
        label="Hoe is ze gegeven?", choices=Bezorging.choices, required=False
    )
    nieuwe_job_op = Datumveld(label="Een nieuwe job begint op", required=False)
    eerste_dag = Datumveld(
        label="De opzegging begint op",
        required=False,
        help_text="Zoals in de brief. Leeg? Dan tellen we de regels.",
    )
    laatste_dag = Datumveld(
        label="Laatste dag (t.e.m.)",
        required=False,
        help_text="Bij een akkoord vul je die zelf in. Leeg? Dan tellen we de regels.",
    )
    schorsingsdagen = forms.IntegerField(
        label="Opgeschoven dagen",
        min_value=0,
        max_value=3650,
        help_text="Kalenderdagen ziekte, vakantie of andere schorsing tijdens de opzegging.",
    )
    verlof_opgenomen = Leesveld(
        label="Sollicitatieverlof opgenomen",
        max_length=20,
        lees=lees_dagen,
        toon=getal,
        help_text="In dagen. Een halve dag is 0,5.",
    )
    opmerking = forms.CharField(
        label="Opmerking", max_length=300, required=False, help_text="Zonder medische gegevens."
    )

    def __init__(
        self,
        *args: Any,
        record: Contracteinde | None,
        mogelijk: tuple[Eindewijze, ...] = (),
        **kwargs: Any,
    ) -> None:
        """`mogelijk` is what can happen now, for a new one."""
        nieuw = {"gegeven_op": vandaag(), "bezorging": Bezorging.AANGETEKEND}
        super().__init__(*args, record=record, initial={} if record else nieuw, **kwargs)
        keuze = self.fields["wijze"].widget
        assert isinstance(keuze, Wijzerondjes)  # noqa: S101
        keuze.choices = [(wijze.value, wijze.label) for wijze in mogelijk]
        for naam in _ZONDER[Eindewijze(record.wijze)] | {"wijze"} if record else _PAS_LATER:
            del self.fields[naam]
        self.fields["gegeven_op"].widget.attrs["max"] = vandaag().isoformat()
        self.helper.layout = self._indeling()

    def begin(self, record: Contracteinde) -> dict[str, Any]:
        return super().begin(record) | {
            "eerste_dag": record.periode.van,
            "laatste_dag": record.periode.laatste_dag,
        }

    def gegevens(self) -> Eindegegevens:
        velden = {"bezorging": "", "eerste_dag": None, "nieuwe_job_op": None} | self.cleaned_data
        gegevens = Eindegegevens(
            gegeven_op=velden["gegeven_op"],
            bezorging=velden["bezorging"],
            eerste_dag=velden["eerste_dag"],
            laatste_dag=velden["laatste_dag"],
            nieuwe_job_op=velden["nieuwe_job_op"],
            opmerking=velden["opmerking"],
            nagekeken=velden["nagekeken"],
        )
        if "schorsingsdagen" in velden:
            gegevens["schorsingsdagen"] = velden["schorsingsdagen"]
        if "verlof_opgenomen" in velden:
            gegevens["verlof_opgenomen"] = velden["verlof_opgenomen"] or Decimal(0)
        return gegevens

    def _indeling(self) -> Layout:
        """What is there, in order; a new one shows the fields of the way that is chosen."""
        rijen = (
            ("", ("wijze",)),
            ("veldpaar", ("gegeven_op",)),
            ("veldpaar bij-brief", ("bezorging", "eerste_dag")),
            ("veldpaar", ("laatste_dag",)),
            ("veldpaar bij-job", ("nieuwe_job_op",)),
            ("veldpaar", ("schorsingsdagen", "verlof_opgenomen")),
        )
        los = "wijze" not in self.fields
        delen: list[Any] = []
        for klasse, namen in rijen:
            er_zijn = [naam for naam in namen if naam in self.fields]
            css = klasse.partition(" ")[0] if los else klasse
            if er_zijn:
                delen.append(Div(*er_zijn, css_class=css))
        return Layout(*delen, "opmerking", "nagekeken")


class Intrekkingformulier(Bewerkformulier):
    VELDEN: ClassVar = ("reden_intrekking",)
    beperkingen: ClassVar = {"contracteinde_intrekking": "ingetrokken_op"}

    ingetrokken_op = Datumveld(label="Ingetrokken op", initial=vandaag)
    reden_intrekking = forms.CharField(
        label="Waarom?", max_length=300, required=False, help_text="Zonder medische gegevens."
    )

    def gegevens(self) -> dict[str, Any]:
        return super().gegevens() | {"ingetrokken_op": self.cleaned_data["ingetrokken_op"]}

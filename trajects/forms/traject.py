"""The phase, the goal and the intended day of outflow."""

from typing import Any, ClassVar

from django import forms

from doorstroom.gedeeld.bewerkformulier import Bewerkformulier
from doorstroom.gedeeld.formulieren import Datumveld
from doorstroom.gedeeld.tijd import vandaag
from trajects.keuzes import LOPENDE_FASEN, Fase
from trajects.models import Traject


class TrajectFormulier(Bewerkformulier):
    """Starts a trajectory (`record=None`) or moves the running one along."""

    beperkingen: ClassVar = {"traject_uitstroom_na_start": "beoogde_uitstroom"}

    fase = forms.ChoiceField(
        label="Fase",
        choices=Fase.choices,
        help_text="Met “afgerond” of “stopgezet” sluit je het traject af.",
    )
    jobdoelwit = forms.CharField(
        label="Jobdoelwit",
        max_length=200,
        required=False,
        help_text=(
            "Naar welk werk gaat deze persoon op weg? "
            "Bijvoorbeeld: keukenhulp in een woonzorgcentrum."
        ),
    )
    beoogde_uitstroom = Datumveld(
        label="Beoogde uitstroom",
        required=False,
        help_text="Op welke dag wil deze persoon aan het nieuwe werk beginnen?",
    )
    gestart_op = Datumveld(label="Gestart op")

    def __init__(self, *args: Any, record: Traject | None, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        if record is not None:
            del self.fields["gestart_op"]
            return
        self.fields["fase"].choices = [(f.value, f.label) for f in LOPENDE_FASEN]  # type: ignore[attr-defined]
        self.fields["fase"].help_text = ""
        self.fields["gestart_op"].initial = vandaag

    def begin(self, record: Traject) -> dict[str, Any]:
        return {
            "fase": record.fase,
            "jobdoelwit": record.jobdoelwit,
            "beoogde_uitstroom": record.beoogde_uitstroom,
        }

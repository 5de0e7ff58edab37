"""By which day a contract should have ended; a form that is sent by GET."""

from collections.abc import Mapping
from datetime import date

from gedeeld.formulieren import DatumInvoer, Datumveld, Formulier
from gedeeld.periode import dag_erna
from trajects.contracteinde.dagen import Einddoel


class Eindevraag(Formulier):
    """What is not asked counts as the proposal."""

    tegen = Datumveld(
        label="Het contract eindigt ten laatste op", widget=DatumInvoer({"class": "form-control"})
    )
    nieuwe_job = Datumveld(
        label="Een nieuwe job begint op",
        required=False,
        widget=DatumInvoer({"class": "form-control"}),
    )

    def __init__(self, data: Mapping[str, str], *, voorstel: date) -> None:
        super().__init__({"tegen": voorstel.isoformat(), **data})
        self.voorstel = voorstel

    @property
    def vraag(self) -> Einddoel:
        """What was asked; the proposal when it cannot be."""
        if not self.is_valid():
            return Einddoel(self.voorstel)
        return Einddoel(self.cleaned_data["tegen"], self.cleaned_data["nieuwe_job"])


def voorstel(einde_van_de_steun: date | None, op: date) -> date:
    """The end of support as long as that is to come, the day after today when it is not."""
    return max(einde_van_de_steun or op, dag_erna(op))

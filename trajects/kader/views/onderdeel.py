"""What every form of a section does: it shows until the domain takes it, then the section does."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import Any, Generic, TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from gedeeld.bewerkformulier import Bewerkformulier, Verwijderformulier
from gedeeld.formulieren import Formulier
from trajects.kader.views.inplaats import Sectie, doe_meteen, klaar, toon_in_plaats, zoek_werknemer
from werknemers.models import Werknemer

T = TypeVar("T")
R = TypeVar("R", bound=Model)
# A sentence with a place for a record ("De stage bij {0.werkgever}"), or what makes one of it.
Zin = str | Callable[[Any], str]


def verwerk(
    request: Verzoek,
    werknemer: Werknemer,
    sectie: Sectie,
    form: Formulier,
    schrijf: Callable[[], T | None],
    *,
    titel: str,
    melding: str | Callable[[T], str],
    alles: bool = False,
    **verder: Any,
) -> HttpResponse:
    """`melding` may depend on what was written; `verder` is for `toon_in_plaats`."""
    geschreven = form.probeer(schrijf)
    if geschreven is None:
        return toon_in_plaats(request, werknemer, sectie, form, titel=titel, **verder)
    zin = melding(geschreven) if callable(melding) else melding
    return klaar(request, werknemer, sectie, zin, alles=alles)


def _niets(*_: Any) -> dict[str, Any]:
    return {}


@dataclass(frozen=True, slots=True)
class Onderdeel(Generic[R]):
    """One kind of record in a section: how it is found, and the form that adds and changes it.

    `zichtbaar` are those that a user may see; `eigenaar` leads from one to the key of its employee;
    `mee` is what the form needs beside the record, which is None for a new one. Without a form of
    its own a record can only go.

    What the domain does comes as `schrijf`: `schrijf(werknemer=…, door=…, **gegevens)` for a new
    record, `schrijf(record, door=…, gezien=…, **gegevens)` for one that is there. `titel` and
    `uitleg` are about the record before, `melding` about what `schrijf` gives back.
    """

    sectie: Sectie
    zichtbaar: Callable[[Gebruiker], QuerySet[R]]
    formulier: type[Bewerkformulier] = Verwijderformulier
    eigenaar: str = "werknemer_id"
    mee: Callable[[Verzoek, Werknemer, R | None], dict[str, Any]] = _niets

    def zoek(self, request: Verzoek, pk: int) -> tuple[R, Werknemer]:
        """The record of an address with its employee; 404 for who may not know about either."""
        record = get_object_or_404(self.zichtbaar(request.user), pk=pk)
        return record, zoek_werknemer(request, attrgetter(self.eigenaar)(record))

    def nieuw(
        self, request: Verzoek, pk: int, schrijf: Callable[..., Any], titel: Zin, melding: Zin,
        **opties: Any,
    ) -> HttpResponse:  # fmt: skip
        """`pk` is that of the employee, whom `titel` is about."""
        werknemer = zoek_werknemer(request, pk)
        mee = self.mee(request, werknemer, None)
        form = self.formulier(request.POST or None, record=None, **mee)

        def voeg_toe() -> Any:
            return schrijf(werknemer=werknemer, door=request.user, **form.gegevens())

        opties |= {"titel": _zeg(titel, werknemer), "melding": partial(_zeg, melding)}
        return verwerk(request, werknemer, self.sectie, form, voeg_toe, **opties)

    def bewerk(
        self, request: Verzoek, pk: int, schrijf: Callable[..., Any], titel: Zin, melding: Zin,
        *, formulier: type[Bewerkformulier] | None = None, uitleg: Zin = "", **opties: Any,
    ) -> HttpResponse:  # fmt: skip
        """`formulier` is another one on the same record, which needs nothing else."""
        record, werknemer = self.zoek(request, pk)
        mee = {} if formulier else self.mee(request, werknemer, record)
        form = (formulier or self.formulier)(request.POST or None, record=record, **mee)

        def wijzig() -> Any:
            gegevens = {"gezien": form.gezien_op} | form.gegevens()
            return schrijf(record, door=request.user, **gegevens)

        opties |= {"titel": _zeg(titel, record), "uitleg": _zeg(uitleg, record)}
        opties |= {"melding": partial(_zeg, melding)}
        return verwerk(request, werknemer, self.sectie, form, wijzig, **opties)

    def verwijder(
        self, request: Verzoek, pk: int, schrijf: Callable[..., object], titel: Zin, melding: Zin,
        *, formulier: type[Bewerkformulier] = Verwijderformulier, knop: str = "Verwijder",
        **opties: Any,
    ) -> HttpResponse:  # fmt: skip
        """Asks first; for what was written down by mistake. `melding` is about what is gone."""

        def schrijf_weg(record: R, **gegevens: Any) -> R:
            schrijf(record, **gegevens)
            return record

        opties |= {"formulier": formulier, "knop": knop}
        return self.bewerk(request, pk, schrijf_weg, titel, melding, **opties)

    def doe(
        self, request: Verzoek, pk: int, schrijf: Callable[..., object], melding: Zin,
        *, alles: bool = False,
    ) -> HttpResponse:  # fmt: skip
        """For a button without a form: `schrijf(record, door=…)`."""
        record, werknemer = self.zoek(request, pk)
        meteen = partial(schrijf, record, door=request.user)
        return doe_meteen(
            request, werknemer, self.sectie, meteen, _zeg(melding, record), alles=alles
        )


def _zeg(zin: Zin, over: object) -> str:
    return zin(over) if callable(zin) else zin.format(over)

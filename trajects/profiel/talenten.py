"""What somebody is good at, in free words: on the plan, added, taken away, put back."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gedeeld.schendingen import als_zin
from gedeeld.tijd import vandaag
from trajects.models import Talent
from trajects.schrijvers import TALENTEN
from werknemers.models import Werknemer
from werknemers.schrijvers import WERKNEMERS

LANGSTE: Final = 120


def voeg_talenten_toe(
    *, werknemer: Werknemer, door: Gebruiker, woorden: Sequence[str]
) -> list[Talent]:
    """Add each to the plan, once; what stood there before and was taken away is put back.

    Raises ValidationError on `woorden`: nothing said, too long, or on the plan already. Then
    nothing is added.
    """
    nieuw = {deel.lower(): deel for deel in (" ".join(tekst.split()) for tekst in woorden) if deel}
    _eis_woorden(list(nieuw.values()))
    with als_zin():
        WERKNEMERS.vergrendel(werknemer)
        bekend = {t.woorden.lower(): t for t in Talent.objects.filter(werknemer=werknemer)}
        staan_er = [bekend[w].woorden for w in nieuw if w in bekend and bekend[w].staat_op_het_plan]
        if staan_er:
            zin = f"Dit staat er al: {', '.join(staan_er)}. Haal het hier weg."
            raise ValidationError({"woorden": zin})
        return [
            _zet(bekend[sleutel], None, door=door)
            if sleutel in bekend
            else _voeg_toe(werknemer, deel, door=door)
            for sleutel, deel in nieuw.items()
        ]


def haal_talent_weg(talent: Talent, *, door: Gebruiker) -> Talent:
    """No longer on the plan. Done already: nothing changes."""
    with als_zin():
        huidig = TALENTEN.vergrendel(talent)
        return _zet(huidig, vandaag(), door=door) if huidig.staat_op_het_plan else huidig


def zet_talent_terug(talent: Talent, *, door: Gebruiker) -> Talent:
    """On the plan again. Done already: nothing changes."""
    with als_zin():
        huidig = TALENTEN.vergrendel(talent)
        return huidig if huidig.staat_op_het_plan else _zet(huidig, None, door=door)


def _eis_woorden(woorden: list[str]) -> None:
    if not woorden:
        raise ValidationError({"woorden": "Zeg waar deze persoon goed in is."})
    te_lang = [deel for deel in woorden if len(deel) > LANGSTE]
    if te_lang:
        zin = f"Zeg het korter, in hoogstens {LANGSTE} tekens: “{te_lang[0][:40]}…”."
        raise ValidationError({"woorden": zin})


def _voeg_toe(werknemer: Werknemer, woorden: str, *, door: Gebruiker) -> Talent:
    talent = Talent(werknemer=werknemer, toegevoegd_op=vandaag())
    TALENTEN.schrijf(talent, {"woorden": woorden}, door=door)
    return talent


def _zet(talent: Talent, weggehaald_op: date | None, *, door: Gebruiker) -> Talent:
    """Off the plan on a day, or on it again; on a locked talent."""
    actie = "weggehaald" if weggehaald_op else "teruggezet"
    TALENTEN.schrijf(talent, {"weggehaald_op": weggehaald_op}, door=door, actie=actie)
    return talent

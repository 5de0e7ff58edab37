"""Whether anybody touched what an import wrote since."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, Final

from django.core.exceptions import ValidationError

from gebruikers.models import Organisatie
from gedeeld.weergeven import en, enkele
from werknemers.domein.invoer.aanhang import een_van, in_de_weg
from werknemers.domein.invoer.terugweg import SOORTEN, Model, Terugweg
from werknemers.models import (
    Adviesperiode,
    Arbeidsovereenkomst,
    Caseloadwissel,
    Dienst,
    Werknemer,
)

_ZIN: Final = "Intussen veranderde er iets aan wat deze import inbracht. Er is niets teruggezet."
_GEWONE_WOORDEN: Final[Mapping[Model, str]] = {
    Arbeidsovereenkomst: "contract",
    Adviesperiode: "advies",
}


def eis_onaangeroerd(
    terugweg: Terugweg, rijen: Mapping[Model, Mapping[int, Any]], organisatie: Organisatie
) -> None:
    """Raises ValidationError with what was changed since, removed, or added to what the import
    made. `rijen` are the records as they are now, by kind and key."""
    gevonden: defaultdict[str, dict[str, None]] = defaultdict(dict)
    namen = _namen(terugweg, organisatie)
    for soort in SOORTEN:
        van = {spoor.sleutel: spoor for spoor in terugweg.van(soort)}
        wat = _noem(soort)
        for sleutel, spoor in van.items():
            staat = rijen[soort].get(sleutel)
            if staat is None:
                gevonden[_wie(namen, spoor.werknemer)][f"{wat} verwijderd"] = None
            elif staat.gewijzigd_op != spoor.moment:
                gevonden[_wie(namen, spoor.werknemer, staat)][f"{wat} veranderd"] = None
        for sleutel, erbij in in_de_weg(soort, terugweg.gemaakt(soort), _gaat_mee(terugweg)):
            wie = _wie(namen, van[sleutel].werknemer, rijen[soort].get(sleutel))
            gevonden[wie][f"{_noem(erbij)} erbij"] = None
    if gevonden:
        lijst = [f"{wie}: {en(list(dingen))}" for wie, dingen in gevonden.items()]
        raise ValidationError(f"{_ZIN} {enkele(lijst, tussen='; ')}.")


def _noem(soort: Model) -> str:
    return _GEWONE_WOORDEN.get(soort) or str(soort._meta.verbose_name)


def _gaat_mee(terugweg: Terugweg) -> Any:
    """The keys of each kind that go, or are put back, with the import itself."""

    def behalve(soort: Model) -> list[int]:
        if soort is Caseloadwissel:
            # Another counsellor since has changed the employee, which is seen there.
            gemaakt = een_van("werknemer", terugweg.gemaakt(Werknemer))
            wissels = Caseloadwissel.objects.filter(gemaakt)
            return list(wissels.values_list("pk", flat=True))
        return [spoor.sleutel for spoor in terugweg.van(soort)]

    return behalve


def _namen(terugweg: Terugweg, organisatie: Organisatie) -> dict[int, str]:
    sporen = (spoor for soort in SOORTEN for spoor in terugweg.van(soort))
    sleutels = {spoor.werknemer for spoor in sporen if spoor.werknemer is not None}
    mensen = Werknemer.objects.filter(een_van("pk", sleutels), organisatie=organisatie).order_by()
    return {wie.pk: wie.naam for wie in mensen}


def _wie(namen: Mapping[int, str], werknemer: int | None, staat: Any = None) -> str:
    """Whose it is; a service has a name of its own."""
    if werknemer is not None:
        return namen.get(werknemer, "een werknemer")
    return str(staat) if isinstance(staat, Dienst) else "een dienst"

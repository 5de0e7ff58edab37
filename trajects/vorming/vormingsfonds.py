"""What the Vormingsfonds LDE pays for: limits as far as they are known, and what asks attention."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from gedeeld.weergeven import bedrag, getal
from regels.domein.parameters import Parameters
from regels.keuzes import Parametercode
from trajects.keuzes import Fondsoordeel, Vormingsformule
from trajects.models import Vormingsactie

VRAAG_NA: Final = "Vraag het na bij VIVO of bij Koepel LDE."


def voorstel_voor(formule: str) -> Fondsoordeel:
    """What a formula suggests before anybody looked: outside the five it is not eligible."""
    if formule == Vormingsformule.ANDERE:
        return Fondsoordeel.NIET
    return Fondsoordeel.ONBEKEND


def aandachtspunten(
    vorming: Vormingsactie, deelnemers: int, gevraagd_in_jaar: Decimal, regels: Parameters
) -> list[str]:
    """What to look at, in sentences; `gevraagd_in_jaar` is all that was asked in that year."""
    return [
        *_uren(vorming, regels.waarde(Parametercode.FONDS_UREN)),
        *_per_uur(vorming, deelnemers, regels.waarde(Parametercode.FONDS_PER_UUR)),
        *_per_jaar(gevraagd_in_jaar, regels.waarde(Parametercode.FONDS_PER_JAAR)),
    ]


def wat_onbekend_is(regels: Parameters) -> str:
    """Which amounts and limits of the fund nobody knows, in a sentence; "" when all are known."""
    grenzen = (Parametercode.FONDS_UREN, Parametercode.FONDS_PER_UUR, Parametercode.FONDS_PER_JAAR)
    onbekend = [code.label.partition(": ")[2] for code in grenzen if regels.waarde(code) is None]
    return f"Nog niet bekend: {', '.join(onbekend)}. {VRAAG_NA}" if onbekend else ""


def gevraagd_in(organisatie_id: int, jaar: int) -> Decimal:
    """All that the organisation asked of the fund for trainings that began in a year."""
    bedragen = Vormingsactie.objects.filter(
        organisatie=organisatie_id, geannuleerd=False, periode__startswith__year=jaar
    ).values_list("bedrag_gevraagd", flat=True)
    return sum((waarde for waarde in bedragen if waarde is not None), Decimal(0))


def _uren(vorming: Vormingsactie, hoogste: Decimal | None) -> Iterator[str]:
    if hoogste is None:
        yield f"Hoeveel uren het fonds per deelnemer betaalt, is niet bekend. {VRAAG_NA}"
    elif vorming.uren is not None and vorming.uren > hoogste:
        uren = f"{getal(vorming.uren)} uur per deelnemer is meer dan de {getal(hoogste)} uur"
        yield f"{uren} die het fonds betaalt."


def _per_uur(vorming: Vormingsactie, deelnemers: int, per_uur: Decimal | None) -> Iterator[str]:
    if per_uur is None:
        yield f"Het bedrag per uur van het fonds is niet bekend. {VRAAG_NA}"
    elif vorming.uren is not None and vorming.bedrag_gevraagd is not None:
        hoogste = per_uur * vorming.uren * deelnemers
        if vorming.bedrag_gevraagd > hoogste:
            gevraagd = bedrag(vorming.bedrag_gevraagd)
            yield f"{gevraagd} is meer dan het fonds voor deze uren betaalt ({bedrag(hoogste)})."


def _per_jaar(gevraagd: Decimal, hoogste: Decimal | None) -> Iterator[str]:
    if hoogste is None:
        yield f"Het hoogste bedrag per jaar is niet bekend. {VRAAG_NA}"
    elif gevraagd > hoogste:
        yield f"Dit jaar is {bedrag(gevraagd)} gevraagd; het fonds betaalt {bedrag(hoogste)}."

"""The receipt of a forecast: made beside the figures, and computed again from itself alone."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

from django.conf import settings

from financiering.domein.prognoses import Prognoseuitkomst
from financiering.domein.rekeninvoer import (
    Rekeninvoer,
    invoer_van,
    invoer_van_een,
    lees_invoer,
    uitkomst_van,
)
from financiering.domein.rekenmodel.afronding import euro
from financiering.domein.rekenmodel.kosten import VTE
from financiering.domein.rekenmodel.prognose import Prognose
from financiering.keuzes import Bewijssoort
from gedeeld.bewijs.bewijscode import bewijscode
from gedeeld.bewijs.canoniek import VreemdeData, als_bytes
from gedeeld.bewijs.papier import Bewijsbestand, Bewijsfout
from gedeeld.bewijs.verschil import Verschil
from gedeeld.kwartaal import Kwartaal
from gedeeld.weergeven import bedrag, getal
from regels.domein.parameters import ParameterOnbekend
from regels.domein.regelset import regelset

_ONBEKENDE_VORM: Final = (
    "De inhoud van dit bewijs past niet bij deze versie van de toepassing. Het is gemaakt met "
    "versie {versie}: reken het daarmee na."
)


def code_van(uitkomst: Prognoseuitkomst, organisatie_id: int) -> str:
    """The code of the receipt of a forecast, without making the rest of it."""
    return bewijscode(invoer_van(uitkomst, organisatie_id).als_bytes())


def code_van_een(
    uitkomst: Prognoseuitkomst, organisatie_id: int, sleutel: str, kwartaal: Kwartaal
) -> str:
    """As `code_van`, of the amounts of one employee in one quarter."""
    return bewijscode(invoer_van_een(uitkomst, organisatie_id, sleutel, kwartaal).als_bytes())


def bewijs_van(
    uitkomst: Prognoseuitkomst, organisatie_id: int, soort: Bewijssoort = Bewijssoort.PROGNOSE
) -> Bewijsbestand:
    invoer = invoer_van(uitkomst, organisatie_id)
    return _bewijs(soort, uitkomst, invoer, uitkomst.prognose)


def bewijs_van_een(
    uitkomst: Prognoseuitkomst, organisatie_id: int, sleutel: str, kwartaal: Kwartaal
) -> Bewijsbestand:
    """The receipt of the four amounts of one employee in one quarter."""
    invoer = invoer_van_een(uitkomst, organisatie_id, sleutel, kwartaal)
    return _bewijs(Bewijssoort.WAAROM, uitkomst, invoer, invoer.bereken())


def _bewijs(
    soort: Bewijssoort, uitkomst: Prognoseuitkomst, invoer: Rekeninvoer, prognose: Prognose
) -> Bewijsbestand:
    return Bewijsbestand(
        soort=str(soort),
        dag=uitkomst.op,
        versie=settings.VERSIE,
        regelset=regelset(),
        invoer=invoer.als_bytes(),
        uitkomst=als_bytes(uitkomst_van(prognose)),
    )


def rekeninvoer_uit(bewijs: Bewijsbestand) -> Rekeninvoer:
    """Raises Bewijsfout when this version of the program does not know what it holds."""
    try:
        return lees_invoer(bewijs.invoer_data)
    except VreemdeData:
        raise Bewijsfout(_ONBEKENDE_VORM.format(versie=bewijs.versie)) from None


def reken_na(bewijs: Bewijsbestand, invoer: Rekeninvoer | None = None) -> tuple[Verschil, ...]:
    """What comes out otherwise today, from the receipt alone; nothing: the same to the cent.
    `invoer` is what was read of it already. Raises Bewijsfout."""
    invoer = invoer or rekeninvoer_uit(bewijs)
    try:
        nu = uitkomst_van(invoer.bereken())
    except (ParameterOnbekend, IndexError) as fout:
        raise Bewijsfout(_ONBEKENDE_VORM.format(versie=bewijs.versie)) from fout
    return tuple(_anders(bewijs.uitkomst_data, nu, invoer.tijdvak.van))


def _anders(toen: Mapping[str, Any], nu: Mapping[str, Any], eerste: Kwartaal) -> Iterator[Verschil]:
    """A line that is not there is zero."""
    for dienst in dict.fromkeys([*toen, *nu]):
        oud, nieuw = toen.get(dienst, {}), nu.get(dienst, {})
        for lijn in dict.fromkeys([*oud, *nieuw]):
            niets = [0] * len(oud.get(lijn) or nieuw.get(lijn))
            paren = zip(oud.get(lijn, niets), nieuw.get(lijn, niets), strict=True)
            for nummer, (was, is_nu) in enumerate(paren):
                if was != is_nu:
                    wat = f"{dienst}, {lijn.replace('_', ' ')} in {eerste + nummer}"
                    yield Verschil(wat, _in_eenheid(lijn, was), _in_eenheid(lijn, is_nu))


def _in_eenheid(lijn: str, waarde: int) -> str:
    if lijn == "vte":
        return f"{getal(Decimal(waarde) / VTE, 6)} voltijdse jobs"
    return bedrag(euro(waarde))

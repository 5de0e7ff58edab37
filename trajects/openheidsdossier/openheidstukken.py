"""The pieces on openness itself: the passage, how it was explained, talks about the end goal."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from gedeeld.weergeven import datum_voluit, meervoud
from trajects.keuzes import Dossierdeel
from trajects.models import Contractpassage, Passagetoelichting
from trajects.openheid.bewijs import op_volgorde, van_gesprekken
from trajects.openheidsdossier.stuk import Openheidsstuk, feiten
from werknemers.models import Werknemer


def lees_openheidstukken(werknemer: Werknemer) -> Iterator[Openheidsstuk]:
    """Two queries, for who may see the plan."""
    toelichtingen = Passagetoelichting.objects.filter(contract__werknemer=werknemer)
    rijen = list(toelichtingen.select_related("passage", "contract__dienst"))
    yield from _passages(rijen)
    for toelichting in rijen:
        yield _toelichting(toelichting, werknemer)
    yield from _gesprekken(werknemer)


def _passages(toelichtingen: Iterable[Passagetoelichting]) -> Iterator[Openheidsstuk]:
    """The text of each version that is in a contract, once."""
    passages = {rij.passage_id: rij.passage for rij in toelichtingen if rij.passage}
    for passage in passages.values():
        vanaf = datum_voluit(passage.vanaf)
        yield Openheidsstuk(
            Dossierdeel.PASSAGE,
            f"passage-{passage.versie}-{passage.pk}",
            passage.vanaf,
            f"Tekst van de bijzondere passage, {passage}, geldig vanaf {vanaf}",
            tekst=passage.tekst,
        )


def _toelichting(toelichting: Passagetoelichting, werknemer: Werknemer) -> Openheidsstuk:
    contract = toelichting.contract
    uitgelegd, erkend = toelichting.uitgelegd_op, toelichting.erkend_op
    tolk = "met tolk" if toelichting.met_tolk else "zonder tolk"
    return Openheidsstuk(
        Dossierdeel.PASSAGE,
        f"uitleg-{toelichting.pk}",
        uitgelegd,
        _uitleg_in_woorden(toelichting.passage, gedaan=uitgelegd is not None),
        toelichting.uitgelegd_door,
        feiten(
            ("Contract", f"{contract.dienst}, vanaf {datum_voluit(contract.periode.van)}"),
            ("Wanneer", uitgelegd and _na_de_start(contract.periode.van, uitgelegd)),
            ("Taal", f"{toelichting.get_taal_display()}, {tolk}" if uitgelegd else ""),
            ("Begrepen en bevestigd", erkend and f"{datum_voluit(erkend)}, door {werknemer.naam}"),
        ),
    )


def _uitleg_in_woorden(passage: Contractpassage | None, *, gedaan: bool) -> str:
    if passage is None:
        return "Nog geen passage gekozen voor dit contract"
    stand = "mondeling overlopen" if gedaan else "gekozen voor dit contract, nog niet overlopen"
    return f"Bijzondere passage ({passage}) {stand}"


def _na_de_start(eerste_dag: date, uitgelegd: date) -> str:
    dagen = (uitgelegd - eerste_dag).days
    if dagen <= 0:
        return "ten laatste op de eerste dag van het contract"
    return f"{meervoud(dagen, 'dag', 'dagen')} na de eerste dag van het contract"


def _gesprekken(werknemer: Werknemer) -> Iterator[Openheidsstuk]:
    """When and with whom; what was said is no part of it, and of a confidential note nothing."""
    op_een_dag: Counter[str] = Counter()
    for bewijs in op_volgorde(van_gesprekken(werknemer, None)):
        dag = bewijs.op.isoformat()
        op_een_dag[dag] += 1
        sleutel = f"gesprek-{dag}-{op_een_dag[dag]}"
        yield Openheidsstuk(Dossierdeel.GESPREKKEN, sleutel, bewijs.op, bewijs.wat, bewijs.door)

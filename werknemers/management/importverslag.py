"""What `importeer` says of an outcome, in sentences."""

import shlex
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice

from gedeeld.weergeven import datum_kort, enkele, getal, meervoud
from werknemers.domein.invoer.antwoorden import Rijplek
from werknemers.domein.invoer.nazicht import LONEN, lage_lonen
from werknemers.domein.invoer.ontbrekend import zin_over
from werknemers.domein.invoer.uitkomst import Rijactie, Rijuitkomst, Vergelijking


def als_optie(plek: Rijplek) -> str:
    """How a row is named in an option."""
    return f"{plek.blad}:{plek.rijnummer}" if plek.blad else str(plek.rijnummer)


def verslag(uitkomst: Vergelijking, *, proef: bool, lonen: bool) -> Iterator[str]:
    """What happened, or would; `lonen` as in `te_regelen`."""
    yield "Proef: er is niets geschreven." if proef else "De import is klaar."
    gevuld = [rij for rij in uitkomst.rijen if rij.actie is not Rijactie.LEEG]
    delen = (
        f"{getal(Decimal(aantal), 0)} {actie}"
        for actie, aantal in uitkomst.samenvatting.items()
        if aantal
    )
    yield f"{meervoud(len(gevuld), 'rij', 'rijen')}: {', '.join(delen)}."
    yield from te_regelen(uitkomst, proef=proef, lonen=lonen)
    for rij in uitkomst.rijen:
        yield from _rijverslag(rij)


def te_regelen(uitkomst: Vergelijking, *, proef: bool, lonen: bool) -> Iterator[str]:
    """What concerns the whole file: columns, services and counsellors that are missing. `lonen`:
    somebody looked at the wages under the minimum."""
    for opmerking in uitkomst.opmerkingen:
        yield opmerking.tekst
    if uitkomst.nieuwe_diensten:
        wat = "komen erbij" if proef else "zijn gemaakt"
        yield f"Deze diensten {wat}: {', '.join(uitkomst.nieuwe_diensten)}."
    if uitkomst.voorgestelde_diensten:
        yield (
            f"Deze diensten bestaan nog niet: {', '.join(uitkomst.voorgestelde_diensten)}. "
            "Verbeter de namen, of geef --maak-diensten mee om ze te maken."
        )
    if uitkomst.onbekende_begeleiders:
        namen = ", ".join(uitkomst.onbekende_begeleiders)
        yield (
            f"We weten niet wie deze begeleiders zijn: {namen}. Vul hun e-mailadres in, of "
            "nodig hen uit in de toepassing en breng het bestand daarna opnieuw in."
        )
    yield from _vragen(uitkomst)
    if uitkomst.lage_lonen and not lonen:
        yield _lage_lonen(uitkomst.lage_lonen)
    if zin := zin_over(len(uitkomst.ontbreekt)):
        yield f"{zin} Vertrokken? Sluit dan hun contract af. Vanzelf gebeurt er niets."


def _vragen(uitkomst: Vergelijking) -> Iterator[str]:
    """What was refused for a question, and how that is answered."""
    wachten = [rij for rij in uitkomst.rijen if rij.wacht_op_aanvaarding]
    if wie := [rij for rij in wachten if rij.wacht_op_wie]:
        rijen = meervoud(len(wie), "rij is geweigerd", "rijen zijn geweigerd")
        gaat = "ze gaat" if len(wie) == 1 else "ze gaan"
        yield (
            f"{rijen} omdat niet zeker is over wie {gaat}. Lees wat er bij de rij staat. Geef dan "
            f"{_opties('--aanvaard', wie)} mee om op te nemen, of {_opties('--laat-weg', wie)}."
        )
    if zelden := [rij for rij in wachten if not rij.wacht_op_wie]:
        rijen = meervoud(len(zelden), "rij is geweigerd", "rijen zijn geweigerd")
        yield (
            f"{rijen} omdat er iets in staat wat zelden klopt. Klopt het toch? Geef "
            f"{_opties('--aanvaard', zelden)} mee, of --nagekeken voor alle rijen."
        )


def _lage_lonen(rijen: Sequence[Rijuitkomst]) -> str:
    """They come in all the same: a row with a low wage is a good row."""
    plekken = enkele([f"rij {als_optie(Rijplek(rij.blad, rij.rijnummer))}" for rij in rijen])
    kloppen = "het klopt" if len(rijen) == 1 else "ze kloppen"
    return (
        f"{lage_lonen(len(rijen))} Kijk na: {plekken}. Geef --aanvaard {LONEN} mee als {kloppen}."
    )


def _opties(optie: str, rijen: Iterable[Rijuitkomst]) -> str:
    plekken = (als_optie(Rijplek(rij.blad, rij.rijnummer)) for rij in islice(rijen, 10))
    return " ".join(f"{optie} {shlex.quote(plek)}" for plek in plekken)


def _rijverslag(rij: Rijuitkomst) -> Iterator[str]:
    waar = f"  rij {rij.rijnummer}" + (f" van “{rij.blad}”" if rij.blad else "")
    wie = f"{rij.personeelsnummer} {rij.naam}".strip()
    begin = f"{waar}, {wie}" if wie else waar
    for melding in rij.meldingen:
        yield f"{begin}, {melding.kolom} ({melding.ernst}): {melding.tekst}"
    if rij.actie is Rijactie.NIEUW and not rij.wijzigingen:
        yield f"{begin}: nieuw"
    if rij.einde:
        yield f"{begin}, Einde ondersteuning: {_wordt(_dag(rij.einde.oud), _dag(rij.einde.nieuw))}"
    for wijziging in rij.wijzigingen:
        yield f"{begin}, {wijziging.kolom}: {_wordt(wijziging.oud, wijziging.nieuw)}"


def _wordt(oud: str, nieuw: str) -> str:
    """As the preview says it."""
    return f"{oud} wordt {nieuw}" if oud else f"komt erbij: {nieuw}"


def _dag(dag: date | None) -> str:
    return datum_kort(dag) if dag else ""

"""A wage record in a row: of a sheet of its own, or beside an employee."""

from werknemers.domein.invoer.cellezer import Cellezer
from werknemers.domein.invoer.gegevens import GelezenOpgave, GelezenRij
from werknemers.domein.invoer.gelezenblad import RuweRij
from werknemers.domein.invoer.getallen import lees_referteloon, lees_uren
from werknemers.domein.invoer.identiteit import lees_personeelsnummer
from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.invoer.kwartaalcel import lees_kwartaal, misschien_een_datum


def lees_loonrij(rij: RuweRij) -> GelezenRij:
    """A row of a sheet that holds nothing else; it never raises."""
    if not rij.cellen:
        return GelezenRij(rij.rijnummer, "", "", "", None, leeg=True)
    cellen = Cellezer(rij)
    nummer = cellen.eis_tekst(Kolom.PERSONEELSNUMMER, lees_personeelsnummer)
    naam = f"{cellen.tekst(Kolom.VOORNAAM)} {cellen.tekst(Kolom.FAMILIENAAM)}".strip()
    opgave = _opgave(cellen)
    return GelezenRij(
        rij.rijnummer,
        nummer,
        naam,
        "",
        None,
        tuple(cellen.meldingen),
        opgave=None if cellen.geweigerd else opgave,
    )


def lees_opgave(cellen: Cellezer) -> GelezenOpgave | None:
    """What a row about an employee says of it: nothing without an amount, and then it says so."""
    if cellen.gevuld(Kolom.REFERTELOON):
        return _opgave(cellen)
    for kolom in (Kolom.KWARTAAL, Kolom.BETAALDE_UREN):
        if cellen.gevuld(kolom):
            cellen.waarschuwing(
                kolom,
                "referteloon_leeg",
                "Er staat geen referteloon bij. Hiervan komt niets binnen.",
            )
            break
    return None


def _opgave(cellen: Cellezer) -> GelezenOpgave | None:
    kwartaal = cellen.eis(Kolom.KWARTAAL, lees_kwartaal)
    referteloon = cellen.eis(Kolom.REFERTELOON, lees_referteloon)
    uren = cellen.lees(Kolom.BETAALDE_UREN, lees_uren)
    if kwartaal is None or referteloon is None:
        return None
    if cellen.ruwe(Kolom.KWARTAAL, misschien_een_datum):
        cellen.waarschuwing(
            Kolom.KWARTAAL,
            "kwartaal_als_datum",
            f"Excel las hier een datum: we nemen {kwartaal}. Bedoel je een ander kwartaal? Schrijf "
            "het dan zo: 2026-K3.",
        )
    return GelezenOpgave(kwartaal, referteloon, uren)

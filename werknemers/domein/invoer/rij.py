"""One raw row read as a person, a contract and an advice, with the rules between its cells."""

from datetime import date

from django.core.exceptions import ValidationError

from gedeeld.weergeven import datum_kort
from werknemers.domein.contracten import contractperiode
from werknemers.domein.insz import eis_geboortedatum, geboortedatum_van
from werknemers.domein.invoer.adviesrij import lees_advies
from werknemers.domein.invoer.cellezer import Cellezer
from werknemers.domein.invoer.contact import lees_email, lees_gsm
from werknemers.domein.invoer.datum import lees_datum, lees_einde
from werknemers.domein.invoer.gegevens import GelezenContract, GelezenRij, Rijgegevens
from werknemers.domein.invoer.gelezenblad import GelezenBlad, RuweRij
from werknemers.domein.invoer.getallen import lees_breuk, lees_loon
from werknemers.domein.invoer.identiteit import lees_insz, lees_personeelsnummer, lees_voornaam
from werknemers.domein.invoer.keuzevelden import lees_soort_contract, lees_voertaal
from werknemers.domein.invoer.kolommen import Kolom, is_loonblad
from werknemers.domein.invoer.loonrij import lees_loonrij, lees_opgave
from werknemers.domein.invoer.meldingen import Meldingsernst
from werknemers.domein.invoer.tekst import als_tekst


def lees_rijen(blad: GelezenBlad) -> list[GelezenRij]:
    """All rows of a sheet, read apart from each other."""
    if is_loonblad(blad.kolommen):
        return [lees_loonrij(rij) for rij in blad.rijen]
    einde_vermeld = Kolom.EINDE_CONTRACT in blad.kolommen
    return [lees_rij(rij, einde_vermeld=einde_vermeld) for rij in blad.rijen]


def lees_rij(rij: RuweRij, *, einde_vermeld: bool = True) -> GelezenRij:
    """Read one row; it never raises, what is wrong stands in the remarks."""
    if not rij.cellen:
        return GelezenRij(rij.rijnummer, "", "", "", None, leeg=True)
    cellen = Cellezer(rij)
    nummer = cellen.eis_tekst(Kolom.PERSONEELSNUMMER, lees_personeelsnummer)
    familienaam = cellen.eis_tekst(Kolom.FAMILIENAAM)
    voornaam = cellen.tekst(Kolom.VOORNAAM, lees_voornaam)
    insz = cellen.lees(Kolom.INSZ, lees_insz) or ""
    gegevens = _lees_gegevens(cellen, (nummer, familienaam, voornaam, insz), einde_vermeld)
    return GelezenRij(
        rij.rijnummer,
        nummer,
        f"{voornaam} {familienaam}".strip(),
        insz,
        None if cellen.geweigerd else gegevens,
        tuple(cellen.meldingen),
    )


def _lees_gegevens(
    cellen: Cellezer, wie: tuple[str, str, str, str], einde_vermeld: bool
) -> Rijgegevens | None:
    nummer, familienaam, voornaam, insz = wie
    geboortedatum = _geboortedatum(cellen, insz)
    contract = _contract(cellen, einde_vermeld)
    _eis_geboren(cellen, geboortedatum, contract)
    advies = lees_advies(cellen)
    opgave = lees_opgave(cellen)
    begeleider = cellen.lees(Kolom.BEGELEIDER, als_tekst, Meldingsernst.WAARSCHUWING) or ""
    email = cellen.zacht(Kolom.EMAIL, lees_email)
    gsm = cellen.zacht(Kolom.GSM, lees_gsm)
    # The list of languages is ours, so an employee who speaks another one still comes in.
    voertaal = cellen.lees(Kolom.VOERTAAL, lees_voertaal, Meldingsernst.WAARSCHUWING)
    if contract is None:
        return None
    return Rijgegevens(
        personeelsnummer=nummer,
        familienaam=familienaam,
        voornaam=voornaam,
        insz=insz,
        geboortedatum=geboortedatum,
        begeleider=begeleider.lower() if "@" in begeleider else begeleider,
        email=email,
        gsm=gsm,
        voertaal=voertaal,
        contract=contract,
        advies=advies,
        opgave=opgave,
    )


def _geboortedatum(cellen: Cellezer, insz: str) -> date | None:
    """The birth date of the sheet, else the one in the INSZ; both must agree."""
    datum = cellen.lees(Kolom.GEBOORTEDATUM, lees_datum)
    if not insz:
        return datum
    if datum is None:
        return geboortedatum_van(insz)
    try:
        eis_geboortedatum(insz, datum)
    except ValidationError as fout:
        cellen.fout(Kolom.GEBOORTEDATUM, "geboortedatum_insz", str(fout.message))
    return datum


def _contract(cellen: Cellezer, einde_vermeld: bool) -> GelezenContract | None:
    dienst = cellen.eis_tekst(Kolom.DIENST)
    functie = cellen.zacht(Kolom.FUNCTIE)
    start = cellen.eis(Kolom.START_CONTRACT, lees_datum)
    einde = cellen.lees(Kolom.EINDE_CONTRACT, lees_einde)
    soort = cellen.lees(Kolom.SOORT_CONTRACT, lees_soort_contract)
    breuk = cellen.eis(Kolom.BREUK, lees_breuk)
    loon = cellen.lees(Kolom.MAANDLOON, lees_loon)
    if start is None:
        return None
    try:
        contractperiode(start, einde)
    except ValidationError as fout:
        cellen.fout(Kolom.EINDE_CONTRACT, "einde_voor_start", " ".join(fout.messages))
    if breuk is None:
        return None
    return GelezenContract(dienst, start, einde, einde_vermeld, soort, functie, breuk, loon)


def _eis_geboren(
    cellen: Cellezer, geboortedatum: date | None, contract: GelezenContract | None
) -> None:
    """A birth date on or after the first working day is a typing error, often today's year."""
    if geboortedatum and contract and geboortedatum >= contract.start:
        cellen.fout(
            Kolom.GEBOORTEDATUM,
            "geboortedatum_na_start",
            f"De geboortedatum ({datum_kort(geboortedatum)}) ligt niet voor de start van het "
            f"contract ({datum_kort(contract.start)}). Kijk beide na.",
        )

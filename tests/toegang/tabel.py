"""Which address is open to whom (docs/rechten.md): the table that the sweep holds every URL to."""

from typing import Final

from tests.toegang.adres import (
    ADVIES,
    BEGELEIDT,
    BEGELEIDT_EN_HR,
    BEHEERT,
    BEWERKT,
    BUNDELT,
    CONTRACT,
    DIENST,
    IEDEREEN,
    IMPORT,
    LEIDT,
    MAIL,
    OVER_WERKNEMER,
    SIGNAAL,
    UITVOER,
    VAN_HR,
    WAARNEMING,
    WERKNEMER,
    Adres,
    collega,
    doe,
    lees,
)
from tests.toegang.tabel_bedragen import BEDRAGEN
from tests.toegang.tabel_begeleiding import BEGELEIDING
from tests.toegang.tabel_contract import CONTRACT_EN_PASSAGE
from tests.toegang.tabel_doelen import DOELEN
from tests.toegang.tabel_evaluatie import EVALUATIE
from tests.toegang.tabel_loon import GEBEURTENISSEN, LOONOPGAVEN
from tests.toegang.tabel_notities import NOTITIES
from tests.toegang.tabel_overgang import OVERGANG
from tests.toegang.tabel_parameters import PARAMETERS
from tests.toegang.tabel_plan import PLAN
from tests.toegang.tabel_profiel import PROFIEL
from tests.toegang.tabel_prognose import PROGNOSE
from tests.toegang.tabel_rekenblad import REKENBLAD
from tests.toegang.tabel_scenarios import SCENARIOS
from tests.toegang.tabel_uitstromen import UITSTROMEN
from tests.toegang.tabel_vormingen import VORMINGEN
from tests.toegang.tabel_werk import WERK
from tests.toegang.wereld import Wie


def _signaalvraag() -> Adres:
    return Adres(get=lees(IEDEREEN), post=doe(IEDEREEN), van=SIGNAAL)


TABEL: Final[dict[str, Adres]] = {
    "begin": Adres(get=lees(IEDEREEN, 302), post=doe(IEDEREEN, 302), anders={Wie.OPERATOR: 302}),
    # the daily work
    "trajects:vandaag": Adres(get=lees(IEDEREEN)),
    "trajects:zoeken": Adres(get=lees(IEDEREEN)),
    "trajects:werknemers": Adres(get=lees(IEDEREEN)),
    "trajects:werknemers_zoeken": Adres(get=lees(BEGELEIDT_EN_HR)),
    "trajects:werknemers_xlsx": Adres(get=lees(IEDEREEN)),
    "trajects:werknemer": Adres(get=lees(IEDEREEN), van=WERKNEMER),
    "trajects:logboek": Adres(get=lees(BEGELEIDT), post=doe(BEGELEIDT), van=WERKNEMER),
    "trajects:traject": Adres(get=lees(BEGELEIDT), post=doe(BEGELEIDT), van=WERKNEMER),
    "trajects:plan_pdf": Adres(post=doe(BEGELEIDT_EN_HR, 302), van=WERKNEMER),
    "trajects:signalen": Adres(get=lees(IEDEREEN)),
    "trajects:signalen_xlsx": Adres(get=lees(IEDEREEN)),
    # Signals that are not visible are not chosen: the page comes back and says so.
    "trajects:signalen_opvolgen": Adres(post=doe(IEDEREEN)),
    # What to undo is not what this page gave: it says so.
    "trajects:signalen_ongedaan": Adres(post=doe(IEDEREEN, 302)),
    "trajects:signaal_gezien": Adres(post=doe(IEDEREEN, 302), van=SIGNAAL),
    "trajects:signaal_opnemen": Adres(post=doe(IEDEREEN, 302), van=SIGNAAL),
    "trajects:signaal_heropenen": Adres(post=doe(IEDEREEN, 302), van=SIGNAAL),
    "trajects:signaal_opvolgen": _signaalvraag(),
    "trajects:signaal_uitstellen": _signaalvraag(),
    "trajects:signaal_afhandelen": _signaalvraag(),
    "trajects:uitstroom": Adres(get=lees(BEGELEIDT_EN_HR)),
    "trajects:uitstroom_xlsx": Adres(get=lees(BEGELEIDT_EN_HR)),
    "trajects:documenten": Adres(get=lees(BEGELEIDT_EN_HR)),
    "trajects:plannen_pdf": Adres(post=doe(BUNDELT, 302)),
    **NOTITIES,
    **PLAN,
    **EVALUATIE,
    **PROFIEL,
    **DOELEN,
    **VORMINGEN,
    **UITSTROMEN,
    **WERK,
    **BEGELEIDING,
    **CONTRACT_EN_PASSAGE,
    **LOONOPGAVEN,
    **GEBEURTENISSEN,
    **OVERGANG,
    **PROGNOSE,
    **REKENBLAD,
    **BEDRAGEN,
    **SCENARIOS,
    **PARAMETERS,
    # employees, contracts, advice
    "werknemers:nieuw": Adres(get=lees(BEWERKT), post=doe(BEWERKT)),
    "werknemers:bewerk": Adres(get=lees(BEWERKT), post=doe(BEWERKT), van=WERKNEMER),
    "werknemers:contract_nieuw": Adres(get=lees(BEWERKT), post=doe(BEWERKT), van=WERKNEMER),
    "werknemers:contract_bewerk": Adres(get=lees(BEWERKT), post=doe(BEWERKT), van=CONTRACT),
    "werknemers:advies_nieuw": Adres(get=lees(BEWERKT), post=doe(BEWERKT), van=WERKNEMER),
    "werknemers:advies_bewerk": Adres(get=lees(BEWERKT), post=doe(BEWERKT), van=ADVIES),
    "werknemers:advies_verwijder": Adres(get=lees(BEWERKT), post=doe(BEWERKT), van=ADVIES),
    "werknemers:advies_berekening": Adres(get=lees(BEWERKT), vraag=OVER_WERKNEMER),
    "werknemers:diensten": Adres(get=lees(LEIDT), post=doe(LEIDT)),
    "werknemers:dienst_bewerk": Adres(get=lees(LEIDT), post=doe(LEIDT), van=DIENST),
    # the import
    "werknemers:import": Adres(get=lees(BEWERKT), post=doe(BEWERKT)),
    "werknemers:import_leeg": Adres(get=lees(BEWERKT)),
    "werknemers:importblad": Adres(post=doe(BEWERKT, 302)),
    "werknemers:import_nakijken": Adres(get=lees(BEWERKT), post=doe(BEWERKT), van=IMPORT),
    "werknemers:import_bladen": Adres(post=doe(BEWERKT, 302), van=IMPORT),
    "werknemers:import_kolommen": Adres(get=lees(BEWERKT), post=doe(BEWERKT), van=IMPORT),
    "werknemers:import_diensten": Adres(post=doe(BEWERKT, 302), van=IMPORT),
    "werknemers:import_bevestig": Adres(post=doe(BEWERKT, 302), van=IMPORT),
    "werknemers:import_opnieuw": Adres(post=doe(BEWERKT, 302), van=IMPORT),
    "werknemers:import_ongedaan": Adres(post=doe(BEWERKT, 302), van=IMPORT),
    "werknemers:import_geweigerd": Adres(get=lees(BEWERKT), van=IMPORT),
    # administration
    "regels:startpakketten": Adres(get=lees(IEDEREEN)),
    "gebruikers:beheer": Adres(get=lees(BEWERKT)),
    "gebruikers:gebruikers": Adres(get=lees(BEHEERT)),
    "gebruikers:gebruiker_nieuw": Adres(get=lees(BEHEERT), post=doe(BEHEERT)),
    "gebruikers:gebruiker_bewerk": Adres(get=lees(BEHEERT), post=doe(BEHEERT), van=collega),
    "gebruikers:gebruiker_uitnodigen": Adres(post=doe(BEHEERT, 302), van=collega),
    "gebruikers:organisatie": Adres(get=lees(LEIDT)),
    "gebruikers:organisatie_gegevens": Adres(post=doe(BEHEERT)),
    "gebruikers:organisatie_drempels": Adres(post=doe(LEIDT)),
    "gebruikers:waarnemingen": Adres(get=lees(LEIDT)),
    "gebruikers:waarneming_nieuw": Adres(get=lees(LEIDT), post=doe(LEIDT)),
    "gebruikers:waarneming_stop": Adres(post=doe(LEIDT, 302), van=WAARNEMING),
    "gebruikers:uitvoer": Adres(get=lees(IEDEREEN), van=UITVOER, anders=VAN_HR),
    "gebruikers:uitvoer_bestand": Adres(get=lees(IEDEREEN), van=UITVOER, anders=VAN_HR),
    "gebruikers:taken": Adres(get=lees(LEIDT)),
    "gebruikers:mails_vervallen": Adres(post=doe(LEIDT, 302)),
    "gebruikers:mail_opnieuw": Adres(post=doe(LEIDT, 302), van=MAIL),
    "gebruikers:mail_niet_meer": Adres(post=doe(LEIDT, 302), van=MAIL),
}

# Who is not logged in comes here: (GET, POST). All of them are about oneself or about nobody.
OPEN: Final[dict[str, tuple[int, int]]] = {
    "gedeeld:gezondheid": (200, 405),
    "account_login": (200, 200),
    "account_logout": (302, 302),
    "account_signup": (200, 200),  # says whom to ask
    "account_inactive": (200, 405),
    "account_reset_password": (200, 200),
    "account_reset_password_done": (200, 405),
    "account_reset_password_from_key": (200, 200),
    "account_reset_password_from_key_done": (200, 405),
}

# For whoever is logged in, the operator too, and about nobody else: (GET, POST).
EIGEN_ACCOUNT: Final[dict[str, tuple[int, int]]] = {
    "account_change_password": (200, 200),
    "account_set_password": (302, 302),
    "account_reauthenticate": (200, 200),
}

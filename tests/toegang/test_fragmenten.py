"""One template serves page and fragment: what htmx gets stands, letter for letter, in the page."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from tests.toegang.tabel import TABEL
from tests.toegang.wereld import ROL_VAN, Wereld, Wie, clients, maak_wereld
from werknemers.models import Importopdracht

pytestmark = pytest.mark.django_db
LEZERS = (Wie.COORDINATOR, Wie.BEHEERDER, Wie.HR)
PAGINAS = {naam: adres for naam, adres in TABEL.items() if adres.get and adres.get.antwoord == 200}
ANDERS = {
    "trajects:notitie_nieuw": "A window has a button to close it, and its links stay inside.",
}
FRAGMENTEN = {
    "financiering:betaald_kwartaal",
    "financiering:instroom",
    "financiering:paneel",
    "financiering:prognose",
    "financiering:scenario_vergelijk",
    "financiering:steun",
    "financiering:verlenging",
    "financiering:verloop",
    "trajects:actie_bewerk",
    "trajects:actie_gedaan",
    "trajects:actie_nieuw",
    "trajects:actie_vervallen",
    "trajects:acties",
    "trajects:bord",
    "trajects:bord_verplaats",
    "trajects:competentieronde",
    "trajects:contracteinde",
    "trajects:documenten",
    "trajects:deelnemers_zoeken",
    "trajects:doel_bewerk",
    "trajects:doel_nieuw",
    "trajects:doel_sluit",
    "trajects:dossiers",
    "trajects:draag_over",
    "trajects:inschrijving",
    "trajects:einde_bewerk",
    "trajects:einde_intrek",
    "trajects:einde_nieuw",
    "trajects:evaluatie_gehouden",
    "trajects:evaluatie_heropenen",
    "trajects:evaluatie_verslag",
    "trajects:evaluatie_verzetten",
    "trajects:evaluatie_vrijstellen",
    "trajects:jobdoelwit_bewerk",
    "trajects:jobdoelwit_kies",
    "trajects:logboek",
    "trajects:notities",
    "trajects:nazorg",
    "trajects:openheid",
    "trajects:planbespreking_bewerk",
    "trajects:planbespreking_nieuw",
    "trajects:planbespreking_verwijder",
    "trajects:planversie_bewerk",
    "trajects:planversie_nieuw",
    "trajects:planversie_verwijder",
    "trajects:randvoorwaarde_bewerk",
    "trajects:verzoektekst_bewerk",
    "trajects:score_bewerk",
    "trajects:score_verwijder",
    "trajects:overdracht_bewerk",
    "trajects:overdracht_nieuw",
    "trajects:overdracht_verwijder",
    "trajects:signaal_afhandelen",
    "trajects:signaal_opvolgen",
    "trajects:signaal_uitstellen",
    "trajects:signalen",
    "trajects:sjabloon_toepassen",
    "trajects:sollicitatie_bewerk",
    "trajects:sollicitatie_nieuw",
    "trajects:sollicitatie_verwijder",
    "trajects:stage_bewerk",
    "trajects:stage_nieuw",
    "trajects:stage_verwijder",
    "trajects:talent_nieuw",
    "trajects:talent_weg",
    "trajects:team_bewerk",
    "trajects:toestemming_deel",
    "trajects:toestemming_geef",
    "trajects:toestemming_intrek",
    "trajects:traject",
    "trajects:adviesdagen",
    "trajects:uitgestroomd",
    "trajects:uitstroom",
    "trajects:uitstroom_bewerk",
    "trajects:uitstroom_nieuw",
    "trajects:uitstroom_weg",
    "trajects:vormingen",
    "trajects:vormingen_overzicht",
    "trajects:werkgevers",
    "trajects:werkgevers_voorstellen",
    "trajects:werknemers",
    "trajects:werknemers_zoeken",
    "trajects:zoeken",
    "werknemers:advies_berekening",
    "werknemers:import_nakijken",
}
_TOKENS = re.compile(r'<input type="hidden" name="csrfmiddlewaretoken" value="\w+">')


def _zonder_wat_elke_keer_anders_is(html: str) -> str:
    return " ".join(_TOKENS.sub("", html).split())


def _bladen(naam: str, wereld: Wereld, browsers: dict[Wie, Client]) -> tuple[str, str] | None:
    """The page and what htmx gets at the same address; None when that is the whole page too."""
    adres = PAGINAS[naam]
    lezer = next(wie for wie in LEZERS if adres.get and ROL_VAN[wie] in adres.get.rollen)
    url, vraag = reverse(naam, kwargs=adres.van(wereld)), adres.vraag(wereld)
    pagina = browsers[lezer].get(url, vraag)
    if pagina.status_code != 200 or not pagina["Content-Type"].startswith("text/html"):
        return None
    fragment = browsers[lezer].get(url, vraag, headers={"HX-Request": "true"})
    if "<html" in fragment.content.decode():
        return None
    return pagina.content.decode(), fragment.content.decode()


def test_every_fragment_is_in_the_page_as_it_is() -> None:
    wereld = maak_wereld()
    wereld.importopdracht.status = Importopdracht.Status.WACHT  # the page that shows progress
    wereld.importopdracht.save()
    browsers = clients(wereld)
    fragmenten, anders = set(), set()
    for naam in PAGINAS:
        if (bladen := _bladen(naam, wereld, browsers)) is None:
            continue
        pagina, fragment = (_zonder_wat_elke_keer_anders_is(blad) for blad in bladen)
        fragmenten.add(naam)
        if not fragment or fragment not in pagina:
            anders.add(naam)
    assert anders == set(ANDERS), "Serve page and fragment from one partial, or list the reason."
    assert fragmenten == FRAGMENTEN | set(ANDERS), "Add a page that got a fragment."

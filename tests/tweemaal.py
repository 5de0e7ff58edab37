"""Every form on an existing record, and what two people fill in at once in the same field."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from tests.toegang.adres import ADVIES, CONTRACT, DIENST, WERKNEMER, Maker, collega, van
from tests.toegang.tabel_bedragen import BRON, OMKADERING
from tests.toegang.tabel_evaluatie import verzoektekst
from tests.toegang.tabel_loon import GEBEURTENIS, LOONOPGAVE
from tests.toegang.wereld import Wereld, Wie

_BEWERKT: Final = (Wie.COORDINATOR, Wie.HR)
_LEIDT: Final = (Wie.COORDINATOR, Wie.BEHEERDER)
_BEHEERT: Final = (Wie.BEHEERDER, Wie.BEHEERDER)
_FONDS: Final = _BEWERKT
_COORDINEERT: Final = (Wie.COORDINATOR, Wie.COORDINATOR)
_UITGELEGD: Final = {"uitgelegd_op": "2026-11-18", "uitgelegd_door": "An", "taal": "nl"}


@dataclass(frozen=True, slots=True)
class Bewerking:
    """Two people fill in another value of the same field.

    `toont` is how the values read for people, where that is not as they are sent. `pagina` is the
    address that shows the form, when that is not where it is sent to; `vraag` is its query.
    `prefix` tells one of several forms on a page. `in_plaats`: htmx can put the form in a page.
    `stap`: the form takes a step, so that with the version of the other nothing is left to do.
    """

    veld: str
    een: str
    twee: str
    van: Maker = WERKNEMER
    wie: tuple[Wie, Wie] = (Wie.BEGELEIDER, Wie.COORDINATOR)
    toont: tuple[str, str] | None = None
    mee: dict[str, str] = field(default_factory=dict)
    pagina: str = ""
    vraag: str = ""
    prefix: Callable[[Wereld], str] = lambda _: ""
    in_plaats: bool = True
    stap: bool = False

    @property
    def woorden(self) -> tuple[str, str]:
        return self.toont or (self.een, self.twee)


def plan(naam: str) -> Maker:
    """The key of something in the plan, or of what the organisation keeps for it."""
    return lambda wereld: {"pk": getattr(wereld.plan, naam).pk}


def geld(naam: str) -> Maker:
    """The key of something that the funding counts with."""
    return lambda wereld: {"pk": getattr(wereld.geld, naam).pk}


def in_scenario(wereld: Wereld) -> dict[str, object]:
    return {"pk": wereld.geld.scenario.pk, "werknemer": wereld.werknemer.pk}


def randvoorwaarde(wereld: Wereld) -> dict[str, object]:
    return {"pk": wereld.werknemer.pk, "thema": wereld.plan.randvoorwaarde.thema}


def _niets(_: Wereld) -> dict[str, object]:
    return {}


_PLAN: Final = {
    "trajects:jobdoelwit_bewerk": Bewerking("titel", "bakker", "hovenier"),
    "trajects:traject": Bewerking(
        "beoogde_uitstroom", "2027-01-04", "2027-02-01", toont=("04/01/2027", "01/02/2027")
    ),
    # Without a proposal the form shows the phase as it is.
    "trajects:bord_verplaats": Bewerking(
        "fase",
        "stage",
        "jobmatching",
        van=van("traject"),
        vraag="?naar=",
        mee={"reden": "Het past."},
        stap=True,
    ),
    "trajects:team_bewerk": Bewerking("collega_coach", "Dirk Wouters jr.", "Els Smet"),
    "trajects:openheid": Bewerking(
        "erkend_op",
        "2026-11-20",
        "2026-11-21",
        van=CONTRACT,
        wie=(Wie.BEGELEIDER, Wie.HR),
        toont=("20/11/2026", "21/11/2026"),
        mee=_UITGELEGD,
    ),
    "trajects:planbespreking_bewerk": Bewerking(
        "ondertekend_op",
        "2026-11-20",
        "2026-11-21",
        van=plan("bespreking"),
        wie=(Wie.BEGELEIDER, Wie.HR),
        toont=("20/11/2026", "21/11/2026"),
    ),
    "trajects:evaluatie_verslag": Bewerking(
        "afspraken", "Elke maand bellen", "Elke week bellen", van=plan("evaluatiemoment")
    ),
    "trajects:einde_bewerk": Bewerking(
        "opmerking", "Nog vakantie", "Geen vakantie meer", van=van("einde"), wie=_BEWERKT
    ),
    "trajects:overdracht_bewerk": Bewerking(
        "afspraken", "Elke maandag bellen", "Elke vrijdag bellen", van=plan("overdracht")
    ),
    "trajects:doel_bewerk": Bewerking("titel", "Rijbewijs", "Eigen woonst", van=plan("doel")),
    "trajects:doel_sluit": Bewerking("resultaat", "Het lukt", "Het lukt goed", van=plan("doel")),
    "trajects:actie_bewerk": Bewerking("wat", "CV maken", "Brief maken", van=plan("actie")),
    "trajects:actie_gedaan": Bewerking("resultaat", "Het cv is af", "Bijna", van=plan("actie")),
    "trajects:actie_vervallen": Bewerking("reden", "Verhuisd", "Al geregeld", van=plan("actie")),
}
_OVERGANG: Final = {
    "trajects:uitstroom_bewerk": Bewerking(
        "reden", "Een vast contract", "Dichter bij huis", van=plan("uitstroom")
    ),
    "trajects:nazorg": Bewerking(
        "wat_gedaan", "Gebeld", "Langsgegaan", van=plan("nazorg"), mee={"resultaat": "zelfde"}
    ),
    "trajects:stage_bewerk": Bewerking("taak", "Afwassen", "Snijden", van=plan("stage")),
    "trajects:sollicitatie_bewerk": Bewerking(
        "vacature", "kok", "hulpkok", van=plan("sollicitatie")
    ),
}
_PROFIEL: Final = {
    "trajects:score_bewerk": Bewerking("voorbeeld", "Kwam op tijd", "Belde af", van=plan("score")),
    "trajects:randvoorwaarde_bewerk": Bewerking(
        "toelichting", "Zoekt een fiets", "Neemt de bus", van=randvoorwaarde
    ),
    "trajects:verzoektekst_bewerk": Bewerking(
        "tekst", "Snijden en afwassen", "Snijden en opdienen", van=verzoektekst
    ),
    "trajects:planversie_bewerk": Bewerking(
        "aanleiding",
        "Bij de start",
        "Na een jaar",
        van=plan("planversie"),
        mee={"op": "2024-03-01"},
    ),
    "trajects:competentie_bewerk": Bewerking(
        "naam", "Plannen", "Ordenen", van=plan("competentie"), wie=_COORDINEERT, in_plaats=False
    ),
}
_ORGANISATIE: Final = {
    "trajects:werkgever_bewerk": Bewerking(
        "naam", "De Linde", "De Eik", van=plan("werkgever"), in_plaats=False
    ),
    "trajects:vorming_bewerk": Bewerking(
        "titel", "Hygiëne", "Nederlands", van=plan("vorming"), in_plaats=False
    ),
    "trajects:vorming_fonds": Bewerking(
        "fonds_waarom", "Open aanbod", "Eigen lesgever", van=plan("vorming"), wie=_FONDS,
        in_plaats=False,
    ),
    "trajects:vorming_aanwezigheid": Bewerking(
        "attest", "HACCP", "VCA", van=plan("vorming"), in_plaats=False,
        prefix=lambda wereld: f"d{wereld.plan.deelname.pk}-",
    ),
    "trajects:deelname": Bewerking(
        "attest", "HACCP", "VCA", van=plan("deelname"), in_plaats=False
    ),
    "trajects:sjabloon_bewerk": Bewerking(
        "naam", "Kort", "Lang", van=plan("sjabloon"), wie=_COORDINEERT, in_plaats=False
    ),
    "trajects:sjabloonregel": Bewerking(
        "wat", "Bellen", "Langsgaan", van=plan("sjabloonregel"), wie=_COORDINEERT, in_plaats=False
    ),
    "trajects:passage_nieuw": Bewerking(
        "tekst", "Een opstap.", "Een brug.", van=_niets, wie=_BEWERKT, in_plaats=False
    ),
    "gebruikers:organisatie_drempels": Bewerking(
        "drempels", "12, 6", "12, 3", van=_niets, wie=_LEIDT,
        pagina="gebruikers:organisatie", in_plaats=False,
    ),
    "gebruikers:organisatie_gegevens": Bewerking(
        "naam", "De Lepel", "De Vork", van=_niets, wie=_BEHEERT,
        pagina="gebruikers:organisatie", in_plaats=False,
    ),
    "gebruikers:gebruiker_bewerk": Bewerking(
        "naam", "Peeters", "Pieters", van=collega, wie=_BEHEERT, in_plaats=False
    ),
}  # fmt: skip
_GELD: Final = {
    "financiering:scenario_wijzig": Bewerking(
        "naam", "Krap", "Ruim", van=geld("scenario"), wie=_BEWERKT, in_plaats=False
    ),
    "financiering:scenario_werknemer": Bewerking(
        "laatste_dag", "2027-08-31", "2027-09-30", van=in_scenario, wie=_BEWERKT,
        toont=("31/08/2027", "30/09/2027"), in_plaats=False,
    ),
    "financiering:scenarioinstroom": Bewerking(
        "aantal", "2", "3", van=geld("instroom"), wie=_BEWERKT, in_plaats=False
    ),
    "financiering:scenarioblad": Bewerking(
        "bedrag", "100,00", "200,00", van=geld("blad"), wie=_BEWERKT, in_plaats=False
    ),
}  # fmt: skip
_WERKNEMERS: Final = {
    "werknemers:bewerk": Bewerking(
        "familienaam", "Benali", "Ben Ali", wie=_BEWERKT, in_plaats=False
    ),
    "werknemers:contract_bewerk": Bewerking(
        "functie", "kok", "chef", van=CONTRACT, wie=_BEWERKT, in_plaats=False
    ),
    "werknemers:loonopgave_bewerk": Bewerking(
        "betaalde_uren", "380,00", "390,00", van=LOONOPGAVE, wie=_BEWERKT, in_plaats=False
    ),
    "werknemers:gebeurtenis_bewerk": Bewerking(
        "gevraagd_op",
        "2026-11-03",
        "2026-11-04",
        van=GEBEURTENIS,
        wie=_BEWERKT,
        toont=("03/11/2026", "04/11/2026"),
        in_plaats=False,
    ),
    "werknemers:advies_bewerk": Bewerking(
        "begeleidingsniveau", "laag", "hoog", van=ADVIES, wie=_BEWERKT, in_plaats=False
    ),
    "werknemers:dienst_bewerk": Bewerking(
        "naam", "Keuken", "Tuin", van=DIENST, wie=_LEIDT, in_plaats=False
    ),
}
_BEDRAGEN: Final = {
    "financiering:bedrag_bewerk": Bewerking(
        "omschrijving", "stad Gent", "provincie", van=BRON, wie=_BEWERKT, in_plaats=False
    ),
    "financiering:bedrag_einde": Bewerking(
        "laatste_dag", "2027-03-31", "2027-06-30", van=OMKADERING, wie=_BEWERKT,
        toont=("31/03/2027", "30/06/2027"), in_plaats=False,
    ),
}  # fmt: skip
BEWERKINGEN: Final = {
    **_PLAN, **_OVERGANG, **_PROFIEL, **_ORGANISATIE, **_GELD, **_WERKNEMERS, **_BEDRAGEN,
}  # fmt: skip
# Forms on a record without a field that two people could fill in differently, with the reason.
ZONDER_VELD: Final = {
    "Heropenformulier": "It holds nothing but what the user saw; test_evaluatiemomenten tests it.",
    "Actiesluiting": "The ground of Gedaanformulier and Vervallenformulier, which have rows.",
    "_Postformulier": "The ground of Bronformulier and Omkaderingformulier.",
    "_Vraagformulier": "The ground of Vervolgformulier, Eindeformulier and Wegformulier.",
    "Omkaderingformulier": "It stands at the address of Bronformulier; test_bedragen tests it.",
    "_Deelformulier": "The ground of Instroomformulier and Bladformulier, which have rows.",
    "Scenarioverwijdering": "It holds nothing but what the user saw; test_scenarios tests it.",
    "Scoreverwijdering": "It holds nothing but what the user saw; test_competenties tests it.",
    "Betalingwegformulier": "It holds nothing but what the user saw; test_betaald tests it.",
    "Loonopgaveverwijdering": "It holds nothing but what the user saw; tests/werknemers tests it.",
    "Wegformulier": "It holds nothing but what the user saw; test_bedragen tests it.",
    "Vergissingformulier": "It asks where the trajectory goes; tests/trajects tests it.",
    "Vervolgformulier": "It asks for another amount beside this one; test_bedragen tests it.",
    "Nakijkformulier": "The ground of the forms on employees, contracts, advice and wage records.",
    "Verwijderformulier": "It holds nothing at all; the tests of what it removes test it.",
    "Gebeurtenisverwijdering": "It holds nothing but what the user saw; tests/werknemers tests it.",
    "Intrekkingformulier": "What was withdrawn is not withdrawn again; tests/trajects tests it.",
    "Adviesverwijdering": "It holds nothing but what the user saw; tests/werknemers tests it.",
}

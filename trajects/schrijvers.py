"""What the trail keeps of the path of an employee.

`verzwegen` is what people tell each other in confidence: the text of a note, of a precondition, of
a signal, the example beside a score. Everything else about a person is `spoor`, and so kept where
retention can empty it.
"""

from hashlib import sha256
from typing import Final

from gedeeld.schrijver import Schrijver
from gedeeld.versleuteling import OnleesbareWaarde, ontsleutel_bytes
from trajects import models

_VAN_WERKNEMER: Final = "werknemer_id"

# --- the trajectory and its plan -------------------------------------------------------------
TRAJECTEN: Final = Schrijver(
    models.Traject,
    persoon=_VAN_WERKNEMER,
    spoor=("werknemer", "fase", "beoogde_uitstroom", "gestart_op", "samenvatting", "reden"),
)
JOBDOELWITTEN: Final = Schrijver(
    models.Jobdoelwit,
    persoon="traject.werknemer_id",
    spoor=(
        "traject",
        "titel",
        "sector",
        "soort_werk",
        "waarom",
        "haalbaarheid",
        "wat_ontbreekt",
        "van",
        "tot",
        "reden_van_wijziging",
    ),
)
DOELEN: Final = Schrijver(
    models.Doel,
    persoon="traject.werknemer_id",
    spoor=("traject", "titel", "thema", "tegen", "stand", "resultaat"),
)
ACTIES: Final = Schrijver(
    models.Actie,
    persoon=_VAN_WERKNEMER,
    spoor=(
        "werknemer",
        "traject",
        "doel",
        "randvoorwaarde",
        "notitie",
        "sjabloonregel",
        "wat",
        "wie",
        "wie_naam",
        "tegen",
        "stand",
        "resultaat",
        "gedaan_op",
    ),
)
RANDVOORWAARDEN: Final = Schrijver(
    models.Randvoorwaarde,
    persoon=_VAN_WERKNEMER,
    spoor=("werknemer", "thema", "stand"),
    verzwegen=("toelichting",),
)
COMPETENTIESCORES: Final = Schrijver(
    models.Competentiescore,
    persoon=_VAN_WERKNEMER,
    spoor=("werknemer", "competentie", "datum", "score_begeleider", "score_werknemer", "door"),
    verzwegen=("voorbeeld",),
)
TALENTEN: Final = Schrijver(
    models.Talent,
    persoon=_VAN_WERKNEMER,
    spoor=("werknemer", "woorden", "toegevoegd_op", "weggehaald_op"),
)

PLANBESPREKINGEN: Final = Schrijver(
    models.Planbespreking,
    persoon=_VAN_WERKNEMER,
    spoor=(
        "werknemer",
        "besproken_op",
        "versie",
        "bewijs",
        "taal",
        "met_tolk",
        "antwoord",
        "ondertekend_op",
        "door",
    ),
)

# What kept somebody away, and what was agreed, was said in confidence.
EVALUATIEMOMENTEN: Final = Schrijver(
    models.Evaluatiemoment,
    persoon="traject.werknemer_id",
    eerst=("traject",),
    spoor=("traject", "gepland_op", "stand", "afgehandeld_op", "door"),
    verzwegen=("reden", "afspraken"),
)

# --- talks -----------------------------------------------------------------------------------
NOTITIES: Final = Schrijver(
    models.Notitie,
    persoon=_VAN_WERKNEMER,
    spoor=(
        "werknemer",
        "auteur",
        "soort",
        "datum",
        "themas",
        "duur_minuten",
        "vertrouwelijk",
        "vervangt",
    ),
    verzwegen=("tekst",),
)


def vingerafdruk(inhoud: bytes) -> str:
    """Proof of which file it was, long after it is gone."""
    return sha256(inhoud).hexdigest()


def _vingerafdruk_van(bijlage: models.Bijlage) -> dict[str, str]:
    try:
        return {"sha256": vingerafdruk(ontsleutel_bytes(bytes(bijlage.inhoud)))}
    except OnleesbareWaarde:
        return {"sha256": "onleesbaar"}


BIJLAGEN: Final = Schrijver(
    models.Bijlage,
    persoon="werknemer_id",
    organisatie="organisatie_id",
    bij_verwijderen=_vingerafdruk_van,
    spoor=(
        "notitie",
        "deelname",
        "vorming",
        "bestandsnaam",
        "soort",
        "grootte",
        "door",
        "sha256",
    ),
    verzwegen=("inhoud",),
)
PASSAGETOELICHTINGEN: Final = Schrijver(
    models.Passagetoelichting,
    persoon="contract.werknemer_id",
    spoor=(
        "contract",
        "passage",
        "uitgelegd_op",
        "uitgelegd_door",
        "taal",
        "met_tolk",
        "erkend_op",
    ),
)
SIGNALEN: Final = Schrijver(
    models.Signaal,
    persoon=_VAN_WERKNEMER,
    # What is about the organisation has no employee.
    organisatie="organisatie_id",
    spoor=(
        "werknemer",
        "soort",
        "onderwerp",
        "drempel",
        "urgentie",
        "dag",
        "sinds",
        "voor",
        "status",
        "ontstaan_op",
        "opgevolgd_door",
        "uitgesteld_tot",
        "afgesloten_op",
        "gemeld_op",
        "doorgegeven_op",
    ),
    verzwegen=("toelichting", "wat"),
)

# --- work and training -----------------------------------------------------------------------
STAGES: Final = Schrijver(
    models.Stage,
    persoon=_VAN_WERKNEMER,
    spoor=("werknemer", "werkgever", "periode", "taak", "evaluatie", "resultaat", "attest"),
)
SOLLICITATIES: Final = Schrijver(
    models.Sollicitatie,
    persoon=_VAN_WERKNEMER,
    spoor=("werknemer", "werkgever", "vacature", "datum", "stand", "terugkoppeling"),
)
# The person to talk to at an employer is somebody too.
WERKGEVERS: Final = Schrijver(
    models.Werkgever,
    organisatie="organisatie_id",
    wisbaar=True,
    spoor=(
        "organisatie",
        "naam",
        "kbo_nummer",
        "sector",
        "gemeente",
        "contactpersoon",
        "telefoon",
        "email",
        "afspraken",
        "actief",
    ),
)
VORMINGEN: Final = Schrijver(
    models.Vormingsactie,
    organisatie="organisatie_id",
    wisbaar=True,
    spoor=(
        "organisatie",
        "titel",
        "thema",
        "aanbieder",
        "formule",
        "periode",
        "uren",
        "kost",
        "geannuleerd",
        "fondsoordeel",
        "fonds_waarom",
        "gevraagd_op",
        "beslist_op",
        "bedrag_gevraagd",
        "bedrag_toegekend",
        "bedrag_betaald",
    ),
)
DEELNAMES: Final = Schrijver(
    models.Deelname,
    persoon=_VAN_WERKNEMER,
    eerst=("vorming",),
    spoor=("vorming", "werknemer", "stand", "uren", "resultaat", "attest", "attest_vervalt_op"),
)

# --- leaving, and the year after -------------------------------------------------------------
OVERDRACHTEN: Final = Schrijver(
    models.Overdracht,
    persoon=_VAN_WERKNEMER,
    spoor=(
        "werknemer",
        "werkgever",
        "gesprek_gepland_op",
        "gesprek_gehouden_op",
        "deelnemers",
        "afspraken",
        "gedaan",
    ),
)
TOESTEMMINGEN: Final = Schrijver(
    models.Toestemming,
    persoon="overdracht.werknemer_id",
    spoor=("overdracht", "wat", "gegeven_op", "wijze", "gedeeld_op", "ingetrokken_op"),
)
UITSTROMEN: Final = Schrijver(
    models.Uitstroom,
    persoon=_VAN_WERKNEMER,
    eerst=("werknemer",),
    spoor=(
        "werknemer",
        "traject",
        "datum",
        "bestemming",
        "werkgever",
        "functie",
        "soort_contract",
        "breuk",
        "initiatief",
        "reden",
        "motief",
    ),
)
NAZORGMOMENTEN: Final = Schrijver(
    models.Nazorgmoment,
    persoon="uitstroom.werknemer_id",
    spoor=("uitstroom", "weken", "resultaat", "gemeten_op", "wat_gedaan"),
)

# --- between counsellors ---------------------------------------------------------------------
BEGELEIDERSWISSELS: Final = Schrijver(
    models.Begeleiderswissel,
    persoon=_VAN_WERKNEMER,
    spoor=(
        "werknemer",
        "van",
        "naar",
        "door",
        "op",
        "risicos",
        "bevestigd_op",
        "bevestigd_door",
    ),
    verzwegen=("blad",),
)
BEGELEIDINGSTEAMS: Final = Schrijver(
    models.Begeleidingsteam,
    persoon=_VAN_WERKNEMER,
    spoor=(
        "werknemer",
        "gekwalificeerd_begeleider",
        "kwalificatie",
        "begeleider_sinds",
        "is_extern",
        "collega_coach",
    ),
)

# --- what VDAB is asked ----------------------------------------------------------------------
VERZOEKTEKSTEN: Final = Schrijver(
    models.Verzoektekst,
    persoon=_VAN_WERKNEMER,
    spoor=("werknemer", "kop"),
    verzwegen=("tekst",),
)
PLANVERSIES: Final = Schrijver(
    models.Planversie, persoon=_VAN_WERKNEMER, spoor=("werknemer", "op", "aanleiding")
)

# --- the calendar of a user ------------------------------------------------------------------
AGENDAKOPPELINGEN: Final = Schrijver(
    models.Agendakoppeling,
    organisatie="gebruiker.organisatie_id",
    wisbaar=True,
    spoor=("gebruiker", "titels", "gemaakt_op"),
    verzwegen=("sleutelhash",),
)

# --- what an organisation sets up ------------------------------------------------------------
COMPETENTIES: Final = Schrijver(
    models.Competentie,
    organisatie="organisatie_id",
    spoor=("organisatie", "naam", "omschrijving", "volgorde", "actief"),
)
PASSAGES: Final = Schrijver(
    models.Contractpassage,
    organisatie="organisatie_id",
    spoor=("organisatie", "versie", "vanaf", "door"),
    verzwegen=("tekst", "toelichting"),
)
SJABLONEN: Final = Schrijver(
    models.Plansjabloon,
    organisatie="organisatie_id",
    spoor=("organisatie", "naam", "omschrijving", "jaren", "kopie_van", "actief"),
)
SJABLOONREGELS: Final = Schrijver(
    models.Sjabloonregel,
    organisatie="sjabloon.organisatie_id",
    spoor=("sjabloon", "doel", "thema", "wat", "wie", "anker", "dagen"),
)

"""What the trail keeps of organisations and the people who work with the program."""

from typing import Final

from gebruikers.models import Gebruiker, Organisatie, Waarneming
from gedeeld.models import UitgaandeMail
from gedeeld.schrijver import Schrijver

ORGANISATIES: Final = Schrijver(
    Organisatie, organisatie="pk", spoor=("code", "naam", "kbo_nummer", "drempels")
)
GEBRUIKERS: Final = Schrijver(
    Gebruiker,
    organisatie="organisatie_id",
    wisbaar=True,
    spoor=(
        "organisatie",
        "email",
        "voornaam",
        "naam",
        "rol",
        "is_active",
        "is_staff",
        "is_superuser",
    ),
    verzwegen=("password", "last_login"),
)
WAARNEMINGEN: Final = Schrijver(
    Waarneming,
    organisatie="begeleider.organisatie_id",
    wisbaar=True,
    spoor=("begeleider", "vervanger", "periode"),
)
# Only what somebody decides about a mail; that it is made and sent, its own row says.
MAILS: Final = Schrijver(
    UitgaandeMail,
    organisatie="organisatie_id",
    spoor=(
        "organisatie",
        "niet_voor",
        "proberen_tot",
        "geldig_tot",
        "pogingen",
        "verstuurd_op",
        "opgegeven_op",
        "afgezien_op",
        "soort_fout",
    ),
    verzwegen=("sleutel", "aan", "onderwerp", "tekst", "na_verval", "fout"),
)

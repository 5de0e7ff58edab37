"""What one row says, once it could be read: typed, complete and consistent within itself."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode
from regels.keuzes import SoortAdvies
from werknemers.domein.invoer.meldingen import Melding, Meldingsernst
from werknemers.keuzes import Begeleidingsniveau, SoortContract, Voertaal


@dataclass(frozen=True, slots=True)
class GelezenContract:
    """`einde_vermeld` tells whether the sheet has the column: only then does an empty end mean
    an open one. Other values that the sheet leaves empty are None or ""."""

    dienst: str
    start: date
    einde: date | None
    einde_vermeld: bool
    soort: SoortContract | None
    functie: str
    tewerkstellingsbreuk: Decimal
    bruto_maandloon: Decimal | None


@dataclass(frozen=True, slots=True)
class GelezenAdvies:
    """`periode` is the computed one, `einde` the last day that the sheet names; `niveau` and
    `einde` are None when the sheet leaves them empty."""

    soort: SoortAdvies
    besluitdatum: date
    periode: Periode
    niveau: Begeleidingsniveau | None
    einde: date | None = None


@dataclass(frozen=True, slots=True)
class GelezenOpgave:
    """What the payroll office counted; `betaalde_uren` None: the sheet does not say."""

    kwartaal: Kwartaal
    referteloon: Decimal
    betaalde_uren: Decimal | None


@dataclass(frozen=True, slots=True)
class Rijgegevens:
    """Empty text and None mean that the sheet does not say, never that something must go."""

    personeelsnummer: str
    familienaam: str
    voornaam: str
    insz: str
    geboortedatum: date | None
    begeleider: str
    email: str
    gsm: str
    voertaal: Voertaal | None
    contract: GelezenContract
    advies: GelezenAdvies | None
    opgave: GelezenOpgave | None = None


@dataclass(frozen=True, slots=True)
class GelezenRij:
    """A row with what there is to say about it. `gegevens` is None when it is empty or refused, and
    in a sheet of wage records: what such a row says is `opgave`.

    `personeelsnummer`, `naam` and `insz` are there as soon as their cells could be read, also
    for a refused row. `blad` names its sheet when more than one is read. `naast` is what a row says
    that was refused for another with the same first day, in another service: of somebody who has
    both contracts it counts all the same. `weggelaten`: somebody chose to leave it out.
    """

    rijnummer: int
    personeelsnummer: str
    naam: str
    insz: str
    gegevens: Rijgegevens | None
    meldingen: tuple[Melding, ...] = ()
    leeg: bool = False
    blad: str = ""
    opgave: GelezenOpgave | None = None
    naast: Rijgegevens | None = None
    weggelaten: bool = False

    @property
    def geweigerd(self) -> bool:
        return any(melding.ernst is Meldingsernst.FOUT for melding in self.meldingen)

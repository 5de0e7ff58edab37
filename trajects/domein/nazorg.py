"""The year after leaving: is the person still at work, and how long does the guarantee last?"""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError

from doorstroom.gedeeld import audit
from doorstroom.gedeeld.gelijktijdig import vergrendel
from doorstroom.gedeeld.periode import plus_maanden
from doorstroom.gedeeld.schendingen import als_zin
from doorstroom.gedeeld.tijd import vandaag
from doorstroom.gedeeld.uitleg import Uitleg
from doorstroom.gedeeld.weergeven import datum_voluit, meervoud, nog_tot
from gebruikers.models import Gebruiker
from regels.domein.parameters import Parameters, laad_parameters
from regels.keuzes import Parametercode
from trajects.models import Nazorgmoment, Uitstroom


@dataclass(frozen=True, slots=True)
class Nazorgregel:
    """A moment as the page shows it: colour and word of its state together."""

    moment: Nazorgmoment
    toestand: str
    woord: str


@dataclass(frozen=True, slots=True)
class Nazorgbeeld:
    """`duurzaam` None: not measured yet. `garantie` is the last day of the return guarantee."""

    uitstroom: Uitstroom
    regels: tuple[Nazorgregel, ...]
    duurzaam: bool | None
    duurzaam_na: int
    garantie: date
    garantie_uitleg: Uitleg

    @property
    def is_klaar(self) -> bool:
        """Every moment was measured."""
        return all(not regel.moment.is_open for regel in self.regels)


def leg_nazorg_vast(
    moment: Nazorgmoment,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    resultaat: str,
    gemeten_op: date,
    wat_gedaan: str,
) -> Nazorgmoment:
    """Write down how somebody fares; `gezien` as in `gelijktijdig.vergrendel`.

    Raises ValidationError by field.
    """
    with als_zin():
        huidig = vergrendel(moment, gezien)
        if gemeten_op > vandaag():
            raise ValidationError({"gemeten_op": "Kies vandaag of een dag die voorbij is."})
        if gemeten_op < huidig.uitstroom.datum:
            raise ValidationError({"gemeten_op": "Deze dag ligt voor de uitstroom."})
        velden = {"resultaat": resultaat, "gemeten_op": gemeten_op, "wat_gedaan": wat_gedaan}
        oud = {veld: getattr(huidig, veld) for veld in velden}
        for veld, waarde in velden.items():
            setattr(huidig, veld, waarde)
        huidig.save()
        audit.leg_vast(
            door=door,
            organisatie_id=huidig.uitstroom.werknemer.organisatie_id,
            actie="nazorg vastgelegd",
            onderwerp=huidig,
            wijzigingen=audit.verschil(oud, velden),
        )
    return huidig


def is_duurzaam(momenten: list[Nazorgmoment], weken: int) -> bool | None:
    """At work at that moment or a later one; None when neither was measured.

    Counted in a queryset by `uitstroomresultaten.DUURZAAM`.
    """
    gemeten = [m for m in momenten if m.weken >= weken and not m.is_open]
    if not gemeten:
        return None
    return min(gemeten, key=lambda moment: moment.weken).aan_het_werk


def nazorgbeeld(uitstroom: Uitstroom, op: date) -> Nazorgbeeld:
    """Two queries: the moments, the parameters of the day of leaving."""
    momenten = list(uitstroom.nazorg.all())
    regels = laad_parameters(uitstroom.datum, uitstroom.werknemer.organisatie_id)
    weken = regels.aantal(Parametercode.DUURZAAM)
    garantie = plus_maanden(uitstroom.datum, regels.aantal(Parametercode.TERUGKEERGARANTIE))
    return Nazorgbeeld(
        uitstroom=uitstroom,
        regels=tuple(_regel(moment, op) for moment in momenten),
        duurzaam=is_duurzaam(momenten, weken),
        duurzaam_na=weken,
        garantie=garantie,
        garantie_uitleg=_garantie_uitleg(uitstroom, garantie, regels, op),
    )


def _regel(moment: Nazorgmoment, op: date) -> Nazorgregel:
    if not moment.is_open:
        toestand = "groen" if moment.aan_het_werk else "grijs"
        return Nazorgregel(moment, toestand, moment.get_resultaat_display())
    if moment.gepland_op > op:
        return Nazorgregel(moment, "grijs", "gepland")
    if moment.gepland_op == op:
        return Nazorgregel(moment, "oranje", "vandaag aan de beurt")
    return Nazorgregel(moment, "rood", "nog te doen")


def _garantie_uitleg(uitstroom: Uitstroom, garantie: date, regels: Parameters, op: date) -> Uitleg:
    regel = regels.regel(Parametercode.TERUGKEERGARANTIE)
    maanden = meervoud(regels.aantal(Parametercode.TERUGKEERGARANTIE), "maand", "maanden")
    return Uitleg(
        antwoord=f"{nog_tot(op, garantie)}, t.e.m. {datum_voluit(garantie)}",
        regel=f"{maanden} na de laatste dag in dienst.",
        invoer=(("Laatste dag in dienst", datum_voluit(uitstroom.datum)),),
        bron=f"{regel.bron.titel} (zekerheid {regel.zekerheid})" if regel else "",
        tegenspraak=regel.toelichting if regel else "",
    )

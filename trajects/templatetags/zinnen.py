"""Sentences about one record of a trajectory whose parts depend on each other."""

from datetime import date

from django import template
from django.utils.safestring import SafeString

from gebruikers.rechten import kan_begeleiden
from gedeeld.templatetags.onderdelen import toestand
from gedeeld.weergeven import datum_voluit, procent
from trajects.kader.werknemerbeeld import Werknemerbeeld
from trajects.keuzes import Signaalstatus, Standdoel, Wie
from trajects.models import (
    Actie,
    Begeleiderswissel,
    Doel,
    Jobdoelwit,
    Overdracht,
    Passagetoelichting,
    Toestemming,
    Uitstroom,
)
from trajects.plan.planvoorstel import Voorstel
from trajects.plan.randvoorwaardenbeeld import Wissel
from trajects.plan_pdf.planinhoud import Planinhoud
from trajects.signalen.inbox import Signaalregel
from werknemers.domein.adviesverhaal import Verhaalregel, verhaal_van
from werknemers.domein.contracteinde.lopend import loopt_af as einde_in_woorden
from werknemers.domein.schijven import bijstellingen, niveaus
from werknemers.keuzes import Begeleidingsniveau
from werknemers.models import Adviesperiode, Arbeidsovereenkomst

register = template.Library()


# --- advice --------------------------------------------------------------------------------------


@register.filter
def verhaal_bij(
    beeld: Werknemerbeeld | Planinhoud, advies: Adviesperiode | None
) -> list[Verhaalregel]:
    """What happened to this advice of the employee; with None what is about no advice."""
    return verhaal_van(beeld.gebeurtenissen, advies)


@register.filter
def niveaus_in_woorden(advies: Adviesperiode) -> str:
    """As in "midden, dan hoog vanaf 1 mei 2027"."""
    delen = niveaus(advies.begeleidingsniveau, bijstellingen(advies), advies.periode)
    (_, eerste), *rest = ((periode, Begeleidingsniveau(niveau).label) for periode, niveau in delen)
    later = (f", dan {niveau} vanaf {datum_voluit(periode.van)}" for periode, niveau in rest)
    return f"{eerste}{''.join(later)}"


@register.filter
def loopt_af(contract: Arbeidsovereenkomst, op: date) -> str:
    return einde_in_woorden(contract, op)


# --- goals and actions ---------------------------------------------------------------------------


@register.filter
def stand_van(actie: Actie) -> str:
    """Against when an open action is, or what became of the others and when."""
    if actie.is_open:
        return f" · tegen {datum_voluit(actie.tegen)}" if actie.tegen else ""
    op = f" op {datum_voluit(actie.gedaan_op)}" if actie.gedaan_op else ""
    return f" · {actie.get_stand_display()}{op}"


@register.filter
def stand_zonder_dag(actie: Actie) -> str:
    """The same where the day it was done says nothing: under the note that it came from."""
    return stand_van(actie) if actie.is_open else f" · {actie.get_stand_display()}"


@register.filter
def te_laat(actie: Actie, op: date) -> bool:
    return actie.is_te_laat(op)


@register.filter
def waarvoor(actie: Actie) -> str:
    """The precondition that the action is for, if it is."""
    voorwaarde = actie.randvoorwaarde
    return f" · voor {voorwaarde.get_thema_display()}" if voorwaarde else ""


@register.filter
def wanneer_voorgesteld(voorstel: Voorstel) -> str:
    """The day, and why it is not the one of the template; without a day, the rule."""
    if not voorstel.tegen:
        return voorstel.regel.wanneer
    want = f", want {datum_voluit(voorstel.was)} is voorbij" if voorstel.was else ""
    return f"tegen {datum_voluit(voorstel.tegen)}{want}"


@register.filter
def standwissel(wissel: Wissel) -> str:
    """How a precondition changed; a talk that changed nothing counts too."""
    if wissel.van == wissel.naar:
        return f"blijft “{wissel.naar}”"
    return f"van “{wissel.van}” naar “{wissel.naar}”"


@register.filter
def beloofd_door(actie: Actie) -> str:
    """Who does it, in the words of the employee."""
    wie = {Wie.WERKNEMER: "Dat doe ik", Wie.BEGELEIDER: "Dat doet mijn begeleider"}
    iemand = f"Dat doet {actie.wie_naam or 'iemand anders'}"
    tegen = f", tegen {datum_voluit(actie.tegen)}" if actie.tegen else ""
    return f"{wie.get(Wie(actie.wie), iemand)}{tegen}."


@register.simple_tag
def doelstand(doel: Doel, op: date) -> SafeString:
    """How it ended, or that it should have; nothing while there is time."""
    if doel.stand == Standdoel.BEREIKT:
        return toestand("groen", "bereikt")
    if doel.stand == Standdoel.LOSGELATEN:
        return toestand("grijs", "losgelaten")
    return toestand("rood", "te laat", als=doel.tegen is not None and doel.tegen < op)


# --- who guides ----------------------------------------------------------------------------------


@register.filter
def begeleid_door(beeld: Werknemerbeeld) -> str:
    """The counsellor, and who stands in today."""
    begeleider = beeld.werknemer.begeleider
    if begeleider is None:
        return "nog geen begeleider"
    weg = "" if kan_begeleiden(begeleider) else ", die niemand meer begeleidt"
    return f"begeleid door {begeleider.volledige_naam}{weg}" + "".join(
        f", vandaag vervangen door {vervanger.naam}"
        + (", die zelf afwezig is" if vervanger.is_weg else "")
        + (f", t.e.m. {datum_voluit(vervanger.laatste_dag)}" if vervanger.laatste_dag else "")
        for vervanger in beeld.vervangers
    )


@register.filter
def wissel_in_woorden(wissel: Begeleiderswissel) -> str:
    """Who handed over to whom; who had no counsellor yet was given one."""
    wie, naar = wissel.werknemer.voornaam, wissel.naar.volledige_naam
    if wissel.van:
        return f"{wissel.van.volledige_naam} droeg {wie} over aan {naar}."
    return f"{wissel.door.volledige_naam} wees {wie} toe aan {naar}."


@register.simple_tag
def bevestiging(wissel: Begeleiderswissel) -> SafeString:
    if wissel.bevestigd_op:
        return toestand("groen", "bevestigd")
    return toestand("oranje", "nog niet bevestigd")


@register.filter
def gesprek_over(overdracht: Overdracht) -> str:
    """When the talk with the next employer was, or will be."""
    if overdracht.gesprek_gehouden_op:
        return f"gehouden op {datum_voluit(overdracht.gesprek_gehouden_op)}"
    if overdracht.gesprek_gepland_op:
        return f"gepland op {datum_voluit(overdracht.gesprek_gepland_op)}"
    return f"nog niet gepland. Spreek af, samen met {overdracht.werknemer.voornaam}."


@register.simple_tag
def toestemmingsstand(toestemming: Toestemming) -> SafeString:
    if toestemming.ingetrokken_op:
        return toestand("grijs", "ingetrokken")
    if toestemming.gedeeld_op:
        return toestand("groen", "gedeeld")
    return toestand("grijs", "mag je delen")


@register.filter
def toestemmingsverloop(toestemming: Toestemming) -> str:
    """When permission was given and how, and what came after."""
    gegeven = f"toestemming op {datum_voluit(toestemming.gegeven_op)}"
    delen = [f"{gegeven}, {toestemming.get_wijze_display()}"]
    if toestemming.gedeeld_op:
        delen.append(f"gedeeld op {datum_voluit(toestemming.gedeeld_op)}")
    if toestemming.ingetrokken_op:
        delen.append(f"ingetrokken op {datum_voluit(toestemming.ingetrokken_op)}")
    return " · ".join(delen)


# --- job target ----------------------------------------------------------------------------------


@register.filter
def jobdoelwit_van(beeld: Werknemerbeeld) -> str:
    """Of the trajectory that shows; who left gets no other."""
    traject = beeld.getoond_traject
    doelwit = traject.jobdoelwit if traject else ""
    return doelwit or ("geen" if beeld.is_vertrokken else "nog geen")


@register.filter
def type_werk(doel: Jobdoelwit) -> str:
    """The kind of work and its sector; the sector alone says too little."""
    if not doel.soort_werk:
        return ""
    delen = (doel.get_soort_werk_display(), doel.sector and doel.get_sector_display())
    return ", ".join(filter(None, delen))


@register.filter
def soort_doel(doel: Jobdoelwit) -> list[str]:
    """Kind of work, sector and feasibility, as far as chosen."""
    return [
        str(woord)
        for woord in (
            doel.get_soort_werk_display(),
            doel.get_sector_display(),
            doel.get_haalbaarheid_display(),
        )
        if woord
    ]


# --- leaving --------------------------------------------------------------------------------------


@register.filter
def nieuwe_job(uitstroom: Uitstroom) -> str:
    """Function, kind of contract and fraction, as far as known; "" when nothing is."""
    soort = uitstroom.get_soort_contract_display() if uitstroom.soort_contract else ""
    breuk = f"{procent(uitstroom.breuk)} van voltijds" if uitstroom.breuk else ""
    if not (uitstroom.functie or soort or breuk):
        return ""
    return ", ".join(filter(None, (uitstroom.functie or "functie niet ingevuld", soort, breuk)))


@register.simple_tag
def duurzaam(aan_het_werk: bool | None) -> SafeString | str:
    """Whether somebody is still at work; None is nobody asked yet."""
    if aan_het_werk is None:
        return "nog niet gekend"
    return toestand("groen", "ja") if aan_het_werk else "nee"


# --- the passage and signals ----------------------------------------------------------------------


def _in_taal(toelichting: Passagetoelichting) -> str:
    tolk = "met tolk" if toelichting.met_tolk else "zonder tolk"
    return f"in het {toelichting.get_taal_display()}, {tolk}"


@register.filter
def overlopen(toelichting: Passagetoelichting) -> str:
    """When the passage was explained, by whom and how; "" while it was not."""
    if not toelichting.uitgelegd_op:
        return ""
    dag, door = datum_voluit(toelichting.uitgelegd_op), toelichting.uitgelegd_door
    return f"op {dag} door {door}, {_in_taal(toelichting)}"


@register.filter
def overlopen_op_papier(toelichting: Passagetoelichting) -> str:
    """The same for the paper to sign; with room to write while it was not."""
    if not toelichting.uitgelegd_op:
        return "…………………………… in het ……………………………, met / zonder tolk"
    return f"{datum_voluit(toelichting.uitgelegd_op)}, {_in_taal(toelichting)}"


@register.filter
def wie_volgt_op(regel: Signaalregel) -> str:
    """The state of a signal, and who follows it up or else whose counsellor it waits for; that it
    was passed on, when nobody took it up."""
    signaal, werknemer = regel.signaal, regel.werknemer
    tot = signaal.uitgesteld_tot if signaal.status == Signaalstatus.UITGESTELD else None
    stand = signaal.get_status_display() + (f" tot {datum_voluit(tot)}" if tot else "")
    if signaal.opgevolgd_door:
        weg = "" if signaal.opgevolgd_door.is_active else ", die geen toegang meer heeft"
        return f"{stand} bij {signaal.opgevolgd_door}{weg}"
    if werknemer is None:
        return stand
    begeleider = getattr(werknemer, "begeleider_naam", "") or "nog te kiezen"
    zin = f"{stand} · begeleider {begeleider}"
    if signaal.is_doorgegeven and signaal.doorgegeven_op:
        zin += f" · doorgegeven aan de coördinator op {datum_voluit(signaal.doorgegeven_op)}"
    return zin

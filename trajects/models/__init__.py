"""The path to a next employer: its plan, its log, the people around it, its end."""

from trajects.models.begeleiding import Begeleiderswissel, Begeleidingsteam
from trajects.models.bijlage import Bijlage
from trajects.models.competentie import Competentie, Competentiescore, Talent
from trajects.models.concept import Concept
from trajects.models.doel import Actie, Doel
from trajects.models.evaluatiemoment import Evaluatiemoment
from trajects.models.jobdoelwit import Jobdoelwit
from trajects.models.notitie import Notitie
from trajects.models.openheid import Contractpassage, Passagetoelichting
from trajects.models.overdracht import Overdracht, Toestemming
from trajects.models.planbespreking import Planbespreking
from trajects.models.planversie import Planversie
from trajects.models.randvoorwaarde import Randvoorwaarde, Randvoorwaardestand
from trajects.models.signaal import Signaal
from trajects.models.sjabloon import Plansjabloon, Sjabloonregel
from trajects.models.stage import Sollicitatie, Stage
from trajects.models.traject import Fasewissel, Traject
from trajects.models.uitstroom import Nazorgmoment, Uitstroom
from trajects.models.verzoek import Verzoektekst, Verzoektekstversie
from trajects.models.vorming import Deelname, Vormingsactie
from trajects.models.werkgever import Werkgever

__all__ = [
    "Actie",
    "Begeleiderswissel",
    "Begeleidingsteam",
    "Bijlage",
    "Competentie",
    "Competentiescore",
    "Concept",
    "Contractpassage",
    "Deelname",
    "Doel",
    "Evaluatiemoment",
    "Fasewissel",
    "Jobdoelwit",
    "Nazorgmoment",
    "Notitie",
    "Overdracht",
    "Passagetoelichting",
    "Planbespreking",
    "Plansjabloon",
    "Planversie",
    "Randvoorwaarde",
    "Randvoorwaardestand",
    "Signaal",
    "Sjabloonregel",
    "Sollicitatie",
    "Stage",
    "Talent",
    "Toestemming",
    "Traject",
    "Uitstroom",
    "Verzoektekst",
    "Verzoektekstversie",
    "Vormingsactie",
    "Werkgever",
]

"""What the tests of each kind share: what holds for somebody on a day, and what to do next."""

from collections.abc import Callable
from datetime import date

from django.test import Client
from django.urls import reverse
from lxml import html

from gebruikers.models import Gebruiker
from trajects.keuzes import Signaalstatus
from trajects.models import Signaal
from trajects.signaalsoorten.feiten import feiten_van
from trajects.signaalsoorten.register import regel_van, soort_van
from trajects.signaalsoorten.soort import Feit, Over, Stap
from trajects.signaalsoorten.volgende_stap import volgende_stap
from trajects.signalen.bepaal_signalen import bepaal_signalen
from trajects.signalen.verklaring import geldt
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
NU = date(2026, 11, 23)
# What holds for who has or had a contract and nothing else, as people in most tests of one kind do;
# and the row that everybody has.
KAAL = ("geen_advies", "geen_traject", "openheid", "passage", "rust", "uitstroom_ontbreekt")


def signalen(wie: Werknemer | None, op: date = NU) -> list[tuple[str, date | None]]:
    """The open signals about this employee after the night of a day: kind, and the day of it.
    Not those of `KAAL`; as all of this but `volgende`."""
    bepaal_signalen(op=op)
    return staan_open(wie)


def staan_open(wie: Werknemer | None) -> list[tuple[str, date | None]]:
    """The same without a night."""
    van_wie = Signaal.objects.open().filter(werknemer=wie).exclude(soort__in=KAAL)
    return list(van_wie.order_by("soort", "dag").values_list("soort", "dag"))


def van_soort(wie: Werknemer | None, soort: str, op: date = NU) -> list[date | None]:
    """The days of the open signals of one kind after two nights of a day."""
    for _ in range(2):
        bepaal_signalen(op=op)
    return open_van(wie, soort)


def open_van(wie: Werknemer | None, soort: str) -> list[date | None]:
    """The same without a night."""
    signalen = Signaal.objects.open().filter(werknemer=wie, soort=soort)
    return list(signalen.order_by("dag").values_list("dag", flat=True))


def waarom_weg(wie: Werknemer | None, soort: str) -> list[str]:
    """How the signals of one kind that no longer hold were withdrawn."""
    weg = Signaal.objects.filter(werknemer=wie, soort=soort, status=Signaalstatus.INGETROKKEN)
    return [signaal.toelichting.splitlines()[-1] for signaal in weg.order_by("pk")]


def ingetrokken(wie: Werknemer | None) -> list[str]:
    """Why the signals about this employee that no longer hold were withdrawn."""
    weg = Signaal.objects.filter(werknemer=wie, status=Signaalstatus.INGETROKKEN)
    weg = weg.exclude(soort__in=KAAL)
    return [signaal.toelichting.splitlines()[-1] for signaal in weg.order_by("pk")]


def feiten(wie: Werknemer, op: date = NU) -> list[Feit]:
    alle = feiten_van(wie.organisatie_id, [wie.pk], op).get(wie.pk, [])
    return [feit for feit in alle if feit.soort not in KAAL]


def stap(wie: Werknemer, gebruiker: Gebruiker, op: date = NU) -> Stap | None:
    """The first step of what holds, or is a step already, for this reader."""
    over = Over(wie.voornaam, op, gebruiker.rol)
    for feit in feiten(wie, op):
        soort = soort_van(feit.soort)
        telt = geldt(feit, over) or regel_van(feit.soort).stap_vroeg
        if telt and over.rol in soort.voor and (gevonden := soort.stap(feit, over)):
            return gevonden
    return None


def volgende(wie: Werknemer, gebruiker: Gebruiker, op: date = NU) -> Stap:
    """The next step as the page of the employee has it."""
    alle = feiten_van(wie.organisatie_id, [wie.pk], op).get(wie.pk, [])
    return volgende_stap(alle, Over(wie.voornaam, op, gebruiker.rol))


def zin(wie: Werknemer, op: date = NU) -> list[str]:
    """What the signals that hold say of this employee."""
    over = Over(wie.voornaam, op)
    return [soort_van(feit.soort).zin(feit, over) for feit in feiten(wie, op) if geldt(feit, over)]


def waarom(als: Als, gebruiker: Gebruiker, wie: Werknemer, naam: str) -> str:
    """What the page of the employee says about the kind with this name, on one line."""
    pagina = html.fromstring(als(gebruiker).get(f"/werknemers/{wie.pk}/").content)
    rijen = pagina.xpath("//section[@aria-labelledby='signalen']//li")
    woorden = (" ".join(rij.text_content().split()) for rij in rijen)
    return next(zin for zin in woorden if zin.casefold().startswith(naam))


def vul_in(client: Client, naam: str, pk: int, **velden: object) -> None:
    """Fill in the form of this page, as somebody does, and see that it was accepted."""
    adres = reverse(naam, args=[pk])
    (formulier,) = html.fromstring(client.get(adres).content).xpath("//form[@data-bewaak]")
    invoer = {sleutel: waarde or "" for sleutel, waarde in formulier.form_values()}
    antwoord = client.post(adres, invoer | velden)
    assert antwoord.status_code == 302, antwoord.context["form"].errors

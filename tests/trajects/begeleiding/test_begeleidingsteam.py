"""Who guides on the work floor: written down, what is missing, and who stands in."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from gebruikers.models import Gebruiker, Waarneming
from gedeeld.gelijktijdig import IntussenGewijzigd
from gedeeld.models import Auditregel
from gedeeld.periode import Periode
from tests.fabrieken import BegeleidingsteamFactory, GebruikerFactory
from trajects.begeleiding.begeleidingsteam import Teamgegevens, leg_team_vast
from trajects.models import Begeleidingsteam
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
HTMX = {"HX-Request": "true"}
NAMEN = Teamgegevens(
    gekwalificeerd_begeleider="Ilse Maes",
    kwalificatie="bachelor sociaal werk",
    begeleider_sinds=None,
    is_extern=True,
    collega_coach="Dirk Wouters",
)


def _adres(werknemer: Werknemer) -> str:
    return f"/werknemers/{werknemer.pk}/begeleiding/"


def test_names_are_written_down_and_audited(begeleider: Gebruiker, amina: Werknemer) -> None:
    team = leg_team_vast(werknemer=amina, team=None, door=begeleider, gezien=None, **NAMEN)
    assert (team.gekwalificeerd_begeleider, team.is_extern) == ("Ilse Maes", True)
    regel = Auditregel.objects.get(soort="begeleidingsteam")
    assert (regel.actie, regel.verschil["collega_coach"]) == ("vastgelegd", [None, "Dirk Wouters"])


def test_the_first_of_two_at_once_wins(begeleider: Gebruiker, amina: Werknemer) -> None:
    eerste = leg_team_vast(werknemer=amina, team=None, door=begeleider, gezien=None, **NAMEN)
    with pytest.raises(ValidationError, match="Iemand anders vulde dit net ook in"):
        leg_team_vast(werknemer=amina, team=None, door=begeleider, gezien=None, **NAMEN)
    gezien = eerste.gewijzigd_op
    ander = Teamgegevens(**{**NAMEN, "collega_coach": "Leen Smet"})  # type: ignore[typeddict-item]
    leg_team_vast(werknemer=amina, team=eerste, door=begeleider, gezien=gezien, **ander)
    with pytest.raises(IntussenGewijzigd):
        leg_team_vast(werknemer=amina, team=eerste, door=begeleider, gezien=gezien, **NAMEN)


def test_a_qualification_belongs_to_somebody(begeleider: Gebruiker, amina: Werknemer) -> None:
    zonder = Teamgegevens(**{**NAMEN, "gekwalificeerd_begeleider": " "})  # type: ignore[typeddict-item]
    with pytest.raises(ValidationError, match="Zeg wie de gekwalificeerde begeleider is"):
        leg_team_vast(werknemer=amina, team=None, door=begeleider, gezien=None, **zonder)
    assert not Begeleidingsteam.objects.exists()


def test_what_is_missing_is_said_with_the_next_step(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    pagina = als(begeleider).get(f"/werknemers/{amina.pk}/").content.decode()
    assert "Spreek af wie dit doet." in pagina
    assert "Vraag een collega op de werkvloer." in pagina
    assert f'href="{_adres(amina)}"' in pagina
    BegeleidingsteamFactory(werknemer=amina)
    pagina = als(begeleider).get(f"/werknemers/{amina.pk}/").content.decode()
    assert "Ilse Maes, van de eigen organisatie" in pagina
    assert "Noteer welk diploma" in pagina
    assert "binnen 5 werkdagen beschikbaar" in pagina
    assert "Vraag een collega" not in pagina


def test_in_place_and_as_a_page(als: Als, begeleider: Gebruiker, amina: Werknemer) -> None:
    client = als(begeleider)
    formulier = client.get(_adres(amina), headers=HTMX).content.decode()
    assert "<html" not in formulier
    antwoord = client.post(_adres(amina), {"collega_coach": "Dirk"}, headers=HTMX)
    assert antwoord["HX-Retarget"] == "#team"
    assert "De begeleiding is bewaard." in antwoord.content.decode()
    antwoord = client.post(_adres(amina), {"collega_coach": "Els"})
    assert antwoord.status_code == 422, "Who did not see Dirk has to choose first."
    antwoord = client.post(_adres(amina), _gekozen(antwoord, "eigen"))
    assert antwoord.url == f"/werknemers/{amina.pk}/#team"
    assert Begeleidingsteam.objects.get().collega_coach == "Els"


def _gekozen(antwoord: Any, versie: str) -> dict[str, str]:
    form = antwoord.context["form"]
    return {
        "gezien": form["gezien"].value(),
        "collega_coach": form["collega_coach"].value(),
        "versie_collega_coach": versie,
    }


def test_hr_reads_and_the_administrator_does_not(
    als: Als, hr: Gebruiker, beheerder: Gebruiker, amina: Werknemer
) -> None:
    BegeleidingsteamFactory(werknemer=amina)
    adres = f"/werknemers/{amina.pk}/"
    van_hr = als(hr).get(adres).content.decode()
    assert "Dirk Wouters" in van_hr
    assert _adres(amina) not in van_hr
    assert "Dirk Wouters" not in als(beheerder).get(adres).content.decode()


@pytest.mark.parametrize(
    ("periode", "in_kop", "in_sectie"),
    [
        (Periode(date(2026, 11, 23), date(2026, 12, 4)), True, True),
        (Periode(date(2026, 11, 20), date(2026, 11, 24)), True, True),  # the last day
        (Periode(date(2026, 11, 20), date(2026, 11, 23)), False, False),  # the day after
        (Periode(date(2026, 11, 24), date(2026, 12, 4)), False, True),  # tomorrow
    ],
)
def test_the_stand_in_of_today_is_in_the_header(
    als: Als,
    begeleider: Gebruiker,
    amina: Werknemer,
    periode: Periode,
    in_kop: bool,
    in_sectie: bool,
) -> None:
    lies = GebruikerFactory(organisatie=begeleider.organisatie, voornaam="Lies", naam="Maes")
    Waarneming.objects.create(begeleider=begeleider, vervanger=lies, periode=periode)
    pagina = als(begeleider).get(f"/werknemers/{amina.pk}/").content.decode()
    assert ("vandaag vervangen door Lies Maes" in pagina) is in_kop
    assert ("vervangen door Lies Maes van" in pagina) is in_sectie
    if periode.tot == date(2026, 12, 4):
        assert not in_kop or ", t.e.m. 3 december 2026" in pagina


def test_who_cannot_log_in_stands_in_for_nobody(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    weg = GebruikerFactory(organisatie=begeleider.organisatie, voornaam="Weg", is_active=False)
    Waarneming.objects.create(
        begeleider=begeleider, vervanger=weg, periode=Periode(date(2026, 11, 1), date(2027, 1, 1))
    )
    assert "vervangen door" not in als(begeleider).get(f"/werknemers/{amina.pk}/").content.decode()

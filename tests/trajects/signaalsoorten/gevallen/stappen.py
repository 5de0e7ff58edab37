"""What is only ever a next step: nothing is kept of it.

`rust` is none: it says how it is when there is no step.
"""

from datetime import date
from typing import Any, Final

from gebruikers.keuzes import Rol
from gedeeld.periode import Periode, plus_dagen
from tests.trajects.signaalsoorten.gevallen.geval import (
    KWARTAAL,
    NU,
    Stapgeval,
    Toneel,
    begeleiding,
    iedereen,
)
from tests.trajects.signaalsoorten.loopt import alles, in_dienst, vertrek
from trajects.keuzes import RANDVOORWAARDEN, Fase
from trajects.models import Uitstroom

GISTEREN: Final = plus_dagen(NU, -1)
OVER_DERTIG_DAGEN: Final = plus_dagen(NU, 30)
LAATSTE_THEMA: Final = RANDVOORWAARDEN[-1]


def met_steun(t: Toneel, laatste: date, fase: Fase) -> None:
    """A plan in which nothing is missing, with support until a day; they spoke in September."""
    alles(t.wie, gesproken=date(2026, 9, 16), fase=fase)
    t.wie.adviezen.update(periode=Periode.tem(date(2024, 1, 1), laatste))


def zonder_talenten(t: Toneel) -> None:
    alles(t.wie)
    t.wie.talenten.all().delete()


def een_voorwaarde_open(t: Toneel) -> None:
    alles(t.wie)
    t.wie.randvoorwaarden.filter(thema=LAATSTE_THEMA).delete()


def bespreekt_de_laatste(t: Toneel) -> None:
    adres = f"/werknemers/{t.wie.pk}/randvoorwaarden/{LAATSTE_THEMA.value}/"
    t.druk(Rol.BEGELEIDER, adres, stand="in_orde", gezien="")


def vertrekt_vandaag(t: Toneel) -> None:
    alles(t.wie)
    vertrek(t.wie, NU)


def verkeerde_dag(t: Toneel) -> None:
    uitstroom = Uitstroom.objects.get(werknemer=t.wie)
    t.vul_in(Rol.HR, "trajects:uitstroom_bewerk", uitstroom.pk, datum="2026-11-20")


def weg_in_fase_stage(t: Toneel) -> None:
    alles(t.wie)
    vertrek(t.wie, GISTEREN)
    t.wie.trajecten.update(fase=Fase.STAGE)


def begint_later(t: Toneel) -> None:
    contract = t.wie.contracten.get()
    t.vul_in(Rol.HR, "werknemers:contract_bewerk", contract.pk, eerste_dag="2027-03-01")


def traject(t: Toneel, **velden: Any) -> None:
    """The counsellor changes the trajectory, and says why."""
    velden = {"reden": "Samen afgesproken."} | velden
    t.vul_in(Rol.BEGELEIDER, "trajects:traject", t.wie.pk, **velden)


GEVALLEN: Final = (
    Stapgeval(
        code="vertrekt",
        feiten=vertrekt_vandaag,
        ervoor=False,
        stappen=iedereen("overgang"),
        doe=verkeerde_dag,
    ),
    Stapgeval(
        code="traject_na_vertrek",
        feiten=weg_in_fase_stage,
        ervoor=True,
        stappen=begeleiding("traject"),
        doe=lambda t: traject(t, fase="nazorg"),
    ),
    Stapgeval(
        code="begint_op",
        feiten=lambda t: in_dienst(t.wie, begin=OVER_DERTIG_DAGEN, uitgelegd=False),
        ervoor=True,
        stappen=iedereen("openheid"),
        doe=begint_later,
    ),
    Stapgeval(
        code="nazorg_in_dienst",
        feiten=lambda t: alles(t.wie, fase=Fase.NAZORG),
        ervoor=False,
        stappen=begeleiding("uitstroom_nieuw"),
        doe=lambda t: traject(t, fase="stage"),
    ),
    Stapgeval(
        code="jobmatching",
        feiten=lambda t: met_steun(t, date(2027, 9, 30), Fase.VOORTRAJECT),
        vanaf=date(2026, 9, 30),
        ervoor=True,
        stappen=begeleiding("traject"),
        doe=lambda t: traject(t, fase="jobmatching"),
    ),
    Stapgeval(
        code="competenties",
        feiten=zonder_talenten,
        ervoor=False,
        stappen=begeleiding("talent_nieuw"),
        doe=lambda t: t.druk(Rol.BEGELEIDER, f"/werknemers/{t.wie.pk}/talenten/", woorden="geduld"),
    ),
    Stapgeval(
        code="randvoorwaarden",
        feiten=een_voorwaarde_open,
        ervoor=False,
        stappen=begeleiding("plan"),
        doe=bespreekt_de_laatste,
    ),
    Stapgeval(
        code="uitstroomdag",
        feiten=lambda t: alles(t.wie, beoogde_uitstroom=GISTEREN),
        ervoor=True,
        stappen=begeleiding("traject"),
        doe=lambda t: traject(t, beoogde_uitstroom="2027-06-01"),
    ),
    Stapgeval(
        code="afronden",
        feiten=lambda t: met_steun(t, date(2026, 12, 31), Fase.STAGE),
        vanaf=KWARTAAL,
        ervoor=True,
        stappen=begeleiding("overdracht_nieuw"),
        doe=lambda t: t.druk(
            Rol.BEGELEIDER,
            f"/werknemers/{t.wie.pk}/overdracht/nieuw/",
            werkgever="De Linde",
            gesprek_gepland_op="2026-10-12",
        ),
    ),
)

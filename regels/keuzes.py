"""Choices of the rules: kinds of advice, certainty of a source."""

from typing import Final

from django.db import models


class SoortAdvies(models.TextChoices):
    """The kinds of support advice; the terms stand in `TERMIJN_IN_JAREN`."""

    IMW_2 = "imw_2", "IMW 2 jaar"
    IMW_5 = "imw_5", "IMW 5 jaar"
    IMW_5_VERHOOGD = "imw_5_verhoogd", "IMW 5 jaar verhoogd"
    IMW_5_CMW45 = "imw_5_cmw45", "IMW 5 jaar CMW-45"
    IMW_NA_EVALUATIE = "imw_na_evaluatie", "IMW na evaluatie"
    LDE_OVERGANG = "lde_overgang", "LDE-overgang"


# vlaanderen.be, "individueel maatwerk voor werkgevers": two durations, from the quarter of the
# decision. The other kinds have an end of their own.
TERMIJN_IN_JAREN: Final = {
    SoortAdvies.IMW_2: 2,
    SoortAdvies.IMW_5: 5,
    SoortAdvies.IMW_5_VERHOOGD: 5,
    SoortAdvies.IMW_5_CMW45: 5,
}

# Kinds whose steps are set by hand, because no start package fits.
EIGEN_SCHIJVEN: Final = frozenset({SoortAdvies.IMW_NA_EVALUATIE})

# Kinds that follow calendar quarters; the LDE transition has its own begin and end.
IN_KWARTALEN: Final = tuple(soort for soort in SoortAdvies if soort != SoortAdvies.LDE_OVERGANG)


class Zekerheid(models.TextChoices):
    """How sure a figure is; the letters of the sector file."""

    A = "A", "officiële bron"
    B = "B", "sectorfederatie of vakpers"
    C = "C", "één zwakke bron"
    S = "S", "alleen in de brontekst van Koepel LDE"
    D = "D", "afgeleid door berekening"

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


class Parametercode(models.TextChoices):
    """What a Regelparameter is the value of; the unit of each stands in `EENHEID`."""

    NAZORG_1 = "nazorg_1", "Nazorg: eerste moment na de uitstroom"
    NAZORG_2 = "nazorg_2", "Nazorg: tweede moment"
    NAZORG_3 = "nazorg_3", "Nazorg: derde moment"
    NAZORG_4 = "nazorg_4", "Nazorg: vierde moment"
    DUURZAAM = "duurzaam", "Uitstroom telt als duurzaam na"
    TERUGKEERGARANTIE = "terugkeergarantie", "Terugkeergarantie naar de sociale economie"
    VERVANGING_VOOR = (
        "vervanging_voor",
        "Vervangingsverbod: venster voor een dalende of stopgezette premie",
    )
    VERVANGING_NA = (
        "vervanging_na",
        "Vervangingsverbod: venster na een dalende of stopgezette premie",
    )
    FONDS_PER_UUR = "fonds_per_uur", "Vormingsfonds LDE: bedrag per uur en per deelnemer"
    FONDS_PER_JAAR = (
        "fonds_per_jaar",
        "Vormingsfonds LDE: hoogste bedrag per organisatie en per jaar",
    )
    FONDS_UREN = "fonds_uren", "Vormingsfonds LDE: hoogste aantal uren per deelnemer en per jaar"


class Eenheid(models.TextChoices):
    WEKEN = "weken", "weken"
    MAANDEN = "maanden", "maanden"
    EURO = "euro", "euro"
    UREN = "uren", "uren"


EENHEID: Final = {
    Parametercode.NAZORG_1: Eenheid.WEKEN,
    Parametercode.NAZORG_2: Eenheid.WEKEN,
    Parametercode.NAZORG_3: Eenheid.WEKEN,
    Parametercode.NAZORG_4: Eenheid.WEKEN,
    Parametercode.DUURZAAM: Eenheid.WEKEN,
    Parametercode.TERUGKEERGARANTIE: Eenheid.MAANDEN,
    Parametercode.VERVANGING_VOOR: Eenheid.MAANDEN,
    Parametercode.VERVANGING_NA: Eenheid.MAANDEN,
    Parametercode.FONDS_PER_UUR: Eenheid.EURO,
    Parametercode.FONDS_PER_JAAR: Eenheid.EURO,
    Parametercode.FONDS_UREN: Eenheid.UREN,
}


class Zekerheid(models.TextChoices):
    """How sure a figure is; the letters of the sector file."""

    A = "A", "officiële bron"
    B = "B", "sectorfederatie of vakpers"
    C = "C", "één zwakke bron"
    S = "S", "alleen in de brontekst van Koepel LDE"
    D = "D", "afgeleid door berekening"
    E = "E", "keuze van deze toepassing, geen regel"

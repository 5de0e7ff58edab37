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


# Two durations, from the quarter of the decision (docs/regels.md#term). The other kinds have an end
# of their own.
TERMIJN_IN_JAREN: Final = {
    SoortAdvies.IMW_2: 2,
    SoortAdvies.IMW_5: 5,
    SoortAdvies.IMW_5_VERHOOGD: 5,
    SoortAdvies.IMW_5_CMW45: 5,
}

# After two years only a new premium (docs/regels.md#adjustment-and-extension).
NIET_VERLENGBAAR: Final = frozenset({SoortAdvies.IMW_2})

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
    GGMMI = "ggmmi", "Gewaarborgd gemiddeld minimummaandinkomen (GGMMI)"
    PLAFONDFACTOR = "plafondfactor", "Plafond op het referteloon: hoeveel keer het GGMMI"
    BIJDRAGE = "patronale_bijdrage", "Netto patronale bijdrage op het brutoloon"
    LOONMAANDEN = "loonmaanden", "Loonmaanden per jaar, eindejaarspremie en vakantiegeld inbegrepen"
    BEGELEIDING_BEGIN = "begeleiding_vast_begin", "Begeleidingspremie: vast deel, kwartaal 1 tot 5"
    BEGELEIDING_LATER = "begeleiding_vast_later", "Begeleidingspremie: vast deel, vanaf kwartaal 6"
    BEGELEIDING_LAAG = "begeleiding_laag", "Begeleidingspremie: variabel deel, niveau laag"
    BEGELEIDING_MIDDEN = "begeleiding_midden", "Begeleidingspremie: variabel deel, niveau midden"
    BEGELEIDING_HOOG = "begeleiding_hoog", "Begeleidingspremie: variabel deel, niveau hoog"
    BEGELEIDING_TELT_KETEN = (
        "begeleiding_telt_keten",
        "Begeleidingspremie: het vaste deel telt door over adviezen die op elkaar aansluiten",
    )
    LDE_VERGOEDING = "lde_vergoeding", "LDE-overgang: tijdelijke vergoeding per voltijdse job"
    VERLENGING_VANAF = "verlenging_vanaf", "Verlenging aanvragen: ten vroegste voor het einde"
    BIJSTURING_VANAF = "bijsturing_vanaf", "Bijsturing aanvragen: ten vroegste vanaf kwartaal"
    BIJSTURING_TELT_METEEN = (
        "bijsturing_telt_meteen",
        "Bijsturing midden in een kwartaal: telt al voor dat hele kwartaal",
    )
    VERLENGING_ANDERS = (
        "verlenging_vanaf_anders",
        "Verlenging aanvragen, andere lezing: ten vroegste voor het einde",
    )
    BIJSTURING_ANDERS = (
        "bijsturing_vanaf_anders",
        "Bijsturing aanvragen, andere lezing en na een evaluatie: ten vroegste na",
    )
    BEROEP_BINNEN = "beroep_binnen", "Beroep tegen een beslissing van VDAB: binnen"
    BEROEP_ADVIES = "beroep_advies", "Beroep: de commissie geeft advies binnen"
    BEROEP_BESLISSING = "beroep_beslissing", "Beroep: VDAB beslist na dat advies binnen"
    BEHANDELING = "behandeling", "Aanvraag van een verlenging: zo lang duurt de behandeling"
    BRUTO_BIJDRAGE = "bruto_bijdrage", "Patronale bijdrage voor de verminderingen"
    RSZ_CATEGORIE = "rsz_categorie", "Structurele vermindering: RSZ-categorie van de organisatie"
    VERMINDERING_1_FACTOR = (
        "vermindering_1_factor",
        "Structurele vermindering categorie 1: factor onder de hoge grens",
    )
    VERMINDERING_1_GRENS = (
        "vermindering_1_grens",
        "Structurele vermindering categorie 1: hoge grens, voltijds kwartaalloon",
    )
    VERMINDERING_1_FACTOR_LAAG = (
        "vermindering_1_factor_laag",
        "Structurele vermindering categorie 1: factor onder de lage grens",
    )
    VERMINDERING_1_GRENS_LAAG = (
        "vermindering_1_grens_laag",
        "Structurele vermindering categorie 1: lage grens, voltijds kwartaalloon",
    )
    VERMINDERING_2 = (
        "vermindering_2",
        "Structurele vermindering categorie 2 (social profit): voltijds kwartaalbedrag",
    )
    VERMINDERING_3 = (
        "vermindering_3",
        "Structurele vermindering categorie 3 (maatwerk): voltijds kwartaalbedrag",
    )
    BETA = "vermindering_beta", "Structurele vermindering: β voor een kleine prestatiebreuk"
    BETA_ONDER = "vermindering_beta_onder", "Structurele vermindering: β is het hoogst tot"
    BETA_TOT = "vermindering_beta_tot", "Structurele vermindering: β is 1 vanaf"
    VOLTIJDSE_WEEK = "voltijdse_week", "Uren in een voltijdse week"
    AFRONDING = "afronding", "De uitbetaler rondt af op de cent: één keer per zoveel maanden"
    AANGETEKEND = "aangetekend", "Aangetekende opzegging: werkt vanaf deze werkdag na de post"
    SOLLICITATIE_HEEL = (
        "sollicitatieverlof_heel",
        "Sollicitatieverlof: een dag per week in de laatste",
    )
    OUTPLACEMENT_WEKEN = "outplacement_weken", "Outplacement: voor iedereen bij een opzegging van"
    OUTPLACEMENT_LEEFTIJD = "outplacement_leeftijd", "Outplacement 45+: vanaf de leeftijd van"
    OUTPLACEMENT_DIENST = "outplacement_dienst", "Outplacement 45+: vanaf een anciënniteit van"
    OUTPLACEMENT_AANBOD = "outplacement_aanbod", "Outplacement 45+: aanbod na het einde binnen"
    OUTPLACEMENT_INGEBREKE = (
        "outplacement_ingebreke",
        "Outplacement 45+: ingebrekestelling na dat aanbod binnen",
    )
    MOTIVERING_DIENST = "motivering_dienst", "Motivering van het ontslag: niet in de eerste"
    MOTIVERING_EINDE = "motivering_einde", "Motivering vragen: na het einde binnen"
    MOTIVERING_KENNIS = "motivering_kennis", "Motivering vragen: na de kennisgeving binnen"
    OPVOLGING = "opvolging", "Begeleider op de werkvloer: opvolging minstens om de"
    BESCHIKBAAR = "beschikbaar", "Begeleider op de werkvloer: op vraag beschikbaar binnen"
    OPLEIDING_BINNEN = "opleiding_binnen", "Begeleider zonder kwalificatie: opleidingsplan binnen"
    COACHING = "coaching", "Begeleider zonder kwalificatie: daarna coaching gedurende"
    EVALUATIE_MAANDEN = "evaluatie_maanden", "Tussentijdse evaluatie: minstens om de"
    LDE_LEEFTIJD = "lde_leeftijd", "LDE-overgang: verlenging in blokken vanaf de leeftijd van"
    LDE_BLOK = "lde_blok", "LDE-overgang: zo lang duurt een blok"
    GESPREK_WEKEN = "signaal_gesprek", "Signaal: geen gesprek sinds"
    TRAJECT_BINNEN = "signaal_traject", "Signaal: geen traject na de start van het contract"
    DOELWIT_BINNEN = "signaal_jobdoelwit", "Signaal: geen jobdoelwit na de start van het traject"
    DOELEN_BINNEN = "signaal_doelen", "Signaal: geen doelen na de start van het traject"
    PLAN_BINNEN = "signaal_plan", "Signaal: plan niet besproken of akkoord na"
    EVALUATIE_VOORAF = "signaal_evaluatie", "Signaal: evaluatie komt binnen"
    BELEMMERING_NA = "signaal_belemmering", "Signaal: een randvoorwaarde houdt tegen sinds"
    ATTEST_VOORAF = "signaal_attest", "Signaal: een attest verloopt binnen"
    RESULTAAT_NA = "signaal_resultaat", "Signaal: vorming zonder resultaat na"
    STAGE_ROND = "signaal_stage", "Signaal: stage zonder evaluatie, zo lang voor het einde"
    FONDS_NA = "signaal_fonds", "Signaal: geen antwoord van het vormingsfonds na"
    OPENHEID_BINNEN = (
        "signaal_openheid",
        "Signaal: einddoel niet uitgelegd na de start van het contract",
    )
    TEAM_BINNEN = "signaal_team", "Signaal: geen gekwalificeerde begeleider of collega-coach na"
    CONTRACT_VOORAF = "signaal_contract", "Signaal: een contract eindigt binnen"
    TERUGKEER_VOORAF = "signaal_terugkeer", "Signaal: de terugkeergarantie eindigt binnen"
    VENSTER_VOORAF = (
        "signaal_venster",
        "Signaal: de laatste veilige dag voor een aanvraag komt binnen",
    )
    JOBMATCHING_VOORAF = "stap_jobmatching", "Volgende stap: jobmatching zo lang voor het einde"
    AFRONDEN_VOORAF = "stap_afronden", "Volgende stap: afronden zo lang voor het einde"
    BEGIN_VOORAF = "stap_begin", "Volgende stap: de eerste dag voorbereiden, zo lang ervoor"
    PLAN_KWARTAAL = (
        "signaal_planherziening",
        "Signaal: het ondersteuningsplan herzien vanaf kwartaal",
    )
    DOORGEVEN_NA = "signaal_doorgeven", "Signaal: niemand neemt het op, de coördinator ziet het na"
    IMPORT_NA = "signaal_import", "Signaal: een bestand wacht op nazicht sinds"


class Tabelcode(models.TextChoices):
    """What a Regeltabel is the table of: months of seniority, with weeks of notice."""

    OPZEG_WERKGEVER = "opzeg_werkgever", "Opzegging door de werkgever"
    OPZEG_WERKNEMER = "opzeg_werknemer", "Opzegging door de werknemer"
    TEGENOPZEG = "tegenopzegging", "Tegenopzegging door wie ander werk vond"


class Bedragsoort(models.TextChoices):
    """The amounts of an employee that a rule may move."""

    LOONPREMIE = "loonpremie", "loonpremie"
    BEGELEIDINGSPREMIE = "begeleidingspremie", "begeleidingspremie"
    LDE_VERGOEDING = "lde_vergoeding", "LDE-vergoeding"
    LOONKOST = "loonkost", "loonkost"


class Eenheid(models.TextChoices):
    DAGEN = "dagen", "dagen"
    WEKEN = "weken", "weken"
    MAANDEN = "maanden", "maanden"
    EURO = "euro", "euro"
    UREN = "uren", "uren"
    PROCENT = "procent", "%"
    KEER = "keer", "keer"
    EURO_PER_MAAND = "euro_maand", "euro per maand"
    JAAR = "jaar", "jaar"
    WERKDAGEN = "werkdagen", "werkdagen"
    EURO_PER_KWARTAAL = "euro_kwartaal", "euro per kwartaal"
    KWARTAAL = "kwartaal", "kwartaal"
    CATEGORIE = "categorie", "categorie"
    JA_NEE = "ja_nee", "1 is ja, 0 is nee"


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
    Parametercode.GGMMI: Eenheid.EURO_PER_MAAND,
    Parametercode.PLAFONDFACTOR: Eenheid.KEER,
    Parametercode.BIJDRAGE: Eenheid.PROCENT,
    Parametercode.LOONMAANDEN: Eenheid.MAANDEN,
    Parametercode.BEGELEIDING_BEGIN: Eenheid.EURO_PER_KWARTAAL,
    Parametercode.BEGELEIDING_LATER: Eenheid.EURO_PER_KWARTAAL,
    Parametercode.BEGELEIDING_LAAG: Eenheid.EURO_PER_KWARTAAL,
    Parametercode.BEGELEIDING_MIDDEN: Eenheid.EURO_PER_KWARTAAL,
    Parametercode.BEGELEIDING_HOOG: Eenheid.EURO_PER_KWARTAAL,
    Parametercode.BEGELEIDING_TELT_KETEN: Eenheid.JA_NEE,
    Parametercode.LDE_VERGOEDING: Eenheid.EURO_PER_KWARTAAL,
    Parametercode.VERLENGING_VANAF: Eenheid.MAANDEN,
    Parametercode.BIJSTURING_VANAF: Eenheid.KWARTAAL,
    Parametercode.BIJSTURING_TELT_METEEN: Eenheid.JA_NEE,
    Parametercode.VERLENGING_ANDERS: Eenheid.MAANDEN,
    Parametercode.BIJSTURING_ANDERS: Eenheid.MAANDEN,
    Parametercode.BEROEP_BINNEN: Eenheid.DAGEN,
    Parametercode.BEROEP_ADVIES: Eenheid.DAGEN,
    Parametercode.BEROEP_BESLISSING: Eenheid.DAGEN,
    Parametercode.BEHANDELING: Eenheid.DAGEN,
    Parametercode.BRUTO_BIJDRAGE: Eenheid.PROCENT,
    Parametercode.RSZ_CATEGORIE: Eenheid.CATEGORIE,
    Parametercode.VERMINDERING_1_FACTOR: Eenheid.KEER,
    Parametercode.VERMINDERING_1_GRENS: Eenheid.EURO_PER_KWARTAAL,
    Parametercode.VERMINDERING_1_FACTOR_LAAG: Eenheid.KEER,
    Parametercode.VERMINDERING_1_GRENS_LAAG: Eenheid.EURO_PER_KWARTAAL,
    Parametercode.VERMINDERING_2: Eenheid.EURO_PER_KWARTAAL,
    Parametercode.VERMINDERING_3: Eenheid.EURO_PER_KWARTAAL,
    Parametercode.BETA: Eenheid.KEER,
    Parametercode.BETA_ONDER: Eenheid.PROCENT,
    Parametercode.BETA_TOT: Eenheid.PROCENT,
    Parametercode.VOLTIJDSE_WEEK: Eenheid.UREN,
    Parametercode.AFRONDING: Eenheid.MAANDEN,
    Parametercode.AANGETEKEND: Eenheid.WERKDAGEN,
    Parametercode.SOLLICITATIE_HEEL: Eenheid.WEKEN,
    Parametercode.OUTPLACEMENT_WEKEN: Eenheid.WEKEN,
    Parametercode.OUTPLACEMENT_LEEFTIJD: Eenheid.JAAR,
    Parametercode.OUTPLACEMENT_DIENST: Eenheid.MAANDEN,
    Parametercode.OUTPLACEMENT_AANBOD: Eenheid.DAGEN,
    Parametercode.OUTPLACEMENT_INGEBREKE: Eenheid.WEKEN,
    Parametercode.MOTIVERING_DIENST: Eenheid.MAANDEN,
    Parametercode.MOTIVERING_EINDE: Eenheid.MAANDEN,
    Parametercode.MOTIVERING_KENNIS: Eenheid.MAANDEN,
    Parametercode.OPVOLGING: Eenheid.WEKEN,
    Parametercode.BESCHIKBAAR: Eenheid.WERKDAGEN,
    Parametercode.OPLEIDING_BINNEN: Eenheid.MAANDEN,
    Parametercode.COACHING: Eenheid.MAANDEN,
    Parametercode.EVALUATIE_MAANDEN: Eenheid.MAANDEN,
    Parametercode.LDE_LEEFTIJD: Eenheid.JAAR,
    Parametercode.LDE_BLOK: Eenheid.JAAR,
    Parametercode.GESPREK_WEKEN: Eenheid.WEKEN,
    Parametercode.TRAJECT_BINNEN: Eenheid.MAANDEN,
    Parametercode.DOELWIT_BINNEN: Eenheid.MAANDEN,
    Parametercode.DOELEN_BINNEN: Eenheid.MAANDEN,
    Parametercode.PLAN_BINNEN: Eenheid.MAANDEN,
    Parametercode.EVALUATIE_VOORAF: Eenheid.DAGEN,
    Parametercode.BELEMMERING_NA: Eenheid.WEKEN,
    Parametercode.ATTEST_VOORAF: Eenheid.DAGEN,
    Parametercode.RESULTAAT_NA: Eenheid.DAGEN,
    Parametercode.STAGE_ROND: Eenheid.DAGEN,
    Parametercode.FONDS_NA: Eenheid.WEKEN,
    Parametercode.OPENHEID_BINNEN: Eenheid.WEKEN,
    Parametercode.TEAM_BINNEN: Eenheid.WEKEN,
    Parametercode.CONTRACT_VOORAF: Eenheid.MAANDEN,
    Parametercode.TERUGKEER_VOORAF: Eenheid.MAANDEN,
    Parametercode.VENSTER_VOORAF: Eenheid.MAANDEN,
    Parametercode.JOBMATCHING_VOORAF: Eenheid.MAANDEN,
    Parametercode.AFRONDEN_VOORAF: Eenheid.MAANDEN,
    Parametercode.BEGIN_VOORAF: Eenheid.DAGEN,
    Parametercode.PLAN_KWARTAAL: Eenheid.KWARTAAL,
    Parametercode.DOORGEVEN_NA: Eenheid.DAGEN,
    Parametercode.IMPORT_NA: Eenheid.DAGEN,
}


PERCENTAGES: Final = tuple(code for code in Parametercode if EENHEID[code] == Eenheid.PROCENT)


class Zekerheid(models.TextChoices):
    """How sure a figure is; see docs/regels.md#certainty."""

    A = "A", "officiële bron"
    B = "B", "sectorfederatie of vakpers"
    C_PLUS = "C+", "twee onafhankelijke bronnen die een officiële pagina aanhalen"
    C = "C", "één zwakke bron"
    S = "S", "alleen in de brontekst van Koepel LDE"
    D = "D", "afgeleid door berekening"
    E = "E", "keuze van deze toepassing, geen regel"
    K = "K", "achtergrondkennis, niet nagekeken"


# What the payment statement of the department names for an organisation.
BETAALSTAAT: Final = (
    Parametercode.GGMMI,
    Parametercode.BEGELEIDING_BEGIN,
    Parametercode.BEGELEIDING_LATER,
    Parametercode.BEGELEIDING_LAAG,
    Parametercode.BEGELEIDING_MIDDEN,
    Parametercode.BEGELEIDING_HOOG,
    Parametercode.LDE_VERGOEDING,
)

# When a signal or a next step comes: a habit, which no law prescribes.
SIGNAALGETALLEN: Final = (
    Parametercode.GESPREK_WEKEN,
    Parametercode.TRAJECT_BINNEN,
    Parametercode.DOELWIT_BINNEN,
    Parametercode.DOELEN_BINNEN,
    Parametercode.PLAN_BINNEN,
    Parametercode.EVALUATIE_VOORAF,
    Parametercode.BELEMMERING_NA,
    Parametercode.ATTEST_VOORAF,
    Parametercode.RESULTAAT_NA,
    Parametercode.STAGE_ROND,
    Parametercode.FONDS_NA,
    Parametercode.OPENHEID_BINNEN,
    Parametercode.TEAM_BINNEN,
    Parametercode.CONTRACT_VOORAF,
    Parametercode.TERUGKEER_VOORAF,
    Parametercode.VENSTER_VOORAF,
    Parametercode.JOBMATCHING_VOORAF,
    Parametercode.AFRONDEN_VOORAF,
    Parametercode.BEGIN_VOORAF,
    Parametercode.PLAN_KWARTAAL,
    Parametercode.DOORGEVEN_NA,
    Parametercode.IMPORT_NA,
)

# What an organisation may set for itself: its own cost, its own habits, and what its payment
# statement names and nobody publishes. The rest is the law's, and the operator keeps it.
EIGEN_WAARDE_MAG: Final = frozenset(
    {
        Parametercode.NAZORG_1,
        Parametercode.NAZORG_2,
        Parametercode.NAZORG_3,
        Parametercode.NAZORG_4,
        Parametercode.VERVANGING_VOOR,
        Parametercode.VERVANGING_NA,
        Parametercode.EVALUATIE_MAANDEN,
        Parametercode.BIJDRAGE,
        Parametercode.RSZ_CATEGORIE,
        Parametercode.VOLTIJDSE_WEEK,
        Parametercode.LOONMAANDEN,
        Parametercode.AFRONDING,
        *BETAALSTAAT,
        *SIGNAALGETALLEN,
        Parametercode.FONDS_PER_UUR,
        Parametercode.FONDS_PER_JAAR,
        Parametercode.FONDS_UREN,
    }
)

# What there is for no organisation unless it says so: a value for everybody counts for nobody.
ALLEEN_EIGEN: Final = frozenset({Parametercode.BIJDRAGE})

# The structural reduction, in the order of the fields of `Vermindering`.
VERMINDERING: Final = (
    Parametercode.BRUTO_BIJDRAGE,
    Parametercode.VERMINDERING_1_FACTOR,
    Parametercode.VERMINDERING_1_GRENS,
    Parametercode.VERMINDERING_1_FACTOR_LAAG,
    Parametercode.VERMINDERING_1_GRENS_LAAG,
    Parametercode.BETA,
    Parametercode.BETA_ONDER,
    Parametercode.BETA_TOT,
)

# What the forecast counts with; a changed past value moves figures.
FINANCIEEL: Final = (
    Parametercode.GGMMI,
    Parametercode.PLAFONDFACTOR,
    Parametercode.BIJDRAGE,
    *VERMINDERING,
    Parametercode.VOLTIJDSE_WEEK,
    Parametercode.LOONMAANDEN,
    Parametercode.BEGELEIDING_BEGIN,
    Parametercode.BEGELEIDING_LATER,
    Parametercode.BEGELEIDING_LAAG,
    Parametercode.BEGELEIDING_MIDDEN,
    Parametercode.BEGELEIDING_HOOG,
    Parametercode.BEGELEIDING_TELT_KETEN,
    Parametercode.BIJSTURING_TELT_METEEN,
    Parametercode.LDE_VERGOEDING,
)

# What is read with those, to lay payments beside a forecast.
BIJ_BETALING: Final = (Parametercode.AFRONDING,)

# How the page of the parameters is laid out; each code stands in one group.
PARAMETERGROEPEN: Final = (
    (
        "Loon en loonpremie",
        (
            Parametercode.GGMMI,
            Parametercode.PLAFONDFACTOR,
            Parametercode.BIJDRAGE,
            Parametercode.VOLTIJDSE_WEEK,
            Parametercode.LOONMAANDEN,
            Parametercode.AFRONDING,
        ),
    ),
    (
        "Vermindering van de bijdrage",
        (
            Parametercode.RSZ_CATEGORIE,
            *VERMINDERING,
            Parametercode.VERMINDERING_2,
            Parametercode.VERMINDERING_3,
        ),
    ),
    (
        "Begeleidingspremie",
        (
            Parametercode.BEGELEIDING_BEGIN,
            Parametercode.BEGELEIDING_LATER,
            Parametercode.BEGELEIDING_LAAG,
            Parametercode.BEGELEIDING_MIDDEN,
            Parametercode.BEGELEIDING_HOOG,
            Parametercode.BEGELEIDING_TELT_KETEN,
        ),
    ),
    (
        "LDE-overgang",
        (Parametercode.LDE_VERGOEDING, Parametercode.LDE_LEEFTIJD, Parametercode.LDE_BLOK),
    ),
    (
        "Verlenging, bijsturing en terugkeer",
        (
            Parametercode.VERLENGING_VANAF,
            Parametercode.VERLENGING_ANDERS,
            Parametercode.BIJSTURING_VANAF,
            Parametercode.BIJSTURING_TELT_METEEN,
            Parametercode.BIJSTURING_ANDERS,
            Parametercode.BEHANDELING,
            Parametercode.BEROEP_BINNEN,
            Parametercode.BEROEP_ADVIES,
            Parametercode.BEROEP_BESLISSING,
            Parametercode.TERUGKEERGARANTIE,
        ),
    ),
    (
        "Begeleiding op de werkvloer",
        (
            Parametercode.OPVOLGING,
            Parametercode.BESCHIKBAAR,
            Parametercode.OPLEIDING_BINNEN,
            Parametercode.COACHING,
        ),
    ),
    ("Traject", (Parametercode.EVALUATIE_MAANDEN,)),
    (
        "Nazorg",
        (
            Parametercode.NAZORG_1,
            Parametercode.NAZORG_2,
            Parametercode.NAZORG_3,
            Parametercode.NAZORG_4,
            Parametercode.DUURZAAM,
        ),
    ),
    (
        "Einde van een contract",
        (
            Parametercode.AANGETEKEND,
            Parametercode.SOLLICITATIE_HEEL,
            Parametercode.OUTPLACEMENT_WEKEN,
            Parametercode.OUTPLACEMENT_LEEFTIJD,
            Parametercode.OUTPLACEMENT_DIENST,
            Parametercode.OUTPLACEMENT_AANBOD,
            Parametercode.OUTPLACEMENT_INGEBREKE,
            Parametercode.MOTIVERING_DIENST,
            Parametercode.MOTIVERING_EINDE,
            Parametercode.MOTIVERING_KENNIS,
        ),
    ),
    ("Signalen en volgende stap", SIGNAALGETALLEN),
    ("Vervangingsverbod", (Parametercode.VERVANGING_VOOR, Parametercode.VERVANGING_NA)),
    (
        "Vormingsfonds LDE",
        (
            Parametercode.FONDS_PER_UUR,
            Parametercode.FONDS_PER_JAAR,
            Parametercode.FONDS_UREN,
        ),
    ),
)

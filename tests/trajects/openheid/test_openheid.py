"""Openness from the first day: the passage in a contract, how it was explained, what shows it."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gedeeld.gelijktijdig import IntussenGewijzigd
from gedeeld.models import Auditregel
from gedeeld.periode import Periode
from tests.fabrieken import (
    ContractFactory,
    NotitieFactory,
    PassageFactory,
    PassagetoelichtingFactory,
    WerknemerFactory,
)
from trajects.keuzes import SoortNotitie, Thema
from trajects.models import Contractpassage, Notitie, Passagetoelichting
from trajects.openheid.bewijs import Bewijs, bewijs_van_openheid
from trajects.openheid.contractopenheid import lees_openheid, passage_op
from trajects.openheid.openheid import Openheidgegevens, leg_openheid_vast
from werknemers.keuzes import Voertaal
from werknemers.models import Arbeidsovereenkomst, Werknemer

VANDAAG = date(2026, 11, 23)


def gesprek(amina: Werknemer, auteur: Gebruiker, **anders: object) -> Notitie:
    return NotitieFactory(werknemer=amina, auteur=auteur, themas=[Thema.EINDDOEL], **anders)


def test_the_evidence_is_dated_and_says_by_whom(begeleider: Gebruiker, amina: Werknemer) -> None:
    PassagetoelichtingFactory(
        contract=ContractFactory(werknemer=amina),
        passage=PassageFactory(organisatie=amina.organisatie),
        uitgelegd_op=date(2024, 1, 3),
        uitgelegd_door="Hilde Maes",
        taal=Voertaal.AR,
        met_tolk=True,
        erkend_op=date(2024, 1, 10),
    )
    gesprek(amina, begeleider, datum=date(2024, 1, 5))
    gesprek(amina, begeleider, datum=date(2025, 1, 5), soort=SoortNotitie.TELEFOON)
    assert bewijs_van_openheid(amina) == [
        Bewijs(
            date(2024, 1, 3),
            "Gesprek over de bijzondere passage (versie 2), in het Arabisch, met tolk",
            "Hilde Maes",
        ),
        Bewijs(date(2024, 1, 5), "Gesprek over het einddoel", "An Peeters"),
        Bewijs(
            date(2024, 1, 10),
            "Bevestiging dat de bijzondere passage (versie 2) begrepen is",
            amina.naam,
        ),
        Bewijs(date(2025, 1, 5), "Telefoon over het einddoel", "An Peeters"),
    ]


def test_nothing_confidential_replaced_or_about_something_else_is_evidence(
    begeleider: Gebruiker, amina: Werknemer
) -> None:
    gesprek(amina, begeleider, vertrouwelijk=True)
    NotitieFactory(werknemer=amina, auteur=begeleider, themas=[Thema.VORMING])
    gesprek(WerknemerFactory(), begeleider)
    oud = gesprek(amina, begeleider, datum=date(2026, 1, 5))
    gesprek(amina, begeleider, datum=date(2026, 1, 6), vervangt=oud)
    PassagetoelichtingFactory(contract=ContractFactory(werknemer=amina))
    assert [bewijs.op for bewijs in bewijs_van_openheid(amina)] == [date(2026, 1, 6)]


def test_a_reader_of_the_log_reads_the_words_and_the_own_secrets(
    begeleider: Gebruiker, coordinator: Gebruiker, hr: Gebruiker, amina: Werknemer
) -> None:
    gesprek(amina, begeleider, datum=date(2024, 1, 5), tekst="Na vijf jaar een andere job.")
    gesprek(amina, coordinator, datum=date(2024, 2, 5), tekst="Geheim.", vertrouwelijk=True)
    woorden = {
        wie.rol: [bewijs.tekst for bewijs in bewijs_van_openheid(amina, wie)]
        for wie in (begeleider, coordinator, hr)
    }
    assert woorden == {
        "begeleider": ["Na vijf jaar een andere job."],
        "coordinator": ["Na vijf jaar een andere job.", "Geheim."],
        "hr": [""],
    }


@pytest.fixture
def contract(amina: Werknemer) -> Arbeidsovereenkomst:
    return ContractFactory(werknemer=amina)


@pytest.fixture
def voorbeeld(db: None) -> Contractpassage:
    return Contractpassage.objects.get(organisatie=None)


def gegevens(passage: Contractpassage | None, **anders: object) -> Openheidgegevens:
    vast = {
        "passage": passage,
        "uitgelegd_op": date(2024, 1, 3),
        "uitgelegd_door": "Hilde Maes",
        "taal": Voertaal.AR,
        "met_tolk": True,
        "erkend_op": None,
    }
    return Openheidgegevens(**(vast | anders))  # type: ignore[typeddict-item]


def leg_vast(
    contract: Arbeidsovereenkomst, door: Gebruiker, **anders: object
) -> Passagetoelichting:
    passage = anders.pop("passage", Contractpassage.objects.get(organisatie=None))
    return leg_openheid_vast(
        contract=contract,
        toelichting=None,
        door=door,
        gezien=None,
        **gegevens(passage, **anders),  # type: ignore[arg-type]
    )


def test_an_explanation_is_written_down_and_audited(
    hr: Gebruiker, contract: Arbeidsovereenkomst, voorbeeld: Contractpassage
) -> None:
    leg_vast(contract, hr)
    toelichting = Passagetoelichting.objects.get()
    assert (toelichting.passage, toelichting.uitgelegd_door) == (voorbeeld, "Hilde Maes")
    regel = Auditregel.objects.get(soort="passagetoelichting")
    assert (regel.actie, regel.door) == ("vastgelegd", hr)
    assert regel.verschil["uitgelegd_op"] == [None, "2024-01-03"]


def test_the_passage_alone_can_be_on_file_before_it_is_explained(
    hr: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    alleen = {"uitgelegd_op": None, "uitgelegd_door": "", "met_tolk": False}
    toelichting = leg_vast(contract, hr, **alleen)
    assert (toelichting.uitgelegd_op, toelichting.taal) == (None, "")


@pytest.mark.parametrize(
    ("fout", "veld", "zin"),
    [
        ({"uitgelegd_op": None}, "uitgelegd_op", "Op welke dag is de passage overlopen?"),
        ({"passage": None}, "passage", "Kies welke versie jullie overlopen hebben."),
        (
            {"uitgelegd_op": date(2026, 11, 24)},
            "uitgelegd_op",
            "Kies vandaag of een dag die voorbij is.",
        ),
        ({"erkend_op": date(2026, 11, 24)}, "erkend_op", "Kies vandaag of een dag die voorbij is."),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    hr: Gebruiker,
    contract: Arbeidsovereenkomst,
    fout: dict[str, object],
    veld: str,
    zin: str,
) -> None:
    with pytest.raises(ValidationError) as weigering:
        leg_vast(contract, hr, **fout)
    assert weigering.value.message_dict == {veld: [zin]}
    assert not Passagetoelichting.objects.exists()


@pytest.mark.parametrize(
    ("fout", "zin"),
    [
        ({"uitgelegd_door": ""}, "Zeg wie de passage uitlegde, en in welke taal."),
        ({"taal": ""}, "Zeg wie de passage uitlegde, en in welke taal."),
        (
            {"erkend_op": date(2024, 1, 2)},
            "Een werknemer bevestigt pas nadat de passage is uitgelegd.",
        ),
    ],
)
def test_the_database_refuses_with_a_sentence(
    hr: Gebruiker, contract: Arbeidsovereenkomst, fout: dict[str, object], zin: str
) -> None:
    with pytest.raises(ValidationError) as weigering:
        leg_vast(contract, hr, **fout)
    assert weigering.value.messages == [zin]


def test_a_passage_of_another_organisation_is_refused(
    hr: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    with pytest.raises(ValidationError, match="je eigen organisatie"):
        leg_vast(contract, hr, passage=PassageFactory())


def test_two_who_write_at_once_do_not_overwrite(
    hr: Gebruiker, contract: Arbeidsovereenkomst, voorbeeld: Contractpassage
) -> None:
    eerst = leg_vast(contract, hr)
    with pytest.raises(ValidationError, match="vulde dit net ook in"):
        leg_vast(contract, hr)
    gezien = eerst.gewijzigd_op
    vast = {"contract": contract, "toelichting": eerst, "door": hr, "gezien": gezien}
    leg_openheid_vast(**vast, **gegevens(voorbeeld, met_tolk=False))  # type: ignore[arg-type]
    with pytest.raises(IntussenGewijzigd):
        leg_openheid_vast(**vast, **gegevens(voorbeeld))  # type: ignore[arg-type]


def test_each_contract_says_what_is_still_to_be_done(
    hr: Gebruiker, amina: Werknemer, voorbeeld: Contractpassage
) -> None:
    contract = ContractFactory(werknemer=amina)
    oud = ContractFactory(werknemer=amina, periode=Periode(date(2020, 1, 1), date(2021, 1, 1)))
    toelichting = PassagetoelichtingFactory(contract=contract, passage=None)

    def zin(**velden: object) -> str:
        Passagetoelichting.objects.filter(pk=toelichting.pk).update(**velden)
        eerste, tweede = lees_openheid(amina, hr, VANDAAG).contracten
        assert (eerste.contract, tweede.contract, tweede.volgende) == (contract, oud, "")
        return eerste.volgende

    assert zin() == "Kies welke passage in dit contract staat, en overloop ze samen."
    assert zin(passage=voorbeeld) == (
        "De passage is nog niet mondeling overlopen. Doe het samen, met een tolk als dat helpt."
    )
    uitgelegd = {"uitgelegd_op": VANDAAG, "uitgelegd_door": "An", "taal": "nl"}
    assert zin(**uitgelegd) == (
        f"Vraag {amina.voornaam} in eigen woorden wat de passage betekent, en noteer de dag."
    )
    assert zin(erkend_op=VANDAAG) == ""


def test_the_version_of_a_day_is_the_last_that_was_valid(voorbeeld: Contractpassage) -> None:
    eigen = PassageFactory()
    versies = [voorbeeld, eigen]
    dagen = (date(2025, 12, 31), date(2026, 1, 1), date(2026, 5, 31), date(2026, 6, 1))
    assert [passage_op(versies, dag) for dag in dagen] == [None, voorbeeld, voorbeeld, eigen]

"""What happens about the end of a contract, noted on the screens as it happens."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from gedeeld.tijd import alsof
from tests.fabrieken import AdviesFactory, ContracteindeFactory, ContractFactory
from werknemers.domein.contracteinde.lopend import beslissend
from werknemers.domein.contracteinde.vastleggen import bevestig_einde
from werknemers.keuzes import Bezorging, Eindewijze
from werknemers.models import Arbeidsovereenkomst, Contracteinde, Werknemer

pytestmark = pytest.mark.vandaag("2028-07-05")


@pytest.fixture
def contract(amina: Werknemer) -> Arbeidsovereenkomst:
    """In service since 1 October 2026, supported until 30 September 2028."""
    amina.adviezen.all().delete()
    amina.contracten.all().delete()
    steun = Periode.tem(date(2026, 10, 1), date(2028, 9, 30))
    AdviesFactory(werknemer=amina, besluitdatum=date(2026, 10, 1), periode=steun)
    return ContractFactory(
        werknemer=amina, periode=Periode(date(2026, 10, 1)), tewerkstellingsbreuk=1
    )


def opgezegd(contract: Arbeidsovereenkomst) -> Contracteinde:
    """By the employer, posted on Tuesday 4 July 2028."""
    return ContracteindeFactory(
        contract=contract,
        wijze=Eindewijze.WERKGEVER,
        gegeven_op=date(2028, 7, 4),
        bezorging=Bezorging.AANGETEKEND,
        periode=Periode.tem(date(2028, 7, 10), date(2028, 9, 24)),
    )


def lees(client: Client, naam: str, pk: int, **vraag: str) -> str:
    antwoord = client.get(reverse(f"trajects:{naam}", args=[pk]), vraag)
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


def invoer(pagina: Any) -> dict[str, str]:
    """What the form on a page would send back untouched."""
    (formulier,) = html.fromstring(pagina.content).xpath("//form[@data-bewaak]")
    return {naam: waarde or "" for naam, waarde in formulier.form_values()}


def vul_in(client: Client, naam: str, pk: int, **velden: str) -> str:
    """Fill in the form of this page, and read where it leads."""
    adres = reverse(f"trajects:{naam}", args=[pk])
    antwoord = client.post(adres, invoer(client.get(adres)) | velden, follow=True)
    return " ".join(antwoord.content.decode().split())


def test_notice_and_counter_notice_as_they_happen(
    client: Client, hr: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    client.force_login(hr)
    velden = {"wijze": "werkgever", "gegeven_op": "2028-07-04"}
    pagina = vul_in(client, "einde_nieuw", contract.pk, **velden)
    assert "Genoteerd: opzegging door de werkgever." in pagina
    assert "<dt>Contract</dt> <dd>Opzegging begint op maandag 10 juli 2028" in pagina
    einde = contract.eindes.get()
    assert einde.periode == Periode.tem(date(2028, 7, 10), date(2028, 9, 24))
    with alsof(date(2028, 7, 31)):
        velden = {"wijze": "tegen", "gegeven_op": "2028-07-31", "nieuwe_job_op": "2028-09-07"}
        vul_in(client, "einde_nieuw", contract.pk, **velden)
        tekst = lees(client, "contracteinde", contract.pk)
    # Posted on Monday, it counts on Thursday; four weeks from the Monday after.
    assert "Tegenopzegging begint op maandag 7 augustus 2028, t.e.m. zondag 3 september" in tekst
    assert "3 dagen ertussen: de nieuwe job begint op donderdag 7 september 2028" in tekst
    assert "Klaar tegen 3 september 2028" in tekst
    assert "De nieuwe werkgever vraagt de premie aan, vanaf</span><br> donderdag 7 sept" in tekst


def test_the_days_that_follow_from_a_notice_that_was_given(
    client: Client, hr: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    einde = opgezegd(contract)
    client.force_login(hr)
    vul_in(client, "einde_bewerk", einde.pk, schorsingsdagen="7", verlof_opgenomen="4")
    tekst = lees(client, "contracteinde", contract.pk)
    assert "dinsdag 4 juli 2028, aangetekend op de post; werkt vanaf vrijdag 7 juli 2028" in tekst
    assert "Ze duurt</span><br> 11 weken, na 21 maanden in dienst" in tekst
    assert "Opgeschoven</span><br> 7 dagen" in tekst
    assert "Laatste dag van het contract</span><br> zondag 1 oktober 2028" in tekst
    assert "nog 7 dagen van 11" in tekst
    assert "C4 in handen, uiterlijk</span><br> vrijdag 29 september 2028" in tekst
    assert "De werknemer kan de redenen vragen</span><br> tot en met vrijdag 1 december" in tekst
    assert "De werkgever zegt op" not in tekst
    assert "Vul in wanneer een nieuwe job begint: dan tellen we wat er nog past." in tekst
    assert "Motief van de werkgever" in tekst


def test_what_a_counter_notice_overtakes_has_no_days_of_its_own(
    client: Client, hr: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    """The contract ends on Sunday 3 September, three weeks before the notice does: the C4, the
    leave that is left and the reasons go by that day."""
    opgezegd(contract)
    _tegengezegd(contract)
    client.force_login(hr)
    tekst = lees(client, "contracteinde", contract.pk)
    opzegging = tekst.partition("Opzegging begint op maandag 10 juli 2028")[2]
    opzegging, _, tegen = opzegging.partition("Tegenopzegging begint op")
    assert "ingehaald" in opzegging
    assert "Laatste dag volgens deze opzegging</span><br> zondag 24 september 2028" in opzegging
    assert "Laatste dag van het contract" not in opzegging
    assert "C4 in handen" not in opzegging
    assert "nog 8 dagen van 8" in opzegging
    assert "tot en met vrijdag 3 november 2028" in opzegging
    assert "Laatste dag van het contract</span><br> zondag 3 september 2028" in tegen
    assert "C4 in handen, uiterlijk</span><br> vrijdag 1 september 2028" in tegen
    assert "ingehaald" in lees(client, "contract", contract.werknemer_id)


def test_the_job_on_a_counter_notice_is_not_asked_again(
    client: Client, hr: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    """What still fits it is an agreement, until the day before."""
    opgezegd(contract)
    _tegengezegd(contract)
    client.force_login(hr)
    tekst = lees(client, "contracteinde", contract.pk)
    assert "Vul in wanneer een nieuwe job begint" not in tekst
    akkoord = tekst.partition("einde in onderling akkoord</h2>")[2].partition("</section>")[0]
    assert "Allebei getekend, uiterlijk</span><br> woensdag 6 september 2028" in akkoord


def test_an_agreement_takes_the_place_of_what_notice_gives_a_right_to(
    client: Client, hr: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    opgezegd(contract)
    ContracteindeFactory(
        contract=contract,
        wijze=Eindewijze.AKKOORD,
        gegeven_op=date(2028, 7, 5),
        bezorging="",
        periode=Periode.tem(date(2028, 7, 5), date(2028, 8, 31)),
    )
    client.force_login(hr)
    tekst = lees(client, "contracteinde", contract.pk)
    for wat in ("Sollicitatieverlof</span>", "Outplacement</span>", "kan de redenen vragen</span>"):
        assert wat not in tekst
    zin = "Sollicitatieverlof en redenen vragen</span><br> vervallen door het akkoord"
    assert tekst.count(zin) == 2
    assert "(zekerheid K: achtergrondkennis, niet nagekeken)" in tekst.partition(zin)[2][:900]
    assert tekst.count("Laatste dag van het contract</span><br> donderdag 31 augustus 2028") == 1


def _tegengezegd(contract: Arbeidsovereenkomst) -> Contracteinde:
    """Four weeks, for a job from Thursday 7 September 2028."""
    return ContracteindeFactory(
        contract=contract,
        wijze=Eindewijze.TEGEN,
        gegeven_op=date(2028, 7, 5),
        bezorging=Bezorging.AFGEGEVEN,
        nieuwe_job_op=date(2028, 9, 7),
        periode=Periode.tem(date(2028, 8, 7), date(2028, 9, 3)),
    )


def test_a_letter_that_says_something_else_asks_attention(
    client: Client, hr: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    opgezegd(contract)
    contract.eindes.update(periode=Periode.tem(date(2028, 7, 10), date(2028, 9, 30)))
    client.force_login(hr)
    tekst = lees(client, "contracteinde", contract.pk)
    assert "kijk na" in tekst
    assert "loopt ze t.e.m. zondag 24 september 2028." in tekst


def test_a_contract_keeps_its_end_until_somebody_confirms_it(
    client: Client, hr: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    einde = opgezegd(contract)
    client.force_login(hr)
    assert "Zet dit einde op het contract" in lees(client, "contract", contract.werknemer_id)
    client.post(reverse("trajects:einde_bevestig", args=[einde.pk]))
    contract.refresh_from_db()
    assert contract.periode.laatste_dag == date(2028, 9, 24)
    tekst = lees(client, "contract", contract.werknemer_id)
    assert "op contract" in tekst
    assert "Zet dit einde op het contract" not in tekst


def test_what_was_withdrawn_is_history(
    client: Client, hr: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    einde = opgezegd(contract)
    client.force_login(hr)
    tekst = vul_in(client, "einde_intrek", einde.pk, reden_intrekking="De steun loopt door.")
    assert "Opzegging door de werkgever, ingetrokken op 5 juli 2028" in tekst
    assert "De steun loopt door." in tekst
    assert "<dt>Contract</dt>" not in tekst
    assert "De werkgever zegt op" in lees(client, "contracteinde", contract.pk)


def test_a_counsellor_reads_until_when_and_not_why(
    client: Client, begeleider: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    opgezegd(contract)
    contract.eindes.update(opmerking="Ziek sinds maandag")
    client.force_login(begeleider)
    tekst = lees(client, "contract", contract.werknemer_id)
    assert "Opzegging begint op maandag 10 juli 2028, t.e.m. zondag 24 september 2028" in tekst
    assert "Ziek sinds maandag" not in tekst
    assert "Noteer wat er gebeurde" not in tekst


def test_the_timeline_shows_the_notice(
    client: Client, hr: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    opgezegd(contract)
    client.force_login(hr)
    tekst = lees(client, "plan", contract.werknemer_id)
    assert "Einde contract: opzegging door de werkgever" in tekst


def test_an_open_ended_contract_with_a_last_day_has_no_notice_to_plan(
    client: Client, hr: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    bekend = Periode.tem(date(2026, 10, 1), date(2028, 9, 30))
    Arbeidsovereenkomst.objects.filter(pk=contract.pk).update(periode=bekend)
    client.force_login(hr)
    tekst = lees(client, "contracteinde", contract.pk)
    assert "Dit contract heeft al een laatste dag: 30 september 2028." in tekst
    assert "De werkgever zegt op" not in tekst
    assert "Aangetekend op de post" not in tekst
    opgezegd(contract)
    tekst = lees(client, "contracteinde", contract.pk, nieuwe_job="2028-09-04")
    assert "vond werk: tegenopzegging" in tekst


def test_the_days_that_fit_a_new_job(
    client: Client, hr: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    """Five weeks by the employee after 22 months: from Monday 31 July until Sunday 3 September."""
    client.force_login(hr)
    tekst = lees(client, "contracteinde", contract.pk, nieuwe_job="2028-09-04")
    zelf = tekst.partition("Amina zegt zelf op</h2>")[2].partition("</section>")[0]
    assert "Aangetekend op de post, uiterlijk</span><br> dinsdag 25 juli 2028" in zelf
    assert "Of afgegeven tegen handtekening, uiterlijk</span><br> vrijdag 28 juli 2028" in zelf
    assert "Laatste dag van het contract</span><br> zondag 3 september 2028" in zelf
    assert "sluit aan: de nieuwe job begint op maandag 4 september 2028" in zelf
    akkoord = tekst.partition("einde in onderling akkoord</h2>")[2].partition("</section>")[0]
    assert "Allebei getekend, uiterlijk</span><br> zondag 3 september 2028" in akkoord
    assert "De werkgever zegt op" not in tekst


def test_a_job_that_begins_too_soon_overlaps(
    client: Client, hr: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    """Handed over today, five weeks run until Sunday 13 August."""
    client.force_login(hr)
    tekst = lees(client, "contracteinde", contract.pk, nieuwe_job="2028-08-07")
    assert "Wat vandaag afgegeven wordt</span><br> begint op maandag 10 juli 2028" in tekst
    assert "zondag 13 augustus 2028; 7 dagen overlap: de nieuwe job begint op maandag 7" in tekst


def test_the_passage_ends_no_contract(
    client: Client, hr: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    client.force_login(hr)
    tekst = lees(client, "contracteinde", contract.pk)
    assert "(nog 2 maanden, t.e.m. 30 september 2028), tenzij het wordt verlengd" in tekst
    assert "Stopt het advies, dan eindigt het contract niet vanzelf" in tekst
    assert "Bescherming tegen ontslag rekenen we niet uit." in tekst


def test_a_notice_before_2014_is_shown_without_what_nobody_works_out(
    client: Client, hr: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    opgezegd(contract)
    Arbeidsovereenkomst.objects.filter(pk=contract.pk).update(periode=Periode(date(2013, 12, 31)))
    client.force_login(hr)
    tekst = lees(client, "contracteinde", contract.pk)
    assert "Laatste dag van het contract</span><br> zondag 24 september 2028" in tekst
    assert "Ze duurt" not in tekst
    assert "Wie voor 2014 in dienst kwam" in tekst


@pytest.mark.vandaag("2028-09-10")
def test_an_end_that_comes_near_stands_on_vandaag_until_it_is_confirmed(
    client: Client, begeleider: Gebruiker, hr: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    einde = opgezegd(contract)
    vandaag = reverse("trajects:vandaag")
    zin = "Contract eindigt op 24 september 2028: opzegging door de werkgever"
    for wie in (hr, begeleider):
        client.force_login(wie)
        assert zin in client.get(vandaag).content.decode()
    with alsof(date(2028, 9, 25)):
        assert zin.replace("eindigt", "eindigde") in client.get(vandaag).content.decode()
    bevestig_einde(einde, door=hr)
    assert zin not in client.get(vandaag).content.decode()


@pytest.mark.vandaag("2028-09-09")
def test_vandaag_waits_until_two_weeks_before(
    client: Client, begeleider: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    opgezegd(contract)
    client.force_login(begeleider)
    assert "Contract eindigt op" not in client.get(reverse("trajects:vandaag")).content.decode()


def test_the_database_says_by_what_a_contract_ends_as_the_rule_does(
    contract: Arbeidsovereenkomst,
) -> None:
    """Notice that illness moved, a counter-notice that is over first, an agreement before all."""
    opgezegd(contract)
    contract.eindes.update(schorsingsdagen=7)
    assert _eindigt_op(contract) == (Eindewijze.WERKGEVER, date(2028, 10, 1))
    tegen = ContracteindeFactory(
        contract=contract,
        wijze=Eindewijze.TEGEN,
        gegeven_op=date(2028, 7, 5),
        nieuwe_job_op=date(2028, 8, 21),
        periode=Periode.tem(date(2028, 7, 10), date(2028, 8, 6)),
    )
    assert _eindigt_op(contract) == (Eindewijze.TEGEN, date(2028, 8, 6))
    ContracteindeFactory(
        contract=contract,
        wijze=Eindewijze.AKKOORD,
        gegeven_op=date(2028, 7, 5),
        bezorging="",
        periode=Periode.tem(date(2028, 7, 5), date(2028, 12, 31)),
    )
    assert _eindigt_op(contract) == (Eindewijze.AKKOORD, date(2028, 12, 31))
    contract.eindes.exclude(pk=tegen.pk).update(ingetrokken_op=date(2028, 7, 5))
    assert _eindigt_op(contract) == (Eindewijze.TEGEN, date(2028, 8, 6))


def _eindigt_op(contract: Arbeidsovereenkomst) -> tuple[str, date]:
    (rij,) = Contracteinde.objects.filter(contract=contract).te_bevestigen()
    volgens_regel = beslissend(contract.eindes.all())
    assert rij == volgens_regel
    assert volgens_regel is not None
    dag: date = rij.dag  # type: ignore[attr-defined]
    assert dag == volgens_regel.laatste_dag
    return rij.wijze, dag

"""A question that is worked out once finds for each key what it would have found by itself."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import date

import pytest
from django.db import NotSupportedError, connection, transaction
from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Concat
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from gebruikers.models import Organisatie
from gedeeld.dagnummers import Uitdagen, dagen_van
from gedeeld.periode import Periode, dag_erna
from gedeeld.vastevraag import (
    HangtAfVanWaarde,
    NaamTweemaal,
    Vastevraag,
    Vastezin,
    eis_eigen_namen,
    vaste_vraag,
)
from gedeeld.verzoek.eenmaal import schrijft
from tests.fabrieken.mensen import ContractFactory, WerknemerFactory
from werknemers.models import Werknemer


@pytest.fixture(autouse=True, params=[False, True], ids=["prepared", "in full"])
def pooler(request: pytest.FixtureRequest, settings: Settings) -> None:
    settings.POOLER = request.param


@vaste_vraag
def van(*sleutels: int) -> QuerySet[Werknemer]:
    return Werknemer.objects.filter(pk__in=sleutels).select_related("begeleider").order_by("pk")


@vaste_vraag
def tel(organisatie: int) -> QuerySet[Werknemer, tuple[int, str]]:
    eigen = Werknemer.objects.filter(organisatie=organisatie).order_by("pk")
    return eigen.values_list("pk", "voornaam")


def test_each_key_finds_its_own(organisatie: Organisatie) -> None:
    een, twee = (WerknemerFactory(organisatie=organisatie) for _ in range(2))
    assert van(een.pk) == [een]
    assert van(twee.pk) == [twee]
    assert van(een.pk, twee.pk) == [een, twee]
    assert van() == []


def test_it_finds_what_changed_meanwhile(organisatie: Organisatie) -> None:
    werknemer = WerknemerFactory(organisatie=organisatie, voornaam="Amina")
    assert tel(organisatie.pk) == [(werknemer.pk, "Amina")]
    Werknemer.objects.update(voornaam="Aïcha")
    assert tel(organisatie.pk) == [(werknemer.pk, "Aïcha")]


def test_rows_are_made_anew_with_what_comes_along(organisatie: Organisatie) -> None:
    werknemer = WerknemerFactory(organisatie=organisatie)
    eerste, tweede = van(werknemer.pk), van(werknemer.pk)
    assert eerste[0] is not tweede[0]
    with CaptureQueriesContext(connection) as vragen:
        assert eerste[0].begeleider == werknemer.begeleider
    assert len(vragen) == 0


def test_columns_come_as_they_are_asked_for(organisatie: Organisatie) -> None:
    """What is worked out stands behind the columns of a row in SQL, and each column has its own
    type; a column alone is no tuple, and columns with names are a dictionary."""

    def kolommen(organisatie: int) -> QuerySet[Werknemer, tuple[object, ...]]:
        eigen = Werknemer.objects.filter(organisatie=organisatie)
        lang = eigen.annotate(naam=Concat("voornaam", Value(" "), "familienaam"))
        return lang.values_list(
            "naam", "pk", "contracten__periode", "contracten__periode__endswith"
        )

    def namen(organisatie: int) -> QuerySet[Werknemer, str]:
        return Werknemer.objects.filter(organisatie=organisatie).values_list("voornaam", flat=True)

    def gegevens(organisatie: int) -> QuerySet[Werknemer, dict[str, object]]:
        eigen = Werknemer.objects.filter(organisatie=organisatie).order_by("pk")
        return eigen.values("contracten__periode", naam=F("voornaam"), sleutel=F("pk"))

    def alles(organisatie: int) -> QuerySet[Werknemer, dict[str, object]]:
        return Werknemer.objects.filter(organisatie=organisatie).order_by("pk").values()

    periode = Periode(date(2026, 1, 1), date(2027, 1, 1))
    WerknemerFactory(organisatie=organisatie, voornaam="Amina")
    ContractFactory(werknemer__organisatie=organisatie, periode=periode)
    for bouw in (kolommen, namen, gegevens, alles):
        assert vaste_vraag(bouw)(organisatie.pk) == list(bouw(organisatie.pk))


def test_it_is_one_query_each_time(organisatie: Organisatie) -> None:
    for _ in range(3):
        with CaptureQueriesContext(connection) as vragen:
            tel(organisatie.pk)
        assert len(vragen) == 1
        assert not schrijft(vragen[0]["sql"])


def test_a_statement_of_our_own_takes_other_values_each_time(
    organisatie: Organisatie, andere_organisatie: Organisatie, settings: Settings
) -> None:
    zin = Vastezin(
        "SELECT voornaam || %(achter)s FROM werknemers_werknemer "
        "WHERE organisatie_id = %(organisatie)s AND id <> ALL(%(niet)s) ORDER BY id",
        {"achter": "?"},
        {"organisatie": "bigint", "niet": "bigint[]"},
    )
    amina = WerknemerFactory(organisatie=organisatie, voornaam="Amina")
    WerknemerFactory(organisatie=organisatie, voornaam="Bart")
    WerknemerFactory(organisatie=andere_organisatie, voornaam="Chris")
    with CaptureQueriesContext(connection) as vragen:
        assert zin(organisatie=organisatie.pk, niet=[]) == [("Amina?",), ("Bart?",)]
        assert zin(organisatie=organisatie.pk, niet=[amina.pk]) == [("Bart?",)]
        assert zin(organisatie=andere_organisatie.pk, niet=[amina.pk]) == [("Chris?",)]
    daarna = "SELECT" if settings.POOLER else "EXECUT"
    assert [vraag["sql"][:6] for vraag in vragen] == ["SELECT", daarna, daarna]
    assert all(schrijft(vraag["sql"]) for vraag in vragen if vraag["sql"].startswith("EXECUTE"))


def test_only_what_is_prepared_here_counts_as_reading() -> None:
    assert not schrijft("EXECUTE vraag_12(1, 2)")
    assert schrijft("EXECUTE iets_anders(1)")


def test_a_connection_is_told_once(organisatie: Organisatie, settings: Settings) -> None:
    settings.POOLER = False
    assert tel(organisatie.pk) == []
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE name LIKE 'vraag_%'")
        assert cursor.fetchone()[0] > 0


@pytest.mark.parametrize(
    ("voorwaarde", "mag"),
    [
        ('W0."werknemer_id" = (V0."werknemer_id")', True),
        ('W0."werknemer_id" = (W0."advies_id")', True),
        ('AW0."advies_id" = (W0."advies_id")', True),
        ('W0."werknemer_id" = (W0."werknemer_id")', False),
        ('"trajects_traject"."id" = "trajects_traject"."id"', False),
    ],
)
def test_what_is_compared_with_itself_is_refused(voorwaarde: str, mag: bool) -> None:
    with nullcontext() if mag else pytest.raises(NaamTweemaal):
        eis_eigen_namen(f"NOT ({voorwaarde} AND true)")


@vaste_vraag
def talen(organisatie: int) -> QuerySet[Werknemer, tuple[int, str]]:
    return Werknemer.objects.filter(organisatie=organisatie).values_list("pk", "voertaal")


@contextmanager
def lange_talen() -> Iterator[None]:
    """As by a migration while the web server goes on."""
    soort = Werknemer._meta.get_field("voertaal").db_type(connection)
    wijzig = "ALTER TABLE werknemers_werknemer ALTER COLUMN voertaal TYPE"
    with connection.cursor() as cursor:
        cursor.execute(f"{wijzig} text")
    try:
        yield
    finally:
        connection.close()
        with connection.cursor() as cursor:
            cursor.execute(f"{wijzig} {soort}")


@pytest.fixture
def lange_verbinding(monkeypatch: pytest.MonkeyPatch, transactional_db: None) -> Iterator[None]:
    """As on the web: it outlives the request."""
    monkeypatch.setitem(connection.settings_dict, "CONN_MAX_AGE", 600)
    connection.close()
    yield
    connection.close()


@pytest.mark.usefixtures("lange_verbinding")
def test_a_column_of_another_type_fails_one_request_of_a_connection(settings: Settings) -> None:
    settings.POOLER = False
    werknemer = WerknemerFactory(voertaal="ar")
    sleutel = werknemer.organisatie_id
    assert talen(sleutel) == [(werknemer.pk, "ar")]
    with lange_talen():
        with pytest.raises(NotSupportedError, match="cached plan"), transaction.atomic():
            talen(sleutel)
        connection.close_if_unusable_or_obsolete()  # as after each request
        assert talen(sleutel) == [(werknemer.pk, "ar")]


def test_what_depends_on_its_keys_is_planned_each_time(
    organisatie: Organisatie, settings: Settings
) -> None:
    """A plan for any period would look through the contracts of everybody."""
    settings.POOLER = False
    van_dag = vaste_vraag(met_contract_op, voorbereid=False)
    werknemer = WerknemerFactory(organisatie=organisatie)
    ContractFactory(werknemer=werknemer, periode=Periode(date(2026, 1, 1), date(2026, 7, 1)))
    dagen = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 1)]
    gevonden = []
    for dag in dagen:
        with CaptureQueriesContext(connection) as vragen:
            gevonden.append(van_dag(organisatie.pk, *dagen_van(Periode(dag, dag_erna(dag)))))
        assert [vraag["sql"].split()[0] for vraag in vragen] == ["SELECT"]
    assert gevonden == [[], [werknemer], [werknemer], []]


def met_contract_op(organisatie: int, van: int, tot: int) -> QuerySet[Werknemer]:
    eigen = Werknemer.objects.filter(organisatie=organisatie)
    return eigen.filter(contracten__periode__overlap=Uitdagen(van, tot))


def test_behind_a_pooler_nothing_is_prepared(organisatie: Organisatie, settings: Settings) -> None:
    een, twee = (WerknemerFactory(organisatie=organisatie) for _ in range(2))
    assert van(een.pk) == [een]
    settings.POOLER = True
    for sleutels in ([een.pk], [twee.pk], [een.pk, twee.pk]):
        with CaptureQueriesContext(connection) as vragen:
            assert [werknemer.pk for werknemer in van(*sleutels)] == sleutels
        assert [vraag["sql"][:6] for vraag in vragen] == ["SELECT"]


@pytest.mark.django_db
def test_what_can_find_nothing_is_not_asked() -> None:
    niemand = Vastevraag(lambda sleutels: Werknemer.objects.filter(pk__in=()), 1)
    with CaptureQueriesContext(connection) as vragen:
        assert niemand(1) == []
    assert len(vragen) == 0


@pytest.mark.django_db
def test_a_value_made_from_a_key_is_refused() -> None:
    """It would be the one of the first who asks, for everybody."""
    with pytest.raises(HangtAfVanWaarde):
        Vastevraag(lambda sleutels: Werknemer.objects.filter(pk=sleutels[0] + 5), 1)
    with pytest.raises(HangtAfVanWaarde):
        Vastevraag(
            lambda sleutels: Werknemer.objects.annotate(
                wie=Concat(F("voornaam"), Value(f"-{sleutels[0]}"), output_field=CharField())
            ),
            1,
        )


@pytest.mark.django_db
def test_sql_that_depends_on_a_key_is_refused() -> None:
    with pytest.raises(HangtAfVanWaarde):
        Vastevraag(lambda sleutels: Werknemer.objects.all()[: sleutels[0] // 10**17], 1)


@pytest.mark.django_db
def test_what_would_keep_rows_is_refused() -> None:
    with pytest.raises(HangtAfVanWaarde):
        Vastevraag(lambda sleutels: Werknemer.objects.prefetch_related("contracten"), 0)


def test_a_join_that_finds_nobody_stays_empty(organisatie: Organisatie) -> None:
    contract = ContractFactory(werknemer__organisatie=organisatie)
    daar = Vastevraag(
        lambda sleutels: Werknemer.objects.filter(contracten__dienst=sleutels[0]).distinct(), 1
    )
    assert daar(contract.dienst_id) == [contract.werknemer]
    assert daar(contract.dienst_id + 1) == []

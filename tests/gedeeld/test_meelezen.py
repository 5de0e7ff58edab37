"""What came along in a row is what Django would have read for it."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import models
from django.test.utils import isolate_apps

from gedeeld.meelezen import als_record, als_records, leg_klaar, mee, mee_heel
from gedeeld.periode import Periode
from tests.fabrieken import AdviesFactory, ContractFactory, JobdoelwitFactory, WerknemerFactory
from trajects.models import Jobdoelwit
from werknemers.models import Adviesperiode, Arbeidsovereenkomst, Werknemer

pytestmark = pytest.mark.django_db
OPEN = Periode(date(2024, 2, 29))


def _kolommen(record: models.Model) -> dict[str, Any]:
    return {veld.attname: getattr(record, veld.attname) for veld in record._meta.concrete_fields}


def _met_rijen(model: type[models.Model]) -> Any:
    dingen = model._default_manager.filter(werknemer=models.OuterRef("pk"))
    return Werknemer.objects.annotate(rijen=mee_heel(dingen)).get()


@pytest.mark.parametrize("periode", [OPEN, Periode(date(2024, 1, 1), date(2025, 1, 1))])
@pytest.mark.parametrize("loon", [None, Decimal("2345.60"), Decimal(0)])
def test_a_whole_row_is_the_record_that_django_reads(periode: Periode, loon: Decimal) -> None:
    ContractFactory(periode=periode, bruto_maandloon=loon, tewerkstellingsbreuk=Decimal("0.333333"))
    (record,) = als_records(Arbeidsovereenkomst, _met_rijen(Arbeidsovereenkomst).rijen)
    gelezen = Arbeidsovereenkomst.objects.get()
    assert _kolommen(record) == _kolommen(gelezen)
    assert str(record.tewerkstellingsbreuk) == str(gelezen.tewerkstellingsbreuk)
    assert str(record.bruto_maandloon) == str(gelezen.bruto_maandloon)
    assert record.gewijzigd_op.utcoffset() == timedelta(0)
    assert not record._state.adding
    assert record.get_deferred_fields() == set()


def test_in_the_order_of_what_is_read_and_none_is_none() -> None:
    werknemer = WerknemerFactory()
    for jaar in (2022, 2020, 2024):
        AdviesFactory(werknemer=werknemer, periode=Periode(date(jaar, 1, 1), date(jaar + 1, 1, 1)))
    gelezen = _met_rijen(Adviesperiode)
    jaren = [advies.periode.van.year for advies in als_records(Adviesperiode, gelezen.rijen)]
    assert jaren == [2020, 2022, 2024]
    assert als_records(Adviesperiode, None) == []


def test_who_has_nothing_brings_an_empty_list() -> None:
    WerknemerFactory()
    assert _met_rijen(Adviesperiode).rijen == []


def test_some_fields_are_a_record_without_the_others() -> None:
    doelwit = JobdoelwitFactory(titel="Kok", van=date(2026, 3, 2))
    rij = mee(Jobdoelwit.objects.filter(traject=models.OuterRef("trajecten")), "pk", "titel", "van")
    (gelezen,) = Werknemer.objects.annotate(rijen=rij).get().rijen  # type: ignore[attr-defined]
    record = als_record(Jobdoelwit, gelezen)
    assert (record.pk, record.titel, record.van) == (doelwit.pk, "Kok", date(2026, 3, 2))
    assert record.waarom == ""


@isolate_apps("gedeeld")
def test_what_is_more_precise_than_json_is_refused() -> None:
    class Precies(models.Model):  # noqa: DJ008 - a model of this test
        bedrag = models.DecimalField(max_digits=16, decimal_places=2)

        class Meta:
            app_label = "gedeeld"

    with pytest.raises(TypeError, match="more digits than JSON keeps"):
        als_record(Precies, {"id": 1, "bedrag": 0.1})


def test_what_is_laid_ready_is_not_read_again(django_assert_num_queries: Any) -> None:
    contract = ContractFactory()
    ContractFactory()
    werknemer = Werknemer.objects.get(pk=contract.werknemer_id)
    leg_klaar(werknemer, "contracten", [Arbeidsovereenkomst.objects.get(pk=contract.pk)])
    with django_assert_num_queries(0):
        (gevonden,) = werknemer.contracten.all()
        assert gevonden.werknemer is werknemer
        assert werknemer.contracten.count() == 1
    # What is asked further is asked of this one alone.
    assert list(werknemer.contracten.filter(pk__gt=0)) == [contract]

"""A filter set whose fields are made once gives every request filters of its own."""

from types import SimpleNamespace
from typing import Any

import django_filters
import pytest

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.zeef import Zeef
from tests.fabrieken import DienstFactory, GebruikerFactory
from trajects.kader.filters import Dienstfilter
from werknemers.models import Dienst


class Dienstzeef(Zeef):
    naam = django_filters.CharFilter(method="kies_naam")
    actief = django_filters.ChoiceFilter(choices=[("ja", "ja"), ("nee", "nee")])
    dienst = Dienstfilter(method="kies_dienst", label="Dienst", empty_label="alle")

    class Meta:
        model = Dienst
        fields = ()

    def kies_naam(self, diensten: Any, _naam: str, waarde: str) -> Any:
        return diensten.filter(naam=f"{self.request.voor}{waarde}")

    def kies_dienst(self, diensten: Any, _naam: str, dienst: Dienst) -> Any:
        return diensten.filter(pk=dienst.pk)


def zeef(gebruiker: Gebruiker, voor: str = "", **keuze: str) -> Dienstzeef:
    verzoek = SimpleNamespace(user=gebruiker, voor=voor)
    return Dienstzeef(keuze, Dienst.objects.zichtbaar_voor(gebruiker), request=verzoek)


def test_the_fields_are_those_of_the_class_in_their_order(coordinator: Gebruiker) -> None:
    een, twee = zeef(coordinator), zeef(coordinator)
    assert list(een.form.fields) == ["naam", "actief", "dienst"]
    assert een.form.fields["actief"] is twee.form.fields["actief"]
    assert een.form.fields["dienst"] is not twee.form.fields["dienst"]
    assert een.filters["naam"] is not twee.filters["naam"]


def test_a_method_is_of_the_set_that_asks(coordinator: Gebruiker) -> None:
    rood, groen = (
        DienstFactory(organisatie=coordinator.organisatie, naam=f"{kleur}1") for kleur in "rg"
    )
    een, twee = zeef(coordinator, "r", naam="1"), zeef(coordinator, "g", naam="1")
    assert list(een.qs) == [rood]
    assert list(twee.qs) == [groen]
    assert list(een.qs) == [rood]


def test_a_filter_that_is_left_out_stays_for_others(coordinator: Gebruiker) -> None:
    een = zeef(coordinator)
    del een.filters["naam"]
    assert "naam" not in een.form.fields
    assert "naam" in zeef(coordinator).form.fields


@pytest.mark.parametrize("keuze", ["999999999", "x", "9" * 30])
def test_the_records_are_of_who_asks(
    coordinator: Gebruiker, andere_organisatie: Organisatie, keuze: str
) -> None:
    elders = GebruikerFactory(organisatie=andere_organisatie, rol=Rol.COORDINATOR)
    eigen = DienstFactory(organisatie=coordinator.organisatie, naam="Eigen & co")
    ander = DienstFactory(organisatie=andere_organisatie, naam="Ander")
    for wie, ziet, niet in ((coordinator, eigen, ander), (elders, ander, eigen)):
        gekozen = zeef(wie, dienst=str(ziet.pk))
        assert list(gekozen.form.fields["dienst"].choices) == [("", "alle"), (ziet.pk, ziet.naam)]
        assert gekozen.form.is_valid()
        assert list(gekozen.qs) == [ziet]
        for fout in (str(niet.pk), keuze):
            assert zeef(wie, dienst=fout).form.has_error("dienst", "invalid_choice")


def test_the_list_says_what_is_chosen(coordinator: Gebruiker) -> None:
    dienst = DienstFactory(organisatie=coordinator.organisatie, naam="Eigen & co")
    assert str(zeef(coordinator, dienst=str(dienst.pk)).form["dienst"]) == (
        '<select name="dienst" class="form-select" id="id_dienst"><option value="">alle</option>'
        f'<option value="{dienst.pk}" selected>Eigen &amp; co</option></select>'
    )

"""No form takes the key of something of another organisation, nor of another's caseload.

The forms are found in the pages themselves, and filled in as somebody would who is honest; then
one key is replaced. What a view reads from a form without a field for it is seen by a middleware.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import pytest
from django.db import transaction
from django.forms import (
    BaseForm,
    BooleanField,
    CharField,
    DateField,
    DecimalField,
    FileField,
    ModelChoiceField,
)
from django.test import Client
from django.urls import reverse

from tests.test_conventies import CODE as EIGEN_MAPPEN
from tests.toegang.formulieren import (
    Velden,
    formulieren_van,
    heeft_geweigerd,
    sleutelvelden,
    vul_in,
)
from tests.toegang.meelezer import Meelezer
from tests.toegang.merk import OVER_EEN_WERKNEMER, begin_nieuwe_sleutels, tekst_van
from tests.toegang.tabel import TABEL
from tests.toegang.wacht import geschreven
from tests.toegang.wereld import ROL_VAN, Wereld, Wie, clients, maak_wereld

LEZERS: Final = (Wie.COORDINATOR, Wie.HR, Wie.BEHEERDER)
# What no page of the sweep shows.
ELDERS: Final = {
    "Deelnemers.deelnemers": "The ground of two forms that stand in pages.",
    "Instroomvraagformulier.dienst": "A question in the query string: test_zoekvragen.",
    "LandelijkeWaardeformulier.bron": "Only the operator sees it.",
    "Vergelijkingsvraag.dienst": "A question in the query string: test_zoekvragen.",
    "_MetCollegas.wie": "The ground of two forms that stand in pages.",
}
# Days, numbers and words that people type are no keys.
GEWOON: Final = (CharField, BooleanField, DateField, DecimalField, FileField)


@dataclass(slots=True)
class Deur:
    """One address that takes a form, with the form as somebody fills it in."""

    naam: str
    wie: Wie
    client: Client
    url: str
    ingevuld: Velden = field(default_factory=dict)
    # The fields that hold a key, and whatever else the view reads that could be one.
    sleutels: dict[str, Any] = field(default_factory=dict)
    losse: set[str] = field(default_factory=set)
    gewone: set[str] = field(default_factory=set)
    velden: set[str] = field(default_factory=set)
    neemt_aan: bool = False

    def post(self, velden: Velden) -> tuple[Any, list[str]]:
        """The answer and what was written, which is undone."""
        self.client.cookies.pop("messages", None)  # what was said about the try before
        with transaction.atomic(), geschreven() as opdrachten:
            antwoord = self.client.post(self.url, velden)
            transaction.set_rollback(True)
        return antwoord, opdrachten

    def leer(self, antwoord: Any) -> None:
        """Take over what the forms of a page say about themselves."""
        for form in formulieren_van(antwoord, ook_filters=False):
            self.ingevuld = vul_in(form) | self.ingevuld
            self.sleutels |= dict(sleutelvelden(form))
            self.velden |= {f"{type(form).__name__}.{veld}" for veld in form.fields}
            self.gewone |= {
                form.add_prefix(naam)
                for naam, veld in form.fields.items()
                if isinstance(veld, GEWOON) and not veld.widget.is_hidden
            }


def deuren(browsers: dict[Wie, Client], wereld: Wereld) -> Iterator[Deur]:
    """Each for who may most, and for a counsellor of others where that one comes in."""
    for naam, adres in TABEL.items():
        if adres.post is None:
            continue
        binnen = [next(wie for wie in LEZERS if ROL_VAN[wie] in adres.post.rollen)]
        if ROL_VAN[Wie.COLLEGA] in adres.post.rollen and not (
            adres.caseload and adres.gaat_ergens_over
        ):
            binnen.append(Wie.COLLEGA)
        url = reverse(naam, kwargs=adres.van(wereld), query=adres.vraag(wereld))
        for wie in binnen:
            yield _leer_kennen(Deur(naam, wie, browsers[wie], url))


def _leer_kennen(deur: Deur) -> Deur:
    """Look at the page, and at what is read from a form that is filled in badly and well."""
    if TABEL[deur.naam].get is not None:
        deur.leer(deur.client.get(deur.url))
    deur.leer(deur.post({"niets": "1"})[0])
    deur.losse |= Meelezer.van_formulier
    eerlijk, _ = deur.post(deur.ingevuld)
    deur.losse |= Meelezer.van_formulier
    deur.neemt_aan = eerlijk.status_code in {200, 302}
    return deur


@dataclass(frozen=True, slots=True)
class Proef:
    """The keys to try: of the own world, of the other, and one that nothing has."""

    eigen: int
    vreemd: int
    niemands: int

    def van_anderen(self, deur: Deur, over_een_werknemer: bool) -> tuple[int, ...]:
        """What this reader may not choose: for who sees a caseload, also what is outside it."""
        buiten = over_een_werknemer and deur.wie is Wie.COLLEGA
        return (self.vreemd, self.eigen) if buiten else (self.vreemd,)

    def zonder_sleutels(self, tekst: str) -> str:
        return re.sub(rf"\b({self.eigen}|{self.vreemd}|{self.niemands})\b", "#", tekst)


def _geweigerde_keuzes(deur: Deur, proef: Proef) -> Iterator[str]:
    """What is wrong when a field takes the key of another, or refuses the own one."""
    eerlijk, _ = deur.post(deur.ingevuld)
    for naam, veld in deur.sleutels.items():
        if heeft_geweigerd(eerlijk, naam):
            yield f"{naam}: refuses what it offers itself"
        over = veld.queryset.model._meta.label in OVER_EEN_WERKNEMER
        for sleutel in proef.van_anderen(deur, over):
            antwoord, geschreven_ = deur.post(deur.ingevuld | {naam: str(sleutel)})
            if not heeft_geweigerd(antwoord, naam) or antwoord.status_code != 422:
                yield f"{naam}={sleutel}: {antwoord.status_code}, and not refused"
            if geschreven_:
                yield f"{naam}={sleutel}: wrote {geschreven_}"


def _losse_sleutels(deur: Deur, proef: Proef) -> Iterator[str]:
    """What is wrong when a key of another does anything else than one that nothing has."""
    for naam in sorted(deur.losse - set(deur.sleutels) - deur.gewone):
        niets = _uitkomst(deur, naam, proef.niemands, proef)
        for sleutel in proef.van_anderen(deur, over_een_werknemer=True):
            if (uitkomst := _uitkomst(deur, naam, sleutel, proef)) != niets:
                yield f"{naam}={sleutel}: {uitkomst[:2]} instead of {niets[:2]}"


def _uitkomst(deur: Deur, naam: str, sleutel: int, proef: Proef) -> tuple[int, str, str]:
    """Status, place and text, without the keys themselves; a key in the name is replaced there."""
    ander = re.sub(rf"\b{proef.eigen}\b", str(sleutel), naam.replace("_", " ")).replace(" ", "_")
    velden = {k: v for k, v in deur.ingevuld.items() if k != naam}
    velden |= {ander: deur.ingevuld.get(naam, "1") if ander != naam else str(sleutel)}
    antwoord, _ = deur.post(velden)
    plaats = re.sub(r"\d+", "#", antwoord.get("Location", ""))
    tekst = proef.zonder_sleutels(tekst_van(antwoord))
    return antwoord.status_code, plaats, tekst


@pytest.mark.django_db
def test_no_form_takes_the_key_of_another(settings: Any) -> None:
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "tests.toegang.meelezer.Meelezer"]
    eerste = begin_nieuwe_sleutels()
    eigen = maak_wereld()
    browsers = clients(eigen)
    begin_nieuwe_sleutels()  # no key of the other may look like a year, which a date says more of
    vreemde = begin_nieuwe_sleutels()
    maak_wereld()
    proef = Proef(eerste, vreemde, vreemde + 500)
    fout, gezien, aangenomen = {}, set(), 0
    for deur in deuren(browsers, eigen):
        gezien |= deur.velden
        aangenomen += deur.neemt_aan
        mis = [*_geweigerde_keuzes(deur, proef), *_losse_sleutels(deur, proef)]
        if mis:
            fout[deur.naam, deur.wie] = mis
    assert fout == {}
    assert aangenomen > 100  # the forms are filled in well, so that the key alone is refused
    assert sleutelvelden_in_de_code() - gezien == set(ELDERS)


def _onder(klasse: type) -> Iterator[type]:
    for onder in klasse.__subclasses__():
        yield onder
        yield from _onder(onder)


def sleutelvelden_in_de_code() -> set[str]:
    """Every field of an own form in which a key of something else is chosen."""
    return {
        f"{klasse.__name__}.{naam}"
        for klasse in _onder(BaseForm)
        if klasse.__module__.partition(".")[0] in EIGEN_MAPPEN
        for naam, veld in getattr(klasse, "base_fields", {}).items()
        if isinstance(veld, ModelChoiceField)
    }

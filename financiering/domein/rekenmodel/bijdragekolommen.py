"""The employer's contribution of every contract in every month, as columns.

Months with the same regime, and the same records of the payroll office, share a column. The rates
are those of `bijdrage`, to the millionth.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

import numpy as np
from numpy.typing import NDArray

from financiering.domein.rekenmodel.afronding import MILJOEN, Bedragen, twijfelachtig
from financiering.domein.rekenmodel.bijdrage import Regime, Vermindering, na_vermindering
from financiering.domein.rekenmodel.dagen import Getallen
from financiering.domein.rekenmodel.dekking import Dekking, Rest, hoogste_breuk
from financiering.domein.rekenmodel.kolommen import Kwartaalkolommen
from financiering.domein.rekenmodel.mensen import Contractkolommen, Opgavekolommen

_GEEN: Final = -1


@dataclass(frozen=True, slots=True)
class Bijdragen:
    """`maal` (contracts × columns) are the millionths that a gross wage becomes with its
    contribution, in the quarters that all contracts of a person fill; `kolom` is the column of each
    quarter and month. `maal_rest` (pairs × 3 months) is the same for the pairs of a `Rest`.

    Every rate of a person is a multiple of one over `noemer[person]`.

    `met` (persons × columns) and `rest` (pairs × 3) are the wages in cents a month themselves;
    `loon` and `kost` (columns × quarters) are how often each column counts in a reference wage and
    in the wage cost.
    """

    maal: Bedragen
    kolom: Getallen
    maal_rest: Bedragen
    noemer: Getallen
    met: Bedragen
    rest: Bedragen
    loon: Bedragen
    kost: Bedragen

    def per_maand(self, contracten: Getallen, rest: Rest) -> Getallen:
        """`maal` of these contracts, in order: (contracts × quarters × 3)."""
        tabel = self.maal[contracten][:, self.kolom].astype(np.int64)
        hier = np.flatnonzero(np.isin(rest.contract, contracten))
        plaats = np.searchsorted(contracten, rest.contract[hier])
        tabel[plaats, rest.paarkwartaal[hier]] = self.maal_rest[hier]
        return tabel


def bereken_bijdragen(
    contracten: Contractkolommen,
    opgaven: Opgavekolommen,
    kwartalen: Kwartaalkolommen,
    dekking: Dekking,
) -> Bijdragen:
    """Exact: where floats cannot tell a half millionth, fractions do."""
    personen = len(dekking.vol.rij)
    kolommen = _Kolommen.van(kwartalen, opgaven)
    opgave = kolommen.opgaven(opgaven, personen)
    werk = _Werk(contracten.bruto, contracten.miljoensten)
    heel = np.bincount(contracten.persoon, werk.miljoensten, personen).astype(np.int64)
    samen = np.minimum(heel, MILJOEN)[contracten.persoon]
    delen = np.stack([werk.delen(kwartalen.regimes[r], samen) for r in kolommen.regime], axis=1)
    if opgave is not None:
        delen = _met_opgave(delen, opgave[contracten.persoon])
    maal = delen + MILJOEN
    rest = dekking.rest
    maal_rest = MILJOEN + _delen_van_rest(contracten, kwartalen, rest, delen, kolommen, opgave)
    met = np.stack(
        [np.bincount(contracten.persoon, contracten.bruto * kolom, personen) for kolom in maal.T],
        axis=1,
    )
    return Bijdragen(
        maal=maal,
        kolom=kolommen.kolom,
        maal_rest=maal_rest,
        noemer=_noemer(contracten, rest, maal, maal_rest, personen),
        met=met / MILJOEN,
        rest=contracten.bruto[rest.contract][:, None] * maal_rest / MILJOEN,
        loon=kolommen.keer(kwartalen.groei),
        kost=kolommen.keer(kwartalen.kost),
    )


def _noemer(
    contracten: Contractkolommen, rest: Rest, maal: Bedragen, maal_rest: Bedragen, personen: int
) -> Getallen:
    """By person. Whoever has a round percentage has round amounts: half cents that floats know."""
    deler = np.full(personen, MILJOEN)
    van_paar = contracten.persoon[rest.contract]
    deler[contracten.persoon[~_rond(maal)]] = 1
    deler[van_paar[~_rond(maal_rest)]] = 1
    for persoon, delen in ((contracten.persoon, maal), (van_paar, maal_rest)):
        rond = np.flatnonzero(deler[persoon] > 1)
        np.gcd.at(deler, persoon[rond], np.gcd.reduce(delen[rond].astype(np.int64), axis=1))
    noemer: Getallen = MILJOEN // deler
    return noemer


def _rond(maal: Bedragen) -> NDArray[np.bool_]:
    """Of which rows every rate is a percentage with two decimals at most."""
    rond: NDArray[np.bool_] = (np.floor(maal / 100) * 100 == maal).all(axis=1)
    return rond


@dataclass(frozen=True, slots=True)
class _Kolommen:
    """`kolom` is that of each quarter and month. By column: the number of its `regime`, and the day
    `sinds` from which records of the payroll office count there."""

    kolom: Getallen
    regime: list[int]
    sinds: Getallen

    @classmethod
    def van(cls, kwartalen: Kwartaalkolommen, opgaven: Opgavekolommen) -> "_Kolommen":
        if not len(opgaven):
            alle = len(kwartalen.regimes)
            return cls(kwartalen.regime, list(range(alle)), np.zeros(alle, np.int64))
        dagen = np.unique(opgaven.van)
        vak = np.searchsorted(dagen, kwartalen.van, side="right")
        sleutel = kwartalen.regime * (len(dagen) + 1) + vak
        sleutels, kolom = np.unique(sleutel, return_inverse=True)
        regime, vak = np.divmod(sleutels, len(dagen) + 1)
        sinds = np.concatenate([[0], dagen])[vak]
        return cls(kolom.reshape(sleutel.shape), regime.tolist(), sinds)

    def keer(self, per_maand: Bedragen) -> Bedragen:
        """(columns × quarters): what the months of each column add up to."""
        hier = self.kolom == np.arange(len(self.regime))[:, None, None]
        som: Bedragen = (hier * per_maand).sum(axis=2)
        return som

    def opgaven(self, opgaven: Opgavekolommen, personen: int) -> Getallen | None:
        """(persons × columns): the rate that a record gives, `_GEEN` where none counts."""
        if not len(opgaven):
            return None
        anders = np.append(opgaven.persoon[1:] != opgaven.persoon[:-1], True)
        volgende = np.where(anders, np.iinfo(np.int64).max, np.roll(opgaven.van, -1))
        telt = (opgaven.van[:, None] <= self.sinds) & (self.sinds < volgende[:, None])
        welke, kolom = np.nonzero(telt)
        tabel = np.full((personen, len(self.regime)), _GEEN)
        tabel[opgaven.persoon[welke], kolom] = opgaven.deel[welke]
        return tabel


@dataclass(frozen=True, slots=True)
class _Werk:
    """Contracts: `bruto` in cents a month, the fraction of employment in millionths."""

    bruto: Bedragen
    miljoensten: Getallen

    def kies(self, rijen: Getallen) -> "_Werk":
        return _Werk(self.bruto[rijen], self.miljoensten[rijen])

    def delen(self, regime: Regime, prestatie: Getallen) -> Bedragen:
        """The rate of each in millionths; `prestatie` is the fraction that β goes by, as well."""
        if regime.eigen is not None or regime.vermindering is None:
            return np.full(len(self.bruto), float((regime.eigen_deel or 0) * MILJOEN))
        ruw = self._na_vermindering(regime.vermindering, prestatie / MILJOEN)
        delen = np.floor(ruw + 0.5)
        for nr in np.flatnonzero(twijfelachtig(ruw)).tolist():
            delen[nr] = MILJOEN * na_vermindering(
                regime.vermindering,
                Decimal(int(self.bruto[nr])) / 100,
                Decimal(int(self.miljoensten[nr])) / MILJOEN,
                Fraction(int(prestatie[nr]), MILJOEN),
            )
        return delen

    def _na_vermindering(self, tarief: Vermindering, prestatie: Bedragen) -> Bedragen:
        """As `bijdrage.netto_bijdrage`, unrounded."""
        # In euro; a wage of nothing has no reduction.
        loon = self.bruto * (3 * MILJOEN // 100) / self.miljoensten
        loon[loon == 0] = np.inf
        korting = float(tarief.factor) * np.maximum(float(tarief.grens) / loon - 1, 0)
        korting += float(tarief.factor_laag) * np.maximum(float(tarief.grens_laag) / loon - 1, 0)
        bijdrage = MILJOEN * (float(tarief.bruto) - korting * _beta(tarief, prestatie))
        return np.maximum(bijdrage, 0)


def _beta(tarief: Vermindering, prestatie: Bedragen) -> Bedragen:
    """As `bijdrage.beta`."""
    hoog, onder, tot = (float(w) for w in (tarief.beta, tarief.beta_onder, tarief.beta_tot))
    helling = (hoog - 1) / (tot - onder) if tot > onder else 0.0
    ertussen = np.where(prestatie >= tot, 1.0, hoog - (prestatie - onder) * helling)
    resultaat: Bedragen = np.where(prestatie <= onder, hoog, ertussen)
    return resultaat


def _met_opgave(delen: Bedragen, opgave: Getallen) -> Bedragen:
    resultaat: Bedragen = np.where(opgave == _GEEN, delen, opgave)
    return resultaat


def _delen_van_rest(
    contracten: Contractkolommen,
    kwartalen: Kwartaalkolommen,
    rest: Rest,
    delen: Bedragen,
    kolommen: _Kolommen,
    opgave: Getallen | None,
) -> Bedragen:
    """(pairs × 3). Who has more contracts than one works another fraction in some months."""
    kolom = kolommen.kolom[rest.paarkwartaal]
    resultaat: Bedragen = delen[rest.contract[:, None], kolom]
    meer = np.bincount(contracten.persoon)[contracten.persoon[rest.contract]] > 1
    paren = np.flatnonzero(meer)
    if len(paren):
        nieuw = _delen_van_paren(contracten, kwartalen, rest, paren)
        if opgave is not None:
            wie = contracten.persoon[rest.contract[paren]]
            nieuw = _met_opgave(nieuw, opgave[wie[:, None], kolom[paren]])
        resultaat[paren] = nieuw
    return resultaat


def _delen_van_paren(
    contracten: Contractkolommen, kwartalen: Kwartaalkolommen, rest: Rest, paren: Getallen
) -> Bedragen:
    """(pairs × 3): by what these people work in each month."""
    hoogste = np.minimum(hoogste_breuk(contracten, kwartalen, rest, paren), MILJOEN).ravel()
    regime = kwartalen.regime[rest.paarkwartaal[paren]].ravel()
    werk = _Werk(contracten.bruto, contracten.miljoensten).kies(np.repeat(rest.contract[paren], 3))
    delen = np.zeros(3 * len(paren))
    for nummer in np.unique(regime).tolist():
        hier = np.flatnonzero(regime == nummer)
        delen[hier] = werk.kies(hier).delen(kwartalen.regimes[nummer], hoogste[hier])
    resultaat: Bedragen = delen.reshape(-1, 3)
    return resultaat

"""Whether the national values are those of the files of this version."""

from typing import Final

from gedeeld.gezondheid.register import Bevinding, Gezondheidsdeel
from regels.domein.wetsverschil import loopt_gelijk


def _wet() -> Bevinding:
    if loopt_gelijk():
        return Bevinding(in_orde=True, uitleg="De databank zegt wat de bestanden zeggen.")
    zin = "De databank zegt iets anders dan de bestanden. De operator past ze toe met: wetgeving."
    return Bevinding(in_orde=False, uitleg=zin)


# After an upgrade it differs until the operator has looked: no reason to call the server ill.
DELEN: Final = (Gezondheidsdeel("wet", "Landelijke waarden", _wet, telt_mee=False),)

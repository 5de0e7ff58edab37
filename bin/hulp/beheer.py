"""bin/manage: a management command with environment and database ready.

stdout belongs to the command alone, so that its JSON stays readable by machines.
"""

import os

from hulp.databank import breng_schema_op_peil, eigen_databank, vergeet_peil
from hulp.omgeving import (
    Omgeving,
    demo_omgeving,
    django,
    ontwikkel_omgeving,
    productie_omgeving,
    test_omgeving,
)
from hulp.processen import voer_op_voorgrond_uit
from hulp.virtueel import zorg_voor_pakketten

OMGEVINGEN = {
    "demo": demo_omgeving,
    "ontwikkeling": ontwikkel_omgeving,
    "productie": productie_omgeving,
    "test": test_omgeving,
}
MET_EIGEN_DATABANK = ("demo", "ontwikkeling", "test")
# These work on the migrations themselves, or need no tables.
ZONDER_MIGRATIE = {
    "check",
    "help",
    "makemigrations",
    "migrate",
    "showmigrations",
    "sqlmigrate",
    "squashmigrations",
    "versie",
}


def manage(argumenten: list[str]) -> int:
    zorg_voor_pakketten()
    modus = os.environ.get("DOORSTROOM_MODUS") or "demo"
    omgeving = OMGEVINGEN.get(modus, productie_omgeving)()
    if "DATABASE_URL" in omgeving or modus not in MET_EIGEN_DATABANK:
        return voer_op_voorgrond_uit(django(*argumenten), omgeving=omgeving)
    return _met_eigen_databank(argumenten, omgeving)


def _met_eigen_databank(argumenten: list[str], omgeving: Omgeving) -> int:
    opdracht = argumenten[0] if argumenten else "help"
    with eigen_databank() as cluster:
        omgeving["DATABASE_URL"] = cluster.url
        if opdracht not in ZONDER_MIGRATIE:
            breng_schema_op_peil(cluster, omgeving)
        code = voer_op_voorgrond_uit(django(*argumenten), omgeving=omgeving)
        if opdracht == "migrate":
            vergeet_peil(cluster)
    return code

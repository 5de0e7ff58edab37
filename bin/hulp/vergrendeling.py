"""make lock: the exact versions and hashes of every package, from the two short lists."""

from hulp.omgeving import test_omgeving
from hulp.processen import voer_op_voorgrond_uit
from hulp.virtueel import LOCK, ONTWIKKELLOCK, VENV, zorg_voor_pakketten


def vergrendel(argumenten: list[str]) -> int:
    """Arguments go to uv, for example `--upgrade` or `--upgrade-package django`."""
    zorg_voor_pakketten(ontwikkeling=True)
    for lock in (LOCK, ONTWIKKELLOCK):
        bron = lock.replace(".txt", ".in")
        keuzes = ["--generate-hashes", "--python-version=3.11"]
        kop = "--custom-compile-command=make lock"
        opdracht = [f"{VENV}/bin/uv", "pip", "compile", "--quiet", *keuzes, kop, *argumenten]
        code = voer_op_voorgrond_uit([*opdracht, bron, "-o", lock], omgeving=test_omgeving())
        if code != 0:
            return code
    return 0

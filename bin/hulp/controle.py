"""make controle: every check that is not a test."""

from hulp.melding import meld
from hulp.omgeving import django
from hulp.processen import voer_op_voorgrond_uit
from hulp.testen import wegwerpdiensten
from hulp.virtueel import VENV, zorg_voor_pakketten

BIN = VENV / "bin"
CONTROLES: dict[str, list[str]] = {
    "stijl": [f"{BIN}/ruff", "check"],
    "opmaak": [f"{BIN}/ruff", "format", "--check"],
    "sjablonen": [f"{BIN}/djlint", "--lint", "--quiet", "templates"],
    "types": [f"{BIN}/mypy"],
    "lagen": [f"{BIN}/lint-imports"],
    "migraties": django("makemigrations", "--check", "--dry-run"),
}


def controle(argumenten: list[str]) -> int:
    """Runs all of them, or those that are named; 1 when any fails."""
    zorg_voor_pakketten(ontwikkeling=True)
    gefaald = []
    with wegwerpdiensten(redis=False) as omgeving:
        omgeving.setdefault("REDIS_URL", "redis://127.0.0.1:1/0")  # never connected to
        for naam in argumenten or CONTROLES:
            meld(f"— {naam}: {' '.join(CONTROLES[naam][:3])}")
            if voer_op_voorgrond_uit(CONTROLES[naam], omgeving=omgeving) != 0:
                gefaald.append(naam)
    meld(f"Gefaald: {', '.join(gefaald)}." if gefaald else "Alle controles zijn in orde.")
    return 1 if gefaald else 0

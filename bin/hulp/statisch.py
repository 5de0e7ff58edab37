"""The static files of the demo, collected again only when they have changed."""

from hulp.omgeving import Omgeving, django
from hulp.paden import PROJECT, VAR, logbestand, vingerafdruk
from hulp.processen import voer_stil_uit

DOEL = VAR / "static"
STEMPEL = VAR / "static.stempel"


def verzamel_statische_bestanden(omgeving: Omgeving) -> None:
    afdruk = _afdruk()
    verzameld = (DOEL / "staticfiles.json").exists() and STEMPEL.exists()
    if verzameld and STEMPEL.read_text() == afdruk:
        return
    voer_stil_uit(
        "De statische bestanden verzamelen",
        django("collectstatic", "--noinput", "--clear"),
        log=logbestand("opzet"),
        omgeving=omgeving | {"STATIC_ROOT": str(DOEL)},
    )
    STEMPEL.write_text(afdruk)


def _afdruk() -> str:
    """Names, sizes and times of our own files; packages bring theirs, so the lock counts too."""
    stukken = [(PROJECT / "requirements.txt").read_bytes()]
    for bestand in sorted((PROJECT / "static").rglob("*")):
        staat = bestand.stat()
        stukken.append(f"{bestand} {staat.st_size} {staat.st_mtime_ns}".encode())
    return vingerafdruk(*stukken)

"""The database of a program: the one of DATABASE_URL, or an own cluster under var/."""

from collections.abc import Iterator
from contextlib import contextmanager

from hulp.bewaker import in_gebruik
from hulp.melding import meld
from hulp.omgeving import Omgeving, django
from hulp.paden import PROJECT, VAR, logbestand, vingerafdruk
from hulp.postgres import DATABANK, Cluster
from hulp.processen import voer_stil_uit
from hulp.sloten import gehouden

AANTEKENING = (
    f"SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = '{DATABANK}'"
)


@contextmanager
def eigen_databank() -> Iterator[Cluster]:
    """The cluster under var/postgres, running."""
    with in_gebruik(VAR / "postgres", logbestand("postgres")) as cluster:
        yield cluster


def breng_schema_op_peil(cluster: Cluster, omgeving: Omgeving) -> None:
    """Migrates when the migrations are not those of the last time.

    Which ones those were is noted in the database itself, so that a restored or
    emptied database can never pass for migrated.
    """
    peil = peil_van_schema()
    with gehouden(VAR / "migratie.slot"):
        if cluster.psql(AANTEKENING) != peil:
            meld("De tabellen van de databank bijwerken…")
            migreer(omgeving)
            cluster.psql(f"COMMENT ON DATABASE {DATABANK} IS '{peil}'")


def vergeet_peil(cluster: Cluster) -> None:
    """After a hand-made change of the schema the next start migrates again."""
    cluster.psql(f"COMMENT ON DATABASE {DATABANK} IS NULL")


def migreer(omgeving: Omgeving) -> None:
    voer_stil_uit(
        "De tabellen van de databank bijwerken",
        django("migrate", "--noinput"),
        log=logbestand("opzet"),
        omgeving=omgeving,
    )


def peil_van_schema() -> str:
    """A fingerprint of the tables as the migrations make them."""
    patronen = ("[a-z]*/migrations/*.py", "[a-z]*/[a-z]*/migrations/*.py")
    bestanden = sorted(bestand for patroon in patronen for bestand in PROJECT.glob(patroon))
    inhoud = [deel for bestand in bestanden for deel in (bytes(bestand), bestand.read_bytes())]
    return vingerafdruk(*inhoud, (PROJECT / "requirements.txt").read_bytes())

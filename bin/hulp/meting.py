"""make bench: what people wait for, beside the least that any program must do for it.

Its databases stay under var/meting from one run to the next; everything else is thrown away.
"""

from hulp.bewaker import in_gebruik
from hulp.melding import Weigering
from hulp.omgeving import Omgeving, demo_omgeving
from hulp.paden import PROJECT, VAR, logbestand
from hulp.processen import voer_op_voorgrond_uit
from hulp.redisserver import wegwerpredis
from hulp.sloten import Slot
from hulp.statisch import DOEL, verzamel_statische_bestanden
from hulp.virtueel import PYTHON, zorg_voor_pakketten

MAP = VAR / "meting"


def bench(argumenten: list[str]) -> int:
    """1 when a limit is not kept. Arguments: names of rows, --klein, --kort, --lijst."""
    zorg_voor_pakketten(ontwikkeling=True)
    MAP.mkdir(exist_ok=True)
    MAP.chmod(0o711)  # the account of the database passes through
    slot = Slot(MAP / "meting.slot")
    if not slot.probeer():
        raise Weigering(f"In {MAP} wordt al gemeten: wacht tot dat klaar is.")
    opdracht = [str(PYTHON), "-m", "tests.meting", *argumenten]
    with (
        in_gebruik(MAP / "postgres", logbestand("meting-postgres")) as cluster,
        wegwerpredis(MAP) as redis,
    ):
        omgeving = _omgeving() | {"DATABASE_URL": cluster.url, "REDIS_URL": redis}
        verzamel_statische_bestanden(omgeving)
        return voer_op_voorgrond_uit(opdracht, omgeving=omgeving)


def _omgeving() -> Omgeving:
    """As in production, and one thread for each calculation: what is measured is work, not how
    many processors share it."""
    return demo_omgeving() | {
        "ALLOWED_HOSTS": "127.0.0.1,testserver",
        "BASIS_URL": "https://127.0.0.1",
        "DJANGO_SETTINGS_MODULE": "tests.meting.instellingen",
        "DOORSTROOM_MODUS": "productie",
        "EMAIL_URL": "dummymail://",
        "METING_LOG": str(logbestand("meting")),
        "OPENBLAS_NUM_THREADS": "1",
        "PYTHONPATH": f"{PROJECT}:{PROJECT / 'bin'}",
        "STATIC_ROOT": str(DOEL),
    }

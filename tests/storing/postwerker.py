"""A worker for the mails in processes of its own: one that dies gets a successor.

As a prefork worker does it: the program is loaded once, a child of it does the work.
"""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from subprocess import PIPE, Popen
from typing import Final

from django.db import connection

from tests.hulp.toneel import PROJECT

_PROGRAMMA: Final = """
import os, sys, time
import django
django.setup()
from gedeeld.tasks import verstuur_post

def werk():
    while not os.path.exists(os.environ.get("STARTSEIN", "/")):
        time.sleep(0.005)
    while True:
        begin = time.monotonic()
        uitkomst = verstuur_post()
        duur = time.monotonic() - begin
        print(f"{uitkomst['verstuurd']} {uitkomst['mislukt']} {duur:.2f}", flush=True)
        if not uitkomst["verstuurd"]:
            os._exit(0)

while True:
    if not (kind := os.fork()):
        print(os.getpid(), flush=True)
        werk()
    _, hoe = os.waitpid(kind, 0)
    if os.WIFEXITED(hoe):
        sys.exit(os.WEXITSTATUS(hoe))
"""


@contextmanager
def postwerker(poort: int, **omgeving: str) -> Iterator[Popen[str]]:
    """Sends on the real clock until a round sends nothing; begins when the file STARTSEIN is there.

    Each child first says its process id, then of each round how many went, how many failed, and
    the seconds that it took. Whatever of it still runs afterwards is killed.
    """
    eigen = {"DJANGO_SETTINGS_MODULE": "doorstroom.settings", "PYTHONPATH": str(PROJECT)}
    eigen |= {"EMAIL_URL": f"smtp://127.0.0.1:{poort}", "DATABASE_URL": databank_url()}
    proces = Popen(
        [sys.executable, "-c", _PROGRAMMA],
        env=dict(os.environ) | eigen | omgeving,
        cwd=PROJECT,
        stdout=PIPE,
        text=True,
        start_new_session=True,
    )
    with proces:
        try:
            yield proces
        finally:
            with suppress(ProcessLookupError):
                os.killpg(proces.pid, signal.SIGKILL)


def databank_url() -> str:
    """Of the database of this test."""
    wie = connection.settings_dict
    plaats = str(wie["HOST"]).replace("/", "%2F")
    poort = f":{wie['PORT']}" if wie["PORT"] else ""
    wachtwoord = f":{wie['PASSWORD']}" if wie["PASSWORD"] else ""
    return f"postgres://{wie['USER']}{wachtwoord}@{plaats}{poort}/{wie['NAME']}"

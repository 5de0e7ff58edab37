"""Whether this machine's web process can serve: `python3 uitrol/gezond.py POORT`; exit code 0 or 1.

For a container or a load balancer, so that only what makes a web process useless counts: without
database nobody is served. A broker that is away, a full disk, a missed night or a mail that waits
are for the monitoring, which reads `/gezondheid/` itself; pages are still read meanwhile.
"""

import json
import os
import sys
from http.client import HTTPConnection, HTTPException
from typing import Any

WACHTTIJD = 8  # seconds


def vraag(poort: int, host: str) -> dict[str, Any]:
    """The answer of the health check, whatever its status. Only the site's own name is served."""
    verbinding = HTTPConnection("127.0.0.1", poort, timeout=WACHTTIJD)
    try:
        verbinding.request("GET", "/gezondheid/", headers={"Host": host})
        inhoud: dict[str, Any] = json.loads(verbinding.getresponse().read())
    finally:
        verbinding.close()
    return inhoud


def is_gezond(poort: int, host: str) -> bool:
    try:
        inhoud = vraag(poort, host)
    except (OSError, HTTPException, ValueError):
        return False
    return inhoud.get("database") is True


if __name__ == "__main__":
    eigen_naam = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0].strip()
    sys.exit(0 if is_gezond(int(sys.argv[1]), eigen_naam) else 1)

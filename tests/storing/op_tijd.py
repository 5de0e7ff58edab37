"""`celery` at another moment: `python -m tests.storing.op_tijd 2026-11-23T06:10+01:00 worker …`."""

import sys
from datetime import datetime

import time_machine
from celery.__main__ import main

if __name__ == "__main__":
    moment = sys.argv.pop(1)
    sys.argv[1:1] = ["-A", "doorstroom"]
    time_machine.travel(datetime.fromisoformat(moment), tick=True).start()
    sys.exit(main())

"""The settings of production, with the bare page among the addresses and the log in a file."""

import os
from pathlib import Path

from doorstroom.settings import *  # noqa: F403 - all of them
from doorstroom.settings import LOGGING, TEMPLATES

ROOT_URLCONF = "tests.meting.kaal.urls"
TEMPLATES[0]["DIRS"].append(Path(__file__).parent / "kaal/sjablonen")
LOGGING["handlers"]["uit"] = {
    "class": "logging.FileHandler",
    "filename": os.environ["METING_LOG"],
    "formatter": "json",
}

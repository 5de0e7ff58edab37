"""The settings of production, with the bare page among the addresses."""

from pathlib import Path

from doorstroom.settings import *  # noqa: F403 - all of them
from doorstroom.settings import TEMPLATES

ROOT_URLCONF = "tests.meting.kaal.urls"
TEMPLATES[0]["DIRS"].append(Path(__file__).parent / "kaal/sjablonen")

"""How a state is to be taken. Which colour and icon that gets, only the component knows."""

from enum import Enum, auto


class Ernst(Enum):
    GOED = auto()
    LET_OP = auto()
    ERG = auto()
    # No news, good or bad.
    RUSTIG = auto()

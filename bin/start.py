"""Entry point of the programs in bin/: hulp/opzet.sh calls it with the program's name."""

import sys

from hulp.opdrachten import voer_uit

if __name__ == "__main__":
    sys.exit(voer_uit(sys.argv[1], sys.argv[2:]))

"""Set-up and process work behind the programs in bin/.

Runs on the system's own Python before the virtual environment exists, so it
uses the standard library only.
"""

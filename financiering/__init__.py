"""What the support brings in, leaf by leaf of the klaverblad; the calculation comes here."""

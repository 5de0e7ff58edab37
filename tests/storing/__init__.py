"""What goes wrong outside a request, made on real processes: killed, silent, full, locked."""

"""The process manager of `bin/`, with real processes: what is started stops, however it ends."""

"""When a contract ends: which days fit together, and what shows that the way was open."""

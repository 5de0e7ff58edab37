"""`make bench`: what people wait for, beside the least that any program must do for it."""

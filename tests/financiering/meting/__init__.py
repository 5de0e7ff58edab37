"""The speed of the funding model beside the least that any program must do; see `make bench`."""

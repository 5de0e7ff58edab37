# Each target does everything by itself on a bare Debian 12; see docs/ontwikkelen.md.
.PHONY: demo dev test controle lock bench
.DEFAULT_GOAL := demo

demo:
	@bin/demo

dev:
	@bin/dev $(ARGS)

test:
	@SNEL=$(SNEL) bin/test $(ARGS)

controle:
	@bin/controle $(ARGS)

lock:
	@bin/lock $(ARGS)

bench:
	@bin/bench $(ARGS)

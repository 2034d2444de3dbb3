# Everything starts with ops/bootstrap.py, which needs nothing but Python 3.11.
# ARGS goes to pytest (make test ARGS="tests/nutrition -k eggs") or to wxsim, ONLY picks parts (make bench ONLY=search).

# Compiled modules make every later start about three times as fast.
export PYTHONDONTWRITEBYTECODE :=
export ONLY

.PHONY: setup run test check bench soak evaluate wxsim

setup run check bench soak evaluate:
	@exec python3 ops/bootstrap.py $@

test wxsim:
	@exec python3 ops/bootstrap.py $@ $(ARGS)

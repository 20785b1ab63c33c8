"""Property tests that a busy machine cannot fail: examples are counted, not timed."""

from hypothesis import HealthCheck, settings

settings.register_profile("counted", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("counted")

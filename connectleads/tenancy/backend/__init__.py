"""Django's PostgreSQL backend, with a guard on every query."""

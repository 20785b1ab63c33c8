"""The installation searches itself for what must not be there, and says what it found and where (see report.py)."""

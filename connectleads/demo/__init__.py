"""The demo: a fictional customer's website, its consent banner, and the local front before the collector."""

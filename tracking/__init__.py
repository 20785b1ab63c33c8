"""The public door: snippet, pixel, stream, and what was recorded."""

"""What is asked about an address: each file is one source, and all give what `shape` describes."""

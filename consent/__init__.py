"""May we? A decision from policy and evidence, and the receipts that prove it."""

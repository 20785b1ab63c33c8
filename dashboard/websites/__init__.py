"""Pages of a tenant's websites: what to paste, whether it works, and what the consent banner must have said."""

"""The reading interface for programs: one tenant's leads, by an API key of that tenant."""

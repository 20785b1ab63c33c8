"""What the installation's staff sees and does: never a visitor, and a tenant's leads only by looking along."""

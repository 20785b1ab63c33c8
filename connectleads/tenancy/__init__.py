"""Who may see which tenant: scope, row-level security, roles, people and sites."""

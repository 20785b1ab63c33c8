"""The pages on which an organisation is arranged: members, security, plan, retention, audit, keys, and its end."""

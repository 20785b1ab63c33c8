"""An address becomes an organisation, or honestly does not."""

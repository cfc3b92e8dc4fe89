"""A case: many reports, their readings, and what is known of how they hang together, in one database."""

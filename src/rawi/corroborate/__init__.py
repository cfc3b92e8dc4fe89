"""Corroboration: which reports share text, which claims tell one event, and where they differ."""

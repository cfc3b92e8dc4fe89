"""The table of roles that a rule fills."""

from __future__ import annotations

from rawi.claims.draft import Party

#: The parties found so far, by role: actor, recipient, place, target, founder, formed.
Roles = dict[str, list[Party]]


def no_roles() -> Roles:
    """A table of all roles, nobody in them yet."""
    return {role: [] for role in ("actor", "recipient", "place", "target", "founder", "formed")}

"""Who is actor, recipient and place of a predicate, by its form.

A predicate and a rule in; parties added to `Roles` and nodes to a list of places.
"""

from __future__ import annotations

from rawi.claims.roles.base import Roles, no_roles
from rawi.claims.roles.nouns import noun_roles
from rawi.claims.roles.phrases import phrase_roles
from rawi.claims.roles.verbs import verb_roles

__all__ = ["Roles", "no_roles", "noun_roles", "phrase_roles", "verb_roles"]

"""The words that checks look for, from `checks.yaml` of the Arabic pack: file in, folded sets out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import rawi.knowledge
from rawi.arabic.characters import fold
from rawi.arabic.clitics import splits
from rawi.knowledge.files import read_yaml

_CONJUNCTIONS = ("", "و", "ف")
_PARTICLES = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل")


@lru_cache(maxsize=1)
def _data() -> Mapping[str, Any]:
    path = Path(rawi.knowledge.__file__).parent / "packs" / "arabic" / "checks.yaml"
    found: Mapping[str, Any] = read_yaml(path)
    return found


@lru_cache(maxsize=64)
def words(name: str) -> frozenset[str]:
    """The folded words of one list."""
    return frozenset(fold(word) for word in _data()[name])


@lru_cache(maxsize=64)
def shown(name: str) -> tuple[str, ...]:
    """The words of one list as they are written, for messages."""
    return tuple(_data()[name])


@lru_cache(maxsize=64)
def phrases(name: str) -> tuple[tuple[str, ...], ...]:
    """The folded phrases of one list, each as its words."""
    return tuple(tuple(fold(phrase).split()) for phrase in _data()[name])


@lru_cache(maxsize=1)
def ordinals() -> Mapping[str, int]:
    """Folded ordinal words without article, and their numbers."""
    return {fold(word): number for number, forms in _data()["ordinals"].items() for word in forms}


@lru_cache(maxsize=1)
def same_titles() -> Mapping[str, str]:
    """Folded words of titles, and the folded words that say the same."""
    return {fold(form): fold(plain) for form, plain in _data()["same_titles"].items()}


@lru_cache(maxsize=50_000)
def is_listed(norm: str, name: str) -> bool:
    """Whether a folded word is in a list, with or without conjunction or preposition written onto it."""
    listed = words(name)
    return norm in listed or any(rest in listed for _, rest in splits(norm))


@lru_cache(maxsize=50_000)
def is_listed_joined(norm: str, name: str) -> bool:
    """The same with a conjunction only."""
    listed = words(name)
    return any(norm[len(one) :] in listed for one in _CONJUNCTIONS if norm.startswith(one))


#: The lists whose words checks start from, and the particles that may be written onto their words.
_STARTS = {
    "that_is": ("", "و"), "that_are": ("",), "totals": _PARTICLES, "among": _PARTICLES, "age": _PARTICLES,
}  # fmt: skip


@lru_cache(maxsize=1)
def starting_forms() -> Mapping[str, tuple[str, ...]]:
    """Every folded form at which a check may start, and the lists in which it stands; a colon is its own."""
    forms: dict[str, tuple[str, ...]] = {":": (":",)}
    for name, particles in _STARTS.items():
        for word in words(name):
            for particle in particles:
                form = particle + word
                if particle.endswith("ل") and word.startswith("ال"):
                    form = particle + word[1:]
                forms[form] = (*forms.get(form, ()), name)
    return forms

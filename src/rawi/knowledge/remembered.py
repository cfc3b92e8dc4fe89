"""Answers that are worked out once: a dictionary that makes what it does not have yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")

#: How many answers are kept before all are forgotten.
MOST = 200_000


class Remembered(dict[Key, Value]):
    """What `make` makes of each key. Looking up a key that is there costs no call of Python."""

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[Key], Value]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: Key) -> Value:
        if len(self) >= MOST:
            self.clear()
        made = self[key] = self._make(key)
        return made

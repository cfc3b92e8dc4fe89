"""A look-up of names by their words: from token i, the longest known name.

Names are compared folded (`rawi.arabic.characters.fold`), with or without the particles written
onto their first word, with quote marks anywhere inside, and with عبد written apart or together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

from rawi.arabic.clitics import splits
from rawi.arabic.tokens import LATIN, MARK, NUMBER, WORD, Token, tokenise
from rawi.knowledge.remembered import Remembered

Entry = TypeVar("Entry")
#: The ways into an index at one word: the proclitics taken off, and the branch of what may follow.
Branches = tuple[tuple[str, dict[str, Any]], ...]
_QUOTE = '"'
_STANDALONE = {"و", "ب", "ل", "ك", "ف", "وب", "ول", "لل", "بال", "ال", "وال", "وبال"}


class NameIndex(Generic[Entry]):
    """Word sequences and what they stand for; several entries may share a name."""

    def __init__(self) -> None:
        self._root: dict[str, Any] = {}
        self._starts: Remembered[str, Branches] = Remembered(self._branches)

    def add(self, name: str, entry: Entry) -> None:
        """Let `name` stand for `entry`."""
        self._add([token.norm for token in tokenise(name) if token.kind != MARK], entry)

    def add_folded(self, name: str, entry: Entry) -> None:
        """The same for a name that is already folded and has nothing but words and spaces."""
        self._add(name.split(), entry)

    def _add(self, words: list[str], entry: Entry) -> None:
        if not words:
            return
        for variant in _spellings(words):
            node = self._root
            for word in variant:
                node = node.setdefault(word, {})
            found = node.setdefault("", [])
            if entry not in found:
                found.append(entry)
        self._starts.clear()

    def get(self, name: str) -> list[Entry]:
        """The entries of exactly this name."""
        node = self._root
        for token in tokenise(name):
            if token.kind == MARK:
                continue
            if token.norm not in node:
                return []
            node = node[token.norm]
        return list(node.get("", ()))

    @property
    def starts(self) -> Callable[[str], Branches]:
        """Gives the (proclitics, branch) with which a name may start at a word, remembered per word."""
        return self._starts.__getitem__

    def opens(self, rests: Iterable[str]) -> bool:
        """Whether a name may start with one of these words."""
        return not self._root.keys().isdisjoint(rests)

    def _branches(self, norm: str) -> Branches:
        return tuple((pro, self._root[rest]) for pro, rest in splits(norm) if rest in self._root)

    def longest(self, tokens: list[Token], i: int, end: int) -> tuple[int, str, list[Entry]] | None:
        """The longest name at token `i` within `tokens[i:end]`: (end index, proclitics, entries)."""
        best: tuple[int, str, list[Entry]] | None = None
        for pro, node in self._starts[tokens[i].norm]:
            j = i + 1
            if "" in node and (best is None or j > best[0]):
                best = (j, pro, node[""])
            while j < end:
                token = tokens[j]
                if token.kind in (WORD, NUMBER, LATIN):
                    if token.norm not in node:
                        break
                    node = node[token.norm]
                    j += 1
                    if "" in node and (best is None or j > best[0]):
                        best = (j, pro, node[""])
                elif token.norm == _QUOTE:
                    j += 1
                else:
                    break
        return best


def _spellings(words: list[str]) -> Iterable[list[str]]:
    """The word sequence, and the same with عبد + name joined or parted."""
    yield words
    if "عبد" in words[:-1]:
        joined, skip = [], False
        for word, following in zip(words, [*words[1:], ""], strict=True):
            if skip:
                skip = False
            elif word == "عبد" and following:
                joined.append(word + following)
                skip = True
            else:
                joined.append(word)
        yield joined
    parted = []
    for word in words:
        if word.startswith("عبدال") and len(word) > 6:
            parted += ["عبد", word[3:]]
        else:
            parted.append(word)
    if parted != words:
        yield parted
    for first, second in (("ابو", "ابي"), ("بن", "ابن")):
        if first in words:
            yield [second if word == first else word for word in words]

"""What a passage says beside who, where and when: words in, the stems that two tellings may share out.

Stems are for comparison only: without particles, article, endings and weak letters.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rawi.arabic.characters import fold
from rawi.arabic.tokens import WORD, tokenise
from rawi.checks.counts import skeleton
from rawi.knowledge import Knowledge
from rawi.knowledge.lexicon import Lexicon

#: Lists of words that say nothing of what happened.
_EMPTY = (
    "prepositions", "subordinators", "relatives", "clause_openers", "contrast", "negations", "future",
    "possible", "condition",
)  # fmt: skip


def stems_of(
    text: str, start: int, end: int, knowledge: Knowledge, *, without: Iterable[tuple[int, int]] = ()
) -> frozenset[str]:
    """The stems of the words of `text[start:end]` that lie outside the spans in `without`."""
    skipped = [span for span in without if span[0] < end and span[1] > start]
    stems = set()
    for token in tokenise(text[start:end]):
        at = token.start + start
        if token.kind != WORD or any(first <= at < last for first, last in skipped):
            continue
        stem = _stem(token.norm, knowledge.lexicon)
        if stem:
            stems.add(stem)
    return frozenset(stems)


def name_stems(name: str, knowledge: Knowledge) -> frozenset[str]:
    """The stems of a name or title."""
    return stems_of(name, 0, len(name), knowledge)


def fold_name(name: str) -> str:
    """A name as it is compared: folded, without spaces, so that عبد الله and عبدالله agree."""
    return "".join(token.norm for token in tokenise(name) if token.kind == WORD)


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """The part of the smaller set that both have; 0 where one is empty."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


@lru_cache(maxsize=100_000)
def _stem(norm: str, lexicon: Lexicon) -> str:
    if any(norm in lexicon.listed(name) for name in _EMPTY):
        return ""
    analysis = lexicon.analyse(norm)
    bare = norm.removeprefix(analysis.pro) if analysis.pro else norm
    if bare.startswith("ل") and analysis.article and not bare.startswith("ال"):
        bare = "ا" + bare
    if any(bare in lexicon.listed(name) for name in _EMPTY):
        return ""
    if analysis.suffix and len(bare) > len(analysis.suffix) + 2:
        bare = bare.removesuffix(analysis.suffix)
    stem = skeleton(fold(bare)) if not bare.endswith("ان") else skeleton(bare + "ه")
    return stem if len(stem) > 1 else ""

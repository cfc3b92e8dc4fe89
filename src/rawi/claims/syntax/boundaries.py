"""Where the clause of a predicate begins and ends.

A predicate in, token indices out. A clause ends at breaks, particles that open a clause, the next
finite verb and circumstances (مؤكدا, متهما); relative clauses and brackets are passed over.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from rawi.arabic.tokens import BREAK, MARK
from rawi.claims.syntax.base import Predicate, Syntax
from rawi.claims.syntax.relatives import after_relative, is_bare_relative, opens_relative, relative_opener
from rawi.recognise.nodes import PLACE, Scene

#: How many tokens a predicate reaches at most.
_FAR = 45
#: Marks between clauses, and the bracket whose words belong to none.
_MARKS = frozenset({":", ";", "؛", "(", "\n"})
#: Classes of words that may open a clause.
_OPENING = frozenset({"subordinators", "relatives", "report_participles"})
#: Lists of words that may open a clause, alone or with the word before them.
_OPENING_LISTS = ("clause_breaks", "report_breaks", "aside_pronouns", "paired_breaks")


def find_landmarks(syntax: Syntax) -> list[int]:
    """The tokens at which a node begins or, outside of nodes, a clause may begin or end, in order."""
    words, norms, by_token = syntax.words, syntax.scene.norms, syntax.by_token
    opening = _opening_words(*map(syntax.listed, _OPENING_LISTS))
    return [
        i
        for i, node in enumerate(syntax.owner[syntax.first : syntax.end], syntax.first)
        if (
            norms[i] in opening
            or norms[i][0] == "ف"
            or i in by_token
            or not _OPENING.isdisjoint(words[i].tags)
            if node is None
            else node.i == i
        )
    ]


def landmarks_within(syntax: Syntax, first: int, end: int) -> list[int]:
    """The landmarks among the tokens `first` to `end`."""
    landmarks = syntax.landmarks
    return landmarks[bisect_left(landmarks, first) : bisect_left(landmarks, end)]


@lru_cache(maxsize=8)
def _opening_words(*lists: frozenset[str]) -> frozenset[str]:
    """The last words of all entries of `lists`, and the marks between clauses."""
    return _MARKS | {entry.split()[-1] for words in lists for entry in words}


def find_limit(syntax: Syntax, predicate: Predicate) -> int:
    """The first token behind `predicate` that is no longer its own."""
    breaks, auxiliaries = syntax.listed("clause_breaks"), syntax.listed("auxiliary_forms")
    stop = min(syntax.end, predicate.i + _FAR)
    passed = 0
    for i in landmarks_within(syntax, predicate.i + 1, stop):
        if i < passed or syntax.owner[i] is not None:
            continue
        token = syntax.tokens[i]
        if token.kind == BREAK or token.norm in (":", ";", "؛"):
            return i
        if token.norm == "(":
            passed = close_bracket(syntax, i)
            continue
        tags = syntax.words[i].tags
        if (
            syntax.tokens[i - 1].norm == "،"
            and token.norm.startswith("ف")
            and syntax.words[i].pro.startswith("ف")
        ):
            return i
        if opens_relative(syntax, i):
            passed = after_relative(syntax, i, stop)
            continue
        if "subordinators" in tags or (token.norm in breaks and i > predicate.i + 1):
            return i
        other = syntax.by_token.get(i)
        if other is not None and other.finite and token.norm not in auxiliaries:
            if (
                not predicate.finite
                and _is_carried(syntax, predicate, i)
                and "light_existential" in other.word.tags
                and not other.word.pro
            ):
                predicate.light = other
                continue
            if is_bare_relative(syntax, i):
                passed = after_relative(syntax, i, stop)
                continue
            return i
        if other is not None and other.form == "act" and is_circumstance(syntax, i):
            return i
        if "report_participles" in tags and is_circumstance(syntax, i):
            return i
    return stop


def _is_carried(syntax: Syntax, predicate: Predicate, i: int) -> bool:
    """Whether only the noun's own words stand between an event noun and the verb at `i` that carries it."""
    between = range(predicate.i + 1, i)
    particles = syntax.listed("auxiliary_forms")
    return i - predicate.i <= 4 and (
        i - predicate.i <= 2
        or all(syntax.owner[k] is not None or syntax.tokens[k].norm in particles for k in between)
    )


def is_circumstance(syntax: Syntax, i: int) -> bool:
    """An indefinite participle that opens a circumstance: متهماً, مطالبين, مؤكدة."""
    word = syntax.words[i]
    if word.article or word.pro not in ("", "و"):
        return False
    norm = syntax.tokens[i].norm
    return norm.endswith(("ا", "ه", "ين")) and syntax.owner[i] is None


def close_bracket(syntax: Syntax, i: int) -> int:
    """The token behind the bracket that opens at token `i`, within a dozen tokens; else the next token."""
    for k in range(i + 1, min(i + 12, syntax.end)):
        if syntax.tokens[k].norm == ")":
            return k + 1
    return i + 1


def find_left(syntax: Syntax, predicate: Predicate) -> int:
    """The first token of the clause that `predicate` stands in."""
    breaks, auxiliaries = syntax.listed("clause_breaks"), syntax.listed("auxiliary_forms")
    passed = predicate.i
    for i in reversed(landmarks_within(syntax, syntax.first, predicate.i)):
        if i >= passed or syntax.owner[i] is not None:
            continue
        token = syntax.tokens[i]
        tags = syntax.words[i].tags
        if (
            syntax.scene.norm(i - 1) == "،"
            and token.norm.startswith("ف")
            and syntax.words[i].pro.startswith("ف")
        ):
            return i
        if token.norm in (":", ";", "؛") or "subordinators" in tags or "relatives" in tags:
            return i + 1
        if token.norm in breaks or breaks_with_word_before(syntax, i):
            return i + 1
        other = syntax.by_token.get(i)
        if other is not None and other.finite and token.norm not in auxiliaries:
            opener = relative_opener(syntax, other)
            if opener is None:
                return i + 1
            passed = opener
    return syntax.first


def breaks_with_word_before(syntax: Syntax, i: int) -> bool:
    """Whether the word at token `i` opens a clause together with the word before it: في حين."""
    return syntax.scene.has_phrase(i - 1, syntax.listed("paired_breaks"))


def behind_dateline(scene: Scene, first: int, end: int) -> int:
    """The first token behind a dateline such as `مأرب (اليمن) -` or `سوتشي – سنابل`, else `first`."""
    for k in range(first + 1, min(first + 12, end - 4)):
        token = scene.tokens[k]
        if (
            token.norm == "/"
            and scene.owner[k] is None
            and k < first + 6
            and scene.tokens[k + 1].start > token.end
            and not any(scene.words[m].is_verb and scene.owner[m] is None for m in range(first, k))
        ):
            return k + 1
        if token.norm in ("-", "–", "—", "ـ", "|", "ــ") and token.kind == MARK:
            spaced = token.start > scene.tokens[k - 1].end or scene.tokens[k + 1].start > token.end
            before = scene.owner[k - 1]
            if (spaced or (before is not None and before.kind == PLACE)) and not any(
                scene.owner[m] is None and scene.words[m].is_verb for m in range(first, k)
            ):
                while k + 1 < end and scene.tokens[k + 1].norm in ("-", "–"):
                    k += 1
                return k + 1
    return first

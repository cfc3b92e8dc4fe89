"""Outlets behind their head: وكالة رويترز, صحيفة "ديلي صباح", موقع “جسر الفرات”, and الوكالة alone.

In: a scan and the token of the head. Out: the outlet of the packs, an outlet by its own words, or one to
be resolved to an outlet named before. Refused is a head that nothing like a name follows, and a head
that other bodies have too (مؤسسة) unless the name is known or quoted.
"""

from __future__ import annotations

from rawi.arabic.tokens import LATIN, WORD
from rawi.recognise.bodies import end_of_definite_words
from rawi.recognise.names import outlet_node
from rawi.recognise.nodes import OUTLET, Node
from rawi.recognise.scan import Scan, first_ref

_LONGEST_QUOTE = 7
_PARTICLES = ("و", "ب", "ل")


def find_outlet(scan: Scan, i: int) -> Node | None:
    """The outlet whose head is at `i`."""
    word = scan.words[i]
    if word.suffix:
        return None
    bare = scan.bare(i)
    if word.article:
        if bare not in scan.vocabulary.outlet_short_heads:
            return None
        stop = end_of_definite_words(scan, i + 1)
        return scan.node(OUTLET, i, stop, word.pro, unresolved=bare, feminine=True)
    j = _behind_heads(scan, i, bare)
    quoted = j < scan.end and scan.tokens[j].norm == '"'
    k = j + 1 if quoted else j
    if k >= scan.end:
        return None
    known = _known(scan, i, k)
    if known is not None:
        return known
    if quoted:
        close = scan.find_mark('"', k, k + _LONGEST_QUOTE)
        return None if close is None else _named(scan, i, k, close, close + 1)
    if bare in scan.vocabulary.shared_outlet_heads:
        return None
    stop = end_of_definite_words(scan, k)
    if stop == k and _is_unknown_word(scan, k):
        stop = k + 1
    return None if stop == k else _named(scan, i, k, stop, stop)


def _behind_heads(scan: Scan, i: int, bare: str) -> int:
    """The token behind the head at `i` and words such as أنباء that follow it without being a name."""
    j = i + 1
    while j < scan.end and bare != scan.bare(j):
        norm = scan.tokens[j].norm
        if "outlet_heads" not in scan.words[j].tags and norm not in scan.vocabulary.outlet_fillers:
            break
        if scan.names.get(scan.text_of(j, j + 1)):
            break
        j += 1
    return j


def _known(scan: Scan, i: int, k: int) -> Node | None:
    """An outlet of the packs at `k`, also by a name that is sure only behind a head."""
    if scan.tokens[k].kind not in (WORD, LATIN):
        return None
    found = scan.longest_name(k)
    outlet = first_ref(found[2], "outlet", "outlet-short") if found is not None and not found[1] else None
    if found is None or outlet is None:
        return None
    return outlet_node(scan, i, scan.close_quote(i, found[0]), scan.words[i].pro, outlet)


def _is_unknown_word(scan: Scan, k: int) -> bool:
    token = scan.tokens[k]
    return token.kind == WORD and not scan.words[k].tags and not token.norm.startswith(_PARTICLES)


def _named(scan: Scan, i: int, k: int, stop: int, j: int) -> Node:
    """An outlet that the packs do not know; tokens `k` to `stop` are its name."""
    return scan.node(OUTLET, i, j, scan.words[i].pro, name=scan.text_of(k, stop), by="pattern",
                     feminine=True)  # fmt: skip

"""Bodies that the packs do not know: the token of a head noun (هيئة جبهة حركة …) in, a node out.

The name runs over the definite words behind the head, a quotation, or a known short name or place. A
definite head alone (الحركة) is a short name still to be resolved; an indefinite head with nothing but
adjectives (لجنة مشتركة) is a group. Refused is a head noun that no name follows (حركة السير).
"""

from __future__ import annotations

from rawi.arabic.tokens import WORD
from rawi.recognise.actors import set_actor
from rawi.recognise.names import find_known
from rawi.recognise.nodes import ACTOR, GROUP, Node
from rawi.recognise.scan import Scan, first_ref, has_ref

_LONGEST_NAME = 7
_LONGEST_QUOTE = 7
_CLOSED_CLASSES = frozenset({"prepositions", "subordinators", "relatives", "negations"})


def find_body(scan: Scan, i: int) -> Node | None:
    """A body behind its head noun at `i`; or a short name such as الحركة."""
    word = scan.words[i]
    if word.suffix or ("finite" in word.tags and not word.article):
        return None
    if scan.norm(i + 1) in scan.vocabulary.body_stops:
        return None
    if word.article:
        return _definite_body(scan, i)
    bare = scan.bare(i)
    if scan.norm(i + 1) in scan.vocabulary.no_bodies.get(bare, ()):
        return None
    if bare in scan.vocabulary.meeting_heads and not scan.norm(i + 1).startswith(('"', "ال", "لل")):
        return None
    if i + 1 < scan.end:
        if _has_actor_behind(scan, i):
            return _headed(scan, i)
        short = _short_name(scan, i + 1)
        if short is not None:
            feminine = scan.is_feminine_head(i)
            return scan.same(short, i, scan.close_quote(i, short.j), word.pro, name_i=i, feminine=feminine)
    j = _name_end(scan, i)
    if j == i + 1:
        return _unnamed_body(scan, i)
    if bare in scan.vocabulary.leadership_heads and "ranks" in scan.words[i + 1].tags:
        return None
    return _named(scan, i, j, force=bare in scan.vocabulary.armed_heads)


def _definite_body(scan: Scan, i: int) -> Node:
    """الحركة alone, to be resolved; or with definite words behind it, a name of its own."""
    j = end_of_definite_words(scan, i + 1)
    if j > i + 1:
        return _named(scan, i, j)
    bare = scan.bare(i)
    return scan.node(ACTOR, i, j, scan.words[i].pro, unresolved=bare, by="coreference",
                     feminine=scan.is_feminine_head(i))  # fmt: skip


def _named(scan: Scan, i: int, j: int, *, force: bool = False) -> Node:
    pro = scan.words[i].pro
    return scan.node(ACTOR, i, j, pro, name=scan.text_of(i, j)[len(pro) :], by="pattern", force=force,
                     feminine=scan.is_feminine_head(i), unresolved="named")  # fmt: skip


def _has_actor_behind(scan: Scan, i: int) -> bool:
    """Whether a known actor of several words follows, which is a name without the head: فصيل جيش الإسلام."""
    if scan.tokens[i + 1].kind != WORD:
        return False
    behind = scan.longest_name(i + 1)
    return behind is not None and not behind[1] and behind[0] - i > 2 and has_ref(behind[2], "actor")


def _headed(scan: Scan, i: int) -> Node | None:
    """A known actor with a head that is no part of its name, whose gender verbs follow: كتيبة صقور الجبل."""
    known = find_known(scan, i + 1)
    if (
        known is None
        or known.kind != ACTOR
        or scan.words[i].suffix
        or scan.bare(i) not in scan.vocabulary.armed_heads
    ):
        return None
    return scan.same(known, i, known.j, scan.words[i].pro, feminine=scan.is_feminine_head(i))


def _short_name(scan: Scan, j: int) -> Node | None:
    """A name that is sure only behind a head noun: حركات فتح."""
    k = j + 1 if scan.tokens[j].norm == '"' and j + 1 < scan.end else j
    if scan.tokens[k].kind != WORD:
        return None
    found = scan.longest_name(k)
    if found is None or found[1] or {kind for kind, _ in found[2]} != {"short"}:
        return None
    generic = scan.words[k].tags or scan.bare(k) in scan.vocabulary.body_heads
    if scan.tokens[k].norm.startswith("ال") and found[0] - k == 1 and generic:
        return None
    node = scan.node(ACTOR, k, found[0], by="knowledge")
    set_actor(scan, node, [id_ for _, id_ in found[2]])
    return node


# ---------------------------------------------------------------------- where a name ends


def end_of_definite_words(scan: Scan, j: int) -> int:
    """`j`, moved behind the words with the article, up to one that ends a name or begins a known one."""
    while j < scan.end and scan.is_definite(j) and not _ends_name(scan, j):
        found = scan.longest_name(j)
        if found and has_ref(found[2], "person", "actor"):
            break
        j += 1
    return j


def _name_end(scan: Scan, i: int) -> int:
    """Where the name of a body ends that begins with the indefinite head noun at `i`; `i + 1` for none."""
    j = i + 1
    if j < scan.end and scan.tokens[j].norm == '"':
        close = scan.find_mark('"', j + 1, j + 1 + _LONGEST_QUOTE)
        return close + 1 if close else i + 1
    definite = False
    while j < scan.end and j - i < _LONGEST_NAME and scan.tokens[j].kind == WORD:
        norm = scan.tokens[j].norm
        given = j > i + 1 and scan.knowledge.is_given_name(norm) and not norm.startswith("ال")
        if given and scan.words[j - 1].tags & {"ranks"}:
            # Behind an honorific a given name belongs to the body, even علي: كتيبة الإمام علي.
            return j + 1
        if given or _ends_name(scan, j):
            break
        if norm.startswith(("ال", "لل")):
            definite = True
        elif definite:
            if not _goes_on_listing(scan, i, j):
                break
        elif _breaks_indefinite(scan, i, j):
            break
        elif j == i + 1 and _is_plain_adjective(scan, i, j):
            return i + 1
        j += 1
    if definite:
        return j
    return j if j > i + 1 and _is_known(scan, i + 1, j) else i + 1


def _is_plain_adjective(scan: Scan, i: int, j: int) -> bool:
    """Whether the head at `i` has no name but an adjective that agrees with it: قوة أمنية, مجلس محلي."""
    feminine = scan.bare(i).endswith("ه") == scan.tokens[j].norm.endswith("ه")
    return feminine and scan.looks_like_adjective(j) and not scan.names.starts(scan.tokens[j].norm)


def _is_known(scan: Scan, i: int, j: int) -> bool:
    """An indefinite run is a name only if it is a known place or state: جيش لبنان."""
    return has_ref(scan.names.get(scan.text_of(i, j)), "place", "state", "metonym")


def _goes_on_listing(scan: Scan, i: int, j: int) -> bool:
    """Whether the word at `j` is one more of what the body deals with: وزارة الزراعة والإصلاح."""
    if not scan.tokens[j].norm.startswith("وال") or scan.bare(i) not in scan.vocabulary.listing_heads:
        return False
    found = scan.longest_name(j)
    return not (found and found[1] and has_ref(found[2], "actor", "state"))


def _breaks_indefinite(scan: Scan, i: int, j: int) -> bool:
    """Whether the word at `j` is a verb, an event or a new phrase, behind words without the article."""
    norm, word = scan.tokens[j].norm, scan.words[j]
    if j > i + 1 and word.tags & {"trigger", "finite"} and not scan.knowledge.is_name(norm):
        return True
    return norm.startswith("و") and word.pro.startswith("و")


def _ends_name(scan: Scan, j: int) -> bool:
    """Whether the word at `j` is a verb, a preposition or the like, or a participle such as التابعة."""
    norm, word = scan.tokens[j].norm, scan.words[j]
    if word.article:
        return bool(word.tags & {"act", "pas"}) and scan.bare(j) in scan.vocabulary.linking_participles
    if "finite" in word.tags and norm[0] in "يتس" and not scan.knowledge.is_name(norm):
        return True
    return bool(word.tags & _CLOSED_CLASSES) and not norm.startswith("ال")


# ---------------------------------------------------------------------- bodies without a name


def _unnamed_body(scan: Scan, i: int) -> Node | None:
    """A body without a name of its own: لجنة مشتركة, وفد أمني مصري."""
    bare = scan.bare(i)
    j = i + 1
    if bare not in scan.vocabulary.armed_heads and _is_purpose(scan, j):
        j += 1
    state = None
    while j < scan.end and j - i < 4 and scan.tokens[j].kind == WORD:
        found = scan.longest_name(j)
        adjective = first_ref(found[2], "adjective") if found else None
        if found and adjective and not found[1]:
            state, j = adjective, found[0]
            continue
        if scan.words[j].tags or found or not scan.looks_like_adjective(j):
            break
        j += 1
    if j == i + 1:
        return None
    force = bare in scan.vocabulary.armed_heads
    return scan.node(GROUP, i, j, scan.words[i].pro, number="s", by="pattern", state=state,
                     feminine=scan.is_feminine_head(i), force=force)  # fmt: skip


def _is_purpose(scan: Scan, j: int) -> bool:
    """Whether the word at `j` says what a body is for: لجنة مصالحة, هيئة متابعة."""
    if j >= scan.end or scan.tokens[j].kind != WORD or scan.words[j].tags:
        return False
    norm = scan.tokens[j].norm
    return len(norm) > 4 and norm.endswith("ه") and norm[0] not in "وبلك" and not scan.longest_name(j)

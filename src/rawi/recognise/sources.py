"""Those who speak without a name: مصدر رسمي في الوزارة, شهود عيان, وسائل إعلام محلية, البيان.

In: a scan and the token of a word for a source or statement. Out: a group with the kind of source, its
span running over what the source belongs to. Refused is a word that is a verb here (شاهد), and a
statement without the article.
"""

from __future__ import annotations

from rawi.arabic.tokens import MARK, NUMBER
from rawi.recognise.groups import find_group
from rawi.recognise.nodes import ACTOR, GROUP, OUTLET, PLACE, Node
from rawi.recognise.scan import Scan, has_ref

#: The kind of source for each class of words.
_SOURCE_KINDS = {
    "unnamed_sources": "unnamed",
    "general_sources": "general",
    "own_words": "own_correspondent",
    "own_sources": "own_correspondent",
}
_LONGEST_SOURCE = 12
_MOST_LINKS = 2
_ENDING_CLASSES = frozenset(
    {"finite", "subordinators", "relatives", "prepositions", "negations", "clause_openers"}
)


def find_source(scan: Scan, i: int) -> Node | None:
    """People who speak without a name, from the word for them at `i` to the end of what describes them."""
    word, norm = scan.words[i], scan.tokens[i].norm
    if "finite" in word.tags and not word.article and norm not in scan.vocabulary.witnesses:
        return None
    sense = next((sense for sense in word.senses if sense.tag in _SOURCE_KINDS), None)
    if sense is None:
        return None
    several_or_known = sense.inflection.number == "p" or word.article or word.suffix
    if sense.tag == "unnamed_sources" and "people" in word.tags and several_or_known:
        group = find_group(scan, i)
        if group is not None:
            group.source_kind = "unnamed"
        return group
    kind = _SOURCE_KINDS[sense.tag]
    if any(unnamed in norm for unnamed in scan.vocabulary.unnamed_words):
        kind = "unnamed"
    return scan.node(GROUP, i, _source_end(scan, i), word.pro, source_kind=kind, suffix=word.suffix,
                     name="source", number=sense.inflection.number,
                     feminine=sense.inflection.gender == "f")  # fmt: skip


def _source_end(scan: Scan, i: int) -> int:
    """The token behind the adjectives of the source at `i` and what it belongs to."""
    j = i + 1
    links = 0
    person = "people" in scan.words[i].tags
    while j < scan.end and j - i < _LONGEST_SOURCE and j not in scan.times:
        norm = scan.tokens[j].norm
        if scan.tokens[j].kind == MARK:
            return _behind_quoted_name(scan, j) or j
        if person and not _describes_person(scan, j):
            break
        if _begins_object(scan, i, j) or _begins_name(scan, i, j):
            break
        if norm in scan.vocabulary.source_links and links < _MOST_LINKS and not scan.words[i].suffix:
            following, linked = _behind_link(scan, j)
            links += linked
        else:
            following = _behind_description(scan, j)
        if following is None:
            break
        j = following
    return j


def _begins_object(scan: Scan, i: int, j: int) -> bool:
    """Whether what follows our own correspondent is what he saw: شاهد مراسلنا جنودا."""
    seen = scan.tokens[j].kind == NUMBER or "people" in scan.words[j].tags
    own = scan.words[i].tags & {"own_words", "own_sources"}
    return bool(own) and (bool(scan.words[i].suffix) or "own_words" in own) and seen


def _begins_name(scan: Scan, i: int, j: int) -> bool:
    """Whether a body is named behind an indefinite source's adjective: اتهم مصدر عسكري قوات X."""
    if j < i + 2 or scan.is_definite(j - 1) or not scan.looks_like_adjective(j - 1):
        return False
    found = scan.longest_name(j)
    return found is not None and has_ref(found[2], "actor", "body") and not has_ref(found[2], "adjective")


def _behind_quoted_name(scan: Scan, j: int) -> int | None:
    """The token behind the quotes that open at `j` around a known name: مصادر "المرصد السوري"."""
    found = scan.longest_name(j + 1) if scan.tokens[j].norm == '"' and j + 1 < scan.end else None
    if found is None or not has_ref(found[2], "actor", "outlet") or scan.norm(found[0]) != '"':
        return None
    return found[0] + 1


def _describes_person(scan: Scan, j: int) -> bool:
    """Whether the word at `j` still describes one person who speaks: an adjective, or في with a body."""
    if scan.tokens[j].norm in scan.vocabulary.source_links:
        if j + 1 >= scan.end:
            return False
        inner = scan.node_at(j + 1)
        return inner.kind != PLACE if inner is not None else scan.is_definite(j + 1)
    if scan.is_definite(j):
        return "body_heads" not in scan.words[j].tags
    return scan.looks_like_adjective(j) or bool(scan.longest_name(j))


def _behind_link(scan: Scan, j: int) -> tuple[int | None, bool]:
    """The token behind the preposition at `j` and what follows it, and whether that is a body or place."""
    inner = scan.node_at(j + 1) if j + 1 < scan.end else None
    if inner is not None and inner.kind in (ACTOR, PLACE, GROUP, OUTLET) and not inner.pro:
        return inner.j, True
    vocabulary = scan.vocabulary
    if scan.tokens[j].norm in vocabulary.source_origins and scan.norm(j + 1) in vocabulary.source_insides:
        return j + 1, False
    if j + 1 < scan.end and scan.is_definite(j + 1):
        return j + 2, True
    return None, False


def _behind_description(scan: Scan, j: int) -> int | None:
    """The token behind the word or known name at `j` that describes a source; None where none does."""
    norm, word = scan.tokens[j].norm, scan.words[j]
    if len(norm) == 1 or word.tags & _ENDING_CLASSES or ("outlet_heads" in word.tags and not word.article):
        return None
    found = scan.longest_name(j)
    if found and found[1] == "" and has_ref(found[2], "actor", "adjective", "body", "state"):
        return found[0]
    if word.pro.startswith(("ل", "ب")) or (norm[0] == "و" and word.pro.startswith("و")):
        return None
    if found and has_ref(found[2], "outlet", "person"):
        return None
    if found is None and "trigger" in word.tags and not norm.startswith("ال"):
        return None
    return j + 1


def find_statement(scan: Scan, i: int) -> Node | None:
    """البيان, البيان الختامي: a statement that stands for the body that issued it."""
    word = scan.words[i]
    if not word.article or word.suffix:
        return None
    j = i + 1
    while j < scan.end and scan.tokens[j].norm in scan.vocabulary.statement_adjectives:
        j += 1
    return scan.node(GROUP, i, j, word.pro, source_kind="organisation", name="statement",
                     unresolved="statement")  # fmt: skip

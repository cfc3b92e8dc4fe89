"""Persons behind a title or rank: the token of the title in, a person with the title out.

A post without its holder's name (رئيس الوزراء السوري) is a group of one, the holder; words for members
(قيادة) with their body are the body. Refused is a title that could as well be a verb or a common noun
and has no body, and an unknown name with no word of the name lists.
"""

from __future__ import annotations

from rawi.recognise.groups import members_node
from rawi.recognise.nodes import ACTOR, GROUP, PERSON, Node, Title
from rawi.recognise.people import is_listed, read_person
from rawi.recognise.posts import read_post
from rawi.recognise.scan import Scan

#: Classes of words that without a body or article are people, sources or events rather than a post.
_COMMON_NOUNS = frozenset({"people", "unnamed_sources", "act", "trigger"})


def find_titled(scan: Scan, i: int) -> Node | None:
    """A person behind a title or rank; the title keeps its body, for the claim of the post."""
    word = scan.words[i]
    title = None
    behind = i
    if "titles" in word.tags and ("finite" not in word.tags or word.article or _goes_on(scan, i)):
        title = Title(i, i + 1, scan.tokens[i].start, scan.tokens[i].end)
        behind = read_post(scan, i, title)
    j = _behind_ranks(scan, behind)
    if j == i:
        return None
    k = j if title is None else _behind_marks(scan, j)
    person = read_person(scan, k, permissive=True) if k < scan.end else None
    if person is None or not _is_holder(scan, person, title, apart=k > j, k=k):
        return None if title is None else _post(scan, i, behind, title)
    person.pro = word.pro
    person.i = i
    person.name_i = k
    person.rank = title is None
    person.start = scan.node(PERSON, i, k + 1, word.pro).start
    person.title = title
    person.feminine = person.feminine or bool(title and scan.tokens[i].norm.endswith("ه"))
    return person


def _goes_on(scan: Scan, i: int) -> bool:
    """Whether a word that may also be a verb (مثّل, أمر) is a title here: a body follows at once."""
    if i + 1 >= scan.end:
        return False
    if scan.words[i + 1].tags & {"title_scope", "body_heads"}:
        return True
    return bool(scan.names.starts(scan.tokens[i + 1].norm))


def _behind_ranks(scan: Scan, j: int) -> int:
    while j < scan.end and _is_rank(scan, j):
        j += 1
    return j


def _is_rank(scan: Scan, j: int) -> bool:
    """Whether the word at `j` is a rank before a name or another rank."""
    word = scan.words[j]
    if "ranks" not in word.tags or word.suffix:
        return False
    if word.article or scan.knowledge.is_given_name(scan.norm(j + 1)):
        return True
    return j + 1 < scan.end and "ranks" in scan.words[j + 1].tags


def _behind_marks(scan: Scan, j: int) -> int:
    """`j`, moved behind a comma with its ranks, and an opening quote, between a title and the name."""
    if j < scan.end and scan.tokens[j].norm == "،":
        j = _behind_ranks(scan, j + 1)
    if j < scan.end and scan.tokens[j].norm == '"':
        j += 1
    return j


def _is_holder(scan: Scan, person: Node, title: Title | None, *, apart: bool, k: int) -> bool:
    """Whether the person at `k` bears the title; `apart` where a mark stands between the two."""
    if person.by == "pattern":
        if not _looks_named(scan, person, title):
            return False
        if apart and scan.tokens[k - 1].norm != ")" and not scan.knowledge.is_given_name(scan.tokens[k].norm):
            return False
    return title is None or not person.pro.startswith("و")


def _looks_named(scan: Scan, person: Node, title: Title | None) -> bool:
    """Whether an unknown name has at least one listed word, or its holder serves a foreign state."""
    if any(is_listed(scan, k) for k in range(person.i, person.j)):
        return True
    if title is None:
        return False
    country = title.org.country if title.org is not None else None
    return title.state is not None or (country is not None and country not in scan.vocabulary.arab_countries)


def _post(scan: Scan, i: int, j: int, title: Title) -> Node | None:
    """A post without its holder's name stands for the holder, or for the body it belongs to."""
    word = scan.words[i]
    alone = title.org is None and title.state is None
    if "finite" in word.tags and not word.article and j == i + 1:
        return None
    if alone and "person_duals" in word.tags:
        return None
    bare = alone and not word.article and not word.suffix
    if bare and (j == i + 1 or word.tags & _COMMON_NOUNS):
        return None
    j = max(j, i + 1)
    if title.org is not None and title.org.kind == ACTOR and _stands_for_body(scan, i):
        return members_node(scan, i, j, title.org)
    return scan.node(GROUP, i, j, word.pro, number="s", title=title, name="role", suffix=word.suffix,
                     feminine=scan.tokens[i].norm.endswith("ه"))  # fmt: skip


def _stands_for_body(scan: Scan, i: int) -> bool:
    vocabulary = scan.vocabulary
    return scan.bare(i) in vocabulary.members and scan.norm(i) not in vocabulary.lone_members

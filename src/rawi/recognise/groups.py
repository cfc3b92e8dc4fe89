"""People without a name of their own: قوات X, مقاتلو المعارضة, المدنيين, هذان التنظيمان.

In: a scan and the token of a word for members or people. Out: the body itself, marked as its members,
where one follows; else a group with its adjectives and count, or two of those named before. Refused is
a word that only qualifies the name before it (التنظيم المسلح).
"""

from __future__ import annotations

from rawi.arabic.tokens import LATIN, MARK, NUMBER, WORD
from rawi.recognise.names import find_known
from rawi.recognise.nodes import ACTOR, DUAL, GROUP, MANY, PERSON, PLACE, Node
from rawi.recognise.scan import Scan, has_ref

_LONGEST_GROUP = 4
_PLURAL_ENDINGS = ("ون", "ين", "ان")
_NOT_ADJECTIVES = frozenset({"prepositions", "finite", "relatives", "subordinators", "trigger"})
#: Classes of definite words that go on with no noun before them: عائلات المفقودين المنظمات الدولية.
_NEW_NOUNS = frozenset({"body_heads", "place_heads"})
_OF_TWO = frozenset({"duals", "body_heads"})


def find_members(scan: Scan, i: int) -> Node | None:
    """Words that stand for a body: قوات X, مسؤولون في X, قيادة X, مقاتلو X."""
    vocabulary, tokens = scan.vocabulary, scan.tokens
    bare = scan.bare(i)
    if not {bare, bare.removesuffix("ا"), tokens[i].norm} & vocabulary.members:
        return None
    j = _behind_qualifiers(scan, i)
    if is_pair(scan, j):
        return scan.node(DUAL, i, j + 2, scan.words[i].pro, number="d", members=True)
    if j >= scan.end or (tokens[j].kind == MARK and tokens[j].norm != '"'):
        return None
    if bare in vocabulary.leadership_heads and "ranks" in scan.words[j].tags:
        return None
    if tokens[j].norm == '"':
        j += 1
    if j >= scan.end or tokens[j].kind not in (WORD, LATIN):
        return None
    body = find_known(scan, j) or _body_of_leader(scan, j)
    if body is None and tokens[j - 1].norm in vocabulary.partitives:
        body = find_members(scan, j)
    if body is None or body.kind != ACTOR or body.pro not in ("", "ل"):
        return None
    if _is_absolute(tokens[i].norm) and tokens[j - 1].norm not in (*_links(scan, bare), '"') and not body.pro:
        return None
    if body.entity is None and not body.unresolved:
        return None
    node = members_node(scan, i, scan.close_quote(i, body.j), body)
    node.force = body.force or bare in vocabulary.armed_heads
    return node


def _body_of_leader(scan: Scan, j: int) -> Node | None:
    """The body whose head is named from `j` on, without his words: أنصار زعيم التيار الصدري مقتدى الصدر."""
    leader = scan.node_at(j) if "titles" in scan.words[j].tags and not scan.words[j].article else None
    if leader is None or leader.kind != PERSON or leader.title is None or leader.title.org is None:
        return None
    return scan.same(leader.title.org, j, j)


def _behind_qualifiers(scan: Scan, i: int) -> int:
    """The token where the body of the members at `i` may begin: behind كبار, سابقين, في."""
    vocabulary, tokens = scan.vocabulary, scan.tokens
    j = i + 1
    if j + 1 < scan.end:
        word = scan.words[j]
        second = word.tags & {"members", "ranks"} and not word.article and not word.pro
        if second and not _is_absolute(tokens[i].norm) and not scan.names.starts(tokens[j].norm):
            j += 1
    while j < scan.end and tokens[j].norm in vocabulary.member_adjectives:
        j += 1
    k = j
    while k < scan.end and k - j < 2 and scan.looks_like_adjective(k):
        if tokens[k].norm.startswith(vocabulary.leaning_adjectives):
            return j
        k += 1
    if k < scan.end and (k == j or tokens[k].norm.startswith("ل")):
        j = k
    if j < scan.end and tokens[j].norm in _links(scan, scan.bare(i)):
        j += 1
    return j


def _is_absolute(norm: str) -> bool:
    """Whether a plural without the article owns no noun behind it: مسلحون, عسكريين."""
    return norm.endswith(("ون", "ين")) and not norm.startswith("ال")


def _links(scan: Scan, bare: str) -> frozenset[str]:
    """The prepositions that tie the members `bare` to their body: عناصر من X, ممثلون عن X."""
    vocabulary = scan.vocabulary
    if bare in vocabulary.member_speakers:
        return vocabulary.member_links | vocabulary.member_speaker_links
    return vocabulary.member_links


def members_node(scan: Scan, i: int, j: int, body: Node) -> Node:
    """A node for people of `body` that tokens `i` to `j` stand for."""
    return scan.same(body, i, j, scan.words[i].pro, members=True, number="p")


def find_group(scan: Scan, i: int) -> Node | None:
    """People without a name of their own, with their adjectives: مقاتلو المعارضة, المدنيين."""
    word = scan.words[i]
    members = find_members(scan, i)
    if members is not None:
        return members
    if {scan.tokens[i].norm, scan.bare(i)} & scan.vocabulary.scores:
        return _find_many(scan, i)
    if scan.bare(i) in scan.vocabulary.one_of:
        of = find_group(scan, i + 1) if i + 1 < scan.end and "people" in scan.words[i + 1].tags else None
        return counted(scan, i, of, "1") if of is not None else None
    if "finite" in word.tags and not word.article and not (i and scan.tokens[i - 1].kind == NUMBER):
        return None
    if word.article and _is_adjective_of_name(scan, i):
        return None
    j = _behind_adjectives(scan, i)
    lemma = next((sense.lemma for sense in word.senses if sense.tag in ("people", "forces")), "")
    number = _number_of_people(scan, i)
    count = None
    if number == "d":
        count = "2"
    elif number == "s" and not word.article and j == i + 1:
        count = "1"
    return scan.node(GROUP, i, j, word.pro, number=number, force="forces" in word.tags,
                     suffix=word.suffix, name=lemma, count=count)  # fmt: skip


def _find_many(scan: Scan, i: int) -> Node | None:
    """عشرات المحتجين, مئات من المقاتلين, العشرات: many people, without a number."""
    word = scan.words[i]
    k = i + 2 if scan.norm(i + 1) in scan.vocabulary.partitives else i + 1
    group = find_group(scan, k) if k < scan.end and "people" in scan.words[k].tags else None
    if group is not None:
        return counted(scan, i, group, None)
    end = k + 1 if k == i + 2 and k < scan.end and scan.is_definite(k) else i + 1
    return scan.node(GROUP, i, end, word.pro, number="p", name=MANY) if word.article else None


def counted(scan: Scan, i: int, group: Node, count: str | None) -> Node:
    """The people of `group` from their number at `i` on; members of a body still stand for it."""
    pro = scan.words[i].pro
    if group.kind == ACTOR:
        node = members_node(scan, i, group.j, group)
        node.name_i, node.count, node.force = group.name_i, count, group.force
        return node
    return scan.node(GROUP, i, group.j, pro, count=count, number="p", force=group.force)


def _behind_adjectives(scan: Scan, i: int) -> int:
    """The token behind the adjectives of the people at `i`."""
    article, norm = scan.words[i].article, scan.tokens[i].norm
    absolute = norm.endswith(_PLURAL_ENDINGS) and not article
    accusative = norm.endswith("ا") and not article
    owned = article
    j = i + 1
    while j < scan.end and j - i < _LONGEST_GROUP and scan.tokens[j].kind == WORD:
        norm = scan.tokens[j].norm
        if scan.words[j].tags & _NOT_ADJECTIVES or norm in scan.vocabulary.no_attributes:
            break
        if _heads_a_place(scan, j):
            break
        if absolute and not norm.endswith(_PLURAL_ENDINGS):
            break
        if accusative and norm.endswith("ا"):
            j += 1
            continue
        found = scan.longest_name(j)
        if found and not found[1] and has_ref(found[2], "adjective", "people"):
            j = found[0]
            continue
        if found and has_ref(found[2], "actor", "person", "outlet"):
            break
        if norm.startswith("ال"):
            if owned and scan.words[j].tags & _NEW_NOUNS:
                break
            owned = True
        elif article or owned or not (_is_complement(scan, i, j) or scan.looks_like_adjective(j)):
            break
        j += 1
    return j


def _is_complement(scan: Scan, i: int, j: int) -> bool:
    """Whether the word at `j` says what the people right before it do: عمال إغاثة."""
    return j == i + 1 and scan.tokens[j].norm in scan.vocabulary.people_complements


def _heads_a_place(scan: Scan, j: int) -> bool:
    """Whether the word at `j` is the head of a place: قصفت طائرات مجهولة (مدينة) البوكمال."""
    word = scan.words[j]
    return "place_heads" in word.tags and not word.article and not word.pro


def _number_of_people(scan: Scan, i: int) -> str:
    return next((s.inflection.number for s in scan.words[i].senses if s.tag == "people"), "p")


def _is_adjective_of_name(scan: Scan, i: int) -> bool:
    """Whether a definite singular such as المسلح is the adjective of the definite noun before it."""
    if not i or scan.words[i].pro or _number_of_people(scan, i) != "s":
        return False
    owner = scan.owner[i - 1]
    if owner is not None:
        return owner.kind in (ACTOR, PLACE)
    before = scan.tokens[i - 1]
    return before.kind == WORD and before.norm.startswith(("ال", "لل", "بال", "وال"))


# ---------------------------------------------------------------------- two or more named before


def is_pair(scan: Scan, i: int) -> bool:
    """Whether tokens `i` and `i + 1` are two bodies named before: هذين التنظيمين."""
    return (
        scan.norm(i) in scan.vocabulary.these_two
        and i + 1 < scan.end
        and bool(scan.words[i + 1].tags & _OF_TWO)
    )


def find_pair(scan: Scan, i: int) -> Node:
    """Two bodies named before, in one word: الطرفان."""
    return scan.node(DUAL, i, i + 1, scan.words[i].pro, number="d")


def find_pair_of_persons(scan: Scan, i: int) -> Node:
    """Two persons named before, in one word: الرئيسان."""
    return scan.node(DUAL, i, i + 1, scan.words[i].pro, number="d", name="person")


def find_counted_states(scan: Scan, i: int) -> Node | None:
    """The states named before, by how many they are: الدول الثلاث."""
    if scan.tokens[i].norm not in scan.vocabulary.the_states:
        return None
    count = scan.vocabulary.state_counts.get(scan.norm(i + 1))
    if count is None:
        return None
    return scan.node(DUAL, i, i + 2, scan.words[i].pro, number="p", name=f"states:{count}")

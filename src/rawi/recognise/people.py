"""Personal names: a token in, a person out, known from the packs, named before, or named here first.

Unknown names are read by how they are built: a kunya (أبو …), or a given name and the names that follow,
four at most. Behind a title or rank words that no list has are taken too. Refused is a name of one word,
and any word of a closed class, a verb or a head noun inside a name.
"""

from __future__ import annotations

from rawi.arabic.characters import fold
from rawi.arabic.clitics import splits
from rawi.arabic.tokens import WORD
from rawi.recognise.names import find_known
from rawi.recognise.nodes import ACTOR, OUTLET, PERSON, Node
from rawi.recognise.scan import Scan, length_of_particles

_LONGEST_NAME = 4
_NEVER_NAMES = frozenset(
    {
        "prepositions",
        "subordinators",
        "relatives",
        "negations",
        "clause_openers",
        "report_verbs",
        "body_heads",
    }
)


#: How words begin that carry a particle before the article, as no name does: بالرد.
_WITH_ARTICLE = ("بال", "وال", "فال", "كال", "لل")


def find_person(scan: Scan, i: int) -> Node | None:
    """A personal name with nothing before it: a kunya, or a given name and another name."""
    if i + 1 >= scan.end:
        return None
    for _, rest in splits(scan.tokens[i].norm):
        if rest in scan.vocabulary.kunya_firsts:
            return read_person(scan, i, permissive=True)
        if scan.knowledge.is_given_name(rest):
            following = scan.tokens[i + 1]
            if (
                following.kind == WORD
                and not scan.words[i + 1].tags
                and scan.knowledge.is_name(following.norm)
            ):
                return read_person(scan, i, permissive=False)
    return None


def find_person_again(scan: Scan, i: int) -> Node | None:
    """A person named in full before, by the family name or kunya: الأسد, أبو عيسى."""
    families = scan.families
    for pro, rest in splits(scan.tokens[i].norm):
        if i + 1 < scan.end:
            person = families.get(f"{rest} {scan.norm(i + 1)}")
            if person is not None:
                return _again(scan, person, i, i + 2, pro)
        person = families.get(rest)
        if person is not None:
            return _again(scan, person, i, i + 1, pro)
    return None


def _again(scan: Scan, person: Node, i: int, j: int, pro: str) -> Node:
    return scan.node(PERSON, i, j, pro, entity=person.entity, name=person.name, name_en=person.name_en,
                     by="coreference", country=person.country)  # fmt: skip


def read_person(scan: Scan, i: int, *, permissive: bool) -> Node | None:
    """A person's name at `i`; `permissive` behind a title, where unknown words are taken too."""
    if scan.tokens[i].kind != WORD:
        return None
    known = find_known(scan, i)
    if known is not None and known.kind == PERSON:
        return known
    if known is not None and known.kind in (ACTOR, OUTLET) and known.j - known.i > 1:
        return None
    again = _family_name(scan, i, permissive=permissive)
    if again is not None:
        return again
    j = _name_end(scan, i, permissive=permissive)
    if j is None:
        return None
    pro = "" if permissive else _given_name(scan, scan.tokens[i].norm)[0]
    text = scan.text_of(i, j)
    name = " ".join(text[length_of_particles(text, pro) if pro else 0 :].split())
    return scan.node(PERSON, i, j, pro, name=name, by="pattern")


def _family_name(scan: Scan, i: int, *, permissive: bool) -> Node | None:
    """A person named before, by one word that no other name follows."""
    for pro, rest in splits(scan.tokens[i].norm):
        person = scan.families.get(rest)
        if person is not None and (permissive or not scan.knowledge.is_given_name(rest)):
            if (
                i + 1 < scan.end
                and not scan.words[i + 1].tags
                and scan.knowledge.is_name(scan.tokens[i + 1].norm)
            ):
                return None
            return _again(scan, person, i, i + 1, pro)
    return None


def _given_name(scan: Scan, norm: str) -> tuple[str, str]:
    """A folded word taken apart into particles and a given name; with no particles if it is none."""
    for pro, rest in splits(norm):
        if scan.knowledge.is_given_name(rest) or rest in scan.vocabulary.name_particles:
            return pro, rest
    return "", norm


def _name_end(scan: Scan, i: int, *, permissive: bool) -> int | None:
    """The token behind an unknown name that begins at `i`; None where it has fewer than two words."""
    his_equal = "titles" in scan.words[i].tags and scan.words[i].suffix
    if permissive and (his_equal or scan.tokens[i].norm.startswith(_WITH_ARTICLE)):
        return None
    j = i
    names = 0
    while j < scan.end and names < _LONGEST_NAME and scan.tokens[j].kind == WORD:
        norm = scan.tokens[j].norm
        if j == i and not permissive:
            norm = _given_name(scan, norm)[1]
        if len(norm) == 1 or j in scan.days:
            break
        if norm in scan.vocabulary.name_particles:
            j += 2 if j + 1 < scan.end and scan.tokens[j + 1].kind == WORD else 1
        elif _is_part(scan, j, norm, names, permissive=permissive):
            j += 1
        else:
            break
        names += 1
    return j if j > i + 1 else None


def _is_part(scan: Scan, j: int, norm: str, names: int, *, permissive: bool) -> bool:
    """Whether the word at `j`, `norm` without particles, is one more name behind `names` others."""
    word = scan.words[j]
    listed = _is_name(scan, norm)
    definite = norm.startswith("ال")
    if word.tags & _NEVER_NAMES and not (listed and names and scan.knowledge.is_given_name(norm)):
        return False
    if word.tags & {"finite", "trigger"} and not (listed and (not names or definite)):
        return False
    if word.pro.startswith("و") and names:
        return False
    return listed or (permissive and not word.tags and _may_be_name(scan, j, norm, names))


def _may_be_name(scan: Scan, j: int, norm: str, names: int) -> bool:
    """Whether an unknown word behind a title looks like one more name behind `names` others."""
    if not names:
        return True
    definite = norm.startswith("ال")
    if norm.startswith(("و", "ب", "ل")) or (norm.endswith("ا") and not definite):
        return False
    if names < 2:
        return True
    return not norm.endswith(("ين", "ون", "ات")) if definite else _nothing_follows(scan, j)


def _nothing_follows(scan: Scan, j: int) -> bool:
    """Whether nothing that could be one more name follows token `j`."""
    if j + 1 >= scan.end or scan.tokens[j + 1].kind != WORD:
        return True
    word = scan.words[j + 1]
    return bool(word.tags or word.pro) or scan.tokens[j + 1].norm.startswith(("ال", "و"))


def _is_name(scan: Scan, norm: str) -> bool:
    return scan.knowledge.is_name(norm) or (norm.startswith("ال") and scan.knowledge.is_name(norm[2:]))


def is_listed(scan: Scan, k: int) -> bool:
    """Whether the word at `k` is in the lists of names, or a particle of names such as بن."""
    norm = scan.tokens[k].norm
    return norm in scan.vocabulary.name_particles or _is_name(scan, norm)


def remember_person(scan: Scan, node: Node) -> None:
    """Keep the forms by which a person named in full is referred to later."""
    if node.kind != PERSON or node.by == "coreference":
        return
    families, particles = scan.families, scan.vocabulary.name_particles
    person = scan.knowledge.people.get(node.entity or "")
    for form in person.family if person else ():
        families.setdefault(" ".join(fold(form).split()), node)
    words = [token.norm for token in scan.tokens[node.name_i : node.j] if token.kind == WORD]
    if len(words) >= 3 and words[-2] in particles:
        families[f"{words[-2]} {words[-1]}"] = node
    elif len(words) >= 4 and words[-3] in particles:
        families[f"{words[-3]} {words[-2]}"] = node
    if len(words) >= 2:
        last = words[-1]
        known = {kind for kind, _ in scan.names.get(last)}
        tagged = scan.knowledge.lexicon.analyse(last).tags
        if not tagged and not known & {"adjective", "people", "state", "place"}:
            families[last] = node
    scan.family_firsts = frozenset(form.partition(" ")[0] for form in families)

"""The roles of prepositional phrases: على, من قبل, مع, and pronouns written onto them.

Phrases behind the next event word are its own and are refused here.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rawi.arabic.characters import fold
from rawi.claims.parties import parties_of
from rawi.claims.pronouns import find_antecedent
from rawi.claims.roles.base import Roles
from rawi.claims.sentence import Sentence
from rawi.claims.syntax import BY_HAND, Predicate, coordinated, preposition_before
from rawi.knowledge.lexicon import Rule
from rawi.recognise.nodes import ACTOR, OUTLET, PLACE, QUANTITY, Node, as_place


def phrase_roles(
    sentence: Sentence, predicate: Predicate, rule: Rule, roles: Roles, places: list[Node]
) -> None:
    """Add the parties and places that prepositions name, by the roles that the rule gives them."""
    boundary = _next_noun(sentence, predicate)
    if (
        "place" in rule.prep.values()
        and predicate.in_relative
        and predicate.antecedent is not None
        and (
            predicate.antecedent.kind == PLACE
            and sentence.scene.norm(predicate.i + 1) in sentence.listed("place_pronouns")
        )
    ):
        places.append(predicate.antecedent)
    if rule.type == "CONTROLS" and not places:
        places += _held_places(sentence, predicate, rule)
    for preposition, pronoun in _pronoun_phrases(sentence, predicate, boundary):
        role = rule.prep.get(preposition)
        if role == "place" and rule.type == "RETREAT" and not places:
            before = (n for n in sentence.scene.before(predicate.i, 12) if n.kind == PLACE and n.name)
            places += list(before)[:1]
        if role in ("actor", "recipient"):
            roles[role] += parties_of(sentence, find_antecedent(sentence, predicate, pronoun))
    if predicate.finite and rule.mode == "withdraw":
        places += [node for node in _headed_for(sentence, predicate) if node not in places]
    roles["actor"] += parties_of(sentence, _holding_nodes(sentence, predicate, rule))
    for preposition, nodes, i in predicate.phrases:
        if i > boundary and not (rule.reciprocal and preposition in sentence.listed("meeting_parties")):
            continue
        role = _role_of(sentence, rule, preposition, nodes[0])
        if role == "by":
            role = _role_of_owner(sentence, predicate, rule, nodes[0], roles)
        if role is None or role in ("content", "value"):
            continue
        if role == "place":
            places += [
                n for n in map(as_place, nodes) if n.kind == PLACE and not n.container and n not in places
            ]
            continue
        if role == "target":
            places += [n for n in nodes if n.kind == PLACE and n.state is None and not n.container]
            roles["recipient"] += parties_of(sentence, [n for n in nodes if n.kind != PLACE])
            continue
        if preposition in sentence.listed("inside") and nodes[0].kind == PLACE:
            continue
        roles[role] += parties_of(sentence, [n for n in nodes if n.kind not in (QUANTITY, OUTLET)])


def _headed_for(sentence: Sentence, predicate: Predicate) -> list[Node]:
    """Where a journey leads, by a participle behind its clause: غادرت القافلة الحي، متوجهة إلى إدلب."""
    for k in range(predicate.i + 1, sentence.end - 2):
        other = sentence.syntax.by_token.get(k)
        if other is not None and other.finite and not other.in_relative:
            return []
        if sentence.scene.norm(k) in sentence.listed("heading"):
            node = sentence.scene.owner[k + 2] or sentence.scene.owner[k + 1]
            return [node] if node is not None and node.kind == PLACE else []
    return []


def _pronoun_phrases(sentence: Sentence, predicate: Predicate, boundary: int) -> Iterator[tuple[str, str]]:
    """The prepositions with their pronouns before token `boundary`, outside relative clauses: عليهم, منها."""
    if predicate.in_relative:
        return
    pronouns = _words_with_pronoun(
        sentence.listed("pronoun_prepositions"), sentence.listed("attached_pronouns")
    )
    for k in range(predicate.i + 1, min(predicate.limit, boundary, predicate.i + 12)):
        found = pronouns.get(sentence.scene.norm(k))
        if found is not None and sentence.scene.owner[k] is None:
            yield found


def _role_of(sentence: Sentence, rule: Rule, preposition: str, node: Node) -> str | None:
    """The role of what a preposition governs: the rule's, unless the word before `node` says more."""
    if preposition == BY_HAND:
        return "actor" if rule.type != "FORMED" else None
    word = sentence.scene.norm(node.i - (2 if sentence.scene.norm(node.i - 1) == '"' else 1))
    if word in sentence.listed("ranks_of_victims") and rule.casualties:
        return "recipient"
    return rule.prep.get(preposition)


def _holding_nodes(sentence: Sentence, predicate: Predicate, rule: Rule) -> list[Node]:
    """Into whose grip something falls: سقطت المدينة في قبضة X, where the rule names such a word."""
    grips = sentence.listed("grips") & rule.with_
    if not grips:
        return []
    for k in range(predicate.i + 1, predicate.limit - 1):
        if sentence.scene.norm(k) in grips:
            node = sentence.scene.owner[k + 1]
            return [] if node is None else coordinated(sentence.syntax, node, predicate.limit)
    return []


def _role_of_owner(
    sentence: Sentence, predicate: Predicate, rule: Rule, node: Node, roles: Roles
) -> str | None:
    """Whose event or target it is, by a لـ: قصف مدفعي للنظام is his, قصف مواقع للنظام hits him."""
    scene = sentence.scene
    gap = range(predicate.i + 1, node.i)
    direct = not any(
        scene.words[k].tags & {"prepositions", "finite", "trigger"} or scene.words[k].pro for k in gap
    )
    if predicate.finite and rule.subject_words:
        return "actor"
    if not predicate.finite and direct:
        return "actor"
    return "recipient" if not roles["recipient"] and rule.type == "ASSAULT" else None


@lru_cache(maxsize=8)
def _words_with_pronoun(prepositions: frozenset[str], pronouns: frozenset[str]) -> dict[str, tuple[str, str]]:
    """Words such as عليهم, each with its preposition and its pronoun."""
    return {
        preposition + pronoun: (preposition, pronoun) for preposition in prepositions for pronoun in pronouns
    }


def _held_places(sentence: Sentence, predicate: Predicate, rule: Rule) -> list[Node]:
    """What `سيطر على` is said of is a place, even one that no gazetteer knows: القصر الجمهوري."""
    scene = sentence.scene
    on = {preposition for preposition, role in rule.prep.items() if role == "place"}
    for k in range(predicate.i, min(predicate.limit, predicate.i + 14)):
        if not (scene.norm(k) in on and scene.owner[k] is None and k > predicate.i) and not (
            rule.obj == "place" and _is_stronghold(sentence, k + 1)
        ):
            continue
        node = scene.owner[k + 1] if k + 1 < sentence.end else None
        if node is not None and node.kind == PLACE:
            held = [n for n in coordinated(sentence.syntax, node, predicate.limit) if n.kind == PLACE]
            return [*held, *_held_with(sentence, held[-1])]
        j = k + 1
        while (
            j < sentence.end
            and j - k < 5
            and scene.tokens[j].kind == "word"
            and scene.owner[j] is None
            and (j == k + 1 or scene.norm(j).startswith("ال"))
        ):
            j += 1
        if node is not None and node.kind == ACTOR and not node.force:
            j = node.j
        if j > k + 1:
            held_place = _held_place(sentence, k + 1, j)
            return [held_place, *_held_with(sentence, held_place)]
    return []


def _is_stronghold(sentence: Sentence, k: int) -> bool:
    """Whether the word at token `k` is a building or post that no preposition governs: استعاد الجيش القصر."""
    if k >= sentence.end:
        return False
    node = sentence.scene.owner[k]
    return (
        (node is None or (node.kind == ACTOR and node.i == k and not node.force))
        and sentence.scene.norm(k) in sentence.listed("strongholds")
        and not preposition_before(sentence.syntax, k)
    )


def _held_with(sentence: Sentence, held: Node) -> list[Node]:
    """What is held besides, joined by و without a name of its own: القصر الجمهوري ومباني الوزارات.

    It is taken to lie in the division of the place that it is named with.
    """
    scene, i = sentence.scene, held.j
    if i >= sentence.end or scene.owner[i] is not None or not scene.norm(i).startswith("و"):
        return []
    j = i + 1
    while j < sentence.end and scene.owner[j] is None and scene.norm(j).startswith("ال"):
        j += 1
    definite = scene.norm(i).startswith("وال") or j > i + 1
    if not definite or scene.words[i].tags & {"finite", "trigger", "subordinators", "prepositions"}:
        return []
    other = _held_place(sentence, i, j, "و")
    if other.place is None and held.place is not None:
        other.admin1, other.country = held.place.admin1, held.place.country
    return [other]


def _held_place(sentence: Sentence, i: int, j: int, pro: str = "") -> Node:
    """A place of tokens `i` to `j`, without the particle `pro`, that only its being held tells to be one."""
    scene = sentence.scene
    made = Node(PLACE, i, j, scene.tokens[i].start + len(pro), scene.tokens[j - 1].end)
    made.name, made.by, made.pro = scene.text[made.start : made.end], "pattern", pro
    known = scene.knowledge.place(fold(made.name), country=scene.main_country)
    if known is not None and known.country == scene.main_country:
        made.place, made.name, made.name_en, made.by = known, known.ar, known.en, "gazetteer"
        made.entity, made.country = known.id, known.country
    return made


def _next_noun(sentence: Sentence, predicate: Predicate) -> int:
    """Where the next event word begins that takes the phrases behind it for itself."""
    moving = sentence.listed("moving_nouns")
    for k in range(predicate.i + 2, predicate.limit):
        other = sentence.syntax.by_token.get(k)
        noun = other is not None and not other.finite and any(s.rule for s in other.senses)
        if noun and (not predicate.finite or preposition_before(sentence.syntax, k)):
            return k
        moves = sentence.scene.norm(k) in moving and sentence.scene.owner[k] is None
        if moves and preposition_before(sentence.syntax, k):
            return k
    return sentence.end

"""The parts of a predicate: subject, objects, genitive and prepositional phrases.

A predicate in, the same with its parts filled. Refused as a part: nodes in relative clauses or
brackets, cited sources, and genitives of plain nouns (إدارة الدولة).
"""

from __future__ import annotations

from collections.abc import Iterator

from rawi.arabic.clitics import splits
from rawi.arabic.tokens import NUMBER, WORD
from rawi.claims.syntax.base import Predicate, Syntax, can_take_part
from rawi.claims.syntax.boundaries import close_bracket, landmarks_within
from rawi.claims.syntax.coordination import coordinated
from rawi.claims.syntax.prepositions import preposition_before, preposition_of
from rawi.claims.syntax.relatives import (
    after_relative,
    find_antecedent_of_relative,
    opens_relative,
    relative_opener,
)
from rawi.recognise.nodes import ACTOR, ADJECTIVE, DUAL, GROUP, OUTLET, PERSON, PLACE, QUANTITY, Node

#: Classes of words that own no noun behind them.
_NO_NOUNS = frozenset(
    {"finite", "prepositions", "subordinators", "relatives", "negations", "clause_openers", "auxiliaries"}
)


def fill(syntax: Syntax, predicate: Predicate) -> None:
    """Find the subject, objects, genitive and phrases of `predicate`."""
    if predicate.finite:
        _fill_verb(syntax, predicate)
    else:
        _fill_noun(syntax, predicate)
    _fill_phrases(syntax, predicate)


def direct_nodes(syntax: Syntax, first: int, limit: int) -> Iterator[Node]:
    """The nodes without a preposition from `first` to `limit`, before any verbal noun."""
    passed = first
    for i in landmarks_within(syntax, first, limit):
        if i < passed:
            continue
        node = syntax.owner[i]
        if node is None:
            other = syntax.by_token.get(i)
            described = other is not None and other.form != "noun" and other.word.article
            if other is not None and other.i != first - 1 and not other.finite and not described:
                return
            if opens_relative(syntax, i):
                passed = after_relative(syntax, i, limit)
            elif syntax.tokens[i].norm == "(":
                passed = close_bracket(syntax, i)
            continue
        if (
            not node.cited
            and syntax.scene.norm(node.i - 1) != "("
            and not preposition_of(syntax, node)
            and not _goes_on_behind_preposition(syntax, node)
            and not _is_genitive(syntax, node)
        ):
            yield node


def _goes_on_behind_preposition(syntax: Syntax, node: Node) -> bool:
    """Whether `node` is joined to a node that a preposition governs, as one of its list: ضد X وY."""
    before = syntax.owner[node.i - 1] if node.i > syntax.first else None
    return (
        node.pro == "و"
        and before is not None
        and before.kind == node.kind
        and bool(preposition_of(syntax, before))
    )


def _is_genitive(syntax: Syntax, node: Node) -> bool:
    """Whether a noun stands right before `node` and owns it: إدارة الدولة, أنصار مقتدى الصدر."""
    if syntax.scene.norm(node.i - 1) in syntax.listed("among_them") and node.kind not in (ACTOR, PERSON):
        return True
    k = node.i - 1
    owner = syntax.owner[k] if k >= syntax.first else None
    if owner is not None and owner.members and node.kind == PERSON and not node.pro:
        return True
    if k < syntax.first or owner is not None or syntax.tokens[k].kind != WORD or node.pro:
        return False
    if syntax.tokens[node.i].kind == NUMBER and syntax.tokens[k].norm in syntax.listed("carriers"):
        return False
    word = syntax.words[k]
    if word.tags & _NO_NOUNS:
        return False
    norm = syntax.tokens[k].norm
    if (
        norm.startswith("ال")
        or norm.endswith(("ا", "ون", "هم"))
        or norm in syntax.listed("auxiliary_forms")
        or norm in syntax.listed("free_adverbs")
    ):
        return False
    transparent = syntax.listed("transparent_nouns")
    if norm in transparent or any(rest in transparent for _, rest in splits(norm)):
        return False
    return k not in syntax.by_token


def _fill_verb(syntax: Syntax, predicate: Predicate) -> None:
    """Fill subject, objects and antecedent: the noun behind a verb is its subject where it agrees."""
    inflection = predicate.inflection
    right = [
        node
        for node in direct_nodes(syntax, predicate.i + 1, predicate.limit)
        if can_take_part(node) or node.kind in (QUANTITY, PLACE, ADJECTIVE)
    ]
    hurts = inflection.tense == "past" and any(s.rule and s.rule.casualties for s in predicate.senses)
    parties = [
        node
        for node in right
        if can_take_part(node) or (hurts and node.kind == QUANTITY and node.i == predicate.i + 1)
    ]
    left = find_topic(syntax, predicate)
    opener = relative_opener(syntax, predicate)
    if opener is not None:
        predicate.antecedent = find_antecedent_of_relative(syntax, opener)
    subject: Node | None = None
    if parties and (
        (opener is not None and predicate.word.suffix)
        or _is_nominative_right_behind(syntax, predicate, parties[0])
    ):
        subject = parties[0]
    elif (inflection.number in ("d", "p") and inflection.tense) or (
        left is not None and predicate.word.pro in ("", "ف")
    ):
        subject = left
    elif parties and parties[0].i - predicate.i < 16 and _may_be_subject(syntax, predicate, parties[0]):
        subject = parties[0]
    elif left is not None and predicate.word.pro not in ("و", "ف"):
        subject = left
    if subject is None and opener is not None and not predicate.word.suffix:
        subject = predicate.antecedent
    if subject is not None:
        predicate.subject = coordinated(
            syntax, subject, predicate.limit if subject.i > predicate.i else predicate.i
        )
    used = set(map(id, predicate.subject))
    for node in parties:
        if id(node) not in used and node.kind != OUTLET:
            predicate.objects = coordinated(syntax, node, predicate.limit)
            break
    if not predicate.objects:
        places = [node for node in right if node.kind == PLACE and id(node) not in used]
        if places:
            predicate.objects = coordinated(syntax, places[0], predicate.limit)


def _is_nominative_right_behind(syntax: Syntax, predicate: Predicate, node: Node) -> bool:
    """Whether a singular verb has its subject right behind it, by its ending: تمكن المقاتلون."""
    if predicate.inflection.number != "s" or node.i != predicate.i + 1 or node.kind != GROUP:
        return False
    return syntax.tokens[node.i].norm.endswith("ان" if node.number == "d" else "ون")


def _may_be_subject(syntax: Syntax, predicate: Predicate, node: Node) -> bool:
    """Whether a verb in the singular agrees in gender with a node behind it, which is no accusative."""
    if node.kind == GROUP and node.number == "s" and syntax.tokens[node.j - 1].norm.endswith("ا"):
        return False
    if (
        (node.kind == GROUP and node.title is None)
        or node.kind == QUANTITY
        or node.members
        or predicate.word.suffix
    ):
        return True
    two = node.kind == ACTOR and syntax.tokens[node.i].norm.endswith("تا")
    feminine = node.feminine or node.kind == PLACE or two
    if node.kind == DUAL:
        feminine = syntax.tokens[node.i].norm.endswith(("تان", "تين"))
        if syntax.tokens[node.i].norm.endswith("ين"):
            return False
    return feminine == (predicate.inflection.gender == "f")


def find_topic(syntax: Syntax, predicate: Predicate) -> Node | None:
    """The topic that stands before its verb: the first node of the clause without a preposition."""
    candidate = None
    opener = syntax.by_token.get(predicate.left - 1)
    if opener is not None and opener.finite and opener.inflection.tense == "past":
        return None
    passed = predicate.left
    for i in landmarks_within(syntax, predicate.left, predicate.i):
        if i < passed:
            continue
        node = syntax.owner[i]
        if node is None:
            other = syntax.by_token.get(i)
            if (
                other is not None
                and not other.finite
                and other.form == "noun"
                and preposition_before(syntax, i) == ""
            ):
                return None if candidate is None else candidate
            if "relatives" in syntax.words[i].tags:
                passed = after_relative(syntax, i, predicate.i)
            continue
        if (
            not node.cited
            and can_take_part(node)
            and not preposition_of(syntax, node)
            and not _is_genitive(syntax, node)
        ):
            candidate = node
            break
    if candidate is None:
        return None
    inflection = predicate.inflection
    if (
        inflection.number == "s"
        and inflection.gender == "m"
        and candidate.feminine
        and candidate.kind != GROUP
    ):
        return None
    return candidate


def _fill_noun(syntax: Syntax, predicate: Predicate) -> None:
    i = predicate.i + 1
    while i < predicate.limit and (
        syntax.tokens[i].norm == '"'
        or (syntax.owner[i] is None and i not in syntax.by_token and _is_modifier(syntax, i))
    ):
        i += 1
    node = syntax.owner[i] if i < predicate.limit else None
    if node is None or predicate.word.suffix:
        return
    if predicate.word.article:
        owned = any(s.rule is not None and s.rule.gen in ("actor", "by-kind") for s in predicate.senses)
        if owned and node.kind == ADJECTIVE and syntax.tokens[node.i].norm.startswith("ال"):
            predicate.genitive = coordinated(syntax, node, predicate.limit)
        return
    if (can_take_part(node) or node.kind in (PLACE, QUANTITY, ADJECTIVE)) and (
        not preposition_of(syntax, node) or (node.kind == GROUP and node.pro == "")
    ):
        predicate.genitive = coordinated(syntax, node, predicate.limit)


def _is_modifier(syntax: Syntax, i: int) -> bool:
    """Whether token `i` only says how many of the genitive: قصف جميع المواقع."""
    norm = syntax.tokens[i].norm
    return syntax.words[i].tags <= {"former", "title_scope"} and norm in syntax.listed("quantifiers")


def _fill_phrases(syntax: Syntax, predicate: Predicate) -> None:
    for node in syntax.scene.between(predicate.i + 1, predicate.limit):
        preposition = preposition_of(syntax, node)
        if preposition and (can_take_part(node) or node.kind in (PLACE, QUANTITY)):
            if any(node in nodes for _, nodes, _ in predicate.phrases):
                continue
            predicate.phrases.append((preposition, coordinated(syntax, node, predicate.limit), node.i))

"""Who is in what moves: غادرت الدفعة الأولى من المقاتلين, وصلت طائرة تقل خمسين أسيرا.

A predicate of a journey in, the same with those who travel as its subject, or as the genitive of a noun.
Refused: carriers without people behind them (دفعة من المساعدات), and those that a preposition governs.
"""

from __future__ import annotations

from rawi.claims.sentence import Sentence
from rawi.claims.syntax import Predicate, coordinated, fill, preposition_before
from rawi.recognise.nodes import ACTOR, GROUP, PERSON, PLACE, Node

#: How far from the predicate its carrier stands, and from the carrier those it carries, in tokens.
_REACH, _LOAD = 14, 14


def take_carried(sentence: Sentence, predicate: Predicate) -> None:
    """Put those carried in the place of what carries them, and let the clause go on behind them."""
    if not any(sense.lemma.split()[0] in sentence.written("journeys") for sense in predicate.senses):
        return
    carrier = _find_carrier(sentence, predicate)
    if carrier is None:
        return
    found = _find_people(sentence, carrier)
    if found is None:
        return
    people, verb = found
    if verb is not None:
        sentence.consumed.add(verb.i)
        if verb.i > predicate.i:
            predicate.limit = max(predicate.limit, verb.limit)
            predicate.objects, predicate.phrases = [], []
            fill(sentence.syntax, predicate)
    carried = coordinated(sentence.syntax, people, sentence.end)
    predicate.objects = [node for node in predicate.objects if node.kind == PLACE]
    if predicate.finite:
        predicate.subject, predicate.subject_implied = carried, False
    else:
        predicate.genitive = carried


def _find_carrier(sentence: Sentence, predicate: Predicate) -> int | None:
    """The token of the carrier: behind the predicate, or before it as its topic."""
    behind = range(predicate.i + 1, min(predicate.limit, predicate.i + _REACH))
    before = range(predicate.i - 1, max(sentence.syntax.first, predicate.i - _REACH) - 1, -1)
    for k in (*behind, *(before if predicate.finite and not predicate.word.pro else ())):
        other = sentence.syntax.by_token.get(k)
        if k < predicate.i and other is not None and other.finite and not _carries(sentence, k):
            return None
        node = sentence.scene.owner[k]
        if (node is None or node.i == k) and _is_carrier(sentence, k):
            return k if preposition_before(sentence.syntax, k) == "" else None
    return None


def _of_whom(sentence: Sentence, node: Node) -> Node:
    """Whom a count of persons is taken from: 600 شخص من مسلحي الفصيل."""
    behind = sentence.scene.owner[node.j + 1] if node.j + 1 < sentence.end else None
    words = [sense.lemma for k in range(node.i, node.j) for sense in sentence.scene.words[k].senses]
    if not sentence.written("plain_persons").intersection(words):
        return node
    if sentence.scene.norm(node.j) in sentence.listed("partitives") and behind is not None and behind.force:
        return behind
    return node


def _is_carrier(sentence: Sentence, k: int) -> bool:
    norm = sentence.scene.norm(k)
    return (norm[2:] if norm.startswith("ال") else norm) in sentence.listed("carriers")


def _carries(sentence: Sentence, k: int) -> bool:
    """Whether the word at token `k` says what a carrier holds: تقل, تحمل, نقلت, تضم."""
    if sentence.scene.norm(k) in sentence.listed("carrying_forms"):
        return True
    verbs = sentence.written("carrying_verbs")
    return any(sense.lemma.split()[0] in verbs for sense in sentence.scene.words[k].senses)


def _find_people(sentence: Sentence, carrier: int) -> tuple[Node, Predicate | None] | None:
    """Who is carried, and the verb that says so: من, تقل, على متنها, or the genitive of the carrier.

    Places where the journey leads may stand between: طائرة من صنعاء إلى مأرب على متنها أسرى.
    """
    scene, verb = sentence.scene, None
    own = scene.owner[carrier]
    if own is not None and own.j > carrier + 1 and not own.force:
        return (own, None)
    linked, passed = True, False
    for k in range(carrier + 1, min(sentence.end, carrier + _LOAD)):
        node = scene.owner[k]
        if node is not None and node is not own:
            if node.kind == PLACE or (not linked and node.kind not in (GROUP, ACTOR, PERSON)):
                linked, passed = False, True
                continue
            fits = linked and node.kind in (GROUP, ACTOR, PERSON) and node.pro == ""
            return (_of_whom(sentence, node), verb) if fits else None
        other = sentence.syntax.by_token.get(k)
        if other is not None and other.finite:
            if verb is not None or not _carries(sentence, k):
                return None
            verb, linked = other, True
        elif scene.norm(k) in sentence.listed("carrier_links"):
            linked = not (passed and scene.norm(k) in sentence.listed("partitives"))
        elif scene.words[k].tags & {"prepositions"} or verb is None:
            linked = False
    return None

"""A name that takes sides: so-called, alleged, an epithet beside a known actor's name. What is recorded is
the label and who uses it.

تسمية منحازة: «ما يسمى» أو «المزعوم» أو نعت ملصق باسم جهة معروفة. ويُسجَّل النعت ومن يستعمله.
"""

from __future__ import annotations

from functools import lru_cache

from rawi.arabic.characters import fold
from rawi.arabic.clitics import splits
from rawi.arabic.tokens import WORD
from rawi.checks import words as listed
from rawi.checks.base import Check, Context
from rawi.checks.words import is_listed_joined, phrases
from rawi.model import Claim, Finding
from rawi.recognise import Node
from rawi.recognise.nodes import ACTOR, PERSON

ID, SEVERITY = "loaded-naming", "note"
_OPENING, _CLOSING = "«“‘‹", "»”’›"


def check(context: Context) -> list[Finding]:
    """One note for each actor and label."""
    found: dict[tuple[str, str], Finding] = {}
    for node in context.scene.nodes:
        if node.kind not in (ACTOR, PERSON) or not (node.entity or node.name):
            continue
        label = (
            _in_quotes(context, node)
            or _before(context, node)
            or _after(context, node)
            or _as_name(context, node)
        )
        if label is None:
            continue
        first, end = label
        words = context.words(first, end)
        if words.startswith("و"):
            words = words[1:]
        found.setdefault(
            (node.entity or node.name or "", fold(words)), _finding(context, node, words, first, end)
        )
    return list(found.values())


def _before(context: Context, node: Node) -> tuple[int, int] | None:
    """`ما يسمى` before the name, or an epithet for a known group: ميليشيا, عصابات."""
    scene = context.scene
    last = node.i
    while last > 0 and scene.norm(last - 1) in ('"', "(", "ب", "ـ"):
        last -= 1
    if scene.norm(last - 1) in _so_called_ends():
        for phrase in phrases("so_called"):
            first = last - len(phrase)
            told = [scene.norm(index) for index in range(first, last)]
            if told[1:] == list(phrase[1:]) and any(rest == phrase[0] for _, rest in splits(told[0])):
                return first, last
    for index in (last - 1, node.i):
        if index >= 0 and scene.tokens[index].kind == WORD and _is_epithet(context, index, node):
            return index, index + 1
    return None


def _in_quotes(context: Context, node: Node) -> tuple[int, int] | None:
    """Quotes around the head of a name alone, which doubt what the name says: "حكومة" الإنقاذ."""
    scene = context.scene
    if (
        not node.entity
        or scene.norm(node.i - 1) != '"'
        or scene.norm(node.i + 1) != '"'
        or node.i + 1 >= node.j
    ):
        return None
    first, _ = context.sentence_of(node.i)
    if not _opens(context, first, node.i - 1) or _opens(context, first, node.i + 1):
        return None
    return (node.i, node.i + 1) if scene.words[node.i].tags & {"body_heads", "titles"} else None


def _opens(context: Context, first: int, index: int) -> bool:
    """Whether the quotation mark at token `index` opens; a straight one by the number of those before it."""
    scene = context.scene
    mark = scene.text[scene.tokens[index].start]
    if mark in _OPENING or mark in _CLOSING:
        return mark in _OPENING
    before = sum(scene.norm(place) == '"' for place in range(first, index))
    return before % 2 == 0


def _as_name(context: Context, node: Node) -> tuple[int, int] | None:
    """A label that is used for the name itself: العدو الصهيوني."""
    told = [context.scene.norm(index) for index in range(node.i, node.j)]
    told[0] = told[0].removeprefix(node.pro)
    if _loaded_firsts().isdisjoint(told):
        return None
    for phrase in phrases("loaded_names"):
        for start in range(len(told) - len(phrase) + 1):
            if tuple(told[start : start + len(phrase)]) == phrase:
                return node.i + start, node.i + start + len(phrase)
    return None


@lru_cache(maxsize=1)
def _loaded_firsts() -> frozenset[str]:
    """The first words of the labels that are used for names, to pass over most names at once."""
    return frozenset(phrase[0] for phrase in phrases("loaded_names"))


@lru_cache(maxsize=1)
def _so_called_ends() -> frozenset[str]:
    """The last words of the phrases, to pass over most names at once."""
    return frozenset(phrase[-1] for phrase in phrases("so_called"))


def _is_epithet(context: Context, index: int, node: Node) -> bool:
    """Whether a word is a label put before a known actor, and no part of the actor's own name."""
    norm = context.scene.norm(index)
    if not node.entity or not is_listed_joined(norm, "epithets_before"):
        return False
    if index < node.i and context.scene.owner[index] is not None:
        return False
    return norm not in _own_words(context, node) and norm.removeprefix("و") not in _own_words(context, node)


def _after(context: Context, node: Node) -> tuple[int, int] | None:
    scene = context.scene
    index = node.j
    while index < len(scene.tokens) and scene.norm(index) in ('"', ")"):
        index += 1
    if index >= len(scene.tokens) or scene.tokens[index].kind != WORD:
        index = node.j - 1
    for place in (index, node.j - 1):
        norm = scene.norm(place)
        alleged = norm in listed.words("alleged")
        labelled = (
            norm in listed.words("epithets_after")
            and bool(node.entity)
            and norm not in _own_words(context, node)
        )
        if (alleged or labelled) and place > node.i:
            return place, place + 1
    return None


def _own_words(context: Context, node: Node) -> frozenset[str]:
    """The words of an actor's main name, which are no label."""
    own = fold(context.names_of(node.entity)[0]).split()
    return frozenset(own) | {word.removeprefix("ال") for word in own}


def _finding(context: Context, node: Node, label: str, first: int, end: int) -> Finding:
    tokens = context.scene.tokens
    start, stop = min(tokens[first].start, node.start), max(tokens[end - 1].end, node.end)
    start += len(context.words(first, end)) - len(label) if first <= node.i else 0
    if node.j < len(tokens) and tokens[node.j].norm in (")", '"') and tokens[node.j].start == stop:
        stop = tokens[node.j].end
    claim = _claim_around(context, node)
    user_ar, user_en = _user(context, claim, node)
    name_ar, name_en = context.names_of(node.entity, node.name or "")
    return context.finding(
        ID, SEVERITY, start, stop,
        f"«{label}» تسمية منحازة لـ{name_ar}، يستعملها {user_ar}.",
        f"“{label}” is a loaded label for {name_en}; used by {user_en}.",
        claim=claim, stated=label, reference=name_en, source=context.reference_of(node.entity),
    )  # fmt: skip


def _claim_around(context: Context, node: Node) -> Claim | None:
    """The claim in which the actor takes part."""
    for claim in context.reading.claims:
        for one in (*claim.actor, *claim.recipient):
            mention = context.mention(one.mention)
            if mention.start == node.start and mention.end == node.end:
                return claim
    return None


def _user(context: Context, claim: Claim | None, node: Node) -> tuple[str, str]:
    """Who uses the label: the source of the claim, unless it is the labelled actor, else the outlet."""
    if claim is not None and claim.attribution and claim.attribution[-1].entity != node.entity:
        link = claim.attribution[-1]
        return context.names_of(link.entity, link.span.text)
    outlet = context.reading.document.outlet
    if outlet is None:
        return "ناشر التقرير", "the publisher"
    return context.names_of(outlet.entity, outlet.name)


CHECK = Check(ID, SEVERITY, __doc__, check)

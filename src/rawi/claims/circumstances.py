"""Where, when, and how sure: places, times, modality and polarity of a predicate."""

from __future__ import annotations

from rawi.claims.syntax import Predicate, Syntax
from rawi.recognise.nodes import PLACE, TIME, Node

_AT = {
    "بين",
    "في", "ب", "من", "الي", "علي", "قرب", "داخل", "خارج", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي",
       "غربي", "وسط", "نحو", "باتجاه", "عبر", "ل"}  # fmt: skip


#: Claim types that are said, not done: the places and times behind their complement are its own.
SPOKEN = {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AGREE", "CONCEDE"}
_STATES = {"PART_OF", "NAMED", "CLASSIFIED"}


def find_place(syntax: Syntax, predicate: Predicate, governed: bool, kind: str = "") -> list[Node]:
    """The places of a predicate of claim type `kind`: behind it in its clause, else before it."""
    if kind in _STATES:
        return []
    stop = _own_end(syntax, predicate, kind)
    places = _places(syntax, predicate, predicate.i + 1, stop)
    if places or governed:
        return places
    said = kind in SPOKEN and (
        kind != "AGREE" or any(s.rule and s.rule.type == kind and s.rule.value for s in predicate.senses)
    )
    if predicate.finite and not said:
        places = _places(syntax, predicate, predicate.i + 1, predicate.limit)
        if places:
            return places
    if syntax.scene.norm(predicate.left - 1) == "حيث":
        before = syntax.owner[predicate.left - 2] or syntax.owner[predicate.left - 3]
        if before is not None and before.kind == PLACE:
            return [before]
    if (predicate.finite or predicate.light is not None) and kind not in SPOKEN:
        first = predicate.left if predicate.light is None else predicate.light.left
        found = _places(syntax, predicate, first, predicate.i)
        if not found and predicate.light is not None:
            found = _places(syntax, predicate, predicate.i, predicate.light.limit)
        return found or ([] if predicate.in_relative else _header(syntax, PLACE))
    return []


def _header(syntax: Syntax, kind: str) -> list[Node]:
    """The date or place that heads an entry: `3 نيسان: …`, `• حلب: …`."""
    node = syntax.owner[syntax.first] if syntax.first < syntax.end else None
    if node is None or node.kind != kind or syntax.scene.norm(node.j) != ":":
        return []
    return [node]


def _own_end(syntax: Syntax, predicate: Predicate, kind: str = "") -> int:
    """Where the words behind a predicate begin to belong to the next event, or to what is said."""
    if kind in SPOKEN:
        rules = [sense.rule for sense in predicate.senses if sense.rule is not None and sense.rule.value]
        markers = {word for rule in rules for word in rule.value} - {"ل"}
        for k in range(predicate.i + 1, predicate.limit):
            if syntax.owner[k] is None and syntax.preposition_before(k) in markers:
                return k
    for other in syntax.predicates:
        if predicate.i + 1 < other.i < predicate.limit and any(s.rule for s in other.senses):
            if other.finite and other.in_relative and other.i > predicate.i + 3:
                return other.i
            if not other.finite and (other.form == "noun" and not other.word.article):
                return other.i
    return predicate.limit


def _places(syntax: Syntax, predicate: Predicate, first: int, end: int) -> list[Node]:
    scene = syntax.scene
    found: list[Node] = []
    previous: Node | None = None
    for node in scene.between(first, end):
        if node.kind != PLACE:
            previous = node
            continue
        preposition = syntax.preposition(node)
        if (
            syntax.hidden(node, predicate)
            or scene.norm(node.i - 1) == "("
            or (node.place is None
            and node.unresolved
            and not node.name)
        ):
            continue
        if previous is not None and previous.kind == PLACE and _contains(syntax, previous, node):
            node.container = True
        elif not preposition and scene.norm(node.i) in _DIRECTED and not node.container:
            found.append(node)
        elif preposition in _AT and not node.container:
            if not (node.state and preposition in ("ل", "علي", "من", "الي") and not node.place):
                if preposition != "ل":
                    found.append(node)
        elif previous in found and (node.pro == "و" or scene.norm(node.i - 1) in ("و", "،")):
            found.append(node)
        previous = node
    return found


def _contains(syntax: Syntax, inner: Node, outer: Node) -> bool:
    """Whether `outer` only says where `inner` lies: منبج التابعة لمحافظة إدلب, جرابلس بمحافظة حلب."""
    gap = [syntax.scene.norm(k) for k in range(inner.j, outer.i)]
    if len(gap) > 4:
        return False
    if len(gap) == 1 and gap[0] in _DIRECTED:
        return True
    if any(word.startswith(("التابع", "الواقع", "مركز")) for word in gap):
        return True
    if gap == ["،"] and syntax.scene.norm(outer.i) == "مركز":
        return True
    head = syntax.scene.norm(outer.i).lstrip("بل")
    if not gap:
        return outer.pro in ("ب", "في") or (head in ("ريف", "محافظه") and not outer.pro)
    return gap == ["في"] and head in ("ريف", "محافظه", "مدينه", "ولايه", "اقليم", "قضاء", "منطقه")


def find_time(
    syntax: Syntax, predicate: Predicate, *, governed: bool, kind: str = "", planned: bool = False
) -> Node | None:
    """The time of a predicate: behind it in its clause, else before it, where its own verb stands."""
    if kind in _STATES:
        return None
    light = predicate.light
    declared = light is not None and light.i < predicate.i and bool(light.word.tags & {"report_verbs"})
    if declared and not governed and not planned:
        assert light is not None
        for node in _times(syntax, predicate, light.i + 1, predicate.i):
            return node
    stop = _own_end(syntax, predicate, kind)
    own = _times(syntax, predicate, predicate.i + 1, stop)
    if own:
        return own[0]
    header = None if predicate.in_relative else next(iter(_header(syntax, TIME)), None)
    if predicate.finite:
        if kind not in SPOKEN:
            for node in _times(syntax, predicate, predicate.i + 1, predicate.limit):
                return node
        before = _times(syntax, predicate, predicate.left, predicate.i)
        return before[-1] if before else header
    if governed or planned:
        return None
    if light is not None and "deny_verbs" not in light.word.tags:
        for node in (
            *_times(syntax, predicate, light.i + 1, light.limit), *_times(syntax, predicate, light.left, light.i)
        ):  # fmt: skip
            return node
        return header
    before = [
        node for node in _times(syntax, predicate, predicate.left, predicate.i) if predicate.i - node.j < 6
    ]
    return before[-1] if before else None


def _times(syntax: Syntax, predicate: Predicate, first: int, end: int) -> list[Node]:
    found = [
        node
        for node in syntax.scene.between(first, end)
        if node.kind == TIME and not syntax.hidden(node, predicate)
    ]
    return [node for node in found if node.time.edtf] or found  # type: ignore[attr-defined]


_DIRECTED = {"شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "قرب", "وسط"}
_PLANNED_BEFORE = {"المقرر", "المزمع", "المنتظر", "المرتقب", "المتفق"}
_POSSIBLE_BEFORE = {"المتوقع", "المحتمل", "المرجح", "المفترض", "يفترض", "يرجح", "رجح", "رجحوا", "ورجحوا", "رجحت", "يتوقع",
                    "احتمال", "احتمالات", "ربما"}  # fmt: skip
_NOT = {
    "لم",
    "لن",
    "لا",
    "ليس",
    "ليست",
    "ليسوا",
    "وما",
    "ولم",
    "ولن",
    "ولا",
    "فلم",
    "الا",
    "بالا",
    "والا",
    "وبالا",
}
_WITHOUT = {"عدم", "دون", "بدون", "نفي", "بعدم", "لعدم"}
_IF = {"اذا", "لو", "شرط", "بشرط", "شريطه", "ان"}


def negated(syntax: Syntax, predicate: Predicate) -> bool:
    """Whether the predicate's own words say that it is not so."""
    scene = syntax.scene
    k = predicate.i - 1
    hops = 0
    if predicate.finite:
        while k >= syntax.first and hops < 2:
            norm = scene.norm(k)
            if norm in _NOT:
                return True
            if norm not in (
                "قد",
                "يكون",
                "تكون",
                "سوف",
                "يعتزم",
                "تعتزم",
                "ينوي",
                "تنوي",
                "يجري",
                "يتم",
                "تتم",
            ):
                return False
            k -= 1
            hops += 1
        return False
    while k >= syntax.first and hops < 3:
        norm = scene.norm(k)
        if norm in _WITHOUT:
            return True
        if norm in _NOT and hops > 0:
            return True
        if syntax.owner[k] is not None:
            return False
        k -= 1
        hops += 1
    return False


def modality_of(syntax: Syntax, predicate: Predicate) -> tuple[str, str]:
    """(modality, polarity) from the predicate's form and the words before it in its clause."""
    scene = syntax.scene
    no = negated(syntax, predicate)
    polarity = "negated" if no else "affirmed"
    before = [
        scene.norm(k)
        for k in range(max(predicate.left - 5, syntax.first), predicate.i)
        if scene.owner[k] is None
    ]
    near = [scene.norm(k) for k in range(max(predicate.i - 2, syntax.first), predicate.i)]
    if predicate.finite and predicate.inflection.tense == "present":
        if set(before) & _POSSIBLE_BEFORE:
            return "possible", polarity
        if (
            predicate.word.future
            or "لن" in near
            or "ولن" in near
            or "سوف" in near
            or set(before) & _PLANNED_BEFORE
        ):
            if set(scene.norm(k) for k in range(predicate.i, syntax.end)) & {"اذا"}:
                return "conditional", polarity
            return "planned", polarity
        if "قد" in near or "وقد" in near:
            return "possible", polarity
        if (
            near
            and near[-1] in ("ان", "اذا", "لو")
            and len(near) > 1
            and _is_condition(syntax, predicate.i - 1)
        ):
            return "conditional", polarity
    if (
        predicate.finite
        and predicate.inflection.tense == "past"
        and near
        and near[-1] in ("اذا", "لو", "واذا")
    ):
        return "conditional", polarity
    if not predicate.finite:
        light = predicate.light
        if light is not None:
            modality, other = modality_of(syntax, light)
            return modality, "negated" if other == "negated" or no else "affirmed"
        window = [scene.norm(k) for k in range(max(predicate.i - 6, syntax.first), predicate.i)]
        if set(window) & _POSSIBLE_BEFORE:
            return "possible", polarity
        if set(window) & {
            "يعتزم",
            "تعتزم",
            "عزمه",
            "عزمها",
            "ينوي",
            "تنوي",
            "نيته",
            "نيتها",
            "المقرر",
            "قرب",
        }:
            lowered = "negated" if set(window) & {"لا", "لم"} else polarity
            return "planned", lowered
        if near and near[-1].startswith("ست") and len(near[-1]) > 4:
            return "planned", polarity
    return "asserted", polarity


def _is_condition(syntax: Syntax, k: int) -> bool:
    """Whether إن at token `k` is the conditional particle, not أن / إنّ."""
    token = syntax.tokens[k]
    raw = syntax.scene.text[token.start : token.end]
    return raw.startswith(("إذا", "اذا", "لو")) or (raw == "إن" and syntax.by_token.get(k + 1) is not None)

"""Where, when, and how sure: places, times, modality and polarity of a predicate."""

from __future__ import annotations

from rawi.claims.syntax import Predicate, Syntax
from rawi.recognise.nodes import PLACE, TIME, Node

_AT = {"في", "ب", "من", "الي", "علي", "قرب", "داخل", "خارج", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي",
       "غربي", "وسط", "نحو", "باتجاه", "عبر", "ل"}  # fmt: skip


def find_place(syntax: Syntax, predicate: Predicate, governed: bool) -> list[Node]:
    """The places of a predicate: behind it in its clause, else before it."""
    if predicate.form in ("act", "pas") and any(s.rule and s.rule.type == "PART_OF" for s in predicate.senses):
        return []
    stop = _own_end(syntax, predicate)
    places = _places(syntax, predicate.i + 1, stop)
    if places or governed:
        return places
    if predicate.finite:
        places = _places(syntax, predicate.i + 1, predicate.limit)
        if places:
            return places
    if predicate.finite or predicate.light is not None:
        first = predicate.left if predicate.light is None else predicate.light.left
        found = _places(syntax, first, predicate.i)
        if not found and predicate.light is not None:
            found = _places(syntax, predicate.i, predicate.light.limit)
        return found or _header(syntax, PLACE)
    return []


def _header(syntax: Syntax, kind: str) -> list[Node]:
    """The date or place that heads an entry: `3 نيسان: …`, `• حلب: …`."""
    node = syntax.owner[syntax.first] if syntax.first < syntax.end else None
    if node is None or node.kind != kind or syntax.scene.norm(node.j) != ":":
        return []
    return [node]


def _own_end(syntax: Syntax, predicate: Predicate) -> int:
    """Where the words behind a predicate begin to belong to the next event."""
    for other in syntax.predicates:
        if predicate.i + 1 < other.i < predicate.limit and any(s.rule for s in other.senses):
            if other.finite and other.in_relative:
                return other.i
            if not other.finite and (other.form == "noun" and not other.word.article):
                return other.i
    return predicate.limit


def _places(syntax: Syntax, first: int, end: int) -> list[Node]:
    scene = syntax.scene
    found: list[Node] = []
    previous: Node | None = None
    for node in scene.between(first, end):
        if node.kind != PLACE:
            previous = node
            continue
        preposition = syntax.preposition(node)
        if previous is not None and previous.kind == PLACE and _contains(syntax, previous, node):
            node.container = True
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
    head = syntax.scene.norm(outer.i).lstrip("بل")
    if not gap:
        return outer.pro in ("ب", "في") or (head in ("ريف", "محافظه") and not outer.pro)
    return gap == ["في"] and head in ("ريف", "محافظه", "مدينه", "ولايه", "اقليم", "قضاء", "منطقه")


def find_time(syntax: Syntax, predicate: Predicate, *, governed: bool) -> Node | None:
    """The time of a predicate: behind it in its clause, else before it, where its own verb stands."""
    if predicate.form in ("act", "pas") and any(s.rule and s.rule.type == "PART_OF" for s in predicate.senses):
        return None
    light = predicate.light
    if light is not None and not governed and light.i < predicate.i and light.word.tags & {"report_verbs"}:
        for node in _times(syntax, light.i + 1, predicate.i):
            return node
    times = list(_times(syntax, predicate.i + 1, predicate.limit))
    stop = _own_end(syntax, predicate)
    own = [node for node in times if node.i < stop]
    if own:
        return own[0]
    if predicate.finite:
        if times:
            return times[0]
        before = list(_times(syntax, predicate.left, predicate.i))
        return before[-1] if before else next(iter(_header(syntax, TIME)), None)
    if light is not None and not governed:
        for node in (*_times(syntax, light.i + 1, light.limit), *_times(syntax, light.left, light.i)):
            return node
        return next(iter(_header(syntax, TIME)), None)
    if governed:
        return None
    before = [node for node in _times(syntax, predicate.left, predicate.i) if predicate.i - node.j < 6]
    return before[-1] if before else None


def _times(syntax: Syntax, first: int, end: int) -> list[Node]:
    found = []
    for node in syntax.scene.between(first, end):
        if node.kind != TIME:
            continue
        relative = next((k for k in range(node.i - 1, first - 1, -1) if "relatives" in syntax.words[k].tags), None)
        if relative is not None and not any(syntax.scene.norm(k) in ("،", ",") for k in range(relative, node.i)):
            if any(k in syntax.by_token and syntax.by_token[k].finite for k in range(relative, node.i)):
                continue
        found.append(node)
    return found


_DIRECTED = {"شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "قرب", "وسط"}
_PLANNED_BEFORE = {"المقرر", "المزمع", "المنتظر", "المرتقب", "المتفق"}
_POSSIBLE_BEFORE = {"المتوقع", "المحتمل", "المرجح", "المفترض", "يفترض", "يرجح", "رجح", "رجحوا", "ورجحوا", "رجحت", "يتوقع",
                    "احتمال", "احتمالات", "ربما", "المفترض"}  # fmt: skip
_NOT = {"لم", "لن", "لا", "ليس", "ليست", "ليسوا", "وما", "ولم", "ولن", "ولا", "فلم", "الا", "بالا", "والا", "وبالا"}
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
            if norm not in ("قد", "يكون", "تكون", "سوف", "يعتزم", "تعتزم", "ينوي", "تنوي", "يجري", "يتم", "تتم"):
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
    before = [scene.norm(k) for k in range(max(predicate.left - 5, syntax.first), predicate.i) if scene.owner[k] is None]
    near = [scene.norm(k) for k in range(max(predicate.i - 2, syntax.first), predicate.i)]
    if predicate.finite and predicate.inflection.tense == "present":
        if set(before) & _POSSIBLE_BEFORE:
            return "possible", polarity
        if predicate.word.future or "لن" in near or "ولن" in near or "سوف" in near or set(before) & _PLANNED_BEFORE:
            if set(scene.norm(k) for k in range(predicate.i, syntax.end)) & {"اذا"}:
                return "conditional", polarity
            return "planned", polarity
        if "قد" in near or "وقد" in near:
            return "possible", polarity
        if near and near[-1] in ("ان", "اذا", "لو") and len(near) > 1 and _is_condition(syntax, predicate.i - 1):
            return "conditional", polarity
    if predicate.finite and predicate.inflection.tense == "past" and near and near[-1] in ("اذا", "لو", "واذا"):
        return "conditional", polarity
    if not predicate.finite:
        light = predicate.light
        if light is not None:
            modality, other = modality_of(syntax, light)
            return modality, "negated" if other == "negated" or no else "affirmed"
        window = [scene.norm(k) for k in range(max(predicate.i - 6, syntax.first), predicate.i)]
        if set(window) & _POSSIBLE_BEFORE:
            return "possible", polarity
        if set(window) & {"يعتزم", "تعتزم", "عزمه", "عزمها", "ينوي", "تنوي", "نيته", "نيتها", "المقرر", "قرب"}:
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

"""A place that the text puts into an area where the gazetteer does not have it: Manbij in the governorate
of Idlib. Where several places share the name, or the place lies near the border of the area, nothing is
said; of a village it is only a note, since many share a name.

مكان ينسبه النص إلى منطقة لا يقع فيها بحسب معجم الأماكن، مثل «منبج التابعة لمحافظة إدلب». ولا يُذكر شيء إن
كان للاسم أكثر من مكان يوافق أحدها النص، أو كان المكان قريباً من حدود المنطقة؛ وهو في القرى ملاحظة فقط لكثرة
تشابه أسمائها.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rawi.arabic.clitics import splits
from rawi.arabic.tokens import WORD
from rawi.checks.areas import (
    WIDE,
    candidates,
    distance,
    distance_to_division,
    division_name,
    divisions,
    source_of,
)
from rawi.checks.base import Check, Context
from rawi.checks.words import is_listed, words
from rawi.knowledge.gazetteer import Place
from rawi.model import Finding
from rawi.recognise import Node
from rawi.recognise.nodes import ACTOR, ADJECTIVE, GROUP, PLACE

ID, SEVERITY = "place-in-wrong-area", "warning"
#: Kilometres within which a place counts as being in an area: borders move and villages are told by the
#: town nearby.
_NEAR_DIVISION, _NEAR_REGION, _NEAR_TOWN, _NEAR_DIRECTION = 12.0, 25.0, 40.0, 60.0
_LONGEST_GAP = 4
_JOINED_WITHIN = 5
#: A place lies between two others if the way over it is this much longer at most, and some kilometres.
_DETOUR, _DETOUR_KM = 1.5, 50.0
#: Disputed: whose place is whose is not for a gazetteer to say.
_DISPUTED = frozenset({"PS", "IL", "EH", "MA", "XK"})


#: In another country, only a place with this many people is taken for the one that the text means.
_WELL_KNOWN = 100_000


@dataclass(frozen=True, slots=True)
class _Link:
    """The text puts `inner` into one of `areas`; `loose` where it only says in which direction.

    `between` is for two places that are no areas: the way from one to the other leads past `inner`.
    """

    inner: Node
    areas: tuple[Node, ...]
    loose: bool = False
    between: bool = False


def check(context: Context) -> list[Finding]:
    """Places followed by the area that they are said to lie in."""
    found = []
    for node in context.scene.nodes:
        if node.kind == PLACE and node.place is not None and not _ends_a_name(context, node):
            link = _link(context, node)
            finding = _judge(context, link) if link else None
            if finding is not None:
                found.append(finding)
    return found


# ---------------------------------------------------------------- what the text says


def _link(context: Context, inner: Node) -> _Link | None:
    outer = _next_area(context, inner)
    if outer is None or is_listed(context.scene.norm(inner.i - 1), "directions"):
        return None
    if context.scene.norm(outer.j) in words("neighbouring") or _are_joined(context, inner):
        return None
    raw = [
        context.scene.norm(index) for index in range(inner.j, outer.i) if context.scene.owner[index] is None
    ]
    gap = [norm for norm in raw if norm not in ('"', "،", ",")]
    if any(norm.startswith(("حدود", "الحدود")) for norm in gap):
        return None
    if gap and gap[0] in words("belonging"):
        rest = [norm for norm in gap[1:] if norm not in words("administratively")]
        bound = (outer.pro == "ل" and not rest) or rest in (["ل"], ["الي"])
        return _Link(inner, (outer,)) if bound else None
    if gap and gap[0] in words("lying"):
        return _lying(context, inner, outer, gap[1:])
    if gap and gap[0] in words("seats") and len(gap) == 1 and _has_head(context, outer) and not outer.pro:
        return _Link(inner, (outer,))
    if not gap and _is_seat(context, outer):
        return _Link(inner, (outer,))
    if not _has_head(context, outer) or _is_from_there(context, inner):
        return None
    if len(gap) != len(raw) and not (outer.pro == "ب" and _is_settlement(context, inner)):
        return None
    if (not gap and outer.pro == "ب") or gap in (["في"], ["ضمن"]):
        return _Link(inner, (outer,))
    if gap in ([], ["("], ["-"]) and not outer.pro and _is_settlement(context, inner):
        return _Link(inner, (outer,))
    return None


def _are_joined(context: Context, inner: Node) -> bool:
    """Whether a word before the place joins it to what follows: الطريق الذي يربط عدن بمحافظة لحج."""
    return any(
        is_listed(context.scene.norm(index), "joining") for index in range(inner.i - _JOINED_WITHIN, inner.i)
    )


def _next_area(context: Context, inner: Node) -> Node | None:
    """The place that follows `inner` in its sentence within a few words."""
    scene = context.scene
    for index in range(inner.j, min(inner.j + _LONGEST_GAP + 1, len(scene.tokens))):
        if scene.is_break(index) or scene.norm(index) in (".", "؛", ":", ")"):
            return None
        node = scene.owner[index]
        if node is not None and node.kind != ADJECTIVE:
            return node if node.kind == PLACE or (node.kind == ACTOR and node.place is not None) else None
    return None


def _lying(context: Context, inner: Node, outer: Node, gap: Sequence[str]) -> _Link | None:
    """`الواقعة في`, `الواقعة بمحافظة`, `الواقعة شمال محافظة`, `الواقعة بين محافظتي A وB`."""
    if gap and gap[0] == "بين":
        other = _next_area(context, outer)
        if other is None or not (other.pro.startswith("و") or context.scene.norm(other.i - 1) == "و"):
            return None
        return _Link(inner, (outer, other), between=not _has_head(context, outer))
    if any(is_listed(norm, "directions") for norm in gap):
        return _Link(inner, (outer,), loose=True) if _has_head(context, outer) else None
    if (gap and gap[-1] in words("within")) or (not gap and outer.pro == "ب"):
        return _Link(inner, (outer,))
    return None


def _has_head(context: Context, node: Node) -> bool:
    """Whether `node` is named as an area: محافظة, ريف, قضاء …"""
    return bool(_head(context, node) & (words("area_heads") | words("area_pairs")))


def _is_seat(context: Context, node: Node) -> bool:
    """Whether the words are of the seat of an area: مركز محافظة الرقة."""
    seat = context.scene.norm(node.i) in words("seats")
    return seat and context.scene.norm(node.i + 1) in words("area_heads")


def _is_settlement(context: Context, node: Node) -> bool:
    """Whether `node` is named as a settlement: مدينة, بلدة, قرية …"""
    return bool(_head(context, node) & words("settlement_heads"))


def _head(context: Context, node: Node) -> set[str]:
    """The readings of the first word of `node`."""
    return {rest for _, rest in splits(context.scene.norm(node.i))}


def _is_from_there(context: Context, inner: Node) -> bool:
    """Whether the place only says where people or things are from: نازحو حمص, أمير منطقة مكة."""
    scene = context.scene
    before = scene.norm(inner.i - 1)
    if before == "من" or is_listed(before, "from_there"):
        return True
    owner = scene.owner[inner.i - 1] if inner.i else None
    if owner is None or owner.kind == PLACE or inner.pro:
        return False
    may_govern = owner.kind == GROUP and owner.j - owner.i == 1 and not scene.words[owner.i].article
    return may_govern or not _is_settlement(context, inner)


def _ends_a_name(context: Context, inner: Node) -> bool:
    """Whether the place is only the end of a longer name that is not known: (كفر) داعل."""
    scene, before = context.scene, inner.i - 1
    if before < 0 or inner.pro or scene.tokens[before].kind != WORD or scene.owner[before] is not None:
        return False
    if any(rest in words("name_openers") for _, rest in splits(scene.norm(before))):
        return True
    return is_listed(scene.norm(before - 1), "settlement_heads") and not scene.words[before].tags


# ---------------------------------------------------------------- what the gazetteer says


def _judge(context: Context, link: _Link) -> Finding | None:
    inners = candidates(context, link.inner)
    areas = [place for node in link.areas for place in _areas(context, node)]
    if not inners or not areas or any(place.kind in WIDE for place in inners):
        return None
    if not _is_its_kind(context, link.inner, inners):
        return None
    if any(_fits(context, inner, area, link.loose) for inner in inners for area in areas):
        return None
    if link.between and _lies_between(context, link, inners):
        return None
    if not any(_is_meant(inner, area) for inner in inners for area in areas):
        return None
    return _finding(context, link, inners)


def _lies_between(context: Context, link: _Link, inners: Sequence[Place]) -> bool:
    """Whether one of `inners` lies near the way between the two; also where the gazetteer cannot tell."""
    one, other = (_areas(context, node) for node in link.areas)
    for inner in inners:
        for begin in one:
            for end in other:
                legs = distance(begin, inner), distance(inner, end), distance(begin, end)
                if None in legs or (legs[0] or 0) + (legs[1] or 0) <= _DETOUR * (legs[2] or 0) + _DETOUR_KM:
                    return True
    return not (one and other)


def _is_its_kind(context: Context, node: Node, inners: Sequence[Place]) -> bool:
    """Whether a head other than a settlement's (جبل عبس, مركز نزوى) belongs to the gazetteer's name."""
    tokens, scene = context.scene.tokens, context.scene
    if "place_heads" not in scene.words[node.i].tags or _is_settlement(context, node):
        return True
    match = context.knowledge.names.longest(tokens, node.i, node.j)
    return match is not None and match[0] == node.j


def _is_meant(inner: Place, area: Place) -> bool:
    """Whether `inner` is likely the place meant: a name in another country is often a namesake."""
    return inner.country == area.country or inner.population >= _WELL_KNOWN or inner.kind == "admin1"


def _areas(context: Context, node: Node) -> list[Place]:
    """The areas that the words may mean; behind محافظة or ولاية only divisions, none if none is known."""
    found = candidates(context, node)
    if _head(context, node) & {"محافظه", "ولايه", "محافظتي", "ولايتي"}:
        return [place for place in found if place.kind in ("admin1", "admin2")]
    return found


def _is_covered(context: Context, country: str) -> bool:
    """Whether the gazetteer has the divisions of a country: Birmingham is not in Alabama alone."""
    return any(iso == country for iso, _ in divisions(context.knowledge.gazetteer).records)


def _fits(context: Context, inner: Place, area: Place, loose: bool) -> bool:
    """Whether `inner` may lie in `area`; where the gazetteer cannot tell, it may."""
    if inner.id == area.id or inner.country is None or area.country is None:
        return True
    if inner.country in _DISPUTED or area.country in _DISPUTED:
        return True
    if area.kind == "country":
        return inner.country == area.country or not _is_covered(context, area.country)
    if inner.country == area.country and (
        inner.admin1 is None or area.admin1 is None or inner.admin1 == area.admin1
    ):
        return True
    if area.kind in WIDE and area.kind != "region":
        return True
    if area.kind not in ("admin1", "region"):
        apart = distance(inner, area)
        return apart is None or apart <= _NEAR_TOWN
    apart = distance_to_division(context, inner, area)
    near = _NEAR_DIRECTION if loose else _NEAR_REGION if area.kind == "region" else _NEAR_DIVISION
    return apart is None or apart <= near


def _finding(context: Context, link: _Link, inners: Sequence[Place]) -> Finding:
    place = link.inner.place or inners[0]
    last = link.areas[-1]
    lies_ar, lies_en = division_name(context, place)
    stated = context.scene.text[link.areas[0].start : last.end]
    village = place.kind == "village" or bool(_head(context, link.inner) & {"قريه"})
    return context.finding(
        ID, "note" if village else SEVERITY, link.inner.start, last.end,
        f"يجعل النص {place.ar} في «{stated}»، وموقعها في معجم الأماكن: {lies_ar}."
        + (" وقد تكون قرية أخرى بالاسم نفسه." if village else ""),
        f"The text puts {place.en} into “{stated}”; the gazetteer has it in {lies_en}."
        + (" It may be another village of that name." if village else ""),
        stated=stated,
        reference=lies_en,
        source=source_of(place),
    )  # fmt: skip


CHECK = Check(ID, SEVERITY, __doc__, check)

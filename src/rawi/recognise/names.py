"""Known names: a token in, the node of the longest name of the packs that begins there out.

A name may belong to several classes; the first that the context allows is taken. Refused is a name of
one word that is also something else (a given name, an everyday word, a short name) with nothing before
it that makes it sure.
"""

from __future__ import annotations

from rawi.knowledge import Ref
from rawi.recognise.actors import find_state_body, set_actor
from rawi.recognise.nodes import ACTOR, ADJECTIVE, OUTLET, PERSON, PLACE, Node
from rawi.recognise.places import goes_on_list, place_node
from rawi.recognise.scan import Scan, first_ref

#: The classes of names, the one that is taken first in front.
_CLASSES = ("person", "actor", "state", "metonym", "outlet", "adjective", "people", "body", "place")
#: Names that are sure only behind a head noun: حركة فتح, وكالة سانا.
_SHORT = frozenset({"outlet-short", "short"})
#: From this population on, a place is found behind an attached particle too.
_WELL_KNOWN = 20_000


def find_known(scan: Scan, i: int) -> Node | None:
    """The node of the longest known name at token `i`, or None."""
    found = scan.longest_name(i)
    if found is None:
        return None
    j, pro, refs = found
    kinds = {kind for kind, _ in refs}
    if kinds <= _SHORT:
        paired = "short" in kinds and is_paired(scan, i, j, pro)
        return _node_of(scan, "short", i, j, pro, refs) if paired else None
    for kind in _CLASSES:
        if kind not in kinds:
            continue
        if kind == "body":
            return find_state_body(scan, i, j, pro, next(id_ for name, id_ in refs if name == "body"))
        if j - i > 1 or _is_sure_alone(scan, i, pro, kind, refs):
            return _node_of(scan, kind, i, scan.close_quote(i, j), pro, refs)
    if (
        "unsure-place" in kinds
        and _has_place_signal(scan, i, pro)
        and (j - i > 1 or not _is_no_place(scan, i, pro))
    ):
        return _node_of(scan, "unsure-place", i, j, pro, refs)
    return None


# ---------------------------------------------------------------------- names of one word


def is_paired(scan: Scan, i: int, j: int, pro: str) -> bool:
    """Whether a name of one word that is no definite noun stands in a pair with a known actor: فتح وحماس."""
    if j - i > 1 or scan.tokens[i].norm[len(pro) :].startswith("ال"):
        return False
    before = scan.owner[i - 1] if i else None
    if pro == "و" and before is not None and before.kind == ACTOR and before.entity:
        return j >= scan.end or not scan.is_definite(j)
    behind = scan.longest_name(j) if not pro and j < scan.end else None
    return behind is not None and behind[1] == "و" and first_ref(behind[2], "actor") is not None


def _is_sure_alone(scan: Scan, i: int, pro: str, kind: str, refs: list[Ref]) -> bool:
    """Whether the one word at `i` is a name of this `kind`."""
    if kind == "person":
        return first_ref(refs, "place", "state", "adjective") is None
    if kind == "outlet":
        return first_ref(refs, "place") is None
    if kind != "place":
        return True
    return (
        not (scan.words[i].tags & {"titles", "ranks", "report_verbs"} and not _has_place_signal(scan, i, pro))
        and _is_place_alone(scan, i, pro)
        and (not pro or _is_well_known(scan, refs))
        and not _is_no_place(scan, i, pro)
    )


def _is_place_alone(scan: Scan, i: int, pro: str) -> bool:
    """A place of one word that is also an everyday word or a given name needs a word before it."""
    tags = scan.words[i].tags
    if tags or scan.knowledge.is_given_name(scan.tokens[i].norm[len(pro) :]):
        return _has_place_signal(scan, i, pro) and not tags & {"subordinators", "prepositions"}
    return True


def _is_no_place(scan: Scan, i: int, pro: str) -> bool:
    """An everyday word, or a definite adjective right behind a place: معبر باب الهوى الحدودي."""
    token = scan.tokens[i]
    rest = token.norm[len(pro) :]
    if rest in scan.vocabulary.not_places or "\u064b" in scan.text[token.start : token.end]:
        return True
    before = scan.owner[i - 1] if i else None
    return before is not None and before.kind == PLACE and not pro and rest.startswith("ال")


def _is_well_known(scan: Scan, refs: list[Ref]) -> bool:
    """Whether a place is known well enough to be found behind an attached particle: بشرية is no place."""
    place = scan.knowledge.place(next(id_ for kind, id_ in refs if kind == "place"))
    if place is None:
        return False
    return not place.id.startswith("gn:") or place.population >= _WELL_KNOWN or place.ar.startswith("ال")


def _has_place_signal(scan: Scan, i: int, pro: str) -> bool:
    """Whether a particle or a word before token `i` says that a place follows.

    Behind من or على no verb stands, so a word that is else a verb is a place there: من تدمر. So is the
    name of a place that the report has named before.
    """
    before = scan.norm(i - 1).removeprefix("و")
    if "ب" in pro or before in scan.vocabulary.place_signals or goes_on_list(scan, i):
        return True
    if before not in scan.vocabulary.weak_place_signals:
        return False
    return "finite" in scan.words[i].tags or scan.tokens[i].norm in scan.named_places


# ---------------------------------------------------------------------- nodes of known names


def _node_of(scan: Scan, kind: str, i: int, j: int, pro: str, refs: list[Ref]) -> Node:
    """The node for tokens `i` to `j`, which are a name of the class `kind`."""
    ids = [id_ for name, id_ in refs if name == kind]
    if kind in ("actor", "state", "short"):
        return _actor(scan, i, j, pro, ids, refs)
    if kind == "metonym":
        return _metonym(scan, i, j, pro, ids[0], refs)
    if kind == "person":
        person = scan.knowledge.people[ids[0]]
        return scan.node(PERSON, i, j, pro, entity=person.id, name=person.ar, name_en=person.en,
                         by="knowledge", country=person.country, feminine=person.gender == "f")  # fmt: skip
    if kind == "outlet":
        return outlet_node(scan, i, j, pro, ids[0])
    if kind in ("adjective", "people"):
        return scan.node(ADJECTIVE, i, j, pro, state=ids[0], number="p" if kind == "people" else "s")
    node = place_node(scan, i, j, pro, scan.knowledge.place(ids[0]))
    node.key = ids[0]
    return node


def _actor(scan: Scan, i: int, j: int, pro: str, ids: list[str], refs: list[Ref]) -> Node:
    """An actor or a state, with the place that the same name may stand for; behind في a state is a place."""
    node = scan.node(ACTOR, i, j, pro, by="knowledge")
    set_actor(scan, node, ids)
    country = scan.knowledge.countries.get(node.entity or "")
    for kind, id_ in refs:
        if kind == "place":
            node.place = scan.knowledge.place(id_, country=country.iso if country else None)
    behind_in = not pro and scan.norm(i - 1).removeprefix("و") in scan.vocabulary.country_signals
    if country is None or node.place is None or not behind_in:
        return node
    place = place_node(scan, i, j, pro, node.place)
    place.state = country.id
    return place


def _metonym(scan: Scan, i: int, j: int, pro: str, state_id: str, refs: list[Ref]) -> Node:
    """A place that may stand for its state (موسكو), or a name for the state that is no place."""
    state = scan.knowledge.countries[state_id]
    folded = first_ref(refs, "place", "unsure-place")
    if folded is None:
        node = scan.node(ACTOR, i, j, pro, by="knowledge")
        set_actor(scan, node, [state.id])
        return node
    node = place_node(scan, i, j, pro, scan.knowledge.place(folded, country=state.iso))
    node.state = state.id
    return node


def outlet_node(scan: Scan, i: int, j: int, pro: str, outlet_id: str) -> Node:
    """A node for a known outlet."""
    outlet = scan.knowledge.outlets[outlet_id]
    return scan.node(OUTLET, i, j, pro, entity=outlet.id, name=outlet.ar, name_en=outlet.en,
                     by="knowledge", feminine=True)  # fmt: skip

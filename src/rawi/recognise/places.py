"""Places behind a head word: مدينة منبج, شمال سوريا, العاصمة الروسية, الأراضي السورية, and المدينة alone.

In: a scan and the token of the head. Out: a place node, with its gazetteer record where the name is
known, its own words where it is not, or `unresolved` where it repeats a place named before. Refused is
a head that nothing definite or known follows.
"""

from __future__ import annotations

from rawi.arabic.clitics import splits
from rawi.arabic.tokens import WORD
from rawi.knowledge.gazetteer import Place
from rawi.recognise.nodes import ACTOR, COUNTRY, PLACE, Node
from rawi.recognise.scan import Scan, first_ref


def place_node(scan: Scan, i: int, j: int, pro: str, place: Place | None, name: str | None = None) -> Node:
    """A node for `place`, or for an unknown place of this `name`."""
    if place is None:
        return scan.node(PLACE, i, j, pro, by="pattern", name=name)
    return scan.node(PLACE, i, j, pro, place=place, by="gazetteer", entity=place.id, name=place.ar,
                     name_en=place.en, country=place.country)  # fmt: skip


def remember_place(scan: Scan, node: Node) -> None:
    """Keep a known place and its head, so that each alone is the place from now on: المدينة."""
    if node.kind == PLACE and node.place is not None:
        last = scan.tokens[node.j - 1].norm
        scan.named_places.add(last.removeprefix(node.pro) if node.j - node.i == 1 else last)
    if node.kind == PLACE and node.place is not None and "place_heads" in scan.words[node.i].tags:
        scan.place_heads.add(scan.bare(node.i))


def find_headed_place(scan: Scan, i: int) -> Node | None:
    """A place behind its head: مدينة منبج, ريف إدلب الشمالي, شمال سوريا, حيي الشيخ مقصود."""
    word = scan.words[i]
    if word.suffix or _is_office(scan, i):
        return None
    pro = word.pro
    j = _behind_heads(scan, i)
    whole = _name_over_heads(scan, i, j)
    if whole is not None:
        return whole
    if j >= scan.end:
        return None
    if word.article:
        bare = scan.bare(i)
        if bare in scan.vocabulary.plural_places:
            return None
        named_behind = i + 1 < scan.end and bool(scan.names.starts(scan.tokens[i + 1].norm))
        definite_behind = i + 1 < scan.end and scan.is_definite(i + 1)
        if bare not in scan.place_heads and definite_behind and not named_behind:
            return None
        if not (definite_behind and named_behind):
            return scan.node(PLACE, i, i + 1, pro, unresolved=bare, by="coreference")
    known = _known_behind(scan, i, j)
    if known is not None:
        return known
    if word.article:
        return scan.node(PLACE, i, i + 1, pro, unresolved=scan.bare(i), by="coreference")
    return _opened_behind(scan, i, j) or _definite_behind(scan, i, j)


def _is_office(scan: Scan, i: int) -> bool:
    """Whether a head that names bodies and areas names a body here: مديرية الاستخبارات, not مديرية المخا."""
    if "body_heads" not in scan.words[i].tags or i + 1 >= scan.end:
        return False
    return bool(scan.words[i + 1].tags & {"title_scope"})


def _behind_heads(scan: Scan, i: int) -> int:
    """The token behind the head at `i` and the heads and quotes that follow it: شمال شرق مدينة."""
    j = i + 1
    while j < scan.end:
        if scan.tokens[j].norm != '"' and ("place_heads" not in scan.words[j].tags or scan.words[j].pro):
            break
        j += 1
    return j


def _name_over_heads(scan: Scan, i: int, j: int) -> Node | None:
    """A known name that begins with a head from `i` on, or is one: قطاع غزة, ريف جبل الزاوية."""
    own = scan.longest_name(i)
    folded = first_ref(own[2], "place") if own is not None and own[0] > j else None
    if own is not None and folded is not None:
        return place_node(scan, i, own[0], own[1], scan.knowledge.place(folded))
    for k in range(i + 1, j):
        whole = scan.longest_name(k)
        is_name = whole is not None and first_ref(whole[2], "place") and scan.words[k].article
        if whole is not None and (whole[0] > j or (is_name and whole[0] == j)) and not whole[1]:
            folded = first_ref(whole[2], "place", "unsure-place")
            if folded is not None:
                return place_node(scan, i, whole[0], scan.words[i].pro, scan.knowledge.place(folded))
    return None


def _known_behind(scan: Scan, i: int, j: int) -> Node | None:
    """A known place or state at `j`, behind its heads."""
    found = scan.longest_name(j) if scan.tokens[j].kind == WORD else None
    if found is None or found[1]:
        return None
    folded = first_ref(found[2], "place", "unsure-place")
    if folded is None and first_ref(found[2], "state", "metonym") is None:
        return None
    stop = _behind_directions(scan, scan.close_quote(j, found[0]))
    place = scan.knowledge.place(folded) if folded else None
    node = place_node(scan, i, stop, scan.words[i].pro, place, name=scan.text_of(j, found[0]))
    node.key = folded
    return node


def _opened_behind(scan: Scan, i: int, j: int) -> Node | None:
    """An unknown town by its one word, or two where it opens as names of places do: سفوهن, أم الطناجر."""
    opened = scan.tokens[j].norm in scan.vocabulary.place_openers
    k = j + 1 if opened else j
    if k >= scan.end or scan.tokens[k].kind != WORD or k in scan.days:
        return None
    word, norm = scan.words[k], scan.tokens[k].norm
    if word.pro or word.tags:
        return None
    if not opened:
        if scan.bare(i) not in scan.vocabulary.village_heads or scan.looks_like_adjective(k):
            return None
        if len(norm) < 4 or norm.startswith(("ال", "و", "لل")):
            return None
    return place_node(scan, i, k + 1, scan.words[i].pro, None, name=scan.text_of(i, k + 1))


def _definite_behind(scan: Scan, i: int, j: int) -> Node | None:
    """An unknown place with the article behind its heads, of two words at most."""
    if not scan.tokens[j].norm.startswith("ال") or scan.tokens[j].kind != WORD or scan.words[j].is_verb:
        return None
    stop = j + 1
    while stop < scan.end and stop - j < 2 and scan.is_definite(stop):
        stop += 1
    if "people" in scan.words[j].tags:
        return None
    return place_node(scan, i, stop, scan.words[i].pro, None, name=scan.text_of(i, stop))


def _behind_directions(scan: Scan, j: int) -> int:
    """`j`, moved behind a direction such as الشمالي that follows a place."""
    while j < scan.end and scan.tokens[j].norm in scan.vocabulary.place_directions:
        j += 1
    return j


def find_capital(scan: Scan, i: int) -> Node:
    """العاصمة الروسية, العاصمة دمشق, العاصمة الكازاخستانية أستانة, and العاصمة alone."""
    j = i + 1
    place = None
    found = _plain_name(scan, j)
    state = first_ref(found[1], "adjective") if found is not None else None
    if found is not None and state is not None:
        country = scan.knowledge.countries[state]
        j = found[0]
        place = scan.knowledge.capital(country)
        found = _plain_name(scan, j)
    folded = first_ref(found[1], "place", "unsure-place") if found is not None else None
    if found is not None and folded is not None:
        place, j = scan.knowledge.place(folded), found[0]
    norm = scan.tokens[i].norm
    pro = next((pro for pro, rest in splits(norm) if rest in scan.vocabulary.the_capitals), "")
    if place is None:
        head = next(word for word in scan.vocabulary.capitals if norm.endswith("ال" + word))
        return scan.node(PLACE, i, i + 1, pro, unresolved=head, by="coreference")
    return place_node(scan, i, j, pro, place)


def _plain_name(scan: Scan, j: int) -> tuple[int, list[tuple[str, str]]] | None:
    """The known name at `j`, if it is there without particles: (end token, references)."""
    found = scan.longest_name(j) if j < scan.end and scan.tokens[j].kind == WORD else None
    return (found[0], found[2]) if found is not None and not found[1] else None


def find_part_of_country(scan: Scan, i: int) -> Node | None:
    """A part of a country: غربي ليبيا, and of the one that the text is about: شمال غربي البلاد."""
    j = i
    while j < scan.end and j - i < 2 and scan.bare(j) in scan.vocabulary.directions:
        j += 1
    if j == i or j >= scan.end:
        return None
    name = _plain_name(scan, j)
    country = scan.knowledge.countries.get(first_ref(name[1], "state") or "") if name is not None else None
    if name is not None and country is not None and scan.longest_name(i) is None:
        return scan.node(PLACE, i, name[0], scan.words[i].pro, by="pattern", name=scan.text_of(i, name[0]),
                         country=country.iso)  # fmt: skip
    if scan.tokens[j].norm not in scan.vocabulary.the_country:
        return None
    return scan.node(PLACE, i, j + 1, scan.words[i].pro, by="pattern", name=scan.text_of(i, j + 1),
                     unresolved=COUNTRY)  # fmt: skip


def find_wide_place(scan: Scan, i: int) -> Node | None:
    """Places in the plural: الأراضي السورية, مناطق القتال, المدن."""
    word = scan.words[i]
    if "finite" in word.tags or word.suffix:
        return None
    if not word.article:
        inner = scan.node_at(i + 1) if i + 1 < scan.end else None
        if inner is not None and inner.kind == PLACE and not inner.pro:
            return place_node(scan, i, inner.j, word.pro, inner.place, name=scan.text_of(i, inner.j))
        if inner is not None and inner.kind == ACTOR:
            return None
        unknown = _opened_behind(scan, i, i + 1) if i + 1 < scan.end else None
        if unknown is not None:
            return unknown
    j = i + 1
    while j < scan.end and j - i < 3 and scan.is_definite(j):
        if "relatives" in scan.words[j].tags or scan.words[j].pro:
            break
        j += 1
    if j == i + 1 and not word.article:
        return None
    return place_node(scan, i, j, word.pro, None, name=scan.text_of(i, j))


def goes_on_list(scan: Scan, i: int) -> bool:
    """Whether the word at `i` joins the place behind a head of two or more: محافظتي مأرب وتعز."""
    before = scan.owner[i - 1] if i else None
    norm = scan.tokens[i].norm
    if before is None or before.kind != PLACE or not norm.startswith("و"):
        return False
    heads = scan.vocabulary.heads_of_several
    named = not scan.words[before.i].article and norm.removeprefix("وال") not in heads
    return named and scan.bare(before.i) in heads


def find_place_in_list(scan: Scan, i: int) -> Node | None:
    """An unknown place that joins the one behind a head of two or more: قريتي الفطيرة وسفوهن."""
    norm, before = scan.tokens[i].norm, scan.owner[i - 1]
    if len(norm) < 5 or scan.words[i].tags or before is None or not goes_on_list(scan, i):
        return None
    if not norm.startswith("وال") and scan.bare(before.i) not in scan.vocabulary.village_heads:
        return None
    return place_node(scan, i, i + 1, "و", None, name=scan.text_of(i, i + 1)[1:])

"""Finds who and where in a report: a scene in, its nodes filled in, left to right.

Known names come from the knowledge packs; unknown ones from how Arabic news names them: head nouns
(هيئة جبهة حركة …), titles and posts, kunyas, place heads. A common noun is never a name by itself.
"""

from __future__ import annotations

from rawi.arabic.numbers import parse_number
from rawi.arabic.tokens import LATIN, MARK, NUMBER, WORD
from rawi.knowledge import Ref
from rawi.knowledge.gazetteer import Place
from rawi.recognise.nodes import (
    ACTOR,
    ADJECTIVE,
    DUAL,
    GROUP,
    OUTLET,
    PERSON,
    PLACE,
    QUANTITY,
    TIME,
    Node,
    Scene,
    Title,
)  # fmt: skip
from rawi.recognise.times import find_times

_LONGEST_NAME = 4
_PLACE_PREPOSITIONS = {"في", "من", "الي", "علي", "قرب", "نحو", "باتجاه", "داخل", "خارج", "شمال", "جنوب", "شرق",
                       "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "وسط", "عبر", "بين", "الى"}  # fmt: skip


def recognise(scene: Scene) -> None:
    """Fill `scene.nodes` with everything that is recognised in its text."""
    _Recogniser(scene).run()


class _Recogniser:
    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.tokens, self.words = scene.tokens, scene.words
        self.knowledge = scene.knowledge
        self.names = scene.knowledge.names
        self.families: dict[str, Node] = {}
        self.place_heads: set[str] = set()
        self.end = 0
        lexicon = scene.knowledge.lexicon
        self.members = lexicon.listed("members")
        self.former = lexicon.listed("former")
        self.body_stops = lexicon.listed("body_stops")
        self.not_places = lexicon.listed("not_places")
        self.title_heads = {"امين": {"عام", "سر"}, "متحدث": {"باسم", "رسمي", "عسكري"},
                            "ناطق": {"باسم", "رسمي", "عسكري"}, "ولي": {"عهد"}}  # fmt: skip

    # ------------------------------------------------------------------ the scan

    def run(self) -> None:
        times = {
            time.token_start: time for time in find_times(self.tokens, self.scene.text, self.scene.published)
        }
        for first, end in self.scene.sentences:
            self.end = end
            i = first
            while i < end:
                time = times.get(i)
                if time is not None and time.token_end <= end:
                    self.scene.add(Node(TIME, i, time.token_end, time.start, time.end, time=time))
                    i = max(time.token_end, i + 1)
                    continue
                node = self.node_at(i)
                if node is None:
                    i += 1
                else:
                    self.scene.add(node)
                    self._remember(node)
                    i = max(node.j, i + 1)

    def node_at(self, i: int) -> Node | None:
        """The node that begins at token `i`, or None."""
        token = self.tokens[i]
        if token.kind == NUMBER:
            return self._quantity(i)
        if token.kind == MARK:
            return None
        if token.kind == LATIN:
            return self._known(i)
        word = self.words[i]
        tags = word.tags
        if token.norm in _THESE_TWO and i + 1 < self.end and self.words[i + 1].tags & {"duals", "body_heads"}:
            return self._node(DUAL, i, i + 2, "", number="d")
        if token.norm.endswith("العاصمه"):
            return self._capital(i)
        if token.norm.endswith(("ابو", "ابي")) and i + 1 < self.end and any(r in ("ابو", "ابي") for _, r in _clitics(token.norm)):
            person = self._person_by_name(i)
            if person is not None:
                return person
        if not tags:
            if self.names.starts(token.norm):
                node = self._known(i)
                if node is not None:
                    return node
            return self._unknown(i)
        if "titles" in tags or "ranks" in tags:
            node = self._titled(i)
            if node is not None:
                return node
        if word.article and "place_heads" in tags and self._bare(i) in self.place_heads:
            place = self._headed_place(i)
            if place is not None:
                return place
        node = self._known(i) if self.names.starts(token.norm) else None
        if node is not None and (node.j - node.i > 1 or "finite" not in tags or node.kind == PERSON):
            if node.kind in (ACTOR, OUTLET) or not tags & {"place_heads", "body_heads", "outlet_heads"}:
                return node
        if word.article and "body_heads" in tags and "people" in tags:
            if next((s.inflection.number for s in word.senses if s.tag == "people"), "") == "s":
                return self._body(i)
        if token.norm in ("الدول", "للدول", "بالدول", "والدول") and self.scene.norm(i + 1) in _STATE_COUNTS:
            return self._node(
                DUAL, i, i + 2, word.pro, number="p", name=f"states:{_STATE_COUNTS[self.scene.norm(i + 1)]}"
            )
        if "act" in tags and word.article and i and self.scene.owner[i - 1] is not None:
            return None
        if node is not None and node.kind == PLACE and self.scene.norm(i - 1) in ("في", "من", "الي"):
            return node
        for tag, method in self._methods:
            if tag in tags:
                found = method(self, i)
                if found is not None:
                    return found
        if node is not None and "finite" not in tags and "trigger" not in tags:
            return node
        if not tags & {"finite", "trigger", "prepositions", "subordinators", "relatives"}:
            number = self._quantity(i)
            if number is not None:
                return number
        return None

    def _unknown(self, i: int) -> Node | None:
        """A word that no list knows: a short family name, a kunya, a personal name, a number in words."""
        norm = self.tokens[i].norm
        if norm[-1] in "هنينمفلا" or norm[0] in "ثعمخسا":
            number = self._quantity(i)
            if number is not None:
                return number
        for pro, rest in _clitics(norm):
            person = self.families.get(f"{rest} {self.scene.norm(i + 1)}") if i + 1 < self.end else None
            if person is not None:
                return self._node(PERSON, i, i + 2, pro, entity=person.entity, name=person.name,
                                  name_en=person.name_en, by="coreference", country=person.country)  # fmt: skip
            person = self.families.get(rest)
            if person is not None:
                return self._node(PERSON, i, i + 1, pro, entity=person.entity, name=person.name,
                                  name_en=person.name_en, by="coreference", country=person.country)  # fmt: skip
        return self._person_by_name(i)

    # ------------------------------------------------------------------ building nodes

    def _node(self, kind: str, i: int, j: int, pro: str = "", **more: object) -> Node:
        start = self.tokens[i].start
        if pro and self.tokens[i].norm != pro:
            raw = self.scene.text[start : self.tokens[i].end]
            start += _skip(raw, pro)
        return Node(kind, i, j, start, self.tokens[j - 1].end, pro=pro, **more)

    def _close(self, i: int, j: int) -> int:
        """`j`, moved behind a closing quote when one was opened inside the tokens `i` to `j`."""
        quotes = sum(1 for k in range(i, j) if self.tokens[k].norm == '"')
        if quotes % 2 and j < self.end and self.tokens[j].norm == '"':
            return j + 1
        return j

    def _quantity(self, i: int) -> Node | None:
        number = parse_number(self.tokens, i)
        if number is None or number.end_index > self.end or number.start_index < i:
            return None
        j = number.end_index
        after = self.words[j] if j < self.end else None
        if after is not None and "people" in after.tags and self.tokens[j].kind == WORD:
            group = self._group(j)
            stop = group.j if group is not None else j + 1
            return self._node(GROUP, i, stop, count=number.count_value, number="p",
                              force=bool(group and group.force))  # fmt: skip
        if after is not None and "unnamed_sources" in after.tags and self.tokens[j].kind == WORD:
            source = self._source(j)
            if source is not None:
                return self._node(
                    GROUP,
                    i,
                    source.j,
                    count=number.count_value,
                    number="p",
                    source_kind="unnamed",
                    name="source",
                )
        if after is not None and self.scene.norm(j) == "من" and j + 1 < self.end:
            group = self._group(j + 1) if "people" in self.words[j + 1].tags else None
            if group is not None:
                return self._node(GROUP, i, group.j, count=number.count_value, number="p", force=group.force)
        return self._node(QUANTITY, i, j, count=number.count_value)

    # ------------------------------------------------------------------ known names

    def _known(self, i: int) -> Node | None:
        found = self.names.longest(self.tokens, i, self.end)
        if found is None:
            return None
        j, pro, refs = found
        kinds = {kind for kind, _ in refs}
        if kinds <= {"outlet-short", "short"}:
            return None
        for kind in ("person", "actor", "state", "metonym", "outlet", "adjective", "people", "body", "place"):
            if kind not in kinds:
                continue
            if kind == "body":
                return self._body_template(i, j, pro, next(id_ for k, id_ in refs if k == "body"))
            if kind == "person" and j - i == 1 and not self._lone_person_is_sure(i, refs):
                continue
            if kind == "place" and self.words[i].tags & {"titles", "ranks", "report_verbs"} and j - i == 1:
                continue
            if kind == "outlet" and "place" in kinds and j - i == 1:
                continue
            if kind == "place" and j - i == 1 and not self._lone_place_is_sure(i, pro):
                continue
            if kind == "place" and j - i == 1 and pro and not self._well_known(refs):
                continue
            if kind == "place" and j - i == 1 and self._is_no_place(i, pro):
                continue
            return self._resolved(kind, i, self._close(i, j), pro, refs)
        if (
            "unsure-place" in kinds
            and self._place_context(i, pro)
            and not (j - i == 1 and self._is_no_place(i, pro))
        ):
            return self._resolved("unsure-place", i, j, pro, refs)
        return None

    def _lone_person_is_sure(self, i: int, refs: list[Ref]) -> bool:
        """A one-word alias stands for a person unless it is also a place, or the text has another of the name."""
        return not any(kind in ("place", "state", "adjective") for kind, _ in refs)

    def _lone_place_is_sure(self, i: int, pro: str) -> bool:
        """A place of one word that is also an everyday word or a given name needs a word before it."""
        rest = self.tokens[i].norm[len(pro) :]
        if self.words[i].tags or self.knowledge.is_given_name(rest):
            return self._place_context(i, pro) and not self.words[i].tags & {"subordinators", "prepositions"}
        return True

    def _is_no_place(self, i: int, pro: str) -> bool:
        """An everyday word, or a definite adjective right behind a place: معبر باب الهوى الحدودي."""
        rest = self.tokens[i].norm[len(pro) :]
        if rest in self.not_places or "\u064b" in self.scene.text[self.tokens[i].start : self.tokens[i].end]:
            return True
        before = self.scene.owner[i - 1] if i else None
        return before is not None and before.kind == PLACE and not pro and rest.startswith("ال")

    def _well_known(self, refs: list[Ref]) -> bool:
        """Whether a place is known well enough to be found behind an attached particle: بشرية is no place."""
        place = self.knowledge.place(next(id_ for kind, id_ in refs if kind == "place"))
        if place is None:
            return False
        return not place.id.startswith("gn:") or place.population >= 20_000 or place.ar.startswith("ال")

    def _place_context(self, i: int, pro: str) -> bool:
        before = self.scene.norm(i - 1)
        return "ب" in pro or before in ("في", "الي", "قرب") or self.scene.norm(i - 1) in ("ريف", "مدينه")

    def _resolved(self, kind: str, i: int, j: int, pro: str, refs: list[Ref]) -> Node:
        ids = [id_ for k, id_ in refs if k == kind]
        if kind in ("actor", "state"):
            node = self._node(ACTOR, i, j, pro, by="knowledge")
            self._set_actor(node, ids)
            for other, id_ in refs:
                if other == "place":
                    node.place = self.knowledge.place(id_, country=self._iso(node))
            return node
        if kind == "metonym":
            place = next((id_ for k, id_ in refs if k in ("place", "unsure-place")), None)
            state = self.knowledge.countries[ids[0]]
            if place is None:
                node = self._node(ACTOR, i, j, pro, by="knowledge")
                self._set_actor(node, [state.id])
                return node
            node = self._place_node(i, j, pro, self.knowledge.place(place, country=state.iso))
            node.state = state.id
            return node
        if kind == "person":
            person = self.knowledge.people[ids[0]]
            return self._node(PERSON, i, j, pro, entity=person.id, name=person.ar, name_en=person.en,
                              by="knowledge", country=person.country, feminine=person.gender == "f")  # fmt: skip
        if kind == "outlet":
            outlet = self.knowledge.outlets[ids[0]]
            return self._node(OUTLET, i, j, pro, entity=outlet.id, name=outlet.ar, name_en=outlet.en,
                              by="knowledge", feminine=True)  # fmt: skip
        if kind in ("adjective", "people"):
            return self._node(ADJECTIVE, i, j, pro, state=ids[0], number="p" if kind == "people" else "s")
        node = self._place_node(i, j, pro, self.knowledge.place(ids[0]))
        node.key = ids[0]
        return node

    def _set_actor(self, node: Node, ids: list[str]) -> None:
        """Of the actors that share a name, the one that existed when the report was published."""
        entity = alive_first(ids, self.scene)[0]
        node.entity = entity
        node.name, node.name_en = self.knowledge.actor_name(entity)
        actor = self.knowledge.actors.get(entity)
        country = self.knowledge.countries.get(entity)
        node.country = actor.country if actor else country.iso if country else None
        node.force = bool(actor and actor.kind in ("armed-group", "state-force", "alliance"))
        node.feminine = self._feminine(node, country is not None)

    def _feminine(self, node: Node, state: bool) -> bool:
        """Gender by the first word as written, where it is a noun that shows it, else by the usual name."""
        written = self.scene.text[node.start : node.end].lstrip('"“«').split()[0]
        bare = _fold(written).removeprefix("ال")
        if bare.endswith(("ون", "ين")) and len(bare) > 4:
            node.number = "p"
            return False
        if not state and (bare.endswith(("ه", "ات")) or bare in _MASCULINE_HEADS or bare in _FEMININE_BARE):
            return bare not in _MASCULINE_HEADS
        return is_feminine(node.name, state=state)

    def _iso(self, node: Node) -> str | None:
        country = self.knowledge.countries.get(node.entity or "")
        return country.iso if country else None

    # ------------------------------------------------------------------ places

    def _place_node(self, i: int, j: int, pro: str, place: Place | None, name: str | None = None) -> Node:
        return self._node(PLACE, i, j, pro, place=place, by="gazetteer" if place else "pattern",
                          entity=place.id if place else None, name=place.ar if place else name,
                          name_en=place.en if place else None, country=place.country if place else None)  # fmt: skip

    def _headed_place(self, i: int) -> Node | None:
        """A place behind its head: مدينة منبج, ريف إدلب الشمالي, شمال سوريا, حيي الشيخ مقصود."""
        if self.words[i].suffix:
            return None
        pro = self.words[i].pro
        j = i + 1
        while j < self.end and (self.tokens[j].norm == '"' or "place_heads" in self.words[j].tags):
            if self.words[j].pro and self.tokens[j].norm != '"':
                break
            j += 1
        for k in range(i + 1, j):
            whole = self.names.longest(self.tokens, k, self.end)
            if whole is not None and whole[0] > j and not whole[1]:
                folded = next((id_ for kind, id_ in whole[2] if kind in ("place", "unsure-place")), None)
                if folded is not None:
                    return self._place_node(i, whole[0], pro, self.knowledge.place(folded))
        if j >= self.end:
            return None
        if self.words[i].article and self._bare(i) in _PLURAL_PLACES:
            return None
        if (
            self.words[i].article
            and self._bare(i) not in self.place_heads
            and self._is_definite_word(i + 1 if i + 1 < self.end else i)
            and (i + 1 < self.end and not self.names.starts(self.tokens[i + 1].norm))
        ):
            return None
        if self.words[i].article and self._is_definite_alone(i):
            return self._node(PLACE, i, i + 1, pro, unresolved=self._bare(i), by="coreference")
        found = self.names.longest(self.tokens, j, self.end) if self.tokens[j].kind == WORD else None
        if found is not None and not found[1]:
            folded = next((id_ for kind, id_ in found[2] if kind in ("place", "unsure-place")), None)
            state = next((id_ for kind, id_ in found[2] if kind in ("state", "metonym")), None)
            if folded is not None or state is not None:
                stop = self._directions(self._close(j, found[0]))
                place = self.knowledge.place(folded) if folded else None
                node = self._place_node(i, stop, pro, place, name=self._text(j, found[0]))
                node.key = folded
                return node
        if self.words[i].article:
            return self._node(PLACE, i, i + 1, pro, unresolved=self._bare(i), by="coreference")
        if self.tokens[j].norm.startswith("ال") and self.tokens[j].kind == WORD and not self.words[j].is_verb:
            stop = j + 1
            while stop < self.end and stop - j < 2 and self._is_definite_word(stop):
                stop += 1
            if "people" not in self.words[j].tags:
                return self._place_node(i, stop, pro, None, name=self._text(i, stop))
        return None

    def _capital(self, i: int) -> Node | None:
        """العاصمة الروسية, العاصمة دمشق, العاصمة الكازاخستانية أستانة."""
        j = i + 1
        place = None
        found = (
            self.names.longest(self.tokens, j, self.end)
            if j < self.end and self.tokens[j].kind == WORD
            else None
        )
        if found is not None and not found[1]:
            state = next((id_ for kind, id_ in found[2] if kind == "adjective"), None)
            if state is not None:
                country = self.knowledge.countries[state]
                j = found[0]
                if country.capital:
                    place = self.knowledge.place(_fold(country.capital), country=country.iso)
                found = (
                    self.names.longest(self.tokens, j, self.end)
                    if j < self.end and self.tokens[j].kind == WORD
                    else None
                )
        if found is not None and not found[1]:
            name = next((id_ for kind, id_ in found[2] if kind in ("place", "unsure-place")), None)
            if name is not None:
                place, j = self.knowledge.place(name), found[0]
        pro = next((p for p, rest in _clitics(self.tokens[i].norm) if rest == "العاصمه"), "")
        if place is None:
            return self._node(PLACE, i, i + 1, pro, unresolved="عاصمه", by="coreference")
        return self._place_node(i, j, pro, place)

    def _is_definite_alone(self, i: int) -> bool:
        return not (
            i + 1 < self.end and self._is_definite_word(i + 1) and self.names.starts(self.tokens[i + 1].norm)
        )

    def _directions(self, j: int) -> int:
        """`j`, moved behind a direction such as الشمالي that follows a place."""
        while j < self.end and self.tokens[j].norm in _DIRECTIONS:
            j += 1
        return j

    def _bare(self, i: int) -> str:
        word = self.words[i]
        norm = self.tokens[i].norm
        for pro, rest in _clitics(norm):
            if pro == word.pro:
                return rest[2:] if rest.startswith("ال") else rest
        return norm

    def _text(self, i: int, j: int) -> str:
        return self.scene.text[self.tokens[i].start : self.tokens[j - 1].end]

    def _is_definite_word(self, i: int) -> bool:
        return self.tokens[i].kind == WORD and self.tokens[i].norm.startswith(("ال", "لل"))

    # ------------------------------------------------------------------ bodies and groups

    def _body_template(self, i: int, j: int, pro: str, key: str) -> Node | None:
        """A state body with its adjective (وزارة الخارجية الإيرانية) or alone (وزارة الصحة)."""
        body = self.knowledge.bodies[key]
        if j - i == 1 and self.words[i].tags & {"finite"}:
            return None
        if j < self.end and self.tokens[j].kind == WORD:
            found = self.names.longest(self.tokens, j, self.end)
            definite = self.tokens[j - 1].norm.startswith("ال") and j - i == 1
            kinds = ("adjective",) if definite else ("adjective", "state")
            state = found and next((id_ for kind, id_ in found[2] if kind in kinds), None)
            if found is not None and state and not found[1]:
                country = self.knowledge.countries.get(state)
                if country is not None:
                    node = self._node(ACTOR, i, found[0], pro, by="knowledge", country=country.iso)
                    self._set_body(node, body.key, country.id)
                    return node
        node = self._node(ACTOR, i, j, pro, by="pattern", unresolved=f"body:{key}", name=body.ar)
        node.force = body.kind == "state-force"
        node.feminine = self._feminine(node, False)
        return node
        node.feminine = body.ar.split()[0].endswith("ة")
        return node

    def _set_body(self, node: Node, key: str, state: str) -> None:
        """Let `node` be the body `key` of `state`: an actor of its own, a template, or the state itself."""
        set_body(self.scene, node, key, state)

    def _body(self, i: int) -> Node | None:
        """A body that the packs do not know, behind its head noun; or a short name such as الحركة."""
        word = self.words[i]
        if word.suffix or ("finite" in word.tags and not word.article):
            return None
        pro = word.pro
        if self.scene.norm(i + 1) in self.body_stops:
            return None
        if (
            self._bare(i) == "مؤتمر"
            and not word.article
            and not self._is_definite_word(i + 1)
            and self.scene.norm(i + 1) != '"'
        ):
            return None
        if not word.article and i + 1 < self.end:
            behind = (
                self.names.longest(self.tokens, i + 1, self.end) if self.tokens[i + 1].kind == WORD else None
            )
            if (
                behind
                and not behind[1]
                and behind[0] - i > 2
                and any(kind == "actor" for kind, _ in behind[2])
            ):
                return None
            short = self._short_behind(i + 1)
            if short is not None:
                return self._node(ACTOR, i, self._close(i, short.j), pro, entity=short.entity, name=short.name,
                                  name_en=short.name_en, by="knowledge", country=short.country, force=short.force,
                                  feminine=self._bare(i).endswith(("ه", "ات")))  # fmt: skip
        if word.article:
            stop = self._definite_run(i + 1)
            if stop == i + 1:
                return self._node(ACTOR, i, i + 1, pro, unresolved=self._bare(i), by="coreference",
                                  feminine=self._bare(i).endswith("ه"))  # fmt: skip
            return self._node(ACTOR, i, stop, pro, name=self._text(i, stop)[len(pro):], by="pattern",
                              feminine=self._bare(i).endswith("ه"), unresolved="named")  # fmt: skip
        j = self._name_run(i)
        if j == i + 1:
            return self._generic(i)
        force = self._bare(i) in _ARMED
        if self._bare(i) in _LEADS and j > i + 1 and "ranks" in self.words[i + 1].tags:
            return None
        return self._node(ACTOR, i, j, pro, name=self._text(i, j)[len(pro):], by="pattern", force=force,
                          feminine=self._bare(i).endswith("ه"), unresolved="named")  # fmt: skip

    def _short_behind(self, j: int) -> Node | None:
        """A name that is sure only behind a head noun: حركات فتح."""
        k = j + 1 if self.tokens[j].norm == '"' and j + 1 < self.end else j
        if self.tokens[k].kind != WORD:
            return None
        found = self.names.longest(self.tokens, k, self.end)
        if found is None or found[1] or {kind for kind, _ in found[2]} != {"short"}:
            return None
        if self.tokens[k].norm.startswith("ال") and found[0] - k == 1:
            return None
        node = self._node(ACTOR, k, found[0])
        self._set_actor(node, [id_ for _, id_ in found[2]])
        return node

    def _definite_run(self, j: int) -> int:
        while j < self.end and self._is_definite_word(j) and not self._stops_name(j):
            found = self.names.longest(self.tokens, j, self.end)
            if found and any(kind in ("person", "actor") for kind, _ in found[2]):
                break
            j += 1
        return j

    def _name_run(self, i: int) -> int:
        """Where the name of a body ends that begins with the indefinite head noun at `i`."""
        j = i + 1
        if j < self.end and self.tokens[j].norm == '"':
            close = next((k for k in range(j + 1, min(j + 8, self.end)) if self.tokens[k].norm == '"'), None)
            return close + 1 if close else i + 1
        definite = False
        while j < self.end and j - i < 7 and self.tokens[j].kind == WORD:
            norm = self.tokens[j].norm
            word = self.words[j]
            if self._stops_name(j) or (
                self.knowledge.is_given_name(norm) and j > i + 1 and not norm.startswith("ال")
            ):
                break
            if norm.startswith("ال") or norm.startswith("لل"):
                definite = True
            elif definite:
                found = self.names.longest(self.tokens, j, self.end)
                if not (norm.startswith("وال") and self._bare(i) in _LISTING) or (
                    found and found[1] and any(kind in ("actor", "state") for kind, _ in found[2])
                ):
                    break
            elif (word.tags & {"trigger", "finite"} and j > i + 1 and not self.knowledge.is_name(norm)) or (norm.startswith("و") and word.pro.startswith("و")):
                break
            j += 1
        return j if definite else self._known_tail(i, j)

    def _known_tail(self, i: int, j: int) -> int:
        """An indefinite run is a name only if it ends in a known place, state or adjective: جيش لبنان."""
        if j > i + 1:
            found = self.names.get(self._text(i + 1, j))
            if any(kind in ("place", "state", "metonym") for kind, _ in found):
                return j
        return i + 1

    def _stops_name(self, j: int) -> bool:
        tags = self.words[j].tags
        if (
            "finite" in tags
            and not self.words[j].article
            and self.tokens[j].norm[0] in "يتس"
            and not (self.knowledge.is_name(self.tokens[j].norm))
        ):
            return True
        if tags & {"prepositions", "subordinators", "relatives", "negations"} and not self.words[j].article:
            return not self.tokens[j].norm.startswith("ال")
        return bool(tags & {"act", "pas"}) and self.words[j].article and self._bare(j) in _LINKING

    def _generic(self, i: int) -> Node | None:
        """A body without a name of its own: لجنة مشتركة, وفد أمني مصري."""
        j = i + 1
        state = None
        while j < self.end and j - i < 4 and self.tokens[j].kind == WORD:
            found = self.names.longest(self.tokens, j, self.end)
            adjective = found and next((id_ for kind, id_ in found[2] if kind == "adjective"), None)
            if found and adjective and not found[1]:
                state, j = adjective, found[0]
                continue
            if self.words[j].tags or found or not _looks_like_adjective(self.tokens[j].norm):
                break
            j += 1
        if j == i + 1:
            return None
        node = self._node(GROUP, i, j, self.words[i].pro, number="s", by="pattern",
                          feminine=self._bare(i).endswith("ه"), force=self._bare(i) in _ARMED)  # fmt: skip
        node.state = state
        return node

    def _member(self, i: int) -> Node | None:
        """Words that stand for a body: قوات X, مسؤولون في X, قيادة X, مقاتلو X."""
        if self._bare(i) not in self.members and self.tokens[i].norm not in self.members:
            return None
        j = i + 1
        if (
            j < self.end
            and self.words[j].tags & {"members", "ranks"}
            and not self.words[j].article
            and not self.names.starts(self.tokens[j].norm)
            and not self.words[j].pro
            and j + 1 < self.end
        ):
            j += 1
        while j < self.end and self.tokens[j].norm in (
            "كبار",
            "كبير",
            "كبيرين",
            "عسكريين",
            "سابقين",
            "مسلحون",
        ):
            j += 1
        if j < self.end and self.tokens[j].norm in ("في", "من", "عن", "ل", "لدي"):
            j += 1
        if (
            j + 1 < self.end
            and self.tokens[j].norm in _THESE_TWO
            and self.words[j + 1].tags & {"duals", "body_heads"}
        ):
            return self._node(DUAL, i, j + 2, self.words[i].pro, number="d", members=True)
        if j >= self.end or (self.tokens[j].kind == MARK and self.tokens[j].norm != '"'):
            return None
        if self._bare(i) in _LEADS and "ranks" in self.words[j].tags:
            return None
        if self.tokens[j].norm == '"':
            j += 1
        if j >= self.end or self.tokens[j].kind not in (WORD, LATIN):
            return None
        inner = self._known(j)
        if inner is None or inner.kind != ACTOR or (inner.pro and inner.pro != "ل"):
            return None
        if inner.entity is None and not inner.unresolved:
            return None
        node = self._node(ACTOR, i, self._close(i, inner.j), self.words[i].pro, entity=inner.entity,
                          name=inner.name, name_en=inner.name_en, by=inner.by, country=inner.country,
                          members=True, number="p", unresolved=inner.unresolved)  # fmt: skip
        node.force = inner.force or self._bare(i) in _ARMED
        node.name_i = inner.i
        return node

    def _group(self, i: int) -> Node | None:
        """People without a name of their own, with their adjectives: مقاتلو المعارضة, المدنيين."""
        word = self.words[i]
        member = self._member(i)
        if member is not None:
            return member
        if "finite" in word.tags and not word.article and not (i and self.tokens[i - 1].kind == NUMBER):
            return None
        if word.article and self._qualifies(i):
            return None
        j = i + 1
        absolute = self.tokens[i].norm.endswith(("ون", "ين", "ان")) and not word.article
        while j < self.end and j - i < 4 and self.tokens[j].kind == WORD:
            norm = self.tokens[j].norm
            if self.words[j].tags & {"prepositions", "finite", "relatives", "subordinators", "trigger"}:
                break
            if absolute and not norm.endswith(("ون", "ين", "ان")):
                break
            if self.tokens[i].norm.endswith("ا") and norm.endswith("ا") and not word.article:
                j += 1
                continue
            found = self.names.longest(self.tokens, j, self.end)
            if found and any(kind in ("adjective", "people") for kind, _ in found[2]) and not found[1]:
                j = found[0]
                continue
            if found and any(kind in ("actor", "person", "outlet") for kind, _ in found[2]):
                break
            if norm.startswith("ال") or (
                not word.article and not norm.startswith("و") and _looks_like_adjective(norm)
            ):
                j += 1
            else:
                break
        lemma = next((sense.lemma for sense in word.senses if sense.tag in ("people", "forces")), "")
        number = next((s.inflection.number for s in word.senses if s.tag == "people"), "p")
        return self._node(GROUP, i, j, word.pro, number=number, force="forces" in word.tags,
                          suffix=word.suffix, name=lemma,
                          count="2" if number == "d" else "1" if number == "s" and not word.article and j == i + 1 else None)  # fmt: skip

    def _qualifies(self, i: int) -> bool:
        """Whether a definite singular such as المسلح is the adjective of the definite noun before it."""
        number = next((s.inflection.number for s in self.words[i].senses if s.tag == "people"), "p")
        before = self.tokens[i - 1] if i else None
        if number == "s" and not self.words[i].pro and i and self.scene.owner[i - 1] is not None:
            return self.scene.owner[i - 1].kind in (ACTOR, PLACE)
        return (
            number == "s" and not self.words[i].pro and before is not None and before.kind == WORD
            and before.norm.startswith(("ال", "لل", "بال", "وال")) and self.scene.owner[i - 1] is None
        )  # fmt: skip

    def _statement(self, i: int) -> Node | None:
        """البيان, البيان الختامي: a statement that stands for the body that issued it."""
        word = self.words[i]
        if not word.article or word.suffix:
            return None
        j = i + 1
        while j < self.end and self.tokens[j].norm in (
            "الختامي",
            "المشترك",
            "الصحفي",
            "الرسمي",
            "نفسه",
            "ذاته",
        ):
            j += 1
        return self._node(
            GROUP, i, j, word.pro, source_kind="organisation", name="statement", unresolved="statement"
        )

    def _wide_place(self, i: int) -> Node | None:
        """Places in the plural: الأراضي السورية, مناطق القتال, المدن."""
        word = self.words[i]
        if "finite" in word.tags or word.suffix:
            return None
        j = i + 1
        while (
            j < self.end
            and j - i < 3
            and self._is_definite_word(j)
            and not self.words[j].tags & {"relatives"}
            and (not self.words[j].pro)
        ):
            j += 1
        if j == i + 1 and not word.article:
            return None
        return self._place_node(i, j, word.pro, None, name=self._text(i, j))

    def _dual(self, i: int) -> Node:
        return self._node(DUAL, i, i + 1, self._pro_of_listed(i), number="d")

    def _person_dual(self, i: int) -> Node:
        return self._node(DUAL, i, i + 1, self._pro_of_listed(i), number="d", name="person")

    def _pro_of_listed(self, i: int) -> str:
        return self.words[i].pro

    def _outlet(self, i: int) -> Node | None:
        """An outlet behind its head: وكالة رويترز, صحيفة "ديلي صباح", موقع “جسر الفرات”."""
        word = self.words[i]
        if word.suffix:
            return None
        j = i + 1
        if word.article:
            if self._bare(i) in ("وكاله", "صحيفه", "قناه", "شبكه", "موقع", "جريده", "اذاعه"):
                stop = self._definite_run(j)
                return self._node(OUTLET, i, stop, word.pro, unresolved=self._bare(i), feminine=True)
            return None
        while j < self.end and self._bare(i) != self._bare(j) and (
            "outlet_heads" in self.words[j].tags or self.tokens[j].norm in ("انباء", "الانباء", "اخبار")
        ) and not self.names.get(self._text(j, j + 1)):  # fmt: skip
            j += 1
        quoted = j < self.end and self.tokens[j].norm == '"'
        k = j + 1 if quoted else j
        if k >= self.end:
            return None
        if self.tokens[k].kind in (WORD, LATIN):
            found = self.names.longest(self.tokens, k, self.end)
            if found and not found[1]:
                ids = [id_ for kind, id_ in found[2] if kind in ("outlet", "outlet-short")]
                if ids:
                    outlet = self.knowledge.outlets[ids[0]]
                    return self._node(OUTLET, i, self._close(i, found[0]), word.pro, entity=outlet.id,
                                      name=outlet.ar, name_en=outlet.en, by="knowledge", feminine=True)  # fmt: skip
        if self._bare(i) in ("موسسه", "هييه", "هيئه", "شبكه", "مرصد") and not quoted:
            return None
        if quoted:
            close = next((m for m in range(k, min(k + 7, self.end)) if self.tokens[m].norm == '"'), None)
            if close is None:
                return None
            return self._node(
                OUTLET, i, close + 1, word.pro, name=self._text(k, close), by="pattern", feminine=True
            )
        stop = self._definite_run(k)
        if (
            stop == k
            and self.tokens[k].kind == WORD
            and not self.words[k].tags
            and self.tokens[k].norm[0] not in "وبل"
        ):
            stop = k + 1
        if stop == k:
            return None
        return self._node(OUTLET, i, stop, word.pro, name=self._text(k, stop), by="pattern", feminine=True)

    # ------------------------------------------------------------------ people

    def _titled(self, i: int) -> Node | None:
        """A person behind a title or rank; the title keeps its body, for the claim of the post."""
        word = self.words[i]
        title = None
        j = i
        if "titles" in word.tags and not (
            word.tags & {"finite"} and not word.article and not self._title_goes_on(i)
        ):
            title = Title(i, i + 1, self.tokens[i].start, self.tokens[i].end)
            j = self._title_body(i, title)
        rank_i = j
        while j < self.end and self._is_rank(j):
            j += 1
        if j == i:
            return None
        k = j
        if title is not None and k < self.end and self.tokens[k].norm == "،":
            k += 1
            while k < self.end and self._is_rank(k):
                k += 1
        if k < self.end and self.tokens[k].norm == '"' and title is not None:
            k += 1
        person = self._person_at(k, permissive=True) if k < self.end else None
        if person is None and k != j:
            return None if title is None else self._role(i, rank_i, title)
        if person is None:
            return None if title is None else self._role(i, max(rank_i, title.j), title)
        if person.by == "pattern" and not self._looks_named(person, title):
            return None if title is None else self._role(i, max(rank_i, title.j), title)
        if (
            k > j
            and self.tokens[k - 1].norm != ")"
            and person.by == "pattern"
            and not self.knowledge.is_given_name(self.tokens[k].norm)
        ):
            return None if title is None else self._role(i, rank_i, title)
        if person.pro.startswith("و") and title is not None:
            return self._role(i, max(rank_i, title.j), title)
        person.pro = word.pro
        person.i = i
        person.name_i = k
        person.rank = title is None
        person.start = self._node(PERSON, i, k + 1, word.pro).start
        person.title = title
        person.feminine = person.feminine or bool(title and self.tokens[i].norm.endswith("ه"))
        return person

    def _looks_named(self, person: Node, title: Title | None) -> bool:
        """Whether an unknown name has at least one word of the name lists, or its holder serves a foreign state."""
        if any(self._is_listed(k) for k in range(person.i, person.j)):
            return True
        if title is None:
            return False
        country = title.org.country if title.org is not None else None
        return title.state is not None or (country is not None and country not in _ARAB)

    def _is_listed(self, k: int) -> bool:
        norm = self.tokens[k].norm
        return (
            norm in _KUNYA
            or self.knowledge.is_name(norm)
            or (norm.startswith("ال")
            and self.knowledge.is_name(norm[2:]))
        )

    def _title_goes_on(self, i: int) -> bool:
        """Whether a word that may also be a verb (مثّل, أمر) is a title here: a body follows at once."""
        return i + 1 < self.end and (
            bool(self.words[i + 1].tags & {"title_scope", "body_heads"}) or bool(self.names.starts(self.tokens[i + 1].norm))
        )  # fmt: skip

    def _is_rank(self, j: int) -> bool:
        word = self.words[j]
        if "ranks" not in word.tags or word.suffix:
            return False
        return word.article or self.knowledge.is_given_name(self.scene.norm(j + 1)) or (
            j + 1 < self.end and "ranks" in self.words[j + 1].tags
        )  # fmt: skip

    def _title_body(self, i: int, title: Title) -> int:
        """Read what a title belongs to; returns the token behind it."""
        j = i + 1
        lemma = next((s.lemma for s in self.words[i].senses if s.tag == "titles"), "")
        if lemma.startswith(("متحدث", "ناطق")):
            title.role = "spokesperson"
        if lemma == "مؤسس":
            title.role = "founder"
        while j < self.end and self.tokens[j].kind in (WORD, MARK, LATIN):
            norm = self.tokens[j].norm
            word = self.words[j]
            if norm in ("عام", "العام", "باسم", "الرسمي", "العسكري", "رسمي", "سر", "العهد", "الاعلي", "اول", "الاول",
                        "الخاص", "المشترك", "التنفيذي", "الاقليمي", "بالانابه", "المكلف", "المنتخب"):  # fmt: skip
                j += 1
                title.j = j
                if norm == "باسم" and j < self.end and "titles" in self.words[j].tags:
                    j += 1
                continue
            if norm in self.former:
                title.former = True
                j += 1
                title.j = j
                continue
            if (
                norm in ("ل", "لدي", "لدى", "في", "لشؤون", "عن", "ب")
                and j + 1 < self.end
                and title.org is None
            ):
                inner = self._known(j + 1) or self._org_at(j + 1)
                if inner is None and norm == "عن" and self._is_definite_word(j + 1):
                    title.j = j = j + 2
                    continue
                if inner is None or inner.kind not in (ACTOR, PLACE):
                    break
                title.org = inner if inner.kind == ACTOR else None
                j = inner.j
                title.j = j
                continue
            if self.tokens[j].kind == MARK and norm not in ('"', "("):
                break
            if norm == "(":
                close = next((k for k in range(j, min(j + 6, self.end)) if self.tokens[k].norm == ")"), None)
                if close is None or title.org is None or not self._name_follows(close + 1):
                    break
                title.end = self.tokens[title.j - 1].end
                return close + 1
            if norm == '"':
                inner = self._org_at(j + 1) if title.org is None and j + 1 < self.end else None
                if inner is not None and inner.kind == ACTOR:
                    title.org = inner
                    j = self._close(j, inner.j)
                    title.j = j
                    continue
                if title.org is None:
                    break
                j += 1
                continue
            if norm.startswith("باسم") and len(norm) > 4:
                title.j = j = j + 1
                continue
            if norm in ("لدي", "لدى", "في") and j + 1 < self.end and title.org is not None:
                inner = self._known(j + 1)
                if inner is None or inner.pro or inner.kind not in (ACTOR, PLACE):
                    break
                title.j = j = inner.j
                continue
            if (
                self.knowledge.is_given_name(norm)
                and not norm.startswith("ال")
                and j > i + 1
                and not (word.tags & {"titles", "body_heads", "title_scope"})
            ):
                break
            inner = self._org_at(j)
            if inner is not None and inner.kind == PERSON:
                break
            if inner is not None and inner.kind == ADJECTIVE:
                title.state = inner
            elif inner is not None and inner.kind == PLACE:
                if inner.state and title.org is None and title.state is None:
                    title.state = inner
            elif inner is not None and inner.kind == ACTOR:
                if title.org is None:
                    title.org = inner
            elif (
                "title_scope" in word.tags
                or "titles" in word.tags
                or (norm.startswith(("ال", "لل")) and not word.is_verb)
            ):
                if word.pro.startswith("و"):
                    break
                j += 1
                title.j = j
                continue
            else:
                break
            j = max(inner.j, j + 1)
            title.j = j
        title.end = self.tokens[title.j - 1].end
        return title.j

    def _name_follows(self, j: int) -> bool:
        return (
            j < self.end and self.tokens[j].kind == WORD and self._person_at(j, permissive=True) is not None
        )

    def _org_at(self, j: int) -> Node | None:
        """A known or patterned body at `j`, for the inside of a title."""
        if self.tokens[j].kind not in (WORD, LATIN):
            return None
        word = self.words[j]
        if word.pro.startswith("و"):
            return None
        node = self._known(j)
        if node is not None and (node.pro in ("", "ل") or (node.pro == "ب" and node.kind == ACTOR)):
            return node if not (node.kind == PERSON and word.pro) else None
        if "body_heads" in word.tags and not word.suffix:
            return self._body(j)
        return None

    def _role(self, i: int, j: int, title: Title) -> Node | None:
        """A post without its holder's name stands for the holder, or for the body it belongs to."""
        if self.words[i].tags & {"finite"} and not self.words[i].article and j == i + 1:
            return None
        if "person_duals" in self.words[i].tags and title.org is None and title.state is None:
            return None
        if (
            title.org is None
            and title.state is None
            and not self.words[i].article
            and not self.words[i].suffix
        ):
            if self.words[i].tags & {"people", "unnamed_sources", "act", "trigger"} or j == i + 1:
                return None
        if (
            title.org is not None
            and title.org.kind == ACTOR
            and (self._bare(i) in self.members and self.scene.norm(i) not in ("قيادي", "القيادي"))
        ):
            org = title.org
            return self._node(ACTOR, i, max(j, i + 1), self.words[i].pro, entity=org.entity, name=org.name,
                              name_en=org.name_en, by=org.by, country=org.country, members=True, number="p",
                              unresolved=org.unresolved, force=org.force, name_i=org.i)  # fmt: skip
        node = self._node(GROUP, i, max(j, i + 1), self.words[i].pro, number="s", title=title, name="role")
        node.suffix = self.words[i].suffix
        node.feminine = self.tokens[i].norm.endswith("ه")
        return node

    def _person_by_name(self, i: int) -> Node | None:
        """A personal name with nothing before it: a kunya, or a given name and another name."""
        norm = self.tokens[i].norm
        for pro, rest in _clitics(norm):
            if rest in ("ابو", "ابي", "ام") and i + 1 < self.end:
                return self._person_at(i, permissive=True)
            if pro and not (self.knowledge.is_given_name(rest)):
                continue
            if self.knowledge.is_given_name(rest) and i + 1 < self.end:
                following = self.tokens[i + 1].norm
                if (
                    not self.words[i + 1].tags
                    and self.knowledge.is_name(following)
                    and self.tokens[i + 1].kind == WORD
                ):
                    return self._person_at(i, permissive=False)
        return None

    def _person_at(self, i: int, *, permissive: bool) -> Node | None:
        """A person's name at `i`; `permissive` behind a title, where unknown words are taken too."""
        if self.tokens[i].kind != WORD:
            return None
        known = self._known(i)
        if known is not None and known.kind == PERSON:
            return known
        if known is not None and known.kind in (ACTOR, OUTLET) and known.j - known.i > 1:
            return None
        for pro, rest in _clitics(self.tokens[i].norm):
            person = self.families.get(rest)
            if person is not None and (permissive or not self.knowledge.is_given_name(rest)):
                if (
                    i + 1 < self.end
                    and self.knowledge.is_name(self.tokens[i + 1].norm)
                    and not self.words[i + 1].tags
                ):
                    break
                return self._node(PERSON, i, i + 1, pro, entity=person.entity, name=person.name,
                                  name_en=person.name_en, by="coreference", country=person.country)  # fmt: skip
        j = i
        names = 0
        while j < self.end and names < _LONGEST_NAME and self.tokens[j].kind == WORD:
            norm = self.tokens[j].norm
            if j == i and not permissive:
                norm = next(
                    (
                        rest
                        for _, rest in _clitics(norm)
                        if self.knowledge.is_given_name(rest) or rest in _KUNYA
                    ),
                    norm,
                )
            word = self.words[j]
            if len(norm) == 1:
                break
            if norm in _KUNYA or norm in _NAME_LINKS:
                j += 2 if j + 1 < self.end and self.tokens[j + 1].kind == WORD else 1
                names += 1
                continue
            listed = self.knowledge.is_name(norm) or (
                norm.startswith("ال") and self.knowledge.is_name(norm[2:])
            )
            if word.tags & _NEVER_NAMES and not (listed and names and self.knowledge.is_given_name(norm)):
                break
            if word.tags & {"finite", "trigger"} and not (listed and (j == i or norm.startswith("ال"))):
                break
            if word.pro.startswith("و") and names:
                break
            if not listed and j > i and (word.tags or (norm[0] == "و" and not self.knowledge.is_name(norm))):
                break
            if not listed and (not permissive or word.tags):
                break
            if not listed and j > i and norm.startswith(("ب", "ل")):
                break
            if (
                not listed
                and names >= 2
                and (
                    norm.endswith(("ين", "ون", "ات"))
                    if norm.startswith("ال")
                    else not self._name_ends_behind(j)
                )
            ):
                break
            if j > i and not listed and norm[-1] == "ا" and not norm.startswith("ال") and names >= 1:
                break
            j += 1
            names += 1
        if j == i or (
            names < 2
            and j == i + 1
            and not (permissive and self.knowledge.is_given_name(self.tokens[i].norm) and False)
        ):
            return None
        pro = ""
        if not permissive:
            pro = next(
                (
                    p
                    for p, rest in _clitics(self.tokens[i].norm)
                    if self.knowledge.is_given_name(rest) or rest in _KUNYA
                ),
                "",
            )
        text = self._text(i, j)
        skip = _skip(text, pro) if pro else 0
        name = " ".join(text[skip:].split())
        return self._node(PERSON, i, j, pro, name=name, by="pattern")

    def _name_ends_behind(self, j: int) -> bool:
        """Whether nothing that could be one more name follows token `j`."""
        return j + 1 >= self.end or self.tokens[j + 1].kind != WORD or bool(self.words[j + 1].tags) or (
            self.words[j + 1].pro != "" or self.tokens[j + 1].norm.startswith(("ال", "و"))
        )  # fmt: skip

    def _remember(self, node: Node) -> None:
        """Keep the forms by which a person named in full is referred to later."""
        if node.kind == PLACE and node.place is not None and "place_heads" in self.words[node.i].tags:
            self.place_heads.add(self._bare(node.i))
        if node.kind != PERSON or node.by == "coreference":
            return
        person = self.knowledge.people.get(node.entity or "")
        for form in person.family if person else ():
            self.families.setdefault(" ".join(t for t in _fold(form).split()), node)
        words = [t.norm for t in self.tokens[node.name_i : node.j] if t.kind == WORD]
        if len(words) >= 3 and words[-2] in _KUNYA:
            self.families[f"{words[-2]} {words[-1]}"] = node
        elif len(words) >= 4 and words[-3] in _KUNYA:
            self.families[f"{words[-3]} {words[-2]}"] = node
        if len(words) >= 2:
            last = words[-1]
            known = {kind for kind, _ in self.names.get(last)}
            if not self.knowledge.lexicon.analyse(last).tags and not known & {"adjective", "people", "state", "place"}:
                self.families[last] = node

    def _source(self, i: int) -> Node | None:
        """People who speak without a name: مصدر رسمي في وزارة الخارجية, شهود عيان, وسائل إعلام محلية."""
        word = self.words[i]
        if "finite" in word.tags and not word.article and self.tokens[i].norm not in ("شاهد", "شهود"):
            return None
        sense = next((s for s in word.senses if s.tag in _SOURCE_TAGS), None)
        if sense is None:
            return None
        if (
            sense.tag == "unnamed_sources"
            and "people" in word.tags
            and (sense.inflection.number == "p" or word.article or word.suffix)
        ):
            node = self._group(i)
            if node is not None:
                node.source_kind = "unnamed"
            return node
        j = i + 1
        links = 0
        while j < self.end and j - i < 12 and self.tokens[j].kind != MARK:
            tags = self.words[j].tags
            norm = self.tokens[j].norm
            if norm in ("في", "من", "ضمن", "داخل", "لدي") and links < 2 and not word.suffix:
                inner = self.node_at(j + 1) if j + 1 < self.end else None
                if inner is not None and inner.kind in (ACTOR, PLACE, GROUP, OUTLET) and not inner.pro:
                    links += 1
                    j = inner.j
                    continue
                if norm == "من" and self.scene.norm(j + 1) == "داخل":
                    j += 1
                    continue
                if j + 1 < self.end and self._is_definite_word(j + 1):
                    links += 1
                    j += 2
                    continue
                break
            if (
                tags & {"finite", "subordinators", "relatives", "prepositions", "negations", "clause_openers"}
                or len(norm) == 1
            ):
                break
            found = self.names.longest(self.tokens, j, self.end)
            if (
                found
                and found[1] == ""
                and any(kind in ("actor", "adjective", "body", "state") for kind, _ in found[2])
            ):
                j = found[0]
                continue
            if (norm[0] == "و" and self.words[j].pro.startswith("و")) or self.words[j].pro[:1] in ("ل", "ب"):
                break
            if found and any(kind in ("outlet", "person") for kind, _ in found[2]):
                break
            if not norm.startswith("ال") and found is None and tags & {"trigger"}:
                break
            j += 1
        kind = _SOURCE_TAGS[sense.tag] if "مصادر" not in self.tokens[i].norm else "unnamed"
        return self._node(GROUP, i, j, word.pro, source_kind=kind, suffix=word.suffix, name="source",
                          number=sense.inflection.number, feminine=sense.inflection.gender == "f")  # fmt: skip

    _methods = (
        ("statement_nouns", _statement),
        ("wide_places", _wide_place),
        ("unnamed_sources", _source),
        ("general_sources", _source),
        ("own_words", _source),
        ("own_sources", _source),
        ("duals", _dual),
        ("person_duals", _person_dual),
        ("outlet_heads", _outlet),
        ("members", _member),
        ("place_heads", _headed_place),
        ("people", _group),
        ("body_heads", _body),
    )


_MASCULINE_HEADS = {"جيش", "حزب", "مجلس", "تنظيم", "لواء", "فيلق", "تحالف", "ائتلاف", "وفد", "نظام", "برلمان", "حرس", "اتحاد",
                    "جهاز", "تيار", "حشد", "مرصد", "ملتقي", "مؤتمر", "تجمع", "مكتب", "طيران", "فريق", "دفاع", "هلال"}  # fmt: skip
_FEMININE_BARE = {
    "قوي",
    "كتائب",
    "سرايا",
    "عصائب",
    "الويه",
    "اجهزه",
    "فرق",
    "وحدات",
    "قوات",
    "فصائل",
    "خارجيه",
    "داخليه",
}
_MASCULINE_STATES = {
    "العراق",
    "لبنان",
    "السودان",
    "اليمن",
    "المغرب",
    "الأردن",
    "الفاتيكان",
    "الصومال",
    "تشاد",
    "جنوب السودان",
}
_FEMININE_HEADS = {"قوى", "كتائب", "سرايا", "عصائب", "ألوية", "الأمم", "أجهزة", "فرق", "وحدات", "قوات", "أحزاب", "دول",
                   "أمم", "فصائل", "القوى", "الفصائل", "ميليشيات", "الخوذ", "القوات", "الولايات", "بيشمركة", "حماس"}  # fmt: skip


def is_feminine(name: str | None, *, state: bool = False) -> bool:
    """Whether verbs agree in the feminine with a body of this Arabic name: by its first word, as Arabic does."""
    if not name:
        return False
    if state:
        return name not in _MASCULINE_STATES
    first = name.split()[0]
    return first.endswith(("ة", "اء", "ات", "ى", "يا")) or first in _FEMININE_HEADS


def alive_first(ids: list[str], scene: Scene) -> list[str]:
    """Actors that share a name, those that existed when the report was published first."""
    if len(ids) < 2 or not scene.published:
        return ids
    day = scene.published[:10]

    def lived(actor_id: str) -> bool:
        actor = scene.knowledge.actors.get(actor_id)
        if actor is None:
            return True
        return not (actor.start and day < actor.start) and not (actor.end and day > actor.end)

    return sorted(ids, key=lambda actor_id: not lived(actor_id))


def set_body(scene: Scene, node: Node, key: str, state: str) -> None:
    """Let `node` be the body `key` of the country with id `state`."""
    knowledge = scene.knowledge
    body, country = knowledge.bodies[key], knowledge.countries[state]
    feminine = body.ar.split()[-1].endswith("ة") or body.ar.split()[0].endswith("ة")
    adjective = country.adjectives[0] if country.adjectives else ""
    full = f"{body.ar} ال{adjective}{'ة' if feminine else ''}" if adjective else f"{body.ar} {country.ar}"
    own = alive_first([id_ for kind, id_ in knowledge.names.get(full) if kind == "actor"], scene)
    node.unresolved = None
    node.force = body.kind == "state-force"
    node.country = country.iso
    actor = knowledge.actors.get(f"{state}-{body.suffix}")
    if own or actor:
        record = knowledge.actors[own[0]] if own else actor
        assert record is not None
        node.entity, node.name, node.name_en = record.id, record.ar, record.en
    elif body.as_state:
        node.entity, node.name, node.name_en = country.id, country.ar, country.en
    else:
        node.entity, node.name = f"{state}-{body.suffix}", full
        node.name_en = body.en.format(en=country.en)


_SOURCE_TAGS = {
    "unnamed_sources": "unnamed", "general_sources": "general", "own_words": "own_correspondent",
    "own_sources": "own_correspondent",
}  # fmt: skip
_KUNYA = {"ابو", "ابي", "ابا", "ام", "بن", "ابن", "عبد", "ولد", "بنت", "دي", "فان", "بو", "ال", "آل", "مير"}
_NAME_LINKS = {"عبد", "بن", "ابن", "ولد", "دي"}
_NEVER_NAMES = {
    "prepositions",
    "subordinators",
    "relatives",
    "negations",
    "clause_openers",
    "report_verbs",
    "body_heads",
}
_DIRECTIONS = {
    "الشمالي",
    "الجنوبي",
    "الشرقي",
    "الغربي",
    "الشماليه",
    "الجنوبيه",
    "الشرقيه",
    "الغربيه",
    "الاوسط",
}
_ARMED = {"جبهه", "حركه", "لواء", "جيش", "كتيبه", "كتايب", "كتائب", "فرقه", "تنظيم", "ميليشيا", "ميليشيات", "مليشيا",
          "فصيل", "سرايا", "سريه", "فيلق", "قوات", "قوه", "وحدات", "مقاتلو", "مقاتلي", "عناصر", "مسلحو", "مسلحي"}  # fmt: skip
_ARAB = {
    "SY",
    "IQ",
    "LB",
    "JO",
    "PS",
    "SA",
    "YE",
    "OM",
    "AE",
    "QA",
    "KW",
    "BH",
    "EG",
    "SD",
    "LY",
    "TN",
    "DZ",
    "MA",
    "MR",
}
_STATE_COUNTS = {"الثلاث": 3, "الثلاثه": 3, "الاربع": 4, "الخمس": 5, "الست": 6}
_PLURAL_PLACES = {"معابر", "مواني", "موانئ", "مطارات", "قري", "بلدات", "مدن", "احياء", "مخيمات", "محيط", "اطراف",
                  "مداخل", "حدود", "طريق", "شارع", "بحر", "مركز"}  # fmt: skip
_THESE_TWO = {"هاتين", "هذين", "هاتان", "هذان", "كلا", "كلتا"}
_LEADS = {"قياده", "رياسه", "رئاسه", "زعامه"}
_LISTING = {"هيئه", "وزاره", "مديريه", "لجنه", "موتمر", "مؤتمر", "اداره", "مكتب", "منظمه", "دائره", "موسسه", "مؤسسه",
            "مركز", "غرفه", "قوي", "شبكه", "جمعيه"}  # fmt: skip
_LINKING = {
    "تابع",
    "تابعه",
    "مدعوم",
    "مدعومه",
    "موالي",
    "مواليه",
    "مقرب",
    "مقربه",
    "مرتبط",
    "مرتبطه",
    "منضويه",
    "منضوي",
}


def _looks_like_adjective(norm: str) -> bool:
    return len(norm) > 3 and norm[0] not in "و" and norm.endswith(("ي", "يه", "ه", "ين", "ون", "د", "ر", "ل"))


def _clitics(norm: str) -> tuple[tuple[str, str], ...]:
    from rawi.arabic.clitics import splits

    return splits(norm)


def _fold(text: str) -> str:
    from rawi.arabic.characters import fold

    return fold(text)


def _skip(raw: str, pro: str) -> int:
    """How many characters of `raw` the proclitics `pro` take up, marks included."""
    from rawi.arabic.characters import fold

    for length in range(1, len(raw)):
        if len(fold(raw[:length])) >= len(pro):
            after = length
            while after < len(raw) and not fold(raw[after]):
                after += 1
            return after if not raw[length - 1 : length + 1].startswith("لل") else length
    return 0

"""Short names resolved to what was named in full before: الهيئة, الحركة, الوزارة, المدينة.

A scene with its nodes in, the same nodes with their entities out. What cannot be resolved keeps its
own words and no entity.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from rawi.arabic.characters import fold
from rawi.recognise.actors import set_body
from rawi.recognise.nodes import ACTOR, ADJECTIVE, COUNTRY, GROUP, OUTLET, PERSON, PLACE, Node, Scene
from rawi.recognise.vocabulary import vocabulary_of

#: Particles that may be written onto a short name or a statement.
_PARTICLES = "وبل"


def resolve(scene: Scene) -> None:
    """Give every node of `scene` that is a short name the entity it stands for, where that is plain."""
    scene.main_country = _main_country(scene)
    _prefer_neighbours(scene)
    _Resolver(scene).run()


def _main_country(scene: Scene) -> str | None:
    """The country that the places and actors of the text speak of most, as ISO code."""
    seen: Counter[str] = Counter()
    for node in scene.nodes:
        if node.kind == ADJECTIVE and node.state:
            country = scene.knowledge.countries.get(node.state)
            if country:
                seen[country.iso] += 1
        elif node.country and node.kind in (PLACE, ACTOR, PERSON):
            seen[node.country] += 2 if node.kind != PERSON else 1
    return seen.most_common(1)[0][0] if seen else None


def _prefer_neighbours(scene: Scene) -> None:
    """Of places that share a name, the one in the country that the text is about."""
    iso = scene.main_country
    for node in scene.nodes:
        if node.kind == PLACE and node.key and node.place is not None and iso and node.place.country != iso:
            place = scene.knowledge.place(node.key, country=iso)
            if place is not None and place.country == iso and node.state is None:
                node.place, node.entity, node.name, node.name_en = place, place.id, place.ar, place.en
                node.country = place.country


#: How many names and places back a short name may reach.
_REACH = 400


class _Resolver:
    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.vocabulary = vocabulary_of(scene.knowledge.lexicon)
        self.faction = self.vocabulary.kind_heads.get("armed-group")
        self.issued = {word.lstrip(_PARTICLES) for word in self.vocabulary.issued_statements}
        self.by_head: dict[str, Node] = {}
        self.by_short: dict[str, Node] = {}
        self.by_body: dict[str, Node] = {}
        self.named: list[tuple[str, Node]] = []
        self.places: list[Node] = []
        self.last_force: Node | None = None
        self.groups: Counter[str] = Counter()
        self.group_nodes: dict[str, Node] = {}

    def run(self) -> None:
        for node in self.scene.nodes:
            self.visit(node)
            if node.title is not None and node.title.org is not None and node.title.org is not node:
                self.visit(node.title.org)

    def visit(self, node: Node) -> None:
        """Resolve `node` and remember it for those that follow."""
        if node.kind == ACTOR:
            if node.unresolved:
                self._resolve_actor(node)
            if node.entity or node.name:
                self._remember(node)
        elif node.kind == GROUP and node.name == "statement":
            self._resolve_statement(node)
        elif node.kind == PLACE:
            if node.unresolved:
                self._resolve_place(node)
            elif node.place or node.name:
                self.places.append(node)
        elif node.kind == OUTLET and node.unresolved:
            earlier = self.by_head.get(node.unresolved)
            if earlier is not None:
                _copy(earlier, node)
        elif node.kind == OUTLET:
            self.by_head[fold(self.scene.text[node.start : node.end]).split()[0]] = node

    def _resolve_actor(self, node: Node) -> None:
        short = node.unresolved or ""
        if short.startswith("body:"):
            self._resolve_body(node, short.removeprefix("body:"))
        elif short == "named":
            self._resolve_named(node)
        else:
            found = self._named_before(short)
            if found is not None:
                _copy(found, node)
            else:
                self._only_of_country(node, self._words(node).lstrip(_PARTICLES + "ك"))

    def _resolve_body(self, node: Node, key: str) -> None:
        """A state body without its country: the one named before, else that of the text's country."""
        earlier = self.by_body.get(key) or self.by_short.get(self._words(node))
        if earlier is not None:
            _copy(earlier, node)
            return
        if self._words(node).lstrip(_PARTICLES) in self.vocabulary.bare_forces:
            return
        country = self.scene.knowledge.country_by_iso.get(self.scene.main_country or "")
        if country is not None:
            set_body(self.scene, node, key, country.id)

    def _resolve_named(self, node: Node) -> None:
        """A name that the packs do not know may be the beginning or end of a longer one before it."""
        words = self._words(node)
        for name, earlier in reversed(self.named[-_REACH:]):
            if name.startswith(words + " ") or name == words or name.endswith(" " + words):
                _copy(earlier, node)
                return
        node.unresolved = None
        self._only_of_country(node, words)

    def _named_before(self, short: str) -> Node | None:
        """The body named before that a short name such as الحركة stands for."""
        found = self.by_short.get("ال" + short) or self.by_short.get(short)
        if found is None and short != self.faction:
            found = self.by_head.get(short)
        if found is None and short in self.vocabulary.group_heads:
            found = self._main_group()
        if found is None and short in self.vocabulary.force_heads:
            found = self.last_force
        return found

    def _only_of_country(self, node: Node, words: str) -> None:
        """A short name that only one living actor of the text's country bears."""
        scene = self.scene
        ids = scene.knowledge.state_shorts.get((scene.main_country or "", words), [])
        if len(ids) == 1:
            node.entity = ids[0]
            node.name, node.name_en = scene.knowledge.actor_name(ids[0])
            node.unresolved, node.by = None, "knowledge"

    def _resolve_statement(self, node: Node) -> None:
        """A statement stands for whoever issued it: the first body of the last sentence that names a بيان."""
        scene = self.scene
        node.unresolved, node.by = None, "coreference"
        stop_at = bisect_left(scene.sentences, (node.i + 1, 0))
        for first, end in reversed(scene.sentences[max(stop_at - 40, 0) : stop_at]):
            stop = min(end, node.i)
            if not any(scene.norm(k).lstrip(_PARTICLES) in self.issued for k in range(first, stop)):
                continue
            for other in scene.between(first, stop):
                if other.kind == ACTOR and other.entity:
                    node.entity, node.name_en, node.country = other.entity, other.name_en, other.country
                    node.name = other.name
                    node.members = True
                    return

    def _main_group(self) -> Node | None:
        """The group that the text has spoken of most so far, the first named among equals."""
        return (
            self.group_nodes[max(self.groups, key=lambda entity: self.groups[entity])]
            if self.groups
            else None
        )

    def _words(self, node: Node) -> str:
        """The folded words of `node`, without quotation marks."""
        return " ".join(fold(self.scene.text[node.start : node.end]).replace('"', " ").split())

    def _remember(self, node: Node) -> None:
        scene = self.scene
        written = fold((node.name if node.by == "pattern" else "") or "") or self._words(node)
        names = {written, fold(node.name or "")} - {""}
        for name in names:
            words = name.split()
            head = words[0].removeprefix("ال")
            if len(words) > 1 or node.by == "knowledge":
                self.by_head[head] = node
            if len(words) > 1:
                self.named.append((name, node))
        if node.force:
            self.last_force = node
            if node.entity:
                self.groups[node.entity] += 1
                self.group_nodes.setdefault(node.entity, node)
        actor = scene.knowledge.actors.get(node.entity or "")
        if actor is not None:
            for name in actor.short:
                self.by_short[fold(name)] = node
            kind_head = self.vocabulary.kind_heads.get(actor.kind)
            if kind_head is not None:
                self.by_head[kind_head] = node
        for key in scene.knowledge.body_keys[node.entity] if node.entity else ():
            self.by_body[key] = node

    def _resolve_place(self, node: Node) -> None:
        head = node.unresolved or ""
        if head == COUNTRY:
            node.country, node.unresolved = self.scene.main_country, None
            return
        if head in self.vocabulary.capitals:
            country = self.scene.knowledge.country_by_iso.get(self.scene.main_country or "")
            place = self.scene.knowledge.capital(country) if country is not None else None
            if place is not None:
                node.place, node.name, node.name_en = place, place.ar, place.en
                node.entity, node.country = place.id, place.country
            return
        kinds = self.vocabulary.place_kinds.get(head, ())
        for earlier in reversed(self.places[-_REACH:]):
            kind = earlier.place.kind if earlier.place else ""
            if self.scene.norm(earlier.i).endswith(head) or kind in kinds:
                node.place, node.name, node.name_en = earlier.place, earlier.name, earlier.name_en
                node.entity, node.country = earlier.entity, earlier.country
                return


def _copy(earlier: Node, node: Node) -> None:
    node.entity, node.name, node.name_en = earlier.entity, earlier.name, earlier.name_en
    node.country, node.force = earlier.country, earlier.force
    node.unresolved = None
    node.by = "coreference"

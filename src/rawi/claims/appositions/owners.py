"""Whom a post belongs to.

A title and its person in, the body, state or government out; an empty list where it cannot be told.
"""

from __future__ import annotations

from rawi.claims.draft import Party, party
from rawi.recognise.nodes import ACTOR, OUTLET, Node, Scene, Title


def post_of(scene: Scene, title: Title, person: Node) -> list[Party]:
    """Whom a post belongs to: the state of `الرئيس الروسي`, else the body named."""
    if title.org is not None and _is_ministry(scene, title):
        state = _ministry_state(scene, title)
        if state is None:
            return []
        entity = _state_in_power(scene, state)
        name, name_en = scene.knowledge.actor_name(entity)
        return [Party(title.state or title.org, entity, name, name_en)]
    if title.state is not None and title.state.state:
        entity = _state_in_power(scene, title.state.state)
        name, name_en = scene.knowledge.actor_name(entity)
        return [Party(title.state, entity, name, name_en)]
    if title.org is not None:
        return [party(title.org)]
    words = [scene.norm(k) for k in range(title.i, title.j)]
    names = scene.knowledge.lexicon.listed("title_names")
    suffix = scene.words[title.i].suffix or next(
        (
            word.removeprefix(name)
            for word in words
            for name in names
            if word.startswith(name) and word != name
        ),
        "",
    )
    if suffix:
        feminine = suffix == "ها"
        for earlier in scene.before(title.i):
            if earlier.kind not in (ACTOR, OUTLET):
                continue
            if earlier.feminine == feminine or suffix == "هم":
                return [party(earlier)]
    if (
        words[-1] in scene.knowledge.lexicon.listed("whole_state")
        and scene.main_country in scene.knowledge.country_by_iso
    ):
        entity = _state_in_power(scene, scene.knowledge.country_by_iso[scene.main_country or ""].id)
        name, name_en = scene.knowledge.actor_name(entity)
        return [Party(person, entity, name, name_en)]
    return []


def _is_ministry(scene: Scene, title: Title) -> bool:
    """Whether the title is that of a minister, who serves a state: وزير الخارجية الإيراني."""
    return any(
        s.lemma in scene.knowledge.lexicon.written("minister_posts")
        for s in scene.words[title.i].senses
        if s.tag == "titles"
    )


def _ministry_state(scene: Scene, title: Title) -> str | None:
    """The state whose adjective stands in the words of the title, or None."""
    for k in range(title.i + 1, title.j):
        for kind, id_ in scene.knowledge.names.get(scene.text[scene.tokens[k].start : scene.tokens[k].end]):
            if kind in ("adjective", "state"):
                return id_
    return None


def _state_in_power(scene: Scene, state: str) -> str:
    """The government in power, where the packs tell governments of a state apart by date; else the state."""
    knowledge = scene.knowledge
    country = knowledge.countries[state]
    governments = [
        id_
        for head in knowledge.lexicon.written("governments")
        for kind, id_ in knowledge.names.get(
            f"{head} ال{country.adjectives[0]}ة" if country.adjectives else ""
        )
        if kind == "actor"
    ]
    if len(governments) > 1 and scene.published:
        day = scene.published[:10]
        for id_ in governments:
            actor = knowledge.actors[id_]
            if not (actor.start and day < actor.start) and not (actor.end and day > actor.end):
                return id_
    return state

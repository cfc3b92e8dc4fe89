"""Posts beside the name of who holds them.

A person or a post and its neighbours in, POST drafts out. Refused: posts that say nothing without a
body (مسؤول), and posts that open another clause.
"""

from __future__ import annotations

from rawi.claims.appositions.owners import post_of
from rawi.claims.draft import Draft, party
from rawi.recognise.nodes import ACTOR, ADJECTIVE, GROUP, PERSON, Node, Scene, Title


def make_post(scene: Scene, title: Title, person: Node, rule: str) -> Draft | None:
    """The draft that `person` holds `title`, or None for a post that says nothing without a body."""
    lemma = next((s.lemma for s in scene.words[title.i].senses if s.tag == "titles"), "")
    if lemma in scene.knowledge.lexicon.written("bare_posts") and title.org is None and title.state is None:
        return None
    mode: str | None = title.role
    if title.former:
        mode = None
    draft = Draft("POST", mode, rule, (title.i, title.j), title.i)
    draft.actor = [party(person)]
    draft.recipient = post_of(scene, title, person)
    draft.value = (title.start, title.end)
    return draft


def find_service(scene: Scene, before: Node | None, node: Node) -> Draft | None:
    """أحمد الصافي، ممثل المرجع علي السيستاني: the person before serves the one behind."""
    if (
        before is None
        or before.kind != PERSON
        or node.title is None
        or node.title.org is not None
        or node.pro
    ):
        return None
    if [scene.norm(k) for k in range(before.j, node.i)] != ["،"]:
        return None
    lemma = next((s.lemma for s in scene.words[node.title.i].senses if s.tag == "titles"), "")
    if lemma not in scene.knowledge.lexicon.written("serving_posts"):
        return None
    draft = make_post(scene, node.title, before, "post-in-service")
    if draft is not None:
        draft.recipient = [party(node)]
    return draft


def post_before(scene: Scene, node: Node) -> list[Draft]:
    """القائد العام لقوات سوريا الديمقراطية مظلوم عبدي."""
    if node.title is None:
        return []
    draft = make_post(scene, node.title, node, "post-before-name")
    return [draft] if draft else []


def post_after(scene: Scene, person: Node, following: Node) -> list[Draft]:
    """مظلوم عبدي، قائد قوات سوريا الديمقراطية; فضل الله الحجي قائد الجبهة الوطنية."""
    if scene.norm(following.i).endswith("ا"):
        return []
    gap = [scene.norm(k) for k in range(person.j, following.i)]
    if (
        following.kind != GROUP
        or following.title is None
        or following.pro
        or not set(gap) <= scene.knowledge.lexicon.listed("post_gap")
    ):
        return []
    if not gap and person.title is not None:
        return []
    if following.title.org is None and following.title.state is None and len(gap) == 0:
        return []
    draft = make_post(scene, following.title, person, "post-after-name")
    return [draft] if draft else []


def second_of_two(scene: Scene, nodes: list[Node], index: int) -> list[Draft]:
    """الرئيسان الروسي فلاديمير بوتين والتركي رجب طيب أردوغان: the second holder of a dual title."""
    node = nodes[index]
    if node.title is None or index + 2 >= len(nodes) or not _is_dual(scene, node.title):
        return []
    owner, person = nodes[index + 1], nodes[index + 2]
    if owner.pro != "و" or owner.i != node.j or person.kind != PERSON or person.i != owner.j or person.title:
        return []
    title = Title(node.title.i, node.title.j, node.title.start, node.title.end)
    title.org = owner if owner.kind != ADJECTIVE else None
    title.state = owner if owner.kind == ADJECTIVE else None
    draft = make_post(scene, title, person, "post-of-two")
    return [draft] if draft else []


def _is_dual(scene: Scene, title: Title) -> bool:
    return any(s.inflection.number == "d" for s in scene.words[title.i].senses if s.tag == "titles") or (
        scene.norm(title.i).endswith(("ان", "ين", "ي", "ا"))
    )


def two_posts(scene: Scene, role: Node, following: Node) -> list[Draft]:
    """رئيس مجلس السيادة وقائد الجيش عبد الفتاح البرهان: both posts are his."""
    if following.kind != PERSON or following.pro != "و" or following.title is None or role.j != following.i:
        return []
    assert role.title is not None
    draft = make_post(scene, role.title, following, "two-posts")
    return [draft] if draft else []


def led_by(scene: Scene, nodes: list[Node], index: int) -> list[Draft]:
    """الجيش بقيادة الفريق أول عبد الفتاح البرهان; وفد برئاسة محمد علوش."""
    node = nodes[index]
    if node.kind != PERSON or index == 0:
        return []
    before = node.i - 1
    norm = scene.norm(before)
    if norm not in scene.knowledge.lexicon.listed("led_by"):
        return []
    owner = nodes[index - 1]
    if owner.kind not in (ACTOR, GROUP) or before - owner.j > 2:
        return []
    draft = Draft("POST", "holds", "led-by", (before, before + 1), before)
    draft.actor = [party(node)]
    draft.recipient = [party(owner)]
    token = scene.tokens[before]
    draft.value = (token.start + 1, token.end)
    return [draft]

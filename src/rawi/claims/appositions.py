"""Claims that stand beside a name: posts, other names, belonging.

`القائد العام لهيئة تحرير الشام أبو محمد الجولاني`, `جبهة فتح الشام (جبهة النصرة سابقاً)`,
`المعروفة باسم …`, `الملقب بـ …`, `الجيش بقيادة …`. Each is coded once per document.
"""

from __future__ import annotations

from rawi.arabic.characters import fold
from rawi.claims.draft import Draft, Party, party
from rawi.recognise.nodes import ACTOR, ADJECTIVE, GROUP, OUTLET, PERSON, PLACE, Node, Scene, Title

_NO_CLAIM = {"مسؤول", "نظير"}


def find_appositions(scene: Scene, first: int, end: int) -> list[Draft]:
    """The drafts of one sentence, in order."""
    drafts: list[Draft] = []
    nodes = list(scene.between(first, end))
    for index, node in enumerate(nodes):
        following = nodes[index + 1] if index + 1 < len(nodes) else None
        if node.kind == PERSON:
            before = nodes[index - 1] if index else None
            serving = _serves(scene, before, node)
            drafts += [serving] if serving else _post_before(scene, node)
            if following is not None:
                drafts += _post_after(scene, node, following)
            drafts += _second_of_two(scene, nodes, index)
        elif node.kind == GROUP and node.title is not None and following is not None:
            drafts += _two_posts(scene, node, following)
        if following is not None:
            drafts += _named(scene, node, following, end)
        drafts += _acronym(scene, node, end)
        if node.title is not None and node.title.org is not None and node.title.org.kind == ACTOR:
            drafts += _acronym(scene, node.title.org, end)
        drafts += _nickname(scene, node, end)
        drafts += _led_by(scene, nodes, index)
        drafts += _nominal(scene, nodes, index)
    for draft in drafts:
        draft.sentence = (first, end)
    return drafts


# ---------------------------------------------------------------- posts


def _post(scene: Scene, title: Title, person: Node, rule: str) -> Draft | None:
    lemma = next((s.lemma for s in scene.words[title.i].senses if s.tag == "titles"), "")
    if lemma in _NO_CLAIM and title.org is None and title.state is None:
        return None
    mode: str | None = title.role
    if title.former:
        mode = None
    draft = Draft("POST", mode, rule, (title.i, title.j), title.i)
    draft.actor = [party(person)]
    draft.recipient = _post_of(scene, title, person)
    draft.value = (title.start, title.end)
    return draft


def _post_of(scene: Scene, title: Title, person: Node) -> list[Party]:
    """Whom a post belongs to: the state of `الرئيس الروسي`, else the body named."""
    if title.org is not None and _is_ministry(scene, title):
        state = _ministry_state(scene, title)
        if state is None:
            return []
        entity = _state_in_power(scene, state, title)
        name, name_en = scene.knowledge.actor_name(entity)
        return [Party(title.state or title.org, entity, name, name_en)]
    if title.state is not None and title.state.state:
        entity = _state_in_power(scene, title.state.state, title)
        name, name_en = scene.knowledge.actor_name(entity)
        return [Party(title.state, entity, name, name_en)]
    if title.org is not None:
        return [party(title.org)]
    suffix = scene.words[title.i].suffix or next(
        (
            scene.norm(k)[4:]
            for k in range(title.i, title.j)
            if scene.norm(k).startswith("باسم") and len(scene.norm(k)) > 4
        ),
        "",
    )
    if suffix:
        feminine = suffix == "ها"
        for earlier in reversed([n for n in scene.nodes if n.i < title.i and n.kind in (ACTOR, OUTLET)]):
            if earlier.feminine == feminine or suffix == "هم":
                return [party(earlier)]
    words = [scene.norm(k) for k in range(title.i, title.j)]
    if words[-1] == "الجمهوريه" and scene.main_country in scene.knowledge.country_by_iso:
        entity = _state_in_power(scene, scene.knowledge.country_by_iso[scene.main_country or ""].id, title)
        name, name_en = scene.knowledge.actor_name(entity)
        return [Party(person, entity, name, name_en)]
    return []


def _is_ministry(scene: Scene, title: Title) -> bool:
    """Whether the title is that of a minister, who serves a state: وزير الخارجية الإيراني."""
    return any(
        s.lemma in ("وزير", "وزيرة", "وزيري") for s in scene.words[title.i].senses if s.tag == "titles"
    )


def _ministry_state(scene: Scene, title: Title) -> str | None:
    """The state whose adjective stands in the words of the title, or None."""
    for k in range(title.i + 1, title.j):
        for kind, id_ in scene.knowledge.names.get(scene.text[scene.tokens[k].start : scene.tokens[k].end]):
            if kind in ("adjective", "state"):
                return id_
    return None


def _state_in_power(scene: Scene, state: str, title: Title) -> str:
    """The government in power, where the packs tell governments of a state apart by date; else the state."""
    knowledge = scene.knowledge
    country = knowledge.countries[state]
    governments = [
        id_
        for kind, id_ in knowledge.names.get(
            f"الحكومة ال{country.adjectives[0]}ة" if country.adjectives else ""
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


def _serves(scene: Scene, before: Node | None, node: Node) -> Draft | None:
    """أحمد الصافي، ممثل المرجع علي السيستاني: the post is that of the person before, in the other's service."""
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
    if lemma not in ("ممثل", "مستشار", "مساعد", "نائب", "مبعوث", "موفد", "وكيل", "ناطق", "متحدث", "مستشارة"):
        return None
    draft = _post(scene, node.title, before, "post-in-service")
    if draft is not None:
        draft.recipient = [party(node)]
    return draft


def _post_before(scene: Scene, node: Node) -> list[Draft]:
    """القائد العام لقوات سوريا الديمقراطية مظلوم عبدي."""
    if node.title is None:
        return []
    draft = _post(scene, node.title, node, "post-before-name")
    return [draft] if draft else []


def _post_after(scene: Scene, person: Node, following: Node) -> list[Draft]:
    """مظلوم عبدي، قائد قوات سوريا الديمقراطية; فضل الله الحجي قائد الجبهة الوطنية."""
    if scene.norm(following.i).endswith("ا"):
        return []
    gap = [scene.norm(k) for k in range(person.j, following.i)]
    if (
        following.kind != GROUP
        or following.title is None
        or following.pro
        or not set(gap) <= {"،", "(", "وهو", "هو"}
    ):
        return []
    if not gap and person.title is not None:
        return []
    if following.i - person.j > 3:
        return []
    if following.title.org is None and following.title.state is None and len(gap) == 0:
        return []
    draft = _post(scene, following.title, person, "post-after-name")
    return [draft] if draft else []


def _second_of_two(scene: Scene, nodes: list[Node], index: int) -> list[Draft]:
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
    draft = _post(scene, title, person, "post-of-two")
    return [draft] if draft else []


def _is_dual(scene: Scene, title: Title) -> bool:
    return any(s.inflection.number == "d" for s in scene.words[title.i].senses if s.tag == "titles") or (
        scene.norm(title.i).endswith(("ان", "ين", "ي", "ا"))
    )


def _two_posts(scene: Scene, role: Node, following: Node) -> list[Draft]:
    """رئيس مجلس السيادة وقائد الجيش عبد الفتاح البرهان: both posts are his."""
    if following.kind != PERSON or following.pro != "و" or following.title is None or role.j != following.i:
        return []
    assert role.title is not None
    draft = _post(scene, role.title, following, "two-posts")
    return [draft] if draft else []


def _led_by(scene: Scene, nodes: list[Node], index: int) -> list[Draft]:
    """الجيش بقيادة الفريق أول عبد الفتاح البرهان; وفد برئاسة محمد علوش."""
    node = nodes[index]
    if node.kind != PERSON or index == 0:
        return []
    before = node.i - 1
    norm = scene.norm(before)
    if norm not in ("بقياده", "برياسه", "برئاسه", "بزعامه"):
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


def _nominal(scene: Scene, nodes: list[Node], index: int) -> list[Draft]:
    """إنهم عناصر في الحرس الثوري, بأنه قيادي في التنظيم, وهي جماعة سلفية: what somebody is said to be."""
    node = nodes[index]
    k = node.i - 1
    if scene.norm(k) in ("احدي", "احد"):
        k -= 1
    cue = scene.norm(k)
    if cue not in _PRONOUNS or node.pro or index == 0:
        return []
    plural = cue.endswith("هم")
    feminine = cue in ("هي", "وهي", "انها", "بانها", "لانها")
    owner = next(
        (
            n for n in reversed(nodes[:index])
            if n.kind in (ACTOR, PERSON, GROUP) and not n.source_kind and (
                (plural and n.number == "p") or (not plural and n.number != "p" and n.feminine == feminine)
            )
        ),
        None,
    )  # fmt: skip
    if owner is None:
        return []
    if node.kind == ACTOR and node.members and node.name_i != node.i:
        draft = Draft("PART_OF", "part", "is-member", (node.i, max(node.i + 1, node.name_i)), node.i)
        draft.actor = [party(owner)]
        draft.recipient = [party(node)]
        return [draft]
    if node.kind == GROUP and node.title is not None and node.title.org is not None and owner.kind == PERSON:
        draft = _post(scene, node.title, owner, "is-post")
        return [draft] if draft else []
    if (
        (k < node.i - 1
        and node.kind in (ACTOR, GROUP)
        and node.entity is None
        and owner.kind == ACTOR)
        or (node.kind == GROUP and node.title is None and node.name != "source" and owner.kind == ACTOR)
    ):
        draft = Draft("CLASSIFIED", None, "is-class", (node.i, node.j), node.i)
        draft.actor = [party(owner)]
        draft.value = (node.start, node.end)
        return [draft]
    return []


_PRONOUNS = {"هي", "هو", "وهي", "وهو", "انهم", "انه", "انها", "بانه", "بانها", "بانهم"}


# ---------------------------------------------------------------- names


def _named(scene: Scene, node: Node, following: Node, end: int) -> list[Draft]:
    """Another name beside a name, in brackets or behind words such as المعروف باسم, سابقاً, الملقب بـ."""
    if node.kind not in (ACTOR, PERSON, OUTLET) or following.kind not in (ACTOR, PERSON, OUTLET):
        return []
    gap = [scene.norm(k) for k in range(node.j, following.i) if scene.norm(k) != '"']
    behind = [scene.norm(k) for k in range(following.j, min(following.j + 4, end)) if scene.norm(k) != '"']
    formerly = (
        (bool(behind)
        and behind[0] in ("سابقا", "السابقه"))
        or (len(behind) > 1 and behind[0] == ")" and behind[1] == "سابقا")
    )
    joined = " ".join(gap)
    if joined in ("(", "-", "–", "") and formerly and node.kind == ACTOR:
        trigger = next(k for k in range(following.j, end) if scene.norm(k) in ("سابقا", "السابقه"))
        following.cited = True
        return [_name_draft(scene, node, following, "formerly", (trigger, trigger + 1), "formerly")]
    if joined == "(" and behind[:1] == [")"]:
        if scene.norm(node.j - 1) == '"' and node.kind == ACTOR and following.kind == ACTOR:
            return [
                _name_draft(scene, following, node, "also-known-as", (node.i, node.j), "name-in-brackets")
            ]
        if (
            node.entity is None
            or following.entity in (node.entity, None)
            or node.kind == following.kind == PERSON
        ):
            return [
                _name_draft(
                    scene, node, following, "also-known-as", (following.i, following.j), "name-in-brackets"
                )
            ]
    if _NAME_CUES & set(gap) or any(" ".join(gap).find(cue) >= 0 for cue in _NAME_PHRASES):
        past = bool({"سابقا", "كانت", "كان"} & set(gap))
        cue = next((k for k in range(node.j, following.i) if _is_cue(scene, k)), following.i)
        if following.kind in (ACTOR, PERSON) and len(gap) <= 8:
            mode = "formerly" if past else "also-known-as"
            return [_name_draft(scene, node, following, mode, (cue, cue + 1), "known-as")]
    return []


_NAME_CUES = {"الملقب", "الملقبه", "الشهير", "الشهيره", "المكني", "المعروف", "المعروفه", "المعروفين", "والمعروفه", "والمعروف",
              "تسمي", "يسمي", "المسمي", "المسماه", "الملقبين", "ويلقب", "يلقب", "المدعو"}  # fmt: skip
_NAME_PHRASES = ("يعرف سابقا باسم", "يعرف باسم", "تعرف باسم", "كان يعرف", "كانت تعرف", "عرف باسم", "عرفت باسم",
                 "المعروفه باسم", "المعروف باسم", "تعرف سابقا")  # fmt: skip


def _is_cue(scene: Scene, k: int) -> bool:
    norm = scene.norm(k)
    return norm in _NAME_CUES or norm in ("يعرف", "تعرف", "عرف", "عرفت")


def _name_draft(
    scene: Scene, node: Node, following: Node, mode: str, trigger: tuple[int, int], rule: str
) -> Draft:
    draft = Draft("NAMED", mode, rule, trigger, trigger[0])
    draft.actor = [party(node)]
    draft.value = _name_span(scene, following)
    return draft


def _nickname(scene: Scene, node: Node, end: int) -> list[Draft]:
    """عصام بويضاني، الملقّب بـ“أبي همام”: a name in quotes that is no node, behind a word that says so."""
    if node.kind not in (PERSON, ACTOR):
        return []
    for k in range(node.j, min(node.j + 8, end)):
        if scene.owner[k] is not None and scene.owner[k] is not node:
            return []
        if not _is_cue(scene, k):
            continue
        opening = next((m for m in range(k + 1, min(k + 4, end)) if scene.norm(m) == '"'), None)
        if opening is None:
            return []
        close = next((m for m in range(opening + 1, min(opening + 7, end)) if scene.norm(m) == '"'), None)
        if close is None or any(scene.owner[m] is not None for m in range(opening + 1, close)):
            return []
        draft = Draft("NAMED", "also-known-as", "known-as", (k, k + 1), k)
        draft.actor = [party(node)]
        draft.value = (scene.tokens[opening + 1].start, scene.tokens[close - 1].end)
        return [draft]
    return []


def _name_span(scene: Scene, node: Node) -> tuple[int, int]:
    start, end = node.start, node.end
    while start < end and scene.text[start] in '"“”«»‘’(':
        start += 1
    while end > start and scene.text[end - 1] in '"“”«»‘’)':
        end -= 1
    return start, end


def _acronym(scene: Scene, node: Node, end: int) -> list[Draft]:
    """An acronym or name in brackets or quotes that no pack knows: هيئة الإغاثة (IHH), “قسد”."""
    if node.kind not in (ACTOR, PERSON) or (node.members and node.name_i == node.i):
        return []
    i = node.j
    tail = next((k for k in range(node.i + 2, node.j - 1) if scene.norm(k) in ('"', "(")), None)
    if tail is not None and scene.norm(node.i) != '"':
        i = tail
        end = max(end, node.j)
    elif scene.norm(i) == '"' and scene.norm(i + 1) == "(":
        i += 1
    close = {"(": ")", '"': '"'}.get(scene.norm(i))
    if close is None:
        return []
    j = next((k for k in range(i + 1, min(i + 6, end)) if scene.norm(k) == close), None)
    if j is None or j == i + 1:
        return []
    inner = [scene.owner[k] for k in range(i + 1, j)]
    nodes = {id(item): item for item in inner if item is not None and item.i > i}
    if len(nodes) > 1:
        return []
    only = next(iter(nodes.values()), None)
    if only is not None and (only.entity != node.entity or node.entity is None) and not (only.kind == OUTLET):
        return []
    words = [scene.tokens[k] for k in range(i + 1, j)]
    if any(word.kind == "number" for word in words) or any(
        scene.words[k].tags & {"formerly", "finite", "prepositions", "former"} for k in range(i + 1, j)
    ):
        return []
    if only is None and node.kind == ACTOR and len(words) > 3:
        return []
    written = fold(scene.text[words[0].start : words[-1].end]).strip('"')
    if tail is None and written in fold(scene.text[node.start : node.end]):
        return []
    draft = Draft("NAMED", "also-known-as", "name-in-brackets", (i + 1, j), i + 1)
    draft.actor = [party(node)]
    start, stop = words[0].start, words[-1].end
    while start < stop and scene.text[start] in '"“”«»‘’':
        start += 1
    while stop > start and scene.text[stop - 1] in '"“”«»‘’':
        stop -= 1
    draft.value = (start, stop)
    return [draft]


_ = (ADJECTIVE, PLACE)

"""Another name beside a name: in brackets, in quotes, or behind المعروف باسم, سابقا, الملقب بـ.

A node and what follows in, NAMED drafts out. Refused: brackets that hold numbers, verbs or
another known name.
"""

from __future__ import annotations

from rawi.arabic.characters import fold
from rawi.claims.draft import Draft, party
from rawi.recognise.nodes import ACTOR, OUTLET, PERSON, Node, Scene


def find_named(scene: Scene, node: Node, following: Node, end: int) -> list[Draft]:
    """Another name beside a name, in brackets or behind words such as المعروف باسم, سابقاً, الملقب بـ."""
    if node.kind not in (ACTOR, PERSON, OUTLET) or following.kind not in (ACTOR, PERSON, OUTLET):
        return []
    listed = scene.knowledge.lexicon.listed
    gap = [scene.norm(k) for k in range(node.j, following.i) if scene.norm(k) != '"']
    behind = [scene.norm(k) for k in range(following.j, min(following.j + 4, end)) if scene.norm(k) != '"']
    formerly = (bool(behind) and behind[0] in listed("former_names")) or (
        len(behind) > 1 and behind[0] == ")" and behind[1] in listed("former_behind_bracket")
    )
    joined = " ".join(gap)
    if joined in ("(", "-", "–", "") and formerly and node.kind == ACTOR:
        trigger = next(k for k in range(following.j, end) if scene.norm(k) in listed("former_names"))
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
    if gap[-1:] == ["باسم"] and scene.norm(node.i - 1) in listed("name_verbs") and len(gap) < 4:
        return [_name_draft(scene, node, following, "also-known-as", (node.i - 1, node.i), "known-as")]
    if (
        joined == "باسم"
        and scene.norm(node.i - 1) == "الي"
        and scene.norm(node.i - 2) in listed("referring_verbs")
    ):
        return [_name_draft(scene, node, following, "also-known-as", (node.i - 2, node.i - 1), "known-as")]
    if listed("name_cues") & set(gap) or any(cue in joined for cue in listed("name_phrases")):
        past = bool(listed("past_names") & set(gap))
        cue = next((k for k in range(node.j, following.i) if _is_cue(scene, k)), following.i)
        if following.kind in (ACTOR, PERSON) and len(gap) <= 8:
            mode = "formerly" if past else "also-known-as"
            return [_name_draft(scene, node, following, mode, (cue, cue + 1), "known-as")]
    return []


def find_renaming(scene: Scene, nodes: list[Node], index: int) -> list[Draft]:
    """غيرت جبهة النصرة اسمها إلى جبهة فتح الشام, أطلقت على نفسها اسم X: the name is `nodes[index]`."""
    name, listed = nodes[index], scene.knowledge.lexicon.listed
    if name.kind != ACTOR:
        return []
    k = name.i - (2 if scene.norm(name.i - 1) == '"' else 1)
    behind_to = scene.norm(k) in listed("renaming_links") and scene.norm(k - 1) in listed("own_names")
    behind_name = scene.norm(k) in listed("name_nouns") and scene.norm(k - 1) in listed("own_selves")
    if not (behind_to or behind_name):
        return []
    verbs = range(k - 2, max(k - 14, -1), -1)
    verb = next((m for m in verbs if scene.norm(m) in listed("renaming_verbs")), None)
    if verb is None:
        return []
    owner = next((n for n in reversed(nodes[:index]) if n.kind == ACTOR and n.j <= k), None)
    if owner is None:
        return []
    mode = "renamed" if behind_to else "also-known-as"
    return [_name_draft(scene, owner, name, mode, (verb, verb + 1), "rename")]


def _is_cue(scene: Scene, k: int) -> bool:
    listed = scene.knowledge.lexicon.listed
    return scene.norm(k) in listed("name_cues") or scene.norm(k) in listed("name_verbs")


def _name_draft(
    scene: Scene, node: Node, following: Node, mode: str, trigger: tuple[int, int], rule: str
) -> Draft:
    draft = Draft("NAMED", mode, rule, trigger, trigger[0])
    draft.actor = [party(node)]
    draft.value = _name_span(scene, following)
    return draft


def find_nickname(scene: Scene, node: Node, end: int) -> list[Draft]:
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


def find_bracketed(scene: Scene, node: Node, end: int) -> list[Draft]:
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
    if only is not None and (only.entity != node.entity or node.entity is None) and only.kind != OUTLET:
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

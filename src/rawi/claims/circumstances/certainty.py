"""How sure a predicate is: its modality and polarity.

A predicate in, (modality, polarity) out, from its form and the words before it in its clause. What a
speech verb adds is not seen here (see `governing`).
"""

from __future__ import annotations

from rawi.claims.syntax import Predicate, Syntax


def negated(syntax: Syntax, predicate: Predicate) -> bool:
    """Whether the predicate's own words say that it is not so."""
    scene = syntax.scene
    k = predicate.i - 1
    hops = 0
    if predicate.finite:
        while k >= syntax.first and hops < 2:
            norm = scene.norm(k)
            if norm in syntax.listed("verb_negators"):
                return True
            if norm not in syntax.listed("negation_gap"):
                return False
            k -= 1
            hops += 1
        return False
    while k >= syntax.first and hops < 3:
        norm = scene.norm(k)
        if norm in syntax.listed("noun_negators"):
            return True
        if norm in syntax.listed("verb_negators") and hops > 0:
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
    asks = "؟" in (scene.norm(syntax.end - 1), scene.norm(syntax.end - 2))
    if asks and scene.norm(syntax.first) in syntax.listed("question_words"):
        return "possible", polarity
    before = [
        scene.norm(k)
        for k in range(max(predicate.left - 5, syntax.first), predicate.i)
        if scene.owner[k] is None
    ]
    near = [scene.norm(k) for k in range(max(predicate.i - 2, syntax.first), predicate.i)]
    if predicate.finite and predicate.inflection.tense == "present":
        if set(before) & syntax.listed("possible_before"):
            return "possible", polarity
        if (
            predicate.word.future
            or set(near) & syntax.listed("future_particles")
            or set(before) & syntax.listed("planned_before")
        ):
            behind = {scene.norm(k) for k in range(predicate.i, syntax.end)}
            return ("conditional" if behind & syntax.listed("conditions_behind") else "planned"), polarity
        if len(near) > 1 and near[-2] in syntax.listed("condition_words"):
            return "conditional", polarity
        if set(near) & syntax.listed("maybe_particles"):
            return "possible", polarity
        if (
            near
            and near[-1] in syntax.listed("present_conditions")
            and len(near) > 1
            and _is_condition(syntax, predicate.i - 1)
        ):
            return "conditional", polarity
    if (
        predicate.finite
        and predicate.inflection.tense == "past"
        and near
        and near[-1] in syntax.listed("past_conditions")
    ):
        return "conditional", polarity
    if not predicate.finite:
        window = [scene.norm(k) for k in range(max(predicate.i - 6, syntax.first), predicate.i)]
        if set(window) & syntax.listed("intended_before"):
            lowered = "negated" if set(window) & syntax.listed("intention_negations") else polarity
            return "planned", lowered
        if set(window) & syntax.listed("future_negators"):
            return "planned", polarity
        light = predicate.light
        if light is not None:
            modality, other = modality_of(syntax, light)
            return modality, "negated" if other == "negated" or no else "affirmed"
        if set(window) & syntax.listed("possible_before"):
            return "possible", polarity
        if near and near[-1].startswith("ست") and len(near[-1]) > 4:
            return "planned", polarity
    return "asserted", polarity


def _is_condition(syntax: Syntax, k: int) -> bool:
    """Whether إن at token `k` is the conditional particle, not أن / إنّ."""
    token = syntax.tokens[k]
    raw = syntax.scene.text[token.start : token.end]
    return raw.startswith(tuple(syntax.written("condition_spellings"))) or (
        raw in syntax.written("conditional_in") and syntax.by_token.get(k + 1) is not None
    )

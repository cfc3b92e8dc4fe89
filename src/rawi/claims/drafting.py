"""From a rule that fits a predicate to a draft.

A predicate and its rule in, a draft with parties, place, time, modality and value out, or None where
the words say too little for a claim.
"""

from __future__ import annotations

from rawi.claims.casualties import add_counts
from rawi.claims.circumstances import SPOKEN, STATES, find_place, find_time, modality_of
from rawi.claims.draft import Draft, distinct
from rawi.claims.governing import govern
from rawi.claims.meetings import add_hosts
from rawi.claims.parties import parties_of
from rawi.claims.roles import Roles, no_roles, noun_roles, phrase_roles, verb_roles
from rawi.claims.sentence import Fit, Sentence
from rawi.claims.syntax import Predicate, coordinated, fill, preposition_before, preposition_of
from rawi.claims.worth import is_worth
from rawi.knowledge.lexicon import Rule
from rawi.recognise.nodes import GROUP, TIME, Node

#: Marks that end the words of a value.
_ENDS = ("،", ".", ",", '"', ")")


def make_draft(fit: Fit) -> Draft | None:
    """What a rule makes of the predicate that it fits, or None where too little is said."""
    sentence, predicate, rule = fit.sentence, fit.predicate, fit.rule
    trigger_end = predicate.i + 1
    if rule.follow and trigger_end < sentence.end and sentence.scene.owner[trigger_end] is None:
        trigger_end += 1
    past = predicate.finite and predicate.inflection.tense == "past"
    mode = rule.past_mode if past and rule.past_mode else rule.mode
    draft = Draft(rule.type, mode, rule.id, (predicate.i, trigger_end), predicate.i)
    roles = no_roles()
    places: list[Node] = []
    if predicate.finite:
        verb_roles(fit, roles, places)
    else:
        noun_roles(fit, roles, places)
    phrase_roles(sentence, predicate, rule, roles, places)
    if roles["founder"] and not roles["formed"]:
        return None
    _add_parties(sentence, predicate, rule, draft, roles)
    if fit.governor is not None:
        govern(draft, fit.governor, mutual=rule.reciprocal)
    if not is_worth(fit, draft, places):
        return None
    _add_circumstances(fit, draft, places)
    add_counts(sentence, rule, draft, predicate)
    _add_value(sentence, predicate, rule, draft)
    return draft


def _add_parties(sentence: Sentence, predicate: Predicate, rule: Rule, draft: Draft, roles: Roles) -> None:
    """Put the parties of all roles into the two of a draft; nobody is both actor and recipient."""
    draft.actor, draft.recipient = distinct(roles["actor"]), distinct(roles["recipient"])
    if "from_merger" in rule.flags:
        _add_merged(sentence, predicate, rule, draft)
    if rule.reciprocal:
        draft.actor = [
            item
            for item in distinct([*draft.actor, *draft.recipient])
            if item.node.kind != GROUP or sentence.scene.norm(item.node.i) not in rule.with_
        ]
        draft.recipient = []
        if len(draft.actor) == 1:
            _add_first_side(sentence, predicate, draft)
        add_hosts(sentence, predicate, draft)
    draft.recipient += roles["target"]
    if roles["formed"]:
        draft.actor = roles["formed"]
    acting = {party.key for party in draft.actor}
    draft.recipient = [party for party in draft.recipient if party.key not in acting]


def _add_merged(sentence: Sentence, predicate: Predicate, rule: Rule, draft: Draft) -> None:
    """`تشكلت الجبهة من اندماج X وY`: what merges into the body that is founded."""
    syntax = sentence.syntax
    for other in syntax.predicates:
        if not predicate.i < other.i < predicate.limit:
            continue
        if rule.prep.get(preposition_before(syntax, other.i)) != "recipient":
            continue
        if not any(s.rule and s.rule.mode == "merger" for s in other.senses):
            continue
        if not other.genitive:
            fill(syntax, other)
        first = next(sentence.scene.between(other.i + 1, min(other.limit, other.i + 4)), None)
        if first is not None:
            draft.recipient += parties_of(sentence, coordinated(syntax, first, sentence.end))
            draft.mode = "merger"
            sentence.consumed.add(other.i)


def _add_first_side(sentence: Sentence, predicate: Predicate, draft: Draft) -> None:
    """`… محادثات مع X` under no verb, and `… والتقى X`: the other side is the subject of the verb before."""
    if predicate.finite:
        alone = draft.type == "CONSULT" and predicate.word.pro == "و" and not predicate.in_relative
    else:
        alone = predicate.light is None and any(
            p in sentence.listed("other_side") for p, _, _ in predicate.phrases
        )
    if not alone:
        return
    before = sentence.syntax.main_verbs_before(predicate.i)
    hurts = before and any(s.rule is not None and s.rule.casualties for s in before[0].senses)
    if before and not hurts:
        draft.actor = distinct([*parties_of(sentence, before[0].subject), *draft.actor])


def _add_circumstances(fit: Fit, draft: Draft, places: list[Node]) -> None:
    """Where, when and how sure; a speech verb's modality stands unless its content is only reported."""
    sentence, predicate, rule, governor = fit.sentence, fit.predicate, fit.rule, fit.governor
    governed = governor is not None
    modality, polarity = modality_of(sentence.syntax, predicate)
    draft.place = places or find_place(sentence.syntax, predicate, governed, rule.type)
    draft.time = find_time(
        sentence.syntax,
        predicate,
        governed=governed,
        kind=rule.type,
        planned=modality == "planned" and not predicate.finite,
    )
    _inherit(sentence, predicate, draft)
    acted = rule.type not in SPOKEN or (rule.type == "AGREE" and predicate.finite)
    if draft.time is None and not governed and draft.modality == "asserted" and acted:
        draft.time = _time_before(sentence, predicate)
    if governor is None or governor.content.attributed:
        draft.modality = modality
    if polarity == "negated":
        draft.polarity = "negated"
    if rule.polarity:
        draft.polarity = rule.polarity


def _time_before(sentence: Sentence, predicate: Predicate) -> Node | None:
    """The only date between the verb that carries an event noun and the noun itself.

    Behind حيث and في حين, the only date of the clause that it tells more of, or goes along with.
    """
    light = predicate.light
    first = light.i if light is not None else predicate.i
    past = predicate.finite and predicate.inflection.tense == "past"
    opener = sentence.scene.norm(predicate.left - 1)
    if past and (opener in sentence.listed("where") or opener in sentence.listed("meanwhile")):
        first = sentence.syntax.first
    if first >= predicate.i:
        return None
    times = [
        node
        for node in sentence.scene.between(first, predicate.i)
        if node.kind == TIME and node.time is not None and node.time.edtf
    ]
    if (
        first < predicate.i
        and light is None
        and any("/" in str(node.time.edtf) for node in times if node.time)
    ):
        return None  # "Since the morning" is not when something else happened.
    return times[0] if len(times) == 1 else None


def _inherit(sentence: Sentence, predicate: Predicate, draft: Draft) -> None:
    """A verb joined by و to the verb before, with the same subject, happens when and where that did."""
    verb = _carrier(predicate)
    apart = not predicate.finite and sentence.scene.norm(predicate.i - 1) == "،"
    if (
        verb is None
        or apart
        or not sentence.drafts
        or predicate.in_relative
        or verb.inflection.tense != "past"
    ):
        return
    joined = verb.word.pro in ("و", "ف") and bool(verb.subject) and verb.subject[0].i < verb.i
    if not (verb.subject_implied or joined) or sentence.scene.norm(verb.i - 1) in sentence.listed(
        "next_that"
    ):
        return
    last = sentence.drafts[-1]
    said = sentence.syntax.by_token.get(last.i)
    before = _carrier(said) if said is not None else None
    if before is None or before is verb or last.modality != "asserted":
        return
    if {id(node) for node in before.subject} != {id(node) for node in verb.subject}:
        return
    draft.time = draft.time or last.time
    if draft.type not in SPOKEN and last.type not in (*SPOKEN, "CONTROLS"):
        draft.place = draft.place or list(last.place)


def _carrier(predicate: Predicate) -> Predicate | None:
    """The finite verb of an event: itself, or the verb that carries an event noun."""
    if predicate.finite:
        return predicate
    return predicate.light if predicate.light is not None and predicate.light.finite else None


def share_circumstances(sentence: Sentence) -> None:
    """Give circumstances (مطالبين بـ…) and what goes along with the main event its time and place."""
    syntax = sentence.syntax
    drafts = sorted(sentence.drafts, key=lambda draft: draft.i)
    for draft in drafts:
        predicate = syntax.by_token.get(draft.i)
        if predicate is not None and predicate.finite:
            _share_place(sentence, drafts, draft, predicate)
            continue
        if predicate is None or draft.modality != "asserted" or draft.time is not None:
            continue
        along = predicate.form == "noun" and preposition_before(syntax, predicate.i) in syntax.listed(
            "alongside"
        )
        if (predicate.form != "act" and not along) or draft.type in ("PART_OF", "CLASSIFIED"):
            continue
        main = _main_before(sentence, drafts, draft)
        if main is None:
            continue
        draft.time = main.time
        if predicate.form == "act":
            draft.place = draft.place or list(main.place)
        else:
            main.place = main.place or list(draft.place)


def _share_place(sentence: Sentence, drafts: list[Draft], draft: Draft, predicate: Predicate) -> None:
    """`وصلوا إلى دمشق والتقوا`: a joined verb of the same actors happens where the verb before it does."""
    if draft.place or draft.type in STATES or predicate.word.pro != "و" or predicate.in_relative:
        return
    main = _main_before(sentence, drafts, draft)
    if main is not None and {p.key for p in main.actor} == {p.key for p in draft.actor}:
        draft.place = list(main.place)


def _main_before(sentence: Sentence, drafts: list[Draft], draft: Draft) -> Draft | None:
    """The last thing said before `draft` to have happened, by a finite verb of the same sentence."""
    for main in reversed([other for other in drafts if other.i < draft.i]):
        verb = sentence.syntax.by_token.get(main.i)
        if verb is not None and verb.finite and not verb.in_relative and main.modality == "asserted":
            covers = [frame for frame in sentence.frames if frame.covers(main.i) != frame.covers(draft.i)]
            return None if covers else main
    return None


def _add_value(sentence: Sentence, predicate: Predicate, rule: Rule, draft: Draft) -> None:
    """The object of the act in the text's words: what was agreed, demanded, refused, discussed."""
    tokens = sentence.scene.tokens
    start = None
    if rule.value:
        for k in range(predicate.i + 1, predicate.limit):
            node = sentence.scene.owner[k]
            if node is None:
                preposition = preposition_before(sentence.syntax, k)
            else:
                preposition = preposition_of(sentence.syntax, node) if node.i == k else ""
            if preposition in rule.value:
                start = k
                break
    elif rule.obj == "value":
        used = max((n.j for n in predicate.subject if n.i > predicate.i), default=predicate.i + 1)
        start = used if used < predicate.limit else None
    if start is None:
        return
    stop = start
    while stop < min(predicate.limit, start + 8) and sentence.scene.norm(stop) not in _ENDS:
        stop += 1
    if stop > start:
        draft.value = (tokens[start].start, tokens[stop - 1].end)

"""The rule engine: a scene in, drafts of claims out, sentence by sentence.

The order of steps is told here and nowhere else. For each sentence: whose forces and sources are
meant (`members`, `attribution`), what stands beside names (`appositions`), then every predicate that a
rule knows, from left to right: its subject (`subjects`), the speech verb over it (`governing`), the
rules that fit it (`matching`), and the draft they make (`drafting`, with `roles`, `parties`,
`circumstances`, `worth`). At the end, what is told twice goes (`casualties`, `once`).
"""

from __future__ import annotations

from rawi.claims.appointments import add_founder, share_posts
from rawi.claims.appositions import find_appositions
from rawi.claims.attribution import find_frames
from rawi.claims.carriers import take_carried
from rawi.claims.casualties import add_told_victims, merge_casualties
from rawi.claims.classes import classify
from rawi.claims.denials import denies_last, deny_last, rest_on
from rawi.claims.draft import Draft, party
from rawi.claims.drafting import make_draft, share_circumstances
from rawi.claims.governing import (
    find_governor,
    is_conditional,
    open_content,
    open_obligations,
    open_terms,
    suppress_content,
)
from rawi.claims.matching import find_companion, fitting_rules
from rawi.claims.meetings import add_meetings, address_other_side
from rawi.claims.members import resolve_members
from rawi.claims.once import drop_repeated
from rawi.claims.sentence import Fit, Sentence, State
from rawi.claims.subjects import imply_subject, take_single_object
from rawi.claims.syntax import Predicate, fill
from rawi.claims.worth import is_topic
from rawi.knowledge.lexicon import Rule
from rawi.model import SourceLink
from rawi.recognise.nodes import PERSON, Scene


def find_claims(scene: Scene) -> list[Draft]:
    """All drafts of `scene`, in the order of their triggers."""
    state = State()
    drafts: list[Draft] = []
    for number, (first, end) in enumerate(scene.sentences):
        found = _read_sentence(Sentence(scene, first, end, state))
        headline = _is_headline(scene, first, end, number)
        for draft in found:
            draft.headline = headline
        drafts += found
    return drop_repeated(scene, drafts)


def _read_sentence(sentence: Sentence) -> list[Draft]:
    """The drafts of one sentence; what it leaves to the next goes into its state."""
    scene, syntax, state = sentence.scene, sentence.syntax, sentence.state
    first, end = sentence.first, sentence.end
    if not syntax.predicates and not any(True for _ in scene.between(first, end)):
        return []
    resolve_members(sentence)
    sentence.frames = find_frames(syntax, state.speaker, state.chain)
    appositions = find_appositions(scene, first, end)
    for draft in appositions:
        if draft.type == "POST" and draft.recipient and draft.actor:
            state.org_of[draft.actor[0].key] = draft.recipient[0]
    open_obligations(sentence)
    for predicate in syntax.predicates:
        _visit(sentence, predicate)
    add_meetings(sentence)
    address_other_side(sentence)
    merge_casualties(sentence)
    add_told_victims(sentence)
    share_circumstances(sentence)
    _leave(sentence)
    drafts = [*appositions, *sentence.drafts]
    for draft in drafts:
        draft.sentence = (first, end)
        draft.attribution = sentence.own_chain.get(id(draft)) or _attribute(sentence, draft)
    return sorted(drafts, key=lambda draft: draft.i)


def _visit(sentence: Sentence, predicate: Predicate) -> None:
    """Add what `predicate` claims, under the speech verb that governs it."""
    if not predicate.finite and is_topic(sentence, predicate):
        return
    if not predicate.subject and not predicate.genitive and not predicate.phrases:
        fill(sentence.syntax, predicate)
    take_carried(sentence, predicate)
    imply_subject(sentence, predicate)
    take_single_object(sentence, predicate)
    if predicate.i in sentence.consumed:
        return
    if denies_last(sentence, predicate):
        deny_last(sentence, predicate)
        return
    governor = find_governor(sentence, predicate)
    if governor is not None and (
        governor.content.suppress or (governor.content.only_if and not is_conditional(sentence))
    ):
        return
    for rule, passive in fitting_rules(sentence, predicate, governor):
        if rule.content is not None and rule.content.suppress and not predicate.finite:
            suppress_content(sentence, predicate, rule.content)
        draft = make_draft(Fit(sentence, predicate, rule, passive, governor))
        if draft is not None:
            _keep(sentence, predicate, rule, draft)
            return
    if predicate.finite:
        open_terms(sentence, predicate)
        classify(sentence, predicate)


def _keep(sentence: Sentence, predicate: Predicate, rule: Rule, draft: Draft) -> None:
    """Add a draft, what follows from its rule, and what it leaves to later predicates."""
    shared = share_posts(sentence, predicate, rule, draft) if "person" in rule.flags else []
    sentence.drafts += shared or [draft]
    wanted = rule.content is not None and rule.content.by == "none"
    companion = None if wanted else find_companion(sentence, predicate, rule)
    if companion is not None:
        sentence.consumed.add(companion)
    if "own_word" in rule.flags and draft.actor:
        rest_on(sentence, draft, draft.actor[0].node, predicate)
    if rule.type == "FORMED":
        add_founder(sentence, predicate, draft)
    if rule.content is not None:
        open_content(sentence, predicate, rule, draft)
    if rule.type == "AGREE" and len(draft.actor) > 1:
        sentence.state.agreement = draft.actor
    if len(draft.actor) > 1 and rule.reciprocal:
        sentence.state.pair = draft.actor


def _leave(sentence: Sentence) -> None:
    """Leave the speaker, the subject and the persons of this sentence to the next."""
    state = sentence.state
    if sentence.frames:
        last = sentence.frames[-1]
        if last.speaker and last.verb >= 0:
            state.speaker, state.chain = last.speaker, last.chain
    main = next((p for p in sentence.syntax.predicates if p.finite and p.subject), None)
    if main is not None:
        state.subject = main.subject
    for node in sentence.scene.between(sentence.first, sentence.end):
        if node.kind == PERSON:
            person = party(node)
            state.persons = [p for p in state.persons[-20:] if p.key != person.key] + [person]


def _attribute(sentence: Sentence, draft: Draft) -> list[SourceLink]:
    """The chain of sources of `draft`; frames of denial and doubt change how sure it is."""
    links: list[SourceLink] = []
    for frame in sentence.frames:
        if not frame.covers(draft.i):
            continue
        if draft.type in ("POST", "NAMED", "PART_OF") and frame.verb < 0:
            continue
        if draft.type == "PROTEST" and {id(n) for n in frame.speaker} & {id(p.node) for p in draft.actor}:
            continue  # Who announces a sit-in has begun it.
        if frame.denied and draft.type not in ("POST", "NAMED"):
            draft.polarity = "negated" if draft.polarity == "affirmed" else draft.polarity
        if frame.possible and draft.modality == "asserted":
            draft.modality = "possible"
        for link in frame.chain:
            if all(link.span != other.span for other in links):
                links.append(link)
    return links


def _is_headline(scene: Scene, first: int, end: int, number: int) -> bool:
    """Whether a sentence is the headline: a first line without a full stop."""
    return (
        number == 0
        and scene.norm(end - 1) not in (".", "؟", "!")
        and scene.is_break(end)
        and end - first < 30
    )

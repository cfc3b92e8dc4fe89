"""An event told in the past tense and dated after the report was published: one of the two dates is not
what it seems.

حدث يُروى بصيغة الماضي وتاريخه بعد تاريخ نشر التقرير، فأحد التاريخين ليس كما يبدو.
"""

from __future__ import annotations

from datetime import date, timedelta

from rawi.arabic.tokens import WORD
from rawi.checks.base import Check, Context
from rawi.knowledge.periods import read_period
from rawi.model import Claim, Finding
from rawi.recognise import Node
from rawi.recognise.times import TimeMention

ID, SEVERITY = "event-after-publication", "error"
#: Reports are dated by the day of printing or of sending, so a day's difference means nothing.
_TOLERANCE = timedelta(days=1)
#: Words about events to come: promises, demands, threats. A date behind them is of what they speak of.
_OF_WORDS = frozenset({"AGREE", "REQUEST", "THREATEN", "CONCEDE", "SUPPORT", "REJECT", "ACCUSE"})
#: Acts of force and control, which a year alone dates; plans and budgets have years too.
_OF_FORCE = frozenset({"ASSAULT", "COERCE", "CONTROLS"})
_NOT_AT_ONCE = {"subordinators", "future", "possible", "condition", "negations", "relatives"}


def check(context: Context) -> list[Finding]:
    """Dates after publication on asserted claims with a verb of the past, or beside such a verb."""
    if context.published is None:
        return []
    found = []
    for node, time in context.times:
        day = _stated_day(time)
        if (
            day is None
            or day <= context.published + _TOLERANCE
            or time.text.startswith(("منذ", "حتى", "قبل", "بحلول"))
        ):
            continue
        claim = _claim_at(context, node)
        if time.stated.gregorian and time.stated.gregorian[1] is None:
            if claim is None or claim.type not in _OF_FORCE:
                continue
        elif claim is None and not _past_verb_follows(context, node):
            continue
        found.append(_finding(context, time, claim))
    return found


def _stated_day(time: TimeMention) -> date | None:
    """The first day of the date, year included, that the words state."""
    if time.kind != "date" or time.stated.gregorian is None or time.stated.gregorian[0] is None:
        return None
    period = read_period(time.edtf)
    return period.first if period is not None and period.first is not None and not period.about else None


def _claim_at(context: Context, node: Node) -> Claim | None:
    """The asserted claim with a past verb that this time dates, near it and with no clause in between."""
    for claim in context.reading.claims:
        if claim.time is None or claim.modality != "asserted":
            continue
        mention = context.mention(claim.time)
        if (mention.start, mention.end) != (node.start, node.end):
            continue
        if claim.type in _OF_WORDS and claim.trigger.start < node.start:
            continue
        trigger = _token_at(context, claim.trigger.start)
        if (
            trigger is not None
            and claim.type == "ASSAULT"
            and "finite" not in context.scene.words[trigger].tags
        ):
            trigger = _verb_before(context, trigger)
        if trigger is not None and _is_past(context, trigger) and _is_near(context, trigger, node):
            return claim
    return None


def _verb_before(context: Context, noun: int) -> int | None:
    """The verb that tells the same event as the noun at `noun`: (قُتل) القيادي في غارة."""
    scene = context.scene
    first, _ = context.sentence_of(noun)
    verbs = (index for index in range(noun - 1, first - 1, -1) if "finite" in scene.words[index].tags)
    verb = next(verbs, None)
    tags = scene.words[verb].tags if verb is not None else frozenset()
    return verb if "trigger" in tags and "report_verbs" not in tags else None


def _token_at(context: Context, start: int) -> int | None:
    return next((i for i, token in enumerate(context.scene.tokens) if token.start <= start < token.end), None)


def _is_past(context: Context, index: int) -> bool:
    """Whether a word can only be a verb of the past."""
    word = context.scene.words[index]
    if word.future or word.article or word.pro not in ("", "و", "ف"):
        return False
    tenses = {sense.inflection.tense for sense in word.senses}
    return "past" in tenses and "present" not in tenses


def _is_near(context: Context, trigger: int, node: Node) -> bool:
    """Whether the verb and the date stand in one clause, and no other event stands between them."""
    if trigger >= node.j:
        between = range(node.j, trigger)
    else:
        between = range(trigger + 1, node.i)
    scene, acts = context.scene, _acts_of(context, node)
    for index in between:
        word = scene.words[index]
        if word.tags & _NOT_AT_ONCE or word.future or scene.norm(index) == "؛":
            return False
        is_act = index in acts and "finite" not in word.tags
        if scene.owner[index] is None and word.tags & {"finite", "trigger"} and not is_act:
            return False
    return True


def _acts_of(context: Context, node: Node) -> frozenset[int]:
    """The tokens of the nouns of force that the same time dates: قُتل القيادي في (غارة) في 1 تشرين الأول."""
    spans = [
        claim.trigger
        for claim in context.reading.claims
        if claim.type == "ASSAULT" and claim.modality == "asserted" and claim.time
        and context.mention(claim.time).start == node.start
    ]  # fmt: skip
    found = (_token_at(context, span.start) for span in spans)
    return frozenset(index for index in found if index is not None)


def _past_verb_follows(context: Context, node: Node) -> bool:
    """Whether the date opens its sentence (`وفي 27 تشرين الأول تبادل …`) and a verb of the past follows."""
    scene = context.scene
    first, end = context.sentence_of(node.i)
    if any(scene.norm(index) not in ("في", "وفي", "و", "يوم") for index in range(first, node.i)):
        return False
    index = node.j + (scene.norm(node.j) == "،")
    return index < end and scene.tokens[index].kind == WORD and _is_past(context, index)


def _finding(context: Context, time: TimeMention, claim: Claim | None) -> Finding:
    return context.finding(
        ID, SEVERITY, time.start, time.end,
        f"يُروى الحدث بصيغة الماضي وتاريخه {time.edtf}، ونُشر التقرير في {context.published}.",
        f"The event is told as past and dated {time.edtf}; the report was "
        f"published on {context.published}.",
        claim=claim,
        stated=time.text,
        reference=str(context.published),
        source="date of publication",
    )  # fmt: skip


CHECK = Check(ID, SEVERITY, __doc__, check)

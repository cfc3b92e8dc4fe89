"""Which types of claim can tell one event: a claim's type, mode and modality in, families out.

Two reports can code one event differently: the announced withdrawal is CONCEDE in one and RETREAT in the
other, the taken town CONTROLS or RETREAT. After the codebook's list of types.
"""

from __future__ import annotations

from rawi.corroborate.told import Told

#: Claims on what is rather than what happened: one "event" per persons, bodies and names concerned.
FACTS = frozenset({"POST", "NAMED", "PART_OF", "CLASSIFIED"})
#: Events of speech: the same speaker makes many on one day, so that only their content tells them apart.
SPEECH = frozenset({"REQUEST", "ACCUSE", "REJECT", "SUPPORT", "THREATEN", "AGREE", "CONCEDE", "CONSULT"})
#: Events that have a place: it, the victims or the persons tell them apart.
PLACED = frozenset({"ASSAULT", "CONTROLS", "RETREAT", "COERCE", "PROTEST", "MOBILIZE"})
#: Events with a way from one place to another: each further place is where it went.
MOVEMENTS = frozenset({"RETREAT", "MOBILIZE", "COERCE", "COOPERATE", "AID"})
#: Types and modes whose sides do the same thing to each other.
_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_MUTUAL_MODES = frozenset({"sideAB", "merger", "alliance", "ceasefire", "release"})

_BY_MODE: dict[tuple[str, str], tuple[str, ...]] = {
    ("RETREAT", "release"): ("release",),
    ("RETREAT", "ceasefire"): ("ceasefire",),
    ("RETREAT", "resign"): ("office",),
    ("RETREAT", "disarm"): ("withdraw", "disarm"),
    ("COERCE", "arrest"): ("arrest",),
    ("COERCE", "seize"): ("seize",),
    ("COERCE", "deport"): ("deport", "withdraw"),
    ("ASSAULT", "abduct"): ("arrest", "violence"),
    ("CONTROLS", "holds"): ("control",),
    ("SANCTION", "expel"): ("sanction", "deport"),
    ("POST", "appointed"): ("office",),
    ("POST", "dismissed"): ("office",),
    ("FORMED", "merger"): ("formed", "joined"),
}
_BY_TYPE: dict[str, tuple[str, ...]] = {
    "AGREE": ("deal",),
    "CONCEDE": ("deal", "ceasefire", "withdraw", "release"),
    "COOPERATE": ("deal", "release"),
    "RETREAT": ("withdraw", "handover"),
    "CONTROLS": ("control", "handover"),
    "ASSAULT": ("violence",),
    "JOINED": ("joined",),
    "COERCE": ("coerce",),
}
_STAGES: dict[str, tuple[str, ...]] = {
    "asserted": ("real",),
    "possible": ("real", "due"),
    "planned": ("due",),
    "proposed": ("wanted",),
    "requested": ("wanted",),
    "conditional": ("if",),
}


def families_of(told: Told) -> frozenset[str]:
    """The families of an event, each with the stage it is in: real, due, wanted, if."""
    names = _BY_MODE.get((told.type, told.mode or "")) or _BY_TYPE.get(told.type) or (told.type.lower(),)
    return frozenset(f"{name}-{stage}" for name in names for stage in _STAGES[told.modality])


def is_fact(told: Told) -> bool:
    """Whether it says what is (a post held, a name, a membership) rather than what happened."""
    return told.type in FACTS and told.mode not in ("appointed", "dismissed")


def is_due(told: Told) -> bool:
    """Whether it is still to come, or wanted; its own time then tells little, that of the report more."""
    return told.modality != "asserted"


def is_mutual(told: Told) -> bool:
    """Whether its sides cannot be told apart."""
    return told.type in _MUTUAL or told.mode in _MUTUAL_MODES


def is_turned(told: Told) -> bool:
    """Whether the actor is who loses by it, where another telling of it names who gains."""
    return told.mode == "loses" or (told.type == "RETREAT" and told.mode in (None, "withdraw"))

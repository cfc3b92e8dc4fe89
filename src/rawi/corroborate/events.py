"""Whether two claims of different reports tell one event, and the keys under which such claims meet.

Claims in, the basis of a link out. What two claims share is weighed (`weigh`). A link needs two different
things in common besides the time, since one party or one place alone is in many events of a day. The
weights are tuned on the development stories and on four days of news of twelve outlets.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

from rawi.corroborate.comparing import (
    SLIP,
    Matches,
    count_pairs,
    counts_apart,
    days_between,
    match_parties,
    relation_of_sites,
    same_parties,
    share_person,
    shared_spots,
    window,
)
from rawi.corroborate.facts import fact_keys, same_fact
from rawi.corroborate.families import MOVEMENTS, PLACED, SPEECH, families_of, is_due, is_fact, is_mutual
from rawi.corroborate.parties import PERSON
from rawi.corroborate.sites import APART, INSIDE, SAME
from rawi.corroborate.told import Told
from rawi.corroborate.wording import share

#: The least weight of a link, and of one between claims that differ in the day or the place.
_ENOUGH, _ENOUGH_APART = 4.5, 5.5
#: The least weight of what one voice says in common words, though one report names its parties otherwise.
_ONE_VOICE = 6.0
#: What reports on one topic do not share by that alone.
_CORE = frozenset({"parties", "place", "number", "words"})
#: Counts from this number on are seldom equal by chance.
_TELLING = 10
#: The share of one in the other that two counts need to be of one thing, where they differ.
_NEAR = 1.1
#: Days in a bucket of the keys.
_BUCKET = 3


@dataclass(slots=True)
class _Weight:
    """The weight of what two claims share, and what it is."""

    total: float = 0.0
    shared: list[str] = field(default_factory=list)

    def add(self, weight: float, *shared: str) -> None:
        self.total += weight
        self.shared += shared


def same_event(one: Told, other: Told, *, aligned: bool = False) -> str | None:
    """None, or on what it rests that two claims of different reports tell one event.

    `aligned`: the triggers stand at matching positions of a passage that one report took from the other.
    """
    if one.report == other.report or is_fact(one) != is_fact(other):
        return None
    if aligned and one.type == other.type and one.modality == other.modality:
        return "aligned"
    if is_fact(one):
        return same_fact(one, other)
    if not families_of(one) & families_of(other) or are_apart(one, other):
        return None
    found = weigh(one, other)
    moving = {one.type, other.type} <= MOVEMENTS
    apart = (relation_of_sites(one, other) == APART and not moving) or bool(days_between(one, other))
    if found.total < (_ENOUGH_APART if apart else _ENOUGH):
        return None
    tells = _place_tells if one.type in PLACED and other.type in PLACED else _content_tells
    return "-".join(dict.fromkeys([*found.shared, "time"])) if tells(found, one, other) else None


def _place_tells(found: _Weight, one: Told, other: Told) -> bool:
    """Whether two events at a place are one: battles go on for days, between the same, all over a country."""
    shared = set(found.shared)
    if len(found.shared) < 2:
        return False
    if "ASSAULT" in (one.type, other.type) and days_between(one, other) and not {"number", "most"} & shared:
        return False
    if "person" in shared or "most" in shared:
        return True
    if "place" not in shared:
        moved = {one.type, other.type} <= MOVEMENTS and "number" in shared
        if (_spots_differ(one, other) and not moved) or "CONTROLS" in (one.type, other.type):
            return False
        if "number" in shared:
            return bool({"parties", "topic"} & shared)
        if {"parties", "words"} <= shared and {"denial", "voice"} & shared:
            return True
        both = (
            found.shared.count("parties") > 1
            and "topic" in shared
            and "ASSAULT" not in (one.type, other.type)
        )
        return both and one.type == other.type and one.mode == other.mode
    dated = one.precise and other.precise
    on_day = _is_on_day(one, other)
    if {"number", "much", "sides", "denial"} & shared or (found.shared.count("parties") > 1 and dated):
        return True
    alike = one.type == other.type and (one.rule == other.rule or one.mode == other.mode)
    if {one.type, other.type} & {"CONTROLS", "RETREAT"}:
        return alike
    return "words" in shared or ("parties" in shared and alike and on_day)


def _content_tells(found: _Weight, one: Told, other: Told) -> bool:
    """Whether two events without a place of their own are one: the same actor does many on one day."""
    shared = set(found.shared)
    if len(found.shared) < 2 or not _CORE & shared:
        return False
    if one.type == other.type and {"words", "voice"} <= shared and found.total >= _ONE_VOICE:
        return True
    if "parties" in shared and ({"much", "denial"} & shared or {"words", "voice"} <= shared):
        return True
    if "much" in shared and {"voice", "number"} & shared:
        return True
    if {"parties", "voice"} <= shared and one.type == other.type and _is_on_day(one, other):
        return True
    return _meet_at_one_time(one, other)


def _meet_at_one_time(one: Told, other: Told) -> bool:
    """Whether known parties do something together on one day in both: no common words are needed."""
    matches = match_parties(one, other)
    if not (is_mutual(one) and is_mutual(other)) or one.type != other.type or len(matches.same) < 2:
        return False
    topic = _weight_of_setting(one, other)
    on_day = _is_on_day(one, other)
    if matches.telling > 1:
        alike = len(matches.same) > 2 or len(one.stems & other.stems) > 1
        return on_day or (alike and topic >= 1)
    return on_day and topic >= 1


def are_apart(one: Told, other: Told) -> bool:
    """Whether something keeps two claims from telling one event, whatever else they share.

    Also asked of two claims of one report: what it tells of twice, of other objects, are two events.
    """
    if is_fact(one) or is_fact(other):
        return False
    if one.report == other.report:
        objects = (one.object_stems, other.object_stems)
        if all(objects) and one.type == other.type and _is_speech(one, other) and not objects[0] & objects[1]:
            return True
    days = days_between(one, other)
    if days is not None and days > (SLIP if one.precise and other.precise else 0):
        return True
    if one.timed and other.timed and one.precise != other.precise and not (is_due(one) and is_due(other)):
        return True
    matches = match_parties(one, other)
    if days and _is_speech(one, other) and len(matches.same) < 2:
        return True
    if matches.conflict or counts_apart(one, other) or _is_part(one, other) or _is_part(other, one):
        return True
    few = 2 if one.type == other.type == "CONSULT" else 1
    return matches.rest and len(matches.same) <= few and _is_speech(one, other)


def _is_part(one: Told, other: Told) -> bool:
    """Whether one tells of persons by name where the other counts many, of whom these are some at most."""
    persons = any(party.kind == PERSON for party in one.recipients)
    counted = any(count.kind == "people" and count.low >= _TELLING for count in other.counts)
    return persons and counted and not any(party.is_known() for party in other.recipients)


def weigh(one: Told, other: Told) -> _Weight:
    """What two claims share, and its weight."""
    found = _Weight()
    speech = _is_speech(one, other)
    _weigh_parties(found, one, other, match_parties(one, other))
    topic = _weight_of_setting(one, other)
    spots = shared_spots(one, other)
    if spots:
        found.add(1.0) if speech else found.add(1.0 + min(spots, 2), "place")
    elif relation_of_sites(one, other) == INSIDE:
        found.add(0.5)
    _weigh_counts(found, one, other)
    common, part = one.stems & other.stems, share(one.stems, other.stems)
    found.add(1.5 * min(len(common), 4) * part, *(["words"] if len(common) >= 2 and part >= 0.3 else []))
    much = len(common) >= 3 and part >= 0.45
    found.add(
        0.5 * much, *(["much"] if much else []), *(["most"] if len(common) >= 5 and part >= 0.6 else [])
    )
    if one.object_stems and other.object_stems:
        found.add(1.5 if one.object_stems & other.object_stems else -1.5)
    if one.polarity != other.polarity and one.type == other.type and topic >= 1:
        found.add(1.5, "denial")
    if spots and {one.mode, other.mode} == {"takes", "loses"}:
        found.add(1.0, "sides")
    if one.voice is not None and one.voice == other.voice:
        found.add(1.0, "voice")
    found.add(0.5 * (one.rule is not None and one.rule == other.rule))
    found.add(0.5 * (one.mode is not None and one.mode == other.mode))
    close = not speech and (one.type == other.type or "place" not in found.shared)
    found.add(topic, *(["topic"] if topic >= 1 and close else []))
    found.add(_weight_of_time(one, other))
    return found


def _weigh_parties(found: _Weight, one: Told, other: Told, matches: Matches) -> None:
    found.add(
        2.0 * min(matches.telling, 2) + min(len(matches.same) - matches.telling, 2),
        *["parties"] * min(len(matches.same), 2),
    )
    if not _is_speech(one, other) and share_person(one, other):
        found.add(1.0, "person")
    if same_parties(one.holders, other.holders):
        found.add(1.0, "holder")


def _weigh_counts(found: _Weight, one: Told, other: Told) -> None:
    best = 0.0
    for a, b in count_pairs(one, other):
        large = min(a.low, b.low) >= _TELLING
        if a.equals(b):
            best = max(best, 2.0 if large else 0.75)
        elif not a.excludes(b):
            best = max(best, 0.5)
        elif large and max(a.low, b.low) <= _NEAR * min(a.high, b.high):
            best = max(best, 2.0 if min(a.low, b.low) >= 10 * _TELLING else 1.5)
    figure = max(filter(_is_telling, one.figures & other.figures), default=0)
    if figure:
        best = max(best, 2.0 if figure >= 10 * _TELLING else 1.5)
    found.add(best, *(["number"] if best >= 1.5 else []))


def _is_telling(figure: int) -> bool:
    """Whether two reports seldom give this number by chance: no small one, and no round one of two digits."""
    return figure >= _TELLING and (figure % 10 != 0 or figure >= 10 * _TELLING)


def _is_speech(one: Told, other: Told) -> bool:
    return bool({one.type, other.type} & SPEECH)


def _is_on_day(one: Told, other: Told) -> bool:
    """Whether both state the same day."""
    return one.precise and other.precise and not days_between(one, other)


def _spots_differ(one: Told, other: Told) -> bool:
    """Whether both name a town or smaller place, and none that fits one of the other."""
    spots = any(site.is_spot() for site in one.sites) and any(site.is_spot() for site in other.sites)
    return spots and relation_of_sites(one, other) not in (SAME, INSIDE)


def _weight_of_setting(one: Told, other: Told) -> float:
    common, part = len(one.setting & other.setting), share(one.setting, other.setting)
    return 1.5 if common >= 5 and part >= 0.5 else 1.0 if common >= 3 and part >= 0.3 else 0.0


def _weight_of_time(one: Told, other: Told) -> float:
    if one.precise and other.precise:
        return 0.0 if days_between(one, other) else 1.0
    return 0.0 if one.timed and other.timed else 0.5


def event_keys(told: Told) -> frozenset[str]:
    """Keys of which two claims of one event share at least one, and unrelated claims rarely any.

    A key joins a family, a bucket of days, and a party, a place, a number or a voice. Aligned claims are
    found from the passages that their reports share, not from keys.
    """
    if is_fact(told):
        return fact_keys(told)
    what = set(_marks(told))
    return frozenset(
        f"{family}|{days}|{mark}" for family in families_of(told) for days in _buckets(told) for mark in what
    )


def _marks(told: Told) -> Iterator[str]:
    for party in told.parties + told.holders:
        if party.is_known():
            yield party.key
            yield from party.line
    for site in told.sites:
        if site.is_spot():
            yield f"@{site.key}"
            yield from (f"@{stem}" for stem in site.stems)
    for count in told.counts:
        if count.low >= _TELLING:
            step = math.floor(math.log(count.low, _NEAR))
            yield from (f"#{count.kind}{step}", f"#{count.kind}{step + 1}")
    yield from (f"#{figure}" for figure in told.figures if _is_telling(figure))
    if told.voice is not None:
        yield f"%{told.voice}"


def _buckets(told: Told) -> Iterator[str]:
    if told.timed and not told.precise and not is_due(told):
        yield f"{told.first_day}/{told.last_day}"
        return
    days = window(told)
    if days is None:
        yield "undated"
        return
    first, last = days if not told.timed else (days[0], days[1] + SLIP)
    for number in range(first // _BUCKET, last // _BUCKET + 1):
        yield str(number)

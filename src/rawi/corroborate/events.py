"""Whether two claims of different reports tell one event, and the keys under which such claims meet.

Claims in, the basis of a link out. What two claims share is weighed; a link needs two different things
in common besides the time, since one party or one place alone is in many events of a day. The weights
are tuned on the development stories and on four days of news of twelve outlets.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from rawi.corroborate.comparing import (
    SLIP,
    Matches,
    count_pairs,
    counts_apart,
    day_number,
    days_between,
    match_parties,
    relation_of_sites,
    shares_spot,
    window,
)
from rawi.corroborate.facts import fact_keys, same_fact
from rawi.corroborate.families import SPEECH, families_of, is_fact
from rawi.corroborate.sites import APART, INSIDE
from rawi.corroborate.told import Told
from rawi.corroborate.wording import share

#: The least weight of a link, and of one between claims that differ in the day or the place.
_ENOUGH, _ENOUGH_APART = 5.0, 6.5
#: Counts from this number on are seldom equal by chance.
_TELLING = 10
#: Days in a bucket of the keys.
_BUCKET = 3


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
    return _weigh(one, other)


def are_apart(one: Told, other: Told) -> bool:
    """Whether something keeps two claims from telling one event, whatever else they share."""
    if is_fact(one) or is_fact(other):
        return False
    days = days_between(one, other)
    if days is not None and days > (SLIP if one.precise and other.precise else 0):
        return True
    if one.timed and other.timed and one.precise != other.precise:
        return True
    matches = match_parties(one, other)
    if matches.conflict or counts_apart(one, other):
        return True
    return matches.rest and len(matches.same) == 1 and bool({one.type, other.type} & SPEECH)


def _weigh(one: Told, other: Told) -> str | None:
    speech = bool({one.type, other.type} & SPEECH)
    matches = match_parties(one, other)
    relation = relation_of_sites(one, other)
    weight = 2.0 * min(matches.others, 2) + 1.0 * min(matches.states, 2)
    shared = ["parties"] * min(len(matches.same), 2)
    if shares_spot(one, other):
        weight += 1.0 if speech else 2.0
        shared += [] if speech else ["place"]
    elif relation == INSIDE:
        weight += 0.5
    number = _weight_of_counts(one, other)
    weight += number
    shared += ["number"] if number >= 2 else []
    common, part = one.stems & other.stems, share(one.stems, other.stems)
    weight += 1.5 * min(len(common), 4) * part
    shared += ["words"] if len(common) >= 2 and part >= 0.3 else []
    weight += 0.5 * (one.rule is not None and one.rule == other.rule)
    weight += 0.5 * (one.mode is not None and one.mode == other.mode)
    weight += _weight_of_setting(one, other) + _weight_of_time(one, other)
    if speech and "words" not in shared and not _is_close(one, other, matches):
        return None
    enough = _ENOUGH_APART if relation == APART or days_between(one, other) else _ENOUGH
    if len(shared) < 2 or weight < enough:
        return None
    return "-".join(dict.fromkeys([*shared, "time"]))


def _is_close(one: Told, other: Told, matches: Matches) -> bool:
    """Whether an event of speech needs no common words: three parties, or two in reports on one topic."""
    return len(matches.same) > 2 or (matches.others > 1 and _weight_of_setting(one, other) >= 1)


def _weight_of_counts(one: Told, other: Told) -> float:
    best = 0.0
    for a, b in count_pairs(one, other):
        if a.equals(b):
            best = max(best, 2.0 if a.low >= _TELLING else 0.75)
        elif not a.excludes(b):
            best = max(best, 0.5)
        elif min(a.low, b.low) >= _TELLING and max(a.low, b.low) <= 1.1 * min(a.high, b.high):
            best = max(best, 1.0)
    return best


def _weight_of_setting(one: Told, other: Told) -> float:
    common, part = len(one.setting & other.setting), share(one.setting, other.setting)
    return 1.0 if common >= 4 and part >= 0.5 else 0.5 if common >= 3 and part >= 0.3 else 0.0


def _weight_of_time(one: Told, other: Told) -> float:
    if one.precise and other.precise:
        return 0.0 if days_between(one, other) else 1.0
    return 0.0 if one.timed and other.timed else 0.5


def event_keys(told: Told) -> frozenset[str]:
    """Keys of which two claims of one event share at least one, and unrelated claims rarely any.

    A key joins a family, a bucket of days, and a party, a place or a number. Aligned claims are found from
    the passages that their reports share, not from keys.
    """
    if is_fact(told):
        return fact_keys(told)
    what = set(_marks(told))
    return frozenset(
        f"{family}|{days}|{mark}" for family in families_of(told) for days in _buckets(told) for mark in what
    )


def _marks(told: Told) -> Iterator[str]:
    for party in told.parties:
        if party.is_known():
            yield party.key
            yield from party.line
    for site in told.sites:
        if site.is_spot():
            yield f"@{site.key}"
            yield from (f"@{stem}" for stem in site.stems)
    for count in told.counts:
        if count.low >= _TELLING:
            step = math.floor(math.log(count.low, 1.1))
            yield from (f"#{count.kind}{step}", f"#{count.kind}{step + 1}")


def _buckets(told: Told) -> Iterator[str]:
    if told.timed and not told.precise:
        yield f"{told.first_day}/{told.last_day}"
        return
    days = window(told)
    if days is None:
        yield "undated"
        return
    first, last = days if not told.timed else (days[0], days[1] + SLIP)
    for number in range(first // _BUCKET, last // _BUCKET + 1):
        yield str(number)

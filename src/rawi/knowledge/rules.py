"""The rules of the grammar: a row of a `grammar/*.yaml` in, a `Rule` out, its words folded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rawi.arabic.characters import fold
from rawi.model import CLAIM_TYPES

#: The keys that a rule may have.
RULE_KEYS = {
    "id", "type", "mode", "verb", "passive", "noun", "act", "pas", "subj", "obj", "gen", "prep", "value",
    "content", "reciprocal", "with", "without", "follow", "subject", "subject_words", "object", "needs",
    "casualties", "ambiguous_passive", "polarity", "past_mode", "subj_passive",
    "indefinite", "only", "weak", "person", "inherits", "without_that", "transitive",
    "from_merger", "own_word", "who", "whom",
}  # fmt: skip
#: The roles that a rule may give to what stands behind a preposition.
_PREP_ROLES = {"actor", "recipient", "place", "target", "by", "content", "value"}
#: The keys that are said or not, without a value of their own.
_FLAGS = ("indefinite", "weak", "person", "inherits", "without_that", "transitive", "from_merger", "own_word")


@dataclass(frozen=True, slots=True)
class Content:
    """What a speech verb governs: by which marker, in which mode, who would do it, who wants it."""

    on: frozenset[str]
    modality: str = "asserted"
    by: str = "none"
    holder: str | None = None
    attributed: str | None = None
    suppress: bool = False
    only_if: str | None = None


@dataclass(frozen=True, eq=False, slots=True)
class Rule:
    """One rule of the grammar: the words that name an event, and where its participants stand."""

    id: str
    type: str
    mode: str | None
    subj: str
    obj: str
    gen: str
    prep: Mapping[str, str]
    value: tuple[str, ...]
    content: Content | None
    reciprocal: bool
    with_: frozenset[str]
    with_phrases: tuple[tuple[str, ...], ...]
    without: frozenset[str]
    follow: frozenset[str]
    subject: str | None
    subject_words: frozenset[str]
    who: frozenset[str]
    whom: frozenset[str]
    object: str | None
    needs: str | None
    casualties: str | None
    ambiguous_passive: bool
    polarity: str | None
    past_mode: str | None
    flags: frozenset[str]
    subj_passive: str | None


def rule_problem(row: Any) -> str | None:
    """What is wrong with a rule before any of its words is inflected, or None."""
    if not isinstance(row, dict):
        return "a mapping is expected"
    unknown = set(row) - RULE_KEYS
    if unknown:
        return f"unknown key {', '.join(sorted(unknown))}"
    missing = [key for key in ("id", "type") if not row.get(key)]
    if missing:
        return f"lacks {', '.join(missing)}"
    if row["type"] not in CLAIM_TYPES:
        return f"type: {row['type']!r} is not one of {', '.join(sorted(CLAIM_TYPES))}"
    modes = CLAIM_TYPES[row["type"]]
    if row.get("mode") and row["mode"] not in modes:
        return f"mode: {row['mode']!r} is not one of {', '.join(sorted(modes)) or 'none'}"
    roles = row.get("prep") or {}
    strange = sorted(set(roles.values()) - _PREP_ROLES) if isinstance(roles, dict) else [str(roles)]
    if strange:
        return f"prep: {strange[0]!r} is not one of {', '.join(sorted(_PREP_ROLES))}"
    for key in ("verb", "passive", "noun", "act", "pas"):
        values = row.get(key, [])
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            return f"{key}: a list of words is expected"
    return None


def make_rule(row: Mapping[str, Any]) -> Rule:
    """The rule that a row of a grammar file describes; its keys have been checked."""
    content = row.get("content")
    flags = {name for name in _FLAGS if row.get(name)}
    if row.get("only"):
        flags.add(f"only-{row['only']}")
    return Rule(
        id=row["id"],
        type=row["type"],
        mode=row.get("mode"),
        subj=row.get("subj", "actor"),
        obj=row.get("obj", "recipient"),
        gen=row.get("gen", "none"),
        prep={fold(key): role for key, role in (row.get("prep") or {}).items()},
        value=tuple(fold(word) for word in row.get("value", ())),
        content=Content(
            frozenset(fold(marker) for marker in content.get("after", ())),
            content.get("modality", "asserted"),
            content.get("by", "none"),
            content.get("holder"),
            content.get("attributed"),
            bool(content.get("suppress")),
            content.get("only_if"),
        )
        if content
        else None,
        reciprocal=bool(row.get("reciprocal")),
        with_=_words(row.get("with")),
        with_phrases=tuple(tuple(fold(value).split()) for value in row.get("with", ()) if " " in str(value)),
        without=_words(row.get("without")),
        follow=_words(row.get("follow")),
        subject=row.get("subject"),
        subject_words=_words(row.get("subject_words")),
        who=_words(row.get("who")),
        whom=_words(row.get("whom")),
        object=row.get("object"),
        needs=row.get("needs"),
        casualties=row.get("casualties"),
        ambiguous_passive=bool(row.get("ambiguous_passive")),
        polarity=row.get("polarity"),
        past_mode=row.get("past_mode"),
        flags=frozenset(flags),
        subj_passive=row.get("subj_passive"),
    )


def _words(values: Any) -> frozenset[str]:
    return frozenset(fold(str(value)) for value in values or () if " " not in str(value))

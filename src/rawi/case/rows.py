"""A reading as rows of the tables that are searched and joined: claims, their parties, findings."""

from __future__ import annotations

from typing import Any

from rawi.arabic.characters import fold
from rawi.arabic.tokens import BREAK, MARK, tokenise
from rawi.knowledge.periods import read_period
from rawi.model import SEVERITIES, Claim, Finding, Mention, Reading

Row = dict[str, Any]

#: Words of a mention that are looked for: a few; a name is never longer.
_LONGEST_NAME = 200
#: As much of a claim's evidence is kept beside it, in code points.
_LONGEST_WORDS = 300


def claim_id(report: str, claim: str) -> str:
    """The id of a claim in a case."""
    return f"{report}:{claim}"


def folded_words(text: str) -> str:
    """The words and numbers of `text` in the form that is searched, marks left out, a space between."""
    return " ".join(token.norm for token in tokenise(text) if token.kind not in (MARK, BREAK))


def claim_rows(report: str, reading: Reading) -> list[Row]:
    """A row for each claim of `reading`."""
    worst = _worst_findings(reading.findings)
    mentions = reading.mention_by_id
    return [
        _claim_row(report, position, claim, mentions, worst) for position, claim in enumerate(reading.claims)
    ]


def _claim_row(
    report: str, position: int, claim: Claim, mentions: dict[str, Mention], worst: dict[str, str]
) -> Row:
    time = mentions.get(claim.time) if claim.time else None
    period = read_period(time.value) if time is not None else None
    source = claim.attribution[-1] if claim.attribution else None
    return {
        "id": claim_id(report, claim.id),
        "report": report,
        "position": position,
        "type": claim.type,
        "mode": claim.mode,
        "modality": claim.modality,
        "polarity": claim.polarity,
        "start": claim.trigger.start,
        "end": claim.trigger.end,
        "first_day": period.first.isoformat() if period is not None and period.first else None,
        "last_day": period.last.isoformat() if period is not None and period.last else None,
        "source_kind": source.kind if source else None,
        "source_name": source.span.text if source else None,
        "source_id": source.entity if source else None,
        "severity": worst.get(claim.id),
        "words": " ".join(claim.evidence.text.split())[:_LONGEST_WORDS],
    }


def party_rows(report: str, reading: Reading) -> list[Row]:
    """A row for each participant, place and source of each claim of `reading`."""
    mentions = reading.mention_by_id
    return [row for claim in reading.claims for row in _parties_of(report, claim, mentions)]


def _parties_of(report: str, claim: Claim, mentions: dict[str, Mention]) -> list[Row]:
    rows: list[Row] = []

    def add(role: str, number: int, entity: str | None, name: str, mention: Mention | None = None) -> None:
        rows.append(
            {
                "claim": claim_id(report, claim.id),
                "role": role,
                "number": number,
                "entity": entity,
                "name": name[:_LONGEST_NAME],
                "folded": fold(name[:_LONGEST_NAME]),
                "admin1": mention.admin1 if mention else None,
                "country": mention.country if mention else None,
            }
        )

    for role, people in (("actor", claim.actor), ("recipient", claim.recipient), ("holder", claim.holder)):
        for number, person in enumerate(people):
            mention = mentions[person.mention]
            add(role, number, person.entity, person.name or mention.text, mention)
    for number, place in enumerate(claim.place):
        mention = mentions[place]
        add("place", number, mention.entity, mention.name or mention.text, mention)
    for number, link in enumerate(claim.attribution):
        add("source", number, link.entity, link.span.text)
    return rows


def finding_rows(report: str, reading: Reading) -> list[Row]:
    """A row for each finding of `reading`."""
    return [
        {
            "report": report,
            "number": number,
            "check": finding.check,
            "severity": finding.severity,
            "claim": claim_id(report, finding.claim) if finding.claim else None,
        }
        for number, finding in enumerate(reading.findings)
    ]


def _worst_findings(findings: tuple[Finding, ...]) -> dict[str, str]:
    """The gravest severity among the findings of each claim."""
    worst: dict[str, str] = {}
    for finding in findings:
        if finding.claim is None:
            continue
        known = worst.get(finding.claim, finding.severity)
        worst[finding.claim] = max(known, finding.severity, key=SEVERITIES.index)
    return worst

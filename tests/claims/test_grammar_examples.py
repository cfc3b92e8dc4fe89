"""Every rule of the grammar reads its own example and leaves its near miss alone."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from rawi import Reader, Reading
from rawi.arabic.tokens import tokenise
from rawi.ingest import document_from_text

PACK = Path(__file__).parents[2] / "src/rawi/knowledge/packs/arabic"
EXAMPLES_FILE = "src/rawi/knowledge/packs/arabic/examples.yaml"
# BaseLoader keeps every scalar a string, so that `yes:` and `no:` need no quotes.
EXAMPLES = yaml.load((PACK / "examples.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
GAPS: dict[str, str] = EXAMPLES.pop("_gaps", None) or {}
RULES = {
    rule["id"]: path.name
    for path in sorted((PACK / "grammar").glob("*.yaml"))
    for rule in yaml.safe_load(path.read_text(encoding="utf-8"))
}
HOW = (
    'add to {file}:\n{rule}:\n  "yes": "a sentence that rule {rule} must read"\n'
    '  "no": "a sentence with the same word that it must leave alone"\n'
    "or, where no sentence can match, give the reason under _gaps there."
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def read(reader: Reader, sentence: str) -> Reading:
    return reader.read(document_from_text(sentence, published="2021-05-05"))


def sentence_of(rule: str, key: str) -> str:
    sentence = EXAMPLES.get(rule, {}).get(key, "")
    if not sentence:
        how = HOW.format(file=EXAMPLES_FILE, rule=rule)
        pytest.fail(f"rule {rule} of {RULES[rule]} has no {key!r} example; {how}")
    return sentence


@pytest.mark.parametrize("rule", sorted(set(RULES) - set(GAPS)))
def test_rule_reads_its_example(reader: Reader, rule: str) -> None:
    sentence = sentence_of(rule, "yes")
    found = [claim.rule for claim in read(reader, sentence).claims]
    assert rule in found, (
        f"rule {rule} of {RULES[rule]} does not read {sentence!r}; read by {found or 'no rule'}"
    )


@pytest.mark.parametrize("rule", sorted(RULES))
def test_rule_leaves_its_near_miss_alone(reader: Reader, rule: str) -> None:
    sentence = sentence_of(rule, "no")
    found = [claim.rule for claim in read(reader, sentence).claims]
    assert rule not in found, f"rule {rule} of {RULES[rule]} reads {sentence!r}"


@pytest.mark.parametrize("rule", sorted(GAPS))
def test_gap_is_still_one(reader: Reader, rule: str) -> None:
    """A gap has a reason and no example; one that closes is to be given its example."""
    assert GAPS[rule]
    assert not EXAMPLES.get(rule, {}).get("yes"), f"{rule} has a 'yes' example: take it out of _gaps"


def test_examples_are_of_rules_that_exist() -> None:
    assert sorted((set(EXAMPLES) | set(GAPS)) - set(RULES)) == []
    assert [rule for rule, row in EXAMPLES.items() if set(row) - {"yes", "no"}] == []


def test_sentences_are_told_once() -> None:
    sentences = [row["yes"] for row in EXAMPLES.values() if row.get("yes")]
    assert len(sentences) == len(set(sentences))


def test_near_misses_hold_a_word_of_their_rule(reader: Reader) -> None:
    """Each `no` sentence has a form that its rule lists: else it would show nothing."""
    lexicon = reader.knowledge.lexicon
    idle = []
    for rule in RULES:
        words = [token.norm for token in tokenise(EXAMPLES.get(rule, {}).get("no", ""))]
        if not any(
            sense.rule and sense.rule.id == rule for word in words for sense in lexicon.analyse(word).senses
        ):
            idle.append(rule)
    assert idle == []

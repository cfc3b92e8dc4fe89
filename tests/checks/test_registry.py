"""The list of checks: explanations, order, skipping, plugins."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rawi.checks as checks
from rawi.checks import CHECKS, SHIPPED, Check, Context, run_checks
from rawi.errors import PluginError, UsageError
from rawi.export.labels import CHECKS as LABELS
from rawi.ingest import document_from_text
from rawi.model import SEVERITIES, Finding
from rawi.reader import Reader

from .test_cases import ROWS

TEXTS = [row[-1] for row in ROWS]


@pytest.mark.parametrize("check", SHIPPED, ids=lambda check: check.id)
def test_check_explains_itself_in_both_languages(check: Check) -> None:
    assert check.severity in SEVERITIES
    assert re.search("[A-Za-z]{4}", check.explanation_en)
    assert re.search("[\u0621-\u064a]{3}", check.explanation_ar)
    assert check.id in LABELS


def test_checks_run_in_a_fixed_order() -> None:
    assert list(CHECKS)[: len(SHIPPED)] == [check.id for check in SHIPPED]


def test_skipped_checks_find_nothing() -> None:
    document = document_from_text("عقد الاجتماع في 31 شباط 2015 في بلدة الزعتوقية.")
    assert "age-or-count-implausible" in {one.check for one in Reader().read(document).findings}
    assert not Reader(skip=CHECKS).read(document).findings


def _plugin(value: object) -> Any:
    def load() -> object:
        if isinstance(value, Exception):
            raise value
        return value

    return SimpleNamespace(name="mine", value="my.module:CHECK", load=load)


def _note(context: Context) -> list[Finding]:
    return [context.finding("mine", "note", 0, 1, "ملاحظة", "A note.")]


def test_plugin_adds_a_check(monkeypatch: pytest.MonkeyPatch, reader: Reader) -> None:
    monkeypatch.setattr(
        checks, "entry_points", lambda group: [_plugin(Check("mine", "note", "Mine.\n\nلي.", _note))]
    )
    registry = checks._Registry()
    assert list(registry)[-1] == "mine"
    monkeypatch.setattr(checks, "CHECKS", registry)
    assert "mine" in {one.check for one in reader.read(document_from_text("قصف الجيش المدينة أمس.")).findings}


def test_failing_plugin_is_named(monkeypatch: pytest.MonkeyPatch, reader: Reader) -> None:
    def fail(context: Context) -> list[Finding]:
        raise ZeroDivisionError("division by zero")

    check = Check("mine", "note", "Mine.\n\nلي.", fail)
    monkeypatch.setattr(checks, "entry_points", lambda group: [_plugin(check)])
    monkeypatch.setattr(checks, "CHECKS", checks._Registry())
    document = document_from_text("قصف الجيش المدينة أمس.")
    with pytest.raises(PluginError, match=r"the check mine of a plugin failed .* --skip mine"):
        reader.read(document)
    assert Reader(skip=["mine"]).read(document).claims


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (ImportError("gone"), "cannot be loaded: gone"),
        ("a word", "is no check"),
        (Check("mine", "grave", "Mine.", _note), "is no check"),
        (Check("no-source", "note", "Mine.", _note), "no-source exists already"),
    ],
)
def test_bad_plugins_are_refused(monkeypatch: pytest.MonkeyPatch, value: object, message: str) -> None:
    monkeypatch.setattr(checks, "entry_points", lambda group: [_plugin(value)])
    with pytest.raises(UsageError, match=re.escape(message)):
        list(checks._Registry())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=4), st.sampled_from(["", "2015-07-21", "2023"]))
def test_spans_are_words_of_the_text(reader: Reader, parts: list[str], published: str) -> None:
    text = "\n".join(parts)
    reading = reader.read(document_from_text(text, published=published or None))
    claims = {claim.id for claim in reading.claims}
    for finding in reading.findings:
        assert 0 <= finding.span.start < finding.span.end <= len(text)
        assert text[finding.span.start : finding.span.end] == finding.span.text
        assert finding.claim is None or finding.claim in claims
        assert Finding.from_dict(finding.to_dict()) == finding
    assert reader.read(document_from_text(text, published=published or None)).findings == reading.findings


def test_findings_stand_errors_first_then_in_the_order_of_the_text(reader: Reader) -> None:
    reading = reader.read(document_from_text("\n".join(TEXTS[::9]), published="2015-07-21"))
    places = [(-SEVERITIES.index(one.severity), one.span.start) for one in reading.findings]
    assert {one.severity for one in reading.findings} == set(SEVERITIES)
    assert places == sorted(places)
    assert run_checks is checks.run_checks


@pytest.mark.parametrize(
    ("text", "check", "trigger"),
    [
        ("قصف الجيش السوري مدينة منبج بريف إدلب أمس.", "place-in-wrong-area", "قصف"),
        ("زار الوزير بغداد، وقصف الجيش المدينة يوم الأحد 18 آذار 2020.", "weekday-mismatch", "قصف"),
        ("قتل 5 أشخاص بينهم 7 أطفال أمس في إدلب.", "age-or-count-implausible", "قتل"),
        ("وصلت إلى مدينة منبج بريف إدلب، والطقس بارد.", "place-in-wrong-area", None),
    ],
)
def test_findings_have_the_claim_that_they_are_about(
    reader: Reader, text: str, check: str, trigger: str | None
) -> None:
    reading = reader.read(document_from_text(text, published="2020-04-01"))
    finding = next(one for one in reading.findings if one.check == check)
    triggers = {claim.id: claim.trigger.text for claim in reading.claims}
    assert triggers.get(finding.claim or "") == trigger

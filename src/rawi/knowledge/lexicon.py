"""The words of the language pack, inflected and indexed: a folded word in, what it can be out.

Words come from `packs/*/words.yaml` (classes of words) and `packs/*/grammar/*.yaml` (claim rules).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from rawi.arabic.characters import fold
from rawi.arabic.clitics import enclitic_splits, splits
from rawi.arabic.inflection import Inflection, conjugate, decline, decline_person
from rawi.errors import KnowledgeError
from rawi.knowledge.files import read_yaml
from rawi.knowledge.remembered import Remembered
from rawi.knowledge.rules import Content, Rule, make_rule, rule_problem

__all__ = ["NOTHING", "Analysis", "Content", "Lexicon", "Rule", "Sense"]

VERB, PASSIVE, NOUN, ACTIVE, PASSIVE_PARTICIPLE = "verb", "passive", "noun", "act", "pas"
_PLAIN = Inflection()


@dataclass(frozen=True, eq=False, slots=True)
class Sense:
    """One thing that a form can be: `tag` names its class, `rule` its claim rule, if any."""

    tag: str
    lemma: str
    inflection: Inflection = _PLAIN
    rule: Rule | None = None


@dataclass(frozen=True, eq=False, slots=True)
class Analysis:
    """A word taken apart: proclitics, article, attached pronoun, and the senses of what remains.

    `is_event` says whether it can tell that something happens: a finite verb, or a word of a rule.
    """

    pro: str = ""
    article: bool = False
    suffix: str = ""
    future: bool = False
    senses: tuple[Sense, ...] = ()
    tags: frozenset[str] = frozenset()
    by_tag: Mapping[str, tuple[Sense, ...]] = field(default_factory=dict)
    is_event: bool = False

    def without_verbs(self) -> Analysis:
        """The same word read as anything but a finite verb."""
        return _analysis(
            [sense for sense in self.senses if not sense.inflection.tense],
            pro=self.pro, article=self.article, suffix=self.suffix,
        )  # fmt: skip

    @property
    def is_verb(self) -> bool:
        """Whether the word can be a finite verb."""
        return "finite" in self.tags


NOTHING = Analysis()

#: Word classes that are listed as they stand, without inflection.
_LISTED = (
    "prepositions", "subordinators", "relatives", "clause_openers", "contrast",
    "negations", "future", "possible", "condition", "duals",
    "person_duals", "groups_of_states", "members", "own_words", "according", "former", "formerly", "social",
)  # fmt: skip
_VERBS = (
    "light_existential", "light_agent", "auxiliaries", "other_verbs", "report_verbs", "relay_verbs",
    "deny_verbs", "named_verbs", "class_verbs", "terms_verbs", "plan_verbs",
)  # fmt: skip
_NOUNS = (
    "body_heads", "outlet_heads", "place_heads", "people", "forces", "unnamed_sources", "general_sources",
    "own_sources", "documents", "statements", "report_nouns", "class_heads", "agreements",
    "titles", "wide_places", "statement_nouns",
)  # fmt: skip
_PERSONS = ("ranks", "title_scope", "report_participles", "named_act")


class Lexicon:
    """All words of the language packs in `folders`, ready for `analyse`."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self.words: dict[str, list[str]] = {}
        self.mappings: dict[str, dict[str, tuple[str, ...]]] = {}
        self.rules: list[Rule] = []
        self._forms: dict[str, list[Sense]] = {}
        self._analyses: Remembered[str, Analysis] = Remembered(self._analyse)
        self._listed: Remembered[str, frozenset[str]] = Remembered(self._fold_list)
        self._written: Remembered[str, frozenset[str]] = Remembered(self._write_list)
        self._mapped: Remembered[str, Mapping[str, tuple[str, ...]]] = Remembered(self._fold_mapping)
        problems: list[str] = []
        for folder in folders:
            if (folder / "words.yaml").is_file():
                self._load_words(folder / "words.yaml", problems)
            for path in sorted((folder / "grammar").glob("*.yaml")):
                self._load_rules(path, problems)
        if problems:
            raise KnowledgeError(problems)
        self._index_words()

    # What is asked for every word of a text is a look-up in a dictionary, not a function of Python.

    @property
    def listed(self) -> Callable[[str], frozenset[str]]:
        """Gives the folded words of one listed class."""
        return self._listed.__getitem__

    @property
    def written(self) -> Callable[[str], frozenset[str]]:
        """Gives the words of one listed class as the pack writes them: names and lemmas are not folded."""
        return self._written.__getitem__

    @property
    def mapped(self) -> Callable[[str], Mapping[str, tuple[str, ...]]]:
        """Gives the folded words of one mapping, each with its value or values."""
        return self._mapped.__getitem__

    @property
    def analyse(self) -> Callable[[str], Analysis]:
        """Gives what a folded word can be; remembered per word. An unknown word gives NOTHING."""
        return self._analyses.__getitem__

    def _fold_list(self, name: str) -> frozenset[str]:
        return frozenset(fold(word) for word in self.words.get(name, ()))

    def _write_list(self, name: str) -> frozenset[str]:
        return frozenset(self.words.get(name, ()))

    def _fold_mapping(self, name: str) -> Mapping[str, tuple[str, ...]]:
        return {fold(word): values for word, values in self.mappings.get(name, {}).items()}

    # ------------------------------------------------------------------ analysis

    def _analyse(self, norm: str) -> Analysis:
        forms = self._forms
        for pro, rest in splits(norm):
            senses = forms.get(rest)
            if senses:
                bare = forms.get(rest[2:], ()) if rest.startswith("ال") and len(rest) > 4 else ()
                bare = [sense for sense in bare if _takes_article(sense, rest)]
                return _analysis([*senses, *bare], pro=pro, article=bool(bare))
            if rest.startswith("ال") and len(rest) > 3 and rest[2:] in forms:
                senses = [sense for sense in forms[rest[2:]] if _takes_article(sense, rest)]
                if senses:
                    return _analysis(senses, pro=pro, article=True)
            if rest.startswith("س") and len(rest) > 4 and rest[1] in "يت":
                senses = [s for s in self._verb_forms(rest[1:])[0] if s.inflection.tense == "present"]
                if senses:
                    return _analysis(senses, pro=pro, suffix=self._verb_forms(rest[1:])[1], future=True)
            if len(enclitic_splits(rest)) == 1:
                continue
            senses, suffix = self._verb_forms(rest)
            nouns, noun_suffix = self._noun_forms(rest)
            if senses or nouns:
                same = noun_suffix == suffix or not senses or not nouns
                merged = [*senses, *nouns] if same else (senses or nouns)
                return _analysis(merged, pro=pro, suffix=suffix or noun_suffix)
        return NOTHING

    def _verb_forms(self, rest: str) -> tuple[list[Sense], str]:
        direct = [sense for sense in self._forms.get(rest, ()) if sense.inflection.tense]
        if direct:
            return direct, ""
        for stem, suffix in enclitic_splits(rest)[1:]:
            if suffix in ("ي", "ك") or len(stem) < 2:
                continue
            for candidate in (stem, stem + "ا" if stem.endswith("و") else "", _restore_weak(stem)):
                if candidate in self._forms:
                    found = [sense for sense in self._forms[candidate] if sense.inflection.tense]
                    if found:
                        return found, suffix
        return [], ""

    def _noun_forms(self, rest: str) -> tuple[list[Sense], str]:
        for stem, suffix in enclitic_splits(rest)[1:]:
            if suffix in ("ي", "ك") or len(stem) < 2:
                continue
            for candidate in (stem, stem[:-1] + "ء" if stem[-1] in "ؤئ" else ""):
                if candidate in self._forms:
                    found = [
                        s for s in self._forms[candidate] if not (s.inflection.tense or s.tag in _UNSUFFIXED)
                    ]
                    if found:
                        return found, suffix
        return [], ""

    # ------------------------------------------------------------------ loading

    def _load_words(self, path: Path, problems: list[str]) -> None:
        data: Any = read_yaml(path) or {}
        if not isinstance(data, dict):
            problems.append(f"{path}: a mapping from classes of words to their words is expected")
            return
        for name, values in data.items():
            if isinstance(values, list):
                self.words.setdefault(name, []).extend(str(value) for value in values)
            elif isinstance(values, dict):
                self.mappings.setdefault(name, {}).update(
                    (str(word), tuple(map(str, value if isinstance(value, list) else [value])))
                    for word, value in values.items()
                )

    def _index_words(self) -> None:
        for name in _LISTED:
            for word in self.words.get(name, ()):
                if " " not in word:
                    self._add(fold(word), Sense(name, word))
        for name in _VERBS:
            for entry in self.words.get(name, ()):
                past, _, present = entry.partition(" ")
                for form, features in conjugate(past, present).items():
                    self._add(form, Sense(name, past, features))
        for name in _NOUNS:
            for entry in self.words.get(name, ()):
                stems = entry.split()
                if name in ("people", "unnamed_sources", "general_sources", "forces"):
                    masculine = {f: x for f, x in decline_person(stems[0]).items() if x.gender == "m"}
                    forms = {**decline(*stems), **masculine}
                else:
                    forms = decline(*stems)
                for form, features in forms.items():
                    if form not in self.listed("never_forms"):
                        self._add(form, Sense(name, stems[0], features))
        for name in _PERSONS:
            for word in self.words.get(name, ()):
                for form, features in decline_person(word).items():
                    self._add(form, Sense(name, word, features))

    def _load_rules(self, path: Path, problems: list[str]) -> None:
        rows: Any = read_yaml(path) or []
        if not isinstance(rows, list):
            problems.append(f"{path}: a list of rules is expected")
            return
        for number, row in enumerate(rows, 1):
            found = rule_problem(row)
            if found:
                name = row.get("id") if isinstance(row, dict) else None
                problems.append(f"{path}: {name or f'entry {number}'}: {found}")
                continue
            rule = make_rule(row)
            self.rules.append(rule)
            for entry in row.get("verb", ()):
                past, _, present = entry.partition(" ")
                for form, features in conjugate(past, present).items():
                    self._add(form, Sense(VERB, past, features, rule))
            for entry in row.get("passive", ()):
                past, _, present = entry.partition(" ")
                for form, features in conjugate(past, present).items():
                    self._add(form, Sense(PASSIVE, past, features, rule))
            for entry in row.get("noun", ()):
                for form, features in decline(*entry.split()).items():
                    self._add(form, Sense(NOUN, entry, features, rule))
            for tag in (ACTIVE, PASSIVE_PARTICIPLE):
                for entry in row.get(tag, ()):
                    for form, features in decline_person(entry).items():
                        self._add(form, Sense(tag, entry, features, rule))

    def _add(self, form: str, sense: Sense) -> None:
        self._forms.setdefault(form, []).append(sense)


_UNSUFFIXED = {*_LISTED, "ranks", "title_scope"}


def _takes_article(sense: Sense, form: str) -> bool:
    """Whether a sense fits a form with the article: no finite verb, no dual without its ن (الحدودي)."""
    construct = sense.inflection.number == "d" and not form.endswith("ن")
    return "finite" not in _supertags(sense) and not construct


def _supertags(sense: Sense) -> frozenset[str]:
    return _classes(sense.tag, finite=bool(sense.inflection.tense), trigger=sense.rule is not None)


@lru_cache(maxsize=512)
def _classes(tag: str, *, finite: bool, trigger: bool) -> frozenset[str]:
    return frozenset({tag, *(("finite",) if finite else ()), *(("trigger",) if trigger else ())})


def _analysis(
    senses: Sequence[Sense], *, pro: str = "", article: bool = False, suffix: str = "", future: bool = False
) -> Analysis:
    by_tag: dict[str, list[Sense]] = {}
    for sense in senses:
        for tag in _supertags(sense):
            by_tag.setdefault(tag, []).append(sense)
    return Analysis(
        pro,
        article,
        suffix,
        future,
        tuple(senses),
        frozenset(by_tag),
        {k: tuple(v) for k, v in by_tag.items()},
        "finite" in by_tag or "trigger" in by_tag,
    )


def _restore_weak(stem: str) -> str:
    """The bare form of a weak verb whose final ى is written ا before a pronoun: نفا(ها) → نفي."""
    return stem[:-1] + "ي" if stem.endswith("ا") and len(stem) > 2 else ""

"""The example sentences of a pack's rules: folders in, what the rules read otherwise than said out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rawi.knowledge.problems import ERROR, NOTE, Problem

if TYPE_CHECKING:
    from rawi.reader import Reader

FILE = "examples.yaml"


def read_examples(folders: Sequence[Path]) -> Iterator[Problem]:
    """One problem for each sentence that its rule should read and doesn't, or reads and shouldn't.

    The packs in `folders` have to be without problems.
    """
    if not any((folder / "grammar").is_dir() for folder in folders):
        return
    from rawi.reader import Reader

    reader = Reader(folders)
    for folder in folders:
        yield from _read_pack(reader, folder)


def _read_pack(reader: Reader, folder: Path) -> Iterator[Problem]:
    path = folder / FILE
    try:
        examples = (_load(path) or {}) if path.is_file() else {}
    except ValueError as error:
        yield Problem(ERROR, str(path), "", "", str(error))
        return
    if not isinstance(examples, dict) or not all(isinstance(row, dict) for row in examples.values()):
        yield Problem(ERROR, str(path), "", "", "a rule's id, and under it yes and no, are expected")
        return
    rules = dict(_rules(folder))
    for rule in sorted(set(examples) - set(rules)):
        yield Problem(NOTE, str(path), str(rule), "", "no rule of the pack has this id")
    for rule, file in rules.items():
        for key in ("yes", "no"):
            sentence = examples.get(rule, {}).get(key)
            if not sentence:
                message = f"no {key!r} sentence for this rule in {FILE}"
                yield Problem(NOTE, str(file), rule, "", message)
                continue
            found = _rules_that_read(reader, sentence)
            if (rule in found) != (key == "yes"):
                told = (
                    f"read by {', '.join(sorted(found)) or 'no rule'}"
                    if key == "yes"
                    else "the rule reads it"
                )
                yield Problem(ERROR, str(path), rule, key, f"{told}: {sentence}")


def _rules(folder: Path) -> Iterator[tuple[str, Path]]:
    """The ids of the pack's own rules, and the file in which each stands."""
    for path in sorted((folder / "grammar").glob("*.yaml")):
        yield from ((row["id"], path) for row in _load(path) or () if isinstance(row, dict) and "id" in row)


def _rules_that_read(reader: Reader, sentence: str) -> set[str]:
    from rawi.errors import InputError
    from rawi.ingest import document_from_text

    try:
        document = document_from_text(sentence, published="2021-05-05")
    except InputError:
        return set()
    return {claim.rule for claim in reader.read(document).claims if claim.rule}


def _load(path: Path) -> Any:
    """The data of a YAML file, all of it text: `yes:` and `no:` need no quotes. ValueError if it is none."""
    import yaml

    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ValueError(f"not readable as UTF-8 YAML: {error}") from error

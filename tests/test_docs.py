"""The documentation is true: nothing stale, no dead links, examples that run."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from rawi.model import CLAIM_TYPES, MODALITIES, SOURCE_KINDS

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted(
    [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md"), *ROOT.glob("examples/*.md")]
)
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)
EXAMPLES = [(path, code) for path in PAGES for code in PYTHON.findall(path.read_text("utf-8"))]


@pytest.fixture(scope="module")
def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_cli_docs", ROOT / "scripts" / "build_cli_docs.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_page_of_the_command_line_is_fresh(builder: ModuleType) -> None:
    assert (ROOT / "docs" / "cli.md").read_text("utf-8") == builder.build(), "run make docs"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    targets = [link for link in LINK.findall(path.read_text("utf-8")) if "://" not in link]
    assert [link for link in targets if not (path.parent / link).exists()] == []


@pytest.mark.parametrize(("path", "code"), EXAMPLES, ids=lambda value: getattr(value, "name", ""))
def test_examples_run(path: Path, code: str) -> None:
    exec(compile(code, str(path), "exec"), {})


def test_codebook_has_every_type_and_mode() -> None:
    rows = re.findall(
        r"^\| `([A-Z_]+)` \|.*\|([^|]*)\|$", (ROOT / "docs" / "codebook.md").read_text("utf-8"), re.MULTILINE
    )
    assert {type: set(re.findall("`([^`]+)`", modes)) for type, modes in rows} == {
        type: set(modes) for type, modes in CLAIM_TYPES.items()
    }


def test_results_page_explains_every_code() -> None:
    page = (ROOT / "docs" / "reading-results.md").read_text("utf-8")
    assert [code for code in (*SOURCE_KINDS, *MODALITIES) if f"`{code}`" not in page] == []


def test_page_of_the_checks_has_each_with_its_severity() -> None:
    from rawi.checks import SHIPPED

    rows = re.findall(
        r"^\| (`[a-z-]+`.*?) \| (\w+) \|", (ROOT / "docs" / "checks.md").read_text("utf-8"), re.M
    )
    told = {name: severity for names, severity in rows for name in re.findall("`([^`]+)`", names)}
    assert told == {check.id: check.severity for check in SHIPPED}


def test_commands_of_the_readme_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"`?make ([a-z]+)", (ROOT / "README.md").read_text("utf-8"))) <= targets


def test_every_label_is_known() -> None:
    from rawi.export.labels import MODES, TYPED_MODES, TYPES
    from rawi.export.labels import SOURCE_KINDS as KINDS

    assert set(TYPES) == set(CLAIM_TYPES)
    assert set(KINDS) == set(SOURCE_KINDS)
    known = set(MODES) | {mode for _, mode in TYPED_MODES}
    assert {mode for modes in CLAIM_TYPES.values() for mode in modes} <= known


def test_examples_agree_with_their_manifest() -> None:
    import json

    rows = [
        json.loads(line) for line in (ROOT / "examples" / "reports.jsonl").read_text("utf-8").splitlines()
    ]
    assert len(rows) >= 12
    for row in rows:
        assert row["text"] == (ROOT / "examples" / "reports" / f"{row['id']}.txt").read_bytes().decode(
            "utf-8"
        )

"""What the package offers: names, types, documentation."""

from __future__ import annotations

import importlib
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import rawi

PUBLIC = [
    "BrokenInput",
    "Case",
    "CaseError",
    "Claim",
    "Document",
    "EmptyInput",
    "Engine",
    "Finding",
    "InputError",
    "KnowledgeError",
    "Mention",
    "NotArabic",
    "Outlet",
    "Participant",
    "PluginError",
    "RawiError",
    "Reader",
    "Reading",
    "SourceLink",
    "Span",
    "TooLarge",
    "UnknownFormat",
    "UsageError",
    "__version__",
    "open_case",
    "read",
]
ERRORS = [name for name in PUBLIC if name.endswith(("Input", "Error", "Arabic", "Large", "Format"))]
PACKAGE = Path(rawi.__file__).parent
MODULES = sorted(
    ".".join(("rawi", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")
    for path in PACKAGE.rglob("*.py")
    if "migrations" not in path.parts
)


def test_names() -> None:
    assert rawi.__all__ == PUBLIC
    assert sorted(rawi.__all__) == rawi.__all__


@pytest.mark.parametrize("name", PUBLIC)
def test_every_name_is_there(name: str) -> None:
    assert getattr(rawi, name) is not None


@pytest.mark.parametrize("name", [name for name in PUBLIC if name != "__version__"])
def test_public_names_and_their_methods_are_documented(name: str) -> None:
    item = getattr(rawi, name)
    assert inspect.getdoc(item)
    if inspect.isclass(item):
        members = [member for key, member in vars(item).items() if not key.startswith("_")]
        methods = [
            item for item in members if inspect.isfunction(item) or isinstance(item, (classmethod, property))
        ]
        assert [method for method in methods if not inspect.getdoc(method)] == []


@pytest.mark.parametrize("module", MODULES)
def test_every_module_says_what_it_is_for(module: str) -> None:
    assert importlib.import_module(module).__doc__


def test_package_is_typed() -> None:
    assert (PACKAGE / "py.typed").is_file()


def test_version_is_that_of_the_project() -> None:
    text = (PACKAGE.parents[1] / "pyproject.toml").read_text(encoding="utf-8")
    assert f'version = "{rawi.__version__}"' in text


@pytest.mark.parametrize("error", ERRORS)
def test_errors_have_one_root(error: str) -> None:
    assert issubclass(getattr(rawi, error), rawi.RawiError)


def test_docstring_example_is_true() -> None:
    reading = rawi.read("أعلنت الولايات المتحدة انسحاب قواتها من مدينة منبج.", published="2019-10-15")
    assert [claim.type for claim in reading.claims] == ["RETREAT"]


@pytest.mark.parametrize(
    ("text", "options", "error"),
    [
        ("", {}, rawi.EmptyInput),
        (" \n\u200f\t", {}, rawi.EmptyInput),
        ("The army withdrew from the town on Monday and the talks went on.", {}, rawi.NotArabic),
        ("قصفت روسيا إدلب أمس الثلاثاء.", {"published": "yesterday"}, rawi.UsageError),
        ("قصفت روسيا إدلب أمس الثلاثاء.", {"knowledge": [Path("/nowhere/at/all")]}, rawi.KnowledgeError),
    ],
)
def test_errors_say_what_failed(text: str, options: dict[str, object], error: type[Exception]) -> None:
    with pytest.raises(error) as caught:
        rawi.read(text, **options)  # type: ignore[arg-type]
    assert len(str(caught.value)) > 10


def test_import_writes_nothing() -> None:
    done = subprocess.run([sys.executable, "-c", "import rawi"], capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"", b"")

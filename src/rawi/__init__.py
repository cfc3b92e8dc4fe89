"""Rawi reads Arabic reports into claims that carry their chain of sources and can be checked.

>>> import rawi
>>> reading = rawi.read("أعلنت الولايات المتحدة انسحاب قواتها من مدينة منبج.", published="2019-10-15")
>>> [claim.type for claim in reading.claims]
['RETREAT']

A claim is an allegation of its source, never a fact.
"""

from typing import TYPE_CHECKING, Any

from rawi._version import __version__
from rawi.errors import (
    BrokenInput,
    CaseError,
    EmptyInput,
    InputError,
    KnowledgeError,
    NotArabic,
    PluginError,
    RawiError,
    TooLarge,
    UnknownFormat,
    UsageError,
)
from rawi.model import (
    Claim,
    Document,
    Engine,
    Finding,
    Mention,
    Outlet,
    Participant,
    Reading,
    SourceLink,
    Span,
)
from rawi.reader import Reader, read

if TYPE_CHECKING:
    from rawi.case.store import Case, open_case

__all__ = [
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


def __getattr__(name: str) -> Any:
    """What needs a database is loaded when it is first asked for."""
    if name in ("Case", "open_case"):
        from rawi.case import store

        return getattr(store, name)
    raise AttributeError(f"module 'rawi' has no attribute {name!r}")

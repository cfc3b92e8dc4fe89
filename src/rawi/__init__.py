"""Rawi reads Arabic reports into claims that carry their chain of sources and can be checked.

>>> import rawi
>>> reading = rawi.read("أعلنت الولايات المتحدة انسحاب قواتها من مدينة منبج.", published="2019-10-15")
>>> [claim.type for claim in reading.claims]
['RETREAT']

A claim is an allegation of its source, never a fact.
"""

from rawi._version import __version__
from rawi.errors import (
    BrokenInput,
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

__all__ = [
    "BrokenInput",
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
    "read",
]

"""Every error that Rawi raises on purpose.

    RawiError
    ├── InputError            one document cannot be read; it is set aside, the others go on
    │   ├── EmptyInput        nothing, or nothing but white space
    │   ├── NotArabic         the text is in another language
    │   ├── UnknownFormat     no reader for this kind of file
    │   ├── BrokenInput       truncated, encrypted, binary, or not what it claims to be
    │   ├── TooLarge          beyond the size that is accepted
    │   ├── FetchFailed       no answer from the web, or an error instead of a page
    │   └── FetchRefused      a link that may not be fetched: robots.txt, a private address, no http
    ├── KnowledgeError        a knowledge pack has problems; carries all of them
    ├── PluginError           a check that was added by a plugin failed on a document
    ├── CaseError             a case cannot be opened, read or written
    └── UsageError            an option or argument has an unusable value

A message says what failed, on which value, where, and what would be accepted.
"""

from __future__ import annotations


class RawiError(Exception):
    """The root of all errors that are Rawi's own."""


class InputError(RawiError):
    """One document cannot be read."""


class EmptyInput(InputError):
    """Nothing, or nothing but white space."""


class NotArabic(InputError):
    """The text is in another language."""


class UnknownFormat(InputError):
    """No reader for this kind of file."""


class BrokenInput(InputError):
    """Truncated, encrypted, binary, or not what it claims to be."""


class TooLarge(InputError):
    """Beyond the size that is accepted."""


class FetchFailed(InputError):
    """No answer from the web, or an error instead of a page."""


class FetchRefused(InputError):
    """A link that may not be fetched: robots.txt, a private address, not http or https."""


class KnowledgeError(RawiError):
    """A knowledge pack has problems; `problems` lists them all, one line each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class PluginError(RawiError):
    """A check that was added by a plugin failed on a document."""


class CaseError(RawiError):
    """A case cannot be opened, read or written."""


class UsageError(RawiError):
    """An option or argument has an unusable value."""

"""The records that a reading is made of: frozen, typed, no input or output.

Offsets everywhere count Unicode code points in `Document.text`, start inclusive, end exclusive.
"""

from rawi.model.claim import CLAIM_TYPES, MODALITIES, POLARITIES, SOURCE_KINDS, Claim, Participant, SourceLink
from rawi.model.document import Document, Outlet
from rawi.model.finding import SEVERITIES, Finding
from rawi.model.mention import MENTION_KINDS, Mention
from rawi.model.reading import SCHEMA, Engine, Reading
from rawi.model.span import Span

__all__ = [
    "CLAIM_TYPES",
    "MENTION_KINDS",
    "MODALITIES",
    "POLARITIES",
    "SCHEMA",
    "SEVERITIES",
    "SOURCE_KINDS",
    "Claim",
    "Document",
    "Engine",
    "Finding",
    "Mention",
    "Outlet",
    "Participant",
    "Reading",
    "SourceLink",
    "Span",
]

"""The tables of a case, the same in SQLite and PostgreSQL.

Texts, readings and lists are kept as JSON text; the columns beside them are what is searched and joined.
Days are ISO dates, so that they compare as text. Every row that belongs to a report goes with it.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData()


def _of_report(**more: object) -> Column[str]:
    return Column("report", String, ForeignKey("report.id", ondelete="CASCADE"), nullable=False, **more)  # type: ignore[arg-type]


#: What was received, byte for byte (zlib-compressed), by its SHA-256.
original = Table(
    "original",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("media_type", String, nullable=False),
    Column("size", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

#: A run of a command that changes the case; `finished` is empty while it lasts and where it was stopped.
run = Table(
    "run",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("command", String, nullable=False),
    Column("sources", Text, nullable=False),
    Column("started", String, nullable=False),
    Column("finished", String),
    Column("rawi", String, nullable=False),
    Column("knowledge", String, nullable=False),
)

#: What became of each input of a run.
log = Table(
    "log",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("run", Integer, ForeignKey("run.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("key", String, nullable=False, index=True),
    Column("where", String, nullable=False),
    Column("outcome", String, nullable=False),
    Column("report", String),
    Column("reason", Text),
    Column("at", String, nullable=False),
)

#: The current version of each report, with its reading (JSON in the schema rawi/1, zlib-compressed) and its
#: folded words.
#: `number` is the order of adding, and what the full-text index of SQLite refers to.
report = Table(
    "report",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("key", String, nullable=False, unique=True),
    Column("version", Integer, nullable=False),
    Column("role", String, nullable=False),
    Column("where", String, nullable=False),
    Column("url", String, index=True),
    Column("outlet", String),
    Column("outlet_id", String, index=True),
    Column("title", String),
    Column("published", String, index=True),
    Column("original", String(64), ForeignKey("original.sha256"), nullable=False),
    Column("response", String(64), ForeignKey("original.sha256")),
    Column("fetched", String),
    Column("added", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("reading", LargeBinary, nullable=False),
    Column("knowledge", String, nullable=False),
    Column("corroborated", Boolean, nullable=False, default=False),
)

#: Earlier versions of reports, newest last: their bytes, where they came from, and their reading.
version = Table(
    "version",
    metadata,
    _of_report(primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("original", String(64), ForeignKey("original.sha256"), nullable=False),
    Column("response", String(64), ForeignKey("original.sha256")),
    Column("fetched", String),
    Column("added", String, nullable=False),
    Column("reading", LargeBinary, nullable=False),
)

#: The claims of current versions; `id` is the report's id, a colon, and the claim's id in its reading;
#: `words` the beginning of its evidence, on one line.
claim = Table(
    "claim",
    metadata,
    Column("id", String, primary_key=True),
    _of_report(index=True),
    Column("position", Integer, nullable=False),
    Column("type", String, nullable=False, index=True),
    Column("mode", String),
    Column("modality", String, nullable=False),
    Column("polarity", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("first_day", String, index=True),
    Column("last_day", String),
    Column("source_kind", String),
    Column("source_name", String),
    Column("source_id", String),
    Column("severity", String),
    Column("words", Text, nullable=False),
)

#: Who and where: actor, recipient, holder, source and place of a claim, by id in the packs and folded name.
claim_party = Table(
    "claim_party",
    metadata,
    Column("claim", String, ForeignKey("claim.id", ondelete="CASCADE"), primary_key=True),
    Column("role", String, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("entity", String, index=True),
    Column("name", String, nullable=False),
    Column("folded", String, nullable=False, index=True),
    Column("admin1", String),
    Column("country", String),
)

#: The findings of the checks on current versions.
finding = Table(
    "finding",
    metadata,
    _of_report(primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("check", String, nullable=False, index=True),
    Column("severity", String, nullable=False),
    Column("claim", String),
)

#: Keys under which a report's passages are found again (rawi.corroborate.reuse).
reuse_key = Table(
    "reuse_key",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    _of_report(primary_key=True, index=True),
)

#: Keys under which claims of one event meet (rawi.corroborate.stories).
claim_key = Table(
    "claim_key",
    metadata,
    Column("key", String, primary_key=True),
    Column("claim", String, ForeignKey("claim.id", ondelete="CASCADE"), primary_key=True, index=True),
)

#: Reports that share text: `report` took it from `source`, or both from elsewhere where `direction` is none.
copy = Table(
    "copy",
    metadata,
    _of_report(primary_key=True),
    Column("source", String, ForeignKey("report.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("kind", String, nullable=False),
    Column("share", Float, nullable=False),
    Column("basis", String, nullable=False),
    Column("passages", Text, nullable=False),
)

#: Pairs of claims that tell the same event, and why.
link = Table(
    "link",
    metadata,
    Column("claim", String, ForeignKey("claim.id", ondelete="CASCADE"), primary_key=True),
    Column("other", String, ForeignKey("claim.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("basis", String, nullable=False),
)

#: A story: an event told by one or more reports. `summary` is what the list of stories shows, as JSON.
story = Table(
    "story",
    metadata,
    Column("id", String, primary_key=True),
    Column("type", String, nullable=False, index=True),
    Column("first_day", String, index=True),
    Column("last_day", String),
    Column("reports", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("disputed", Integer, nullable=False),
    Column("summary", Text, nullable=False),
)

story_claim = Table(
    "story_claim",
    metadata,
    Column("story", String, ForeignKey("story.id", ondelete="CASCADE"), primary_key=True),
    Column("claim", String, ForeignKey("claim.id", ondelete="CASCADE"), primary_key=True, unique=True),
)

#: Where each report has a story from: reports with the same `origin` are one; `basis` says why, in words.
story_report = Table(
    "story_report",
    metadata,
    Column("story", String, ForeignKey("story.id", ondelete="CASCADE"), primary_key=True),
    _of_report(primary_key=True, index=True),
    Column("origin", String, nullable=False),
    Column("basis", String, nullable=False),
    Column("source", String),
    Column("explained", Text, nullable=False),
)

contradiction = Table(
    "contradiction",
    metadata,
    Column("story", String, ForeignKey("story.id", ondelete="CASCADE"), primary_key=True),
    Column("field", String, primary_key=True),
    Column("update", Boolean, primary_key=True),
    Column("values", Text, nullable=False),
)

#: What people decided on stories; undone ones stay, with when.
judgement = Table(
    "judgement",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("claim", String, nullable=False),
    Column("other", String, nullable=False),
    Column("by", String),
    Column("at", String, nullable=False),
    Column("undone", String),
)

Index("claim_party_place", claim_party.c.role, claim_party.c.entity)

"""The tables of a case, and the full-text index"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "judgement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("claim", sa.String(), nullable=False),
        sa.Column("other", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=True),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("undone", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "original",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.create_table(
        "run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("command", sa.String(), nullable=False),
        sa.Column("sources", sa.Text(), nullable=False),
        sa.Column("started", sa.String(), nullable=False),
        sa.Column("finished", sa.String(), nullable=True),
        sa.Column("rawi", sa.String(), nullable=False),
        sa.Column("knowledge", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "story",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("first_day", sa.String(), nullable=True),
        sa.Column("last_day", sa.String(), nullable=True),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("disputed", sa.Integer(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("story", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_story_first_day"), ["first_day"], unique=False)
        batch_op.create_index(batch_op.f("ix_story_type"), ["type"], unique=False)

    op.create_table(
        "contradiction",
        sa.Column("story", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("update", sa.Boolean(), nullable=False),
        sa.Column("values", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["story"], ["story.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("story", "field", "update"),
    )
    op.create_table(
        "log",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("where", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("report", sa.String(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["run"], ["run.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("log", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_log_key"), ["key"], unique=False)
        batch_op.create_index(batch_op.f("ix_log_run"), ["run"], unique=False)

    op.create_table(
        "report",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("where", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("outlet", sa.String(), nullable=True),
        sa.Column("outlet_id", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("published", sa.String(), nullable=True),
        sa.Column("original", sa.String(length=64), nullable=False),
        sa.Column("response", sa.String(length=64), nullable=True),
        sa.Column("fetched", sa.String(), nullable=True),
        sa.Column("added", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("reading", sa.LargeBinary(), nullable=False),
        sa.Column("knowledge", sa.String(), nullable=False),
        sa.Column("corroborated", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["original"],
            ["original.sha256"],
        ),
        sa.ForeignKeyConstraint(
            ["response"],
            ["original.sha256"],
        ),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
        sa.UniqueConstraint("key"),
    )
    with op.batch_alter_table("report", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_report_outlet_id"), ["outlet_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_report_published"), ["published"], unique=False)
        batch_op.create_index(batch_op.f("ix_report_url"), ["url"], unique=False)

    op.create_table(
        "claim",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("mode", sa.String(), nullable=True),
        sa.Column("modality", sa.String(), nullable=False),
        sa.Column("polarity", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.String(), nullable=True),
        sa.Column("last_day", sa.String(), nullable=True),
        sa.Column("source_kind", sa.String(), nullable=True),
        sa.Column("source_name", sa.String(), nullable=True),
        sa.Column("source_id", sa.String(), nullable=True),
        sa.Column("severity", sa.String(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_claim_first_day"), ["first_day"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_report"), ["report"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_type"), ["type"], unique=False)

    op.create_table(
        "copy",
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("share", sa.Float(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("passages", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["source"], ["report.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", "source"),
    )
    with op.batch_alter_table("copy", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_copy_source"), ["source"], unique=False)

    op.create_table(
        "finding",
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("check", sa.String(), nullable=False),
        sa.Column("severity", sa.String(), nullable=False),
        sa.Column("claim", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["report"], ["report.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", "number"),
    )
    with op.batch_alter_table("finding", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_finding_check"), ["check"], unique=False)

    op.create_table(
        "reuse_key",
        sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("report", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", "report"),
    )
    with op.batch_alter_table("reuse_key", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reuse_key_report"), ["report"], unique=False)

    op.create_table(
        "story_report",
        sa.Column("story", sa.String(), nullable=False),
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("explained", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["story"], ["story.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("story", "report"),
    )
    with op.batch_alter_table("story_report", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_story_report_report"), ["report"], unique=False)

    op.create_table(
        "version",
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("original", sa.String(length=64), nullable=False),
        sa.Column("response", sa.String(length=64), nullable=True),
        sa.Column("fetched", sa.String(), nullable=True),
        sa.Column("added", sa.String(), nullable=False),
        sa.Column("reading", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["original"],
            ["original.sha256"],
        ),
        sa.ForeignKeyConstraint(["report"], ["report.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["response"],
            ["original.sha256"],
        ),
        sa.PrimaryKeyConstraint("report", "number"),
    )
    op.create_table(
        "claim_key",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("claim", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claim.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", "claim"),
    )
    with op.batch_alter_table("claim_key", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_claim_key_claim"), ["claim"], unique=False)

    op.create_table(
        "claim_party",
        sa.Column("claim", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("entity", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("admin1", sa.String(), nullable=True),
        sa.Column("country", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["claim"], ["claim.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("claim", "role", "number"),
    )
    with op.batch_alter_table("claim_party", schema=None) as batch_op:
        batch_op.create_index("claim_party_place", ["role", "entity"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_party_entity"), ["entity"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_party_folded"), ["folded"], unique=False)

    op.create_table(
        "link",
        sa.Column("claim", sa.String(), nullable=False),
        sa.Column("other", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claim.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["other"], ["claim.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("claim", "other"),
    )
    with op.batch_alter_table("link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_link_other"), ["other"], unique=False)

    op.create_table(
        "story_claim",
        sa.Column("story", sa.String(), nullable=False),
        sa.Column("claim", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claim.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["story"], ["story.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("story", "claim"),
        sa.UniqueConstraint("claim"),
    )
    _index_text()


def _index_text() -> None:
    """The index over the folded words of reports: FTS5 in SQLite, a text search vector in PostgreSQL."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE report_words USING fts5("
            "folded, content='report', content_rowid='number', tokenize=\"unicode61 remove_diacritics 0\")"
        )
        op.execute(
            "CREATE TRIGGER report_added AFTER INSERT ON report BEGIN "
            "INSERT INTO report_words(rowid, folded) VALUES (new.number, new.folded); END"
        )
        op.execute(
            "CREATE TRIGGER report_dropped AFTER DELETE ON report BEGIN "
            "INSERT INTO report_words(report_words, rowid, folded) "
            "VALUES ('delete', old.number, old.folded); END"
        )
        op.execute(
            "CREATE TRIGGER report_changed AFTER UPDATE OF folded ON report BEGIN "
            "INSERT INTO report_words(report_words, rowid, folded) "
            "VALUES ('delete', old.number, old.folded); "
            "INSERT INTO report_words(rowid, folded) VALUES (new.number, new.folded); END"
        )
    else:
        op.execute("CREATE INDEX report_words ON report USING gin (to_tsvector('simple', folded))")
        _index_parts_of_names()


def _index_parts_of_names() -> None:
    """The index for parts of names, where the server has pg_trgm and lets us use it; it is only faster."""
    try:
        with op.get_bind().begin_nested():
            op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
            op.execute("CREATE INDEX claim_party_names ON claim_party USING gin (folded gin_trgm_ops)")
    except sa.exc.DBAPIError:
        return


def downgrade() -> None:
    op.drop_table("story_claim")
    with op.batch_alter_table("link", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_link_other"))

    op.drop_table("link")
    with op.batch_alter_table("claim_party", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_claim_party_folded"))
        batch_op.drop_index(batch_op.f("ix_claim_party_entity"))
        batch_op.drop_index("claim_party_place")

    op.drop_table("claim_party")
    with op.batch_alter_table("claim_key", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_claim_key_claim"))

    op.drop_table("claim_key")
    op.drop_table("version")
    with op.batch_alter_table("story_report", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_story_report_report"))

    op.drop_table("story_report")
    with op.batch_alter_table("reuse_key", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reuse_key_report"))

    op.drop_table("reuse_key")
    with op.batch_alter_table("finding", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_finding_check"))

    op.drop_table("finding")
    with op.batch_alter_table("copy", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_copy_source"))

    op.drop_table("copy")
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_claim_type"))
        batch_op.drop_index(batch_op.f("ix_claim_report"))
        batch_op.drop_index(batch_op.f("ix_claim_first_day"))

    op.drop_table("claim")
    with op.batch_alter_table("report", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_report_url"))
        batch_op.drop_index(batch_op.f("ix_report_published"))
        batch_op.drop_index(batch_op.f("ix_report_outlet_id"))

    op.drop_table("report")
    with op.batch_alter_table("log", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_log_run"))
        batch_op.drop_index(batch_op.f("ix_log_key"))

    op.drop_table("log")
    op.drop_table("contradiction")
    with op.batch_alter_table("story", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_story_type"))
        batch_op.drop_index(batch_op.f("ix_story_first_day"))

    op.drop_table("story")
    op.drop_table("run")
    op.drop_table("original")
    op.drop_table("judgement")

"""The same tests on SQLite and on PostgreSQL, which is started here where its programs are installed."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rawi.case.store import Case, Received, open_case
from rawi.ingest import document_from_text
from rawi.reader import Reader

_PLACES = (
    "/usr/local/bin",
    "/usr/bin",
    *map(str, sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)),
)


def _program(name: str) -> str | None:
    return next((f"{place}/{name}" for place in _PLACES if Path(place, name).exists()), shutil.which(name))


def _as_other_user(folder: Path) -> list[str]:
    """PostgreSQL refuses to be run by root: another user runs it then."""
    if os.geteuid() != 0:
        return []
    shutil.chown(folder, "nobody")
    return ["runuser", "-u", "nobody", "--"]


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a PostgreSQL server of our own, or of the one in RAWI_TEST_POSTGRES."""
    given = os.environ.get("RAWI_TEST_POSTGRES")
    if given:
        yield given
        return
    initdb, server = _program("initdb"), _program("pg_ctl")
    if initdb is None or server is None:
        pytest.skip("PostgreSQL (initdb, pg_ctl) is not installed; RAWI_TEST_POSTGRES can name a server")
    folder = Path(subprocess.check_output(["mktemp", "-d", "/tmp/rawi-pg-XXXXXX"], text=True).strip())
    run = _as_other_user(folder)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    data, quiet = str(folder / "data"), {"check": True, "stdout": subprocess.DEVNULL, "cwd": "/"}
    try:
        command = [*run, initdb, "-D", data, "-U", "rawi", "--auth=trust", "--encoding=UTF8", "--no-sync"]
        subprocess.run([*command, "--locale=C.UTF-8"], **quiet)  # type: ignore[call-overload]
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        subprocess.run(
            [*run, server, "-D", data, "-w", "-l", f"{folder}/log", "-o", options, "start"], **quiet
        )  # type: ignore[call-overload]
        yield f"postgresql://rawi@127.0.0.1:{port}/postgres"
        subprocess.run([*run, server, "-D", data, "-m", "immediate", "stop"], **quiet)  # type: ignore[call-overload]
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a new case can be made: a path, and a database of its own."""
    if request.param == "sqlite":
        yield str(tmp_path / "case.rawi")
        return
    from sqlalchemy import create_engine, make_url

    server = make_url(request.getfixturevalue("postgres")).set(drivername="postgresql+pg8000")
    name = f"rawi_{os.getpid()}_{abs(hash(request.node.nodeid))}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    yield server.set(drivername="postgresql", database=name).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    engine.dispose()


@pytest.fixture
def case(where: str) -> Iterator[Case]:
    """An empty case."""
    with open_case(where, create=True) as opened:
        yield opened


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()


Put = Callable[..., str]


@pytest.fixture
def put(case: Case, reader: Reader) -> Put:
    """Puts a text into the case under an id, as a report of some outlet and day."""
    run = case.begin_run("test", [], rawi="0", knowledge="")

    def put_text(
        id: str, text: str, *, published: str = "2021-05-05", outlet: str = "موقع أ", **more: str
    ) -> str:
        document = document_from_text(text, id=id, published=published, outlet=outlet)
        received = Received(f"id:{id}", id, text.encode(), "text/plain", more.get("role", "report"))
        return case.put(received, reader.read(document), run)

    return put_text

"""The program as a process, with the engine itself: pipes that break, lines answered at once."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

REPORT = "التقى وزير الخارجية التركي نظيره الروسي في موسكو أمس الأحد."
COMMAND = [sys.executable, "-c", "from rawi.cli import main; main()", "read"]


def test_each_line_is_answered_before_the_next_is_sent() -> None:
    process = subprocess.Popen(
        [*COMMAND, "--jsonl", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert process.stdin
    assert process.stdout
    for number in range(3):
        process.stdin.write(json.dumps({"id": str(number), "text": REPORT}, ensure_ascii=False) + "\n")
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["document"]["id"] == str(number)
    process.stdin.close()
    assert process.stdout.read() == ""
    assert process.wait(60) == 0


def test_a_reader_that_leaves_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text((json.dumps({"text": REPORT * 40}, ensure_ascii=False) + "\n") * 20, "utf-8")
    process = subprocess.Popen(
        [*COMMAND, str(path), "--format", "jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout
    assert process.stderr
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(60) == 141


def test_binary_input_is_set_aside_without_a_traceback() -> None:
    done = subprocess.run([*COMMAND, "-"], input=bytes(range(256)) * 40, capture_output=True, check=False)
    assert done.returncode == 1
    assert b"Set aside 1 of 1 document:" in done.stderr
    assert b"Traceback" not in done.stderr

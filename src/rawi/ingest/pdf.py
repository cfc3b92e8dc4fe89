"""A PDF in, its text in reading order out, by qalam; where that finds nothing, by pypdf.

Presentation forms become letters, lines become paragraphs, running heads and page numbers go.
Refuses damaged, password-protected and scanned files.
"""

from __future__ import annotations

import io
import os
import re
import statistics
import tempfile
import unicodedata
from collections import Counter
from typing import Any, NamedTuple

from rawi.errors import BrokenInput, EmptyInput
from rawi.ingest import base
from rawi.ingest.text import same_words
from rawi.model import Document

_FORMS = re.compile("[\ufb50-\ufdcf\ufdf0-\ufdfb\ufe70-\ufefc]+")
_NUMBERS = re.compile(r"[\W\d_]*")
_DIGITS = re.compile(r"\d+")
_END = re.compile(r"[.!؟?:…][\"”»)\]]*$")
_ACCEPTED = "accepted: a PDF with a text layer that opens without a password"


class _Block(NamedTuple):
    page: int
    text: str
    size: float


def read(data: bytes, origin: base.Origin) -> Document:
    """The one report of a PDF file; its paragraphs are divided by empty lines."""
    base.check_bytes(len(data), base.MAX_FILE_BYTES, "PDF file")
    if b"%PDF-" not in data[:1024]:
        raise BrokenInput(f"Not a PDF: the file does not start with %PDF-; {_ACCEPTED}")
    blocks, notes = _read_qalam(data)
    if not blocks:
        blocks, notes = _read_pypdf(data, notes)
    title = _title(blocks)
    blocks, dropped = _without_running_heads(blocks)
    if dropped:
        notes += (f"{dropped} running heads and page numbers left out",)
    text, more = base.drop_controls("\n\n".join(_title_once(title, _join_pages(blocks))))
    found = base.Found(_to_letters(text), title and _to_letters(title), origin.published, origin.outlet)
    found.notes = notes + more
    return base.make_document(found, sha256=base.digest(data))


def _read_qalam(data: bytes) -> tuple[list[_Block], tuple[str, ...]]:
    """The blocks of text that qalam finds, with a note of pages without text; nothing where it fails."""
    import qalam

    handle, path = tempfile.mkstemp(suffix=".pdf")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        pages = list(qalam.Document(path).pages)
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException:  # a panic in qalam's Rust core is no Exception
        return [], ()
    finally:
        os.unlink(path)
    blocks = [block for page in pages if not page.needs_ocr for block in _page_blocks(page)]
    scanned = [str(page.number) for page in pages if page.needs_ocr and page.images]
    notes = (f"Pages without a text layer left out (scanned?): {', '.join(scanned)}",) if scanned else ()
    return blocks, notes


def _page_blocks(page: Any) -> list[_Block]:
    blocks: list[_Block] = []
    for block in page.blocks:
        if block.kind == "text":
            size = statistics.median([line.size for line in block.lines] or [0.0])
            blocks.extend(
                _Block(page.number, text, size) for text in _paragraphs([line.text for line in block.lines])
            )
        elif block.kind == "table":
            blocks.extend(_Block(page.number, " ".join(filter(None, row)), 0.0) for row in block.to_rows())
    return [block for block in blocks if block.text.strip()]


def _paragraphs(lines: list[str]) -> list[str]:
    """Lines joined to paragraphs; one ends where a line ends a sentence well before the right measure."""
    lines = [" ".join(line.split()) for line in lines if line.strip()]
    measure = max(map(len, lines), default=0)
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        paragraphs[-1].append(line)
        if _END.search(line) and len(line) < 0.75 * measure:
            paragraphs.append([])
    return [" ".join(paragraph) for paragraph in paragraphs if paragraph]


def _read_pypdf(data: bytes, notes: tuple[str, ...]) -> tuple[list[_Block], tuple[str, ...]]:
    """The lines that pypdf finds; BrokenInput or EmptyInput that says why there are none."""
    from pypdf import PdfReader

    base.quieten("pypdf")
    blocks: list[_Block] = []
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not _opens(reader):
            raise BrokenInput(f"The PDF is protected by a password; {_ACCEPTED}")
        for number, page in enumerate(reader.pages, 1):
            lines = (" ".join(line.split()) for line in page.extract_text().splitlines())
            blocks.extend(_Block(number, line, 0.0) for line in lines if line)
    except BrokenInput:
        raise
    except Exception as error:  # pypdf raises errors of many kinds on damaged files
        if not blocks:
            raise base.unexpected(error, "PDF", _ACCEPTED) from error
        notes += (f"Damaged after page {blocks[-1].page}: only what comes before is read",)
    if not blocks:
        raise EmptyInput(
            f"No text layer on any page of the PDF ({len(reader.pages)} in all; scanned?); {_ACCEPTED}. "
            "Recognise its text first, for example with: ocrmypdf -l ara in.pdf out.pdf"
        )
    return blocks, (*notes, "Read by the simpler PDF reader: the order of words in a line may be wrong")


def _opens(reader: Any) -> bool:
    """Whether an encrypted PDF opens without a password."""
    try:
        return bool(reader.decrypt(""))
    except Exception:  # a cipher that pypdf has no library for: qalam could not open it either
        return False


def _without_running_heads(blocks: list[_Block]) -> tuple[list[_Block], int]:
    """`blocks` without page numbers, and without short lines that stand on three pages or more."""
    pages: dict[str, set[int]] = {}
    for block in blocks:
        if len(block.text) < 120:
            pages.setdefault(_DIGITS.sub("#", block.text), set()).add(block.page)
    repeated = {text for text, on in pages.items() if len(on) >= 3}
    first: Counter[str] = Counter()
    kept = []
    for block in blocks:
        key = _DIGITS.sub("#", block.text)
        first[key] += 1
        if not _NUMBERS.fullmatch(block.text) and (key not in repeated or first[key] == 1):
            kept.append(block)
    return kept, len(blocks) - len(kept)


def _join_pages(blocks: list[_Block]) -> list[str]:
    """The paragraphs of `blocks`; one that a page break cuts in two is joined."""
    paragraphs: list[str] = []
    previous: _Block | None = None
    for block in blocks:
        cut = previous and block.page == previous.page + 1 and not _END.search(previous.text)
        if previous and cut and block.size == previous.size and len(previous.text) > 60:
            paragraphs[-1] += f" {block.text}"
        else:
            paragraphs.append(block.text)
        previous = block
    return paragraphs


def _title(blocks: list[_Block]) -> str | None:
    """The first block where its letters are clearly larger than those of the others."""
    sizes = [block.size for block in blocks for _ in range(len(block.text)) if block.size][:200_000]
    if (
        len(blocks) > 1
        and sizes
        and blocks[0].size >= 1.2 * statistics.median(sizes)
        and len(blocks[0].text) <= 300
    ):
        return blocks[0].text
    return None


def _title_once(title: str | None, paragraphs: list[str]) -> list[str]:
    if (
        title
        and len(paragraphs) > 1
        and same_words(paragraphs[0], title)
        and same_words(paragraphs[1], title)
    ):
        return [paragraphs[0], *paragraphs[2:]]
    return paragraphs


def _to_letters(text: str) -> str:
    """`text` with presentation forms as the letters they show; everything else stays."""
    return _FORMS.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)

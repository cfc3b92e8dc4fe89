"""The family of an actor as one SVG file that needs nothing else: no script, no font, no network.

Comes in: a `Family`. Goes out: SVG text. All words from the packs are escaped. Arabic stands in elements of
its own with direction and isolation, so that it keeps its order in every viewer; colours follow the
reader's light or dark setting; the description tells in words what is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from rawi.export.entries import dates_of
from rawi.export.labels import CAME_FROM, WENT_INTO, label_of
from rawi.export.lineage_layout import OPEN, ROUGH, SURE, Curve, Layout, Row, lay_out
from rawi.export.text import clean
from rawi.knowledge.lineage import Family, Link

_STYLE = """
:root { color-scheme: light dark; }
svg { --paper: #fff; --ink: #1b1f24; --faint: #59636e; --grid: #e3e6ea; --bar: #2f6f8f; --focus: #a8431c;
  font-family: "Noto Naskh Arabic", "Noto Sans Arabic", "Segoe UI", Tahoma, Arial, sans-serif; }
@media (prefers-color-scheme: dark) {
  svg { --paper: #14181c; --ink: #eef1f4; --faint: #a3adb8; --grid: #2b3238; --bar: #6cb3d3;
    --focus: #ee9566; }
}
.paper { fill: var(--paper); } .grid { stroke: var(--grid); }
text { fill: var(--ink); } .faint { fill: var(--faint); }
.ar { direction: rtl; unicode-bidi: isolate; font-size: 17px; font-weight: 600; }
.en { direction: ltr; unicode-bidi: isolate; font-size: 13.5px; }
.small { font-size: 12px; paint-order: stroke; stroke: var(--paper); stroke-width: 3px; }
.title { font-size: 19px; font-weight: 700; }
.bar { fill: var(--bar); stroke: var(--bar); } .focus .bar { fill: var(--focus); stroke: var(--focus); }
.rough { fill-opacity: .45; } .open { fill-opacity: .06; stroke-dasharray: 4 3; }
.link { fill: none; stroke: var(--faint); stroke-width: 1.8; } .tip { fill: var(--faint); }
.focus .ar, .focus .en { fill: var(--focus); }
""".strip()
_HOW_SIZE = 12


def format_lineage_svg(family: Family) -> str:
    """The drawing: a row for each actor, bars along the time, curves where one became another."""
    layout = lay_out(family)
    width, height = layout.sizes.width, round(layout.height)
    focus = family.actor(family.focus)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="img" aria-labelledby="lineage-title lineage-about">',
        f'<title id="lineage-title">{_text(f"Lineage of {focus.en} – {focus.ar}")}</title>',
        f'<desc id="lineage-about">{_text(" ".join(_sentences(family)))}</desc>',
        f"<style>{_STYLE}</style>",
        f'<rect class="paper" width="{width}" height="{height}"/>',
        *_heading(layout),
        *_axis(layout),
        *(part for curve in layout.curves for part in _curve(curve)),
        *(part for row in layout.rows for part in _row(row, layout)),
        *_legend(layout),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _sentences(family: Family) -> Iterator[str]:
    """The drawing in words: each actor with its dates, then each link."""
    for member in family.members:
        actor = member.actor
        dates = dates_of({"from": actor.start, "until": actor.end}) or "no dates recorded"
        yield f"{actor.en}: {dates}."
    for link in family.links:
        yield _sentence(family, link)


def _sentence(family: Family, link: Link) -> str:
    when = f", {link.date}" if link.date else ""
    older, younger = family.actor(link.older).en, family.actor(link.younger).en
    return f"{older} {label_of(WENT_INTO, link.kind).en} {younger}{when}."


def _heading(layout: Layout) -> Iterator[str]:
    focus = layout.family.actor(layout.family.focus)
    margin, right = layout.sizes.margin, layout.sizes.width - layout.sizes.margin
    yield f'<text class="en title" x="{margin}" y="36">{_text(_short(f"Lineage of {focus.en}", 52))}</text>'
    yield _arabic(_short(f"سلسلة {focus.ar}", 48), right, 36, "title")


def _axis(layout: Layout) -> Iterator[str]:
    top, bottom = layout.sizes.head - 14, layout.height - layout.sizes.foot
    for x, year in layout.ticks:
        yield f'<line class="grid" x1="{x}" y1="{top}" x2="{x}" y2="{bottom:.1f}"/>'
        yield _latin(str(year), x, top - 6, anchor="middle")
    if not layout.ticks:
        words = "No dates recorded: the older stands left of the younger"
        yield _latin(words, layout.sizes.names + layout.sizes.margin, top - 6)


def _row(row: Row, layout: Layout) -> Iterator[str]:
    sizes, actor = layout.sizes, row.actor
    right = sizes.names
    dates = dates_of({"from": actor.start, "until": actor.end}) or "no dates recorded"
    yield f"<g class={quoteattr('row focus' if row.is_focus else 'row')} id={quoteattr(f'actor-{actor.id}')}>"
    yield f"<title>{_text(f'{actor.en} [{actor.id}]: {dates}')}</title>"
    y = row.top + sizes.row_gap / 2 + sizes.ar_line * 0.7
    for words in row.ar_lines:
        yield _arabic(words, right, y)
        y += sizes.ar_line
    y -= sizes.ar_line - sizes.en_line - 2
    for words in row.en_lines:
        yield f'<text class="en" x="{right}" y="{y:.1f}" text-anchor="end">{_text(words)}</text>'
        y += sizes.en_line
    yield _latin(dates, right, y, anchor="end")
    for piece in row.pieces:
        yield (
            f'<rect class="bar {piece.known}" x="{piece.left:.1f}" y="{row.middle - sizes.bar / 2:.1f}" '
            f'width="{piece.right - piece.left:.1f}" height="{sizes.bar}" rx="2"/>'
        )
    yield from _how(row, layout)
    yield "</g>"


def _how(row: Row, layout: Layout) -> Iterator[str]:
    """What made it, in words above the beginning of its bar."""
    links = layout.family.incoming(row.actor.id)
    x2 = next((curve.x2 for curve in layout.curves if curve.link.younger == row.actor.id), row.left)
    y = row.middle - layout.sizes.bar
    far = x2 > layout.sizes.names + (layout.sizes.width - layout.sizes.names) * 0.62
    for kind in reversed(dict.fromkeys(link.kind for link in links)):
        number = sum(link.kind == kind for link in links)
        words = label_of(CAME_FROM, kind).en + (f" {number}" if number > 1 else "")
        x, anchor = (x2 - 9, "end") if far else (x2 + 9, "start")
        yield _latin(words, x, y, anchor=anchor)
        y -= _HOW_SIZE + 3


def _curve(curve: Curve) -> Iterator[str]:
    """A curve with a tip; the tip stands on the bar of the younger."""
    x1, y1, x2, y2 = curve.x1, curve.y1, curve.x2, curve.y2
    down = 1 if y2 > y1 else -1
    start, end = y1 + 6 * down, y2 - 12 * down
    bend = min(abs(end - start) / 2, 40) * down
    turn = f"{x1:.1f} {end - bend:.1f} {x2:.1f} {end - bend:.1f} {x2:.1f} {end:.1f}"
    yield f'<path class="link" d="M{x1:.1f} {start:.1f}V{end - 2 * bend:.1f}C{turn}"/>'
    yield f'<path class="tip" d="M{x2 - 4.5:.1f} {end - 2 * down:.1f}h9l-4.5 {7 * down}z"/>'


def _legend(layout: Layout) -> Iterator[str]:
    x, y = float(layout.sizes.margin), layout.height - 26
    for known, words in (
        (SURE, "recorded"),
        (ROUGH, "known to the year or month only"),
        (OPEN, "not recorded"),
    ):
        yield f'<rect class="bar {known}" x="{x:.1f}" y="{y - 9:.1f}" width="26" height="10" rx="2"/>'
        yield _latin(words, x + 34, y)
        x += 34 + len(words) * 6.6 + 28
    right = layout.sizes.width - layout.sizes.margin
    words = "Rawi: dates and links as in the knowledge packs"
    yield _latin(words, right, y, anchor="end")


def _latin(words: str, x: float, y: float, *, anchor: str = "start") -> str:
    return (
        f'<text class="en small faint" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{_text(words)}</text>'
    )


def _arabic(words: str, right: float, y: float, style: str = "") -> str:
    """Arabic that ends at `right`: with its direction, the start of the words is their right side."""
    names = f"ar {style}".strip()
    return (
        f'<text class="{names}" x="{right}" y="{y:.1f}" direction="rtl" unicode-bidi="isolate" '
        f'text-anchor="start" lang="ar">{_text(words)}</text>'
    )


def _text(words: str) -> str:
    return escape(clean(words))


def _short(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0] + " …"

#!/usr/bin/env python3
"""Draws the recording of a bench as a timing diagram: timing.py BENCH FROM CYCLES FILE SIGNAL...

FROM is the signal whose first rise begins the picture, two cycles later than the picture does. A wide
signal is drawn as boxes with its lowest byte; where it is not valid, nothing is drawn.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LEFT, STEP, ROW, HIGH = 130, 22, 30, 16


def recording(bench):
    """A dictionary of values, None where nobody looks, for each cycle."""
    base = ROOT / f"target/bench/{bench}/replay"
    names = re.search(r'\\n"((?:, \w+)+)\);', base.with_suffix(".sv").read_text()).group(1).split(", ")[1:]
    for line in base.with_suffix(".txt").read_text().splitlines():
        values = dict(zip(names, line.split()))
        yield {
            name.removeprefix("x_"): None if values.get("v_" + name[2:]) == "0" else value
            for name, value in values.items()
            if not name.startswith("v_")
        }


def wave(cycles, name, y):
    """The line of one bit, or the boxes of a wide signal."""
    wide = any(len(c[name] or "") > 2 for c in cycles)
    out, line, before = [], "", None
    for i, cycle in enumerate(cycles):
        x, value = LEFT + i * STEP, cycle[name]
        if wide:
            valid = cycle.get(name[:2] + "valid" + name[-2:])
            if value is not None and valid is not None and int(valid, 16):
                out.append(f'<path d="M{x} {y}h{STEP}v{-HIGH}h{-STEP}z" class="box"/>')
                out.append(f'<text x="{x + STEP / 2}" y="{y - 4}" class="byte">{value[-2:]}</text>')
            continue
        if value is None:
            before = None
            continue
        level = y - (HIGH if int(value, 16) & 1 else 0)
        line += f"M{x} {level}" if before is None else f"V{level}"
        line += f"h{STEP}"
        before = value
    if line:
        out.append(f'<path d="{line}" class="line"/>')
    return out


def main(bench, first, count, target, *names):
    cycles = list(recording(bench))
    settled = next(i for i, c in enumerate(cycles) if int(c["rst_i"]) == 0)
    start = next(i for i in range(settled, len(cycles)) if int(cycles[i][first] or "0", 16)) - 2
    shown = cycles[start : start + int(count)]
    width, height = LEFT + STEP * len(shown) + 10, ROW * (len(names) + 1) + 10
    body = []
    for i in range(0, len(shown), 5):
        x = LEFT + i * STEP
        body.append(f'<text x="{x}" y="14" class="cycle">{i}</text><path d="M{x} 18V{height}" class="grid"/>')
    for row, name in enumerate(names):
        y = ROW * (row + 2) - 8
        body.append(f'<text x="4" y="{y - 2}" class="name">{name}</text>')
        body += wave(shown, name, y)
    style = (
        "text{font:11px monospace;fill:#333}.byte{text-anchor:middle;font-size:10px}.cycle{fill:#888}"
        ".line{fill:none;stroke:#0a5;stroke-width:1.5}.box{fill:#eef;stroke:#55a}.grid{stroke:#ddd}svg{background:#fff}"
    )
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"><style>{style}</style>'
    (ROOT / target).write_text(svg + "\n" + "\n".join(body) + "\n</svg>\n")


if __name__ == "__main__":
    main(*sys.argv[1:])

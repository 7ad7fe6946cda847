#!/usr/bin/env python3
"""How much of the circuits the benches reach: lines and toggles of every bit, over the benches that were run
with COVERAGE=1. A point counts as reached where any instance of its module reached it. Points that nothing can
reach are waived in src/test/coverage.txt, with a reason each; a waiver that waives nothing is an error.
Writes COVERAGE.md and fails below 98 per cent.
"""
import collections
import fnmatch
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parent.parent
LEAST = 98.0
POINT = re.compile(r"C '(.*)' (\d+)")


def benches():
    return sorted(file.parent.name for file in (ROOT / "target/coverage").glob("*/coverage.dat"))


def uncounted():
    """The tops of tops.mk that none of these benches is of."""
    tops = set(re.findall(r"(vail_\w+):", (ROOT / "tops.mk").read_text()))
    return sorted(tops - {bench.partition("-")[0] for bench in benches()})


def points():
    """Counts by (module, kind, line, what)."""
    counts = collections.Counter()
    for file in sorted((ROOT / "target/coverage").glob("*/coverage.dat")):
        for line in file.read_text(errors="replace").splitlines():
            found = POINT.match(line)
            if not found:
                continue
            field = dict(part.split("\2", 1) for part in found[1].split("\1") if part)
            kind = field["page"].split("/")[0].removeprefix("v_")
            module = pathlib.Path(field["f"]).stem
            counts[module, kind, int(field["l"]), field["o"]] += int(found[2])
    return counts


def waivers():
    """(module, pattern of what, reason) from coverage.txt, a line each."""
    lines = (ROOT / "src/test/coverage.txt").read_text().splitlines()
    return [tuple(part.strip() for part in l.split("|")) for l in lines if l.strip() and not l.startswith("#")]


def waives(waiver, module, what):
    return waiver[0] == module and fnmatch.fnmatch(what, waiver[1].replace("[", "[[]"))


def share(reached, all_points):
    return 100.0 * reached / all_points if all_points else 100.0


def main():
    counts = points()
    waived = waivers()
    used = collections.Counter()
    tally = collections.defaultdict(lambda: [0, 0, 0])  # reached, counted, waived
    missed = []
    for (module, kind, line, what), count in sorted(counts.items()):
        kind = "toggle" if kind == "toggle" else "line"
        waiver = next((w for w in waived if waives(w, module, f"{line}:{what}" if kind == "line" else what)), None)
        if not count and waiver:
            used[waiver] += 1
            tally[module, kind][2] += 1
            continue
        tally[module, kind][1] += 1
        tally[module, kind][0] += bool(count)
        if not count:
            missed.append(f"{module}:{line} {kind} {what}")
    (ROOT / "target/coverage/missed.txt").write_text("\n".join(missed) + "\n")
    report(tally, used)
    idle = [w for w in waived if not used[w]]
    if idle:
        raise SystemExit(f"waivers that waive nothing: {idle}")
    low = [f"{kind} {share(r, n):.2f} %" for kind in ("line", "toggle") for r, n in [total(tally, kind)] if share(r, n) < LEAST]
    if low:
        raise SystemExit(f"below {LEAST} %: {', '.join(low)}; target/coverage/missed.txt says what is missing")


def total(tally, kind):
    rows = [t for (_, k), t in tally.items() if k == kind]
    return sum(t[0] for t in rows), sum(t[1] for t in rows)


def report(tally, used):
    lines = ["# Coverage", "", f"Made by `make coverage`: what these benches together reach, counted by Verilator: {', '.join(benches())}.", ""]
    lines += [f"Not counted are {', '.join(uncounted())} with the parts that only they have, and other parameters than these.", ""]
    for kind in ("line", "toggle"):
        reached, counted = total(tally, kind)
        lines.append(f"- {kind}: {reached} of {counted}, **{share(reached, counted):.2f} %**")
    lines += ["", "| module | lines | of | toggles | of | waived |", "|---|--:|--:|--:|--:|--:|"]
    for module in sorted({m for m, _ in tally}):
        line, toggle = tally[module, "line"], tally[module, "toggle"]
        lines.append(f"| {module} | {line[0]} | {line[1]} | {toggle[0]} | {toggle[1]} | {line[2] + toggle[2]} |")
    lines += ["", "| waived | points | why |", "|---|--:|---|"]
    lines += [f"| {w[0]}, `{w[1]}` | {used[w]} | {w[2]} |" for w in used]
    (ROOT / "COVERAGE.md").write_text("\n".join(lines) + "\n")
    print("\n".join(lines[6:8]))


if __name__ == "__main__":
    main()

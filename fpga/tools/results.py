#!/usr/bin/env python3
"""Writes the tables of README.md from target/synth.json, target/bench/rows and target/formal.json, and nothing where a row
that stands there would be lost."""
import json
import pathlib

from synth import label

ROOT = pathlib.Path(__file__).resolve().parent.parent


def rows(name):
    file = ROOT / f"target/{name}.json"
    return json.loads(file.read_text()) if file.exists() else []


def rates_of():
    """The rows of bench.json that have rates, with the tops that they are of."""
    file = ROOT / "target/bench/rows"
    told = [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []
    return sorted((r for r in told if r["bytesPerCycle"] is not None), key=lambda r: (r["design"], r["lanes"], r["data"]))


def table(head, lines):
    mark = "|".join("---" if i == 0 else "--:" for i in range(len(head)))
    return "\n".join(["| " + " | ".join(head) + " |", f"|{mark}|", *("| " + " | ".join(line) + " |" for line in lines)])


def areas():
    def line(r):
        depth = f"{r['levels'][0]} + {r['levels'][1]}" if r["levels"] else ""
        clock = f"{r['mhz']:.0f}" if r["mhz"] else ""
        per = f"**{r['lutPerBytePerCycle']:.0f}**"
        counts = [str(r[k]) for k in ("lut", "srl", "ff", "bram")]
        return [f"{r['design']}, {r['lanes']} lanes", r["family"], *counts, per, depth, clock]

    head = ["design", "family", "LUT", "SRL", "FF", "block RAM", "LUT per B/cycle", "deepest path, LUT + carry", "MHz routed"]
    return table(head, [line(r) for r in rows("synth")])


def families():
    """What codes with books of several families cost: bits of recorded symbols beside the area of cores of eight lanes."""
    area = {(r["design"], r["lanes"]): r["lut"] for r in rows("synth") if r["family"] == "ultrascale+"}

    def core(r):
        top, _, parameters = r["top"].partition(":")
        return label(top, dict(p.split("=") for p in parameters.split(",")))

    def line(r):
        lut = area[core(r), 8]
        data, code = r["data"].split(" 4096, ")
        return [data, code, f"{r['bitsPerSymbol']:.2f}", core(r), str(lut), f"{r['bytesPerCycle']:.2f}", f"**{lut / r['bytesPerCycle']:.0f}**"]

    told = [r for r in rates_of() if family(r) and (core(r), r["lanes"]) in area and r["lanes"] == 8]
    head = ["symbols", "code", "bits per symbol", "core, 8 lanes", "LUT", "B/cycle", "LUT per B/cycle"]
    return table(head, sorted(map(line, told), key=lambda l: (l[0], l[1], l[3][:3] != "enc", l[3])))


def family(r):
    """Whether a row is of recorded bytes and the books of one family."""
    return " 4096, " in r["data"] and "few" not in r["data"]


def rates():
    head = ["design", "lanes", "data", "blocks", "B/cycle", "cycles to the first word"]
    return table(
        head,
        [
            [r["design"], str(r["lanes"]), r["data"], str(r["blocks"]), f"{r['bytesPerCycle']:.2f}", str(r["firstWordCycles"])]
            for r in rates_of()
            if not family(r) and "Longest" not in r["top"]
        ],
    )


def proofs():
    head = ["module", "bounded to step", "by induction", "cover reached", "planted bug found"]
    yes = {True: "yes", False: "no"}
    return table(
        head,
        [[r["module"], str(r["bounded"]), yes[r["induction"]], yes[r["cover"]], yes[r["bugFound"]]] for r in rows("formal")],
    )


# What makes a table, the cells that name a row of it, and what measures them.
TABLES = {
    "areas": (areas, (0, 1), "synth"),
    "families": (families, (0, 1, 3), "bench and make synth"),
    "rates": (rates, (0, 1, 2), "bench"),
    "proofs": (proofs, (0,), "formal"),
}


def names(made, cells):
    rows_of = [[cell.strip() for cell in line.split("|")[1:]] for line in made.splitlines()[2:]]
    return [" | ".join(row[c] for c in cells) for row in rows_of]


def main():
    readme = ROOT / "README.md"
    text, lost = readme.read_text(), []
    for name, (make, cells, target) in TABLES.items():
        made = make()
        begin, end = f"<!-- {name}:begin -->\n", f"\n<!-- {name}:end -->"
        before, rest = text.split(begin)
        old, after = rest.split(end)
        kept = names(made, cells)
        lost += [f"{name}: {row} (make {target})" for row in names(old, cells) if row not in kept]
        text = before + begin + made + end + after
    if lost:
        raise SystemExit("\n".join(["README.md stays: these rows were not measured; delete those that are to go", *lost]))
    readme.write_text(text)


if __name__ == "__main__":
    main()

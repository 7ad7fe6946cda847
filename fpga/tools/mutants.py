#!/usr/bin/env python3
"""Plants bugs in the circuits, one at a time, and runs the benches: each must be noticed.

Wants what `make bench` has built for BENCHES. Rows go to target/mutants.json and the table to MUTANTS.md. With
the argument `again` only those are tried that were not noticed before.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys

from hierarchy import SOURCES, needed

ROOT = pathlib.Path(__file__).resolve().parent.parent
OUT = ROOT / "target/mutants"
# The smallest circuits first: two of those that hold the module are tried, the link only for what is nowhere else.
BENCHES = (
    ("vail_enc_core", "Lanes=8"),
    ("vail_dec_core", "Lanes=8"),
    ("vail_split", "Lanes=8"),
    ("vail_join", "Lanes=8"),
    ("vail_enc_block", "Lanes=8", "Select=1"),
    ("vail_dec_block", "Lanes=8", "Through=1"),
    ("vail_link", "Lanes=16"),
)


def planted():
    """Module, what stands there, what is put in its place; from mutants.txt, three lines a bug."""
    lines = [l for l in (ROOT / "src/test/mutants.txt").read_text().splitlines() if l and not l.startswith("#")]
    return [(lines[i], lines[i + 1].strip(), lines[i + 2].strip()) for i in range(0, len(lines), 3)]


def noticed(module, old, new):
    """Which bench fails with the bug and what it says, or nothing."""
    shutil.rmtree(OUT, ignore_errors=True)
    shutil.copytree(SOURCES, OUT / "sv")
    file = OUT / f"sv/{module}.sv"
    text = file.read_text()
    if text.count(old) != 1:
        raise SystemExit(f"{module}: {old} stands there {text.count(old)} times")
    file.write_text(text.replace(old, new))
    holding = [b for b in BENCHES if SOURCES / f"{module}.sv" in needed(b[0])]
    for top, *parameters in holding[:-1][:2] or holding:
        said = run(build(top, parameters))
        if said:
            return f"{top}, {said}"
    return None


def build(top, parameters):
    """The bench as it stands, linked with the circuit as it was broken."""
    built = ROOT / "target/bench" / "-".join([top, *parameters]).replace("=", "-")
    circuit = OUT / top
    generics = [f"-G{p}" for p in parameters]
    command = ["verilator", "--cc", "-O3", "-Wno-fatal", "--x-assign", "unique", "--x-initial", "unique", *generics]
    call([*command, "--top-module", top, "--Mdir", circuit, "sv/vail_pkg.sv", f"sv/{top}.sv", "-y", "sv"])
    call(["make", "-s", "-C", circuit, "-f", f"V{top}.mk", "OPT_FAST=-O0", f"V{top}__ALL.a"])
    objects = [built / f"{top}_bench.o", circuit / f"V{top}__ALL.a", *sorted(built.glob("verilated*.o"))]
    call(["g++", "-o", circuit / "bench", *objects, "-pthread", "-latomic"])
    return circuit / "bench"


def call(command):
    done = subprocess.run([str(c) for c in command], cwd=OUT, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{command[0]} failed: {done.stderr}")


def run(bench):
    told = os.environ | {"BLOCKS": "2000", "MOST": "2000", "RATES": "0", "SEED": "1"}
    done = subprocess.run([bench], env=told, capture_output=True, text=True, timeout=600)
    if not done.returncode:
        return None
    said = [line for line in done.stdout.splitlines() if line.startswith("FAIL ")]
    return said[0].removeprefix("FAIL ").removesuffix(" (seed 1)") if said else f"ended by signal {-done.returncode}"


def main():
    rows = []
    target = ROOT / "target/mutants.json"
    before = json.loads(target.read_text()) if "again" in sys.argv and target.exists() else []
    known = {(r["module"], r["planted"]): r["noticedBy"] for r in before if r["noticedBy"]}
    for module, old, new in planted():
        by = known.get((module, new)) or noticed(module, old, new)
        rows.append({"module": module, "was": old, "planted": new, "noticedBy": by})
        print(json.dumps(rows[-1]), flush=True)
    shutil.rmtree(OUT, ignore_errors=True)
    target.write_text("[\n" + ",\n".join(json.dumps(r) for r in rows) + "\n]\n")
    caught = sum(row["noticedBy"] is not None for row in rows)
    head = [
        "# Planted bugs",
        "",
        f"Made by `make mutants`: {caught} of {len(rows)} bugs are noticed by a bench.",
        "",
        "| module | stands there | planted | noticed |",
        "|---|---|---|---|",
    ]
    table = [f"| {r['module']} | `{cell(r['was'])}` | `{cell(r['planted'])}` | {r['noticedBy'] or 'not'} |" for r in rows]
    (ROOT / "MUTANTS.md").write_text("\n".join(head + table) + "\n")
    if caught < len(rows):
        raise SystemExit(f"{len(rows) - caught} planted bugs are not noticed")


def cell(text):
    return text.replace("|", "\\|")


if __name__ == "__main__":
    main()

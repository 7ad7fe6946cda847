#!/usr/bin/env python3
"""Plants bugs in the circuits, one at a time, and replays what the benches recorded: each must be noticed.

Wants the recordings of `make bench BENCHES="$(MUTANT_BENCHES)"`, the first of a module's tops first. Rows go to target/mutants.json and the table
to MUTANTS.md. With the argument `again` only those are tried that were not noticed before.
"""
import json
import pathlib
import shutil
import subprocess
import sys

from hierarchy import SOURCES, needed

ROOT = pathlib.Path(__file__).resolve().parent.parent
OUT = ROOT / "target/mutants"
# Recordings, the smallest circuits first: two of them are tried for a module.
RECORDINGS = ("vail_enc_core-Lanes-8", "vail_dec_core-Lanes-8", "vail_enc_block-Lanes-8-Select-1", "vail_dec_block-Lanes-8", "vail_link-Lanes-16")


def planted():
    """Module, what stands there, what is put in its place; from mutants.txt, three lines a bug."""
    lines = [l for l in (ROOT / "src/test/mutants.txt").read_text().splitlines() if l and not l.startswith("#")]
    return [(lines[i], lines[i + 1].strip(), lines[i + 2].strip()) for i in range(0, len(lines), 3)]


def noticed(module, old, new):
    """Which replay fails with the bug, or nothing."""
    shutil.rmtree(OUT, ignore_errors=True)
    shutil.copytree(SOURCES, OUT)
    file = OUT / f"{module}.sv"
    text = file.read_text()
    if text.count(old) != 1:
        raise SystemExit(f"{module}: {old} stands there {text.count(old)} times")
    file.write_text(text.replace(old, new))
    for recording in [r for r in RECORDINGS if SOURCES / f"{module}.sv" in needed(r.split("-")[0])][:2]:
        top = recording.split("-")[0]
        replay = ROOT / f"target/bench/{recording}/replay"
        command = ["iverilog", "-g2012", "-o", "replay.vvp", "-s", "replay", f"{replay}.sv", "vail_pkg.sv", "-y", ".", "-Y", ".sv"]
        if subprocess.run(command, cwd=OUT, capture_output=True).returncode:
            raise SystemExit(f"{module}: {new} is no circuit")
        # the recording is named from the module's folder
        said = subprocess.run(["vvp", "-n", str(OUT / "replay.vvp")], cwd=ROOT, capture_output=True, text=True).stdout
        if "FAIL" in said:
            return f"{top}, {said.split(' is ')[0].removeprefix('FAIL ')}"
    return None


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
        f"Made by `make mutants`: {caught} of {len(rows)} bugs are noticed when the recording of a bench is replayed.",
        "",
        "| module | stands there | planted | noticed first |",
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

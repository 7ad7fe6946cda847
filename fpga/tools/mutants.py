#!/usr/bin/env python3
"""Plants bugs in the circuits, one at a time: each must be noticed by a bench.

First Icarus replays what the benches recorded, which takes seconds; only a bug that no recording shows is
built into the benches by Verilator. Benches that noticed a bug of the module before come first. A bug is tried
again only if the bench that noticed it has changed, or, where none did, any: lines of target/mutants.jsonl carry
a hash of that. The table goes to MUTANTS.md. Wants what `make bench` has built for BENCHES.
"""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess

from formal import PROOFS
from hierarchy import SOURCES, needed

ROOT = pathlib.Path(__file__).resolve().parent.parent
OUT = ROOT / "target/mutants"
TABLE = ROOT / "MUTANTS.md"
KNOWN = ROOT / "target/mutants.jsonl"
# The smallest circuits first.
BENCHES = (
    "vail_enc_core:Lanes=8",
    "vail_dec_core:Lanes=8",
    "vail_enc_core:Lanes=8,Longest=12,LookAhead=16",
    "vail_dec_core:Lanes=8,Longest=11",
    "vail_split:Lanes=8",
    "vail_join:Lanes=8",
    "vail_enc_block:Lanes=8,Select=1",
    "vail_dec_block:Lanes=8,Through=1",
    "vail_enc_block:Lanes=16,RowBits=12",
    "vail_dec_block:Lanes=16,RowBits=14",
    "vail_link:Lanes=16",
    "vail_kernel:LookAhead=15",
)
UNKNOWN = re.compile(r" is [\da-f]*[xz]", re.I)
TOLD = {"BLOCKS": "2000", "MOST": "2000", "RATES": "0"}
SEEDS = ("1", "2", "3")


def planted():
    """Module, what stands there, what is put in its place; from mutants.txt, three lines a bug."""
    lines = [l for l in (ROOT / "src/test/mutants.txt").read_text().splitlines() if l and not l.startswith("#")]
    return [(lines[i], lines[i + 1].strip(), lines[i + 2].strip()) for i in range(0, len(lines), 3)]


def broken(module, old, new):
    text = (SOURCES / f"{module}.sv").read_text()
    if text.count(old) != 1:
        raise SystemExit(f"{module}: {old} stands there {text.count(old)} times")
    return text.replace(old, new)


def without():
    """Which modules have no bug here."""
    bare = {f.stem for f in SOURCES.glob("*.sv")} - {bug[0] for bug in planted()} - {"vail_pkg"}
    proven = bare & {proof.partition(":")[0] for proof in PROOFS}
    return f"No bug is planted here in {', '.join(sorted(proven))}, whose proofs have one, and none at all in {', '.join(sorted(bare - proven))}."


def holding(module):
    """The benches whose circuit has the module, those first that noticed something in it before."""
    before = TABLE.read_text() if TABLE.exists() else ""
    known = [m[1] for m in re.finditer(rf"^\| {module} \|.*\| (vail_\w+), .*\|$", before, re.M)]
    benches = [b for b in BENCHES if SOURCES / f"{module}.sv" in needed(b.split(":")[0])]
    return sorted(benches, key=lambda b: -known.count(b.split(":")[0]))


def key(bug, tops):
    """A hash of all that the verdict of some benches on a bug depends on."""
    made_of = [pathlib.Path(__file__), *sorted((ROOT / "src/test/cpp").glob("*.h"))]
    for top in sorted(tops):
        made_of += [ROOT / f"src/test/cpp/{top}_bench.cpp", *needed(top)]
    parts = [*bug, *(f.read_text() for f in [SOURCES / "vail_pkg.sv", *made_of])]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def noticed(number, module, old, new):
    """What the first bench that fails with the bug says, or nothing."""
    out = OUT / str(number)
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    (out / f"{module}.sv").write_text(broken(module, old, new))
    said = None
    for way in (replayed, benched):
        for bench in holding(module):
            said = said or way(out, *bench.split(":"))
    shutil.rmtree(out)
    return said


def replayed(out, top, parameters):
    """What Icarus finds that differs from the recording of the bench. An unknown value is no finding: Icarus may
    not know what a circuit does know."""
    built = folder(top, parameters)
    package = out / "vail_pkg.sv" if (out / "vail_pkg.sv").exists() else SOURCES / "vail_pkg.sv"
    sources = [built / "replay.sv", package, "-y", out, "-y", SOURCES, "-Y", ".sv"]
    call(["iverilog", "-g2012", "-o", out / "replay.vvp", "-s", "replay", *sources])
    done = subprocess.run(["vvp", "-n", out / "replay.vvp"], cwd=ROOT, capture_output=True, text=True, timeout=600)
    said = [line.removeprefix("FAIL ") for line in done.stdout.splitlines() if line.startswith("FAIL ")]
    return f"{top}, recording: {said[0]}" if said and not UNKNOWN.search(said[0]) else None


def benched(out, top, parameters):
    """What the bench says, linked with the circuit as it was broken."""
    built, circuit = folder(top, parameters), out / top
    generics = [f"-G{p}" for p in parameters.split(",")]
    command = ["verilator", "--cc", "-O3", "-Wno-fatal", "--x-assign", "unique", "--x-initial", "unique", *generics]
    broken_top = out / f"{top}.sv"
    files = [SOURCES / "vail_pkg.sv", broken_top if broken_top.exists() else SOURCES / f"{top}.sv"]
    call([*command, "--top-module", top, "--Mdir", circuit, *files, "-y", out, "-y", SOURCES])
    call(["make", "-s", "-C", circuit, "-f", f"V{top}.mk", "OPT_FAST=-O0", f"V{top}__ALL.a"])
    objects = [built / f"{top}_bench.o", circuit / f"V{top}__ALL.a", *sorted(built.glob("verilated*.o"))]
    call(["g++", "-o", circuit / "bench", *objects, "-pthread", "-latomic"])
    for seed in SEEDS:
        told = os.environ | TOLD | {"SEED": seed}
        done = subprocess.run([circuit / "bench"], env=told, capture_output=True, text=True, timeout=600)
        if done.returncode:
            said = [line for line in done.stdout.splitlines() if line.startswith("FAIL ")]
            return f"{top}, {said[0].removeprefix('FAIL ') if said else 'ended by a signal'}"
    return None


def folder(top, parameters):
    return ROOT / "target/bench" / f"{top}-{parameters}".replace("=", "-").replace(",", "-")


def call(command):
    done = subprocess.run([str(c) for c in command], cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stderr}")


def row(number, bug, known):
    module, old, new = bug
    tops = {bench.split(":")[0] for bench in holding(module)}
    keys = [key(bug, [top]) for top in sorted(tops)] + [key(bug, tops)]
    kept = next((known[k] for k in keys if k in known), None)
    if kept is None:
        by = noticed(number, *bug)
        kept = {"module": module, "was": old, "planted": new, "noticedBy": by}
        kept["key"] = key(bug, [by.split(",")[0]] if by else tops)
        with KNOWN.open("a") as file:
            file.write(json.dumps(kept) + "\n")
    print(json.dumps(kept), flush=True)
    return kept


def main():
    rows = [json.loads(line) for line in KNOWN.read_text().splitlines()] if KNOWN.exists() else []
    known = {r["key"]: r for r in rows}
    bugs = planted()
    with concurrent.futures.ThreadPoolExecutor(int(os.environ.get("JOBS", "2"))) as pool:
        rows = list(pool.map(lambda n: row(n, bugs[n], known), range(len(bugs))))
    caught = sum(r["noticedBy"] is not None for r in rows)
    head = [
        "# Planted bugs",
        "",
        f"Made by `make mutants`: {caught} of {len(rows)} bugs are noticed by a bench, or by Icarus as it replays what",
        "the bench recorded.",
        "",
        without(),
        "",
        "| module | stands there | planted | noticed |",
        "|---|---|---|---|",
    ]
    table = [f"| {r['module']} | `{cell(r['was'])}` | `{cell(r['planted'])}` | {r['noticedBy'] or 'not'} |" for r in rows]
    TABLE.write_text("\n".join(head + table) + "\n")
    if caught < len(rows):
        raise SystemExit(f"{len(rows) - caught} planted bugs are not noticed")


def cell(text):
    return text.replace("|", "\\|")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Proofs by yosys-smtbmc and z3: rules hold (bounded, and by induction where that succeeds), what is said
to be possible is (cover), and a planted bug is found. Rows go to target/formal.json."""
import json
import pathlib
import re
import subprocess
import sys

from hierarchy import SOURCES, needed

ROOT = pathlib.Path(__file__).resolve().parent.parent
OUT = ROOT / "target/formal"
# module (of other parameters: they stand behind it): parameters, bound, induction depth (0: none), cover bound, and a bug with what it replaces
PROOFS = {
    "vail_bias": ({}, 2, 1, 2, ("8'(sum[8])", "8'd1")),
    "vail_bias_rule": ({}, 2, 1, 2, ("(base == 8'd255) ? 8'd0 : base", "base")),
    "vail_split": ({"Lanes": 2}, 8, 2, 6, ("& (~r_valid_o | r_ready_i)", "")),
    "vail_join": ({"Lanes": 2}, 8, 2, 6, ("e_valid_i & r_valid_i &", "e_valid_i &")),
    "vail_enc_lane": ({}, 12, 2, 12, ("length > {1'b0, free}", "length >= {1'b0, free}")),
    "vail_enc_lane:Longest=15,Word=16": ({"Longest": 15, "Word": 16}, 12, 2, 12, ("{1'b0, fill_q != '0}", "2'd0")),
    "vail_axil": ({}, 12, 2, 8, ("we_o | (bvalid_o & ~bready_i)", "we_o")),
    "vail_flit_tx": ({"Lanes": 32, "Credits": 2}, 9, 2, 9, ("full_q & (credits_q != '0)", "full_q")),
    "vail_kernel_bursts": ({"BeatBits": 6, "Most": 2}, 8, 2, 10, ("5'd16 - {1'b0, beat_q[3:0]}", "5'd16")),
    "vail_kernel_results": ({}, 8, 2, 12, ("~awvalid_o & ~wvalid_o & (awaited_q < 3'd4)", "~wvalid_o & (awaited_q < 3'd4)")),
    "vail_kernel_control": ({"Settled": 3, "Reset": 4}, 11, 2, 11, ("& (state_q != Clear)", "")),
    "vail_fifo": ({"Width": 1}, 8, 0, 8, ("(~valid_o | ready_i)", "1'b1")),
}


def smt(module, parameters, bug, name):
    text = "\n".join(f.read_text() for f in [SOURCES / "vail_pkg.sv", *needed(module)])
    for key, value in parameters.items():
        own = re.search(rf"module {module} #\(.*?\n\);", text, re.S).group(0)
        text = text.replace(own, re.sub(rf"(parameter int {key}\s*= )\d+", rf"\g<1>{value}", own))
    if bug:
        if bug[0] not in text:
            raise SystemExit(f"{module}: there is no {bug[0]} to break")
        text = text.replace(bug[0], bug[1])
    (OUT / f"{name}.sv").write_text(text)
    script = (
        f"read_verilog -sv -formal -DFORMAL -I{ROOT / 'src/formal'} {name}.sv; prep -flatten -top {module} -nordff; "
        f"async2sync; dffunmap; write_smt2 -wires {name}.smt2"
    )
    subprocess.run(["yosys", "-q", "-p", script], cwd=OUT, check=True, stdout=subprocess.DEVNULL)
    return f"{name}.smt2"


def solve(file, *options):
    command = ["yosys-smtbmc", "--noprogress", "--unroll", "-s", "z3", *options, file]
    done = subprocess.run(command, cwd=OUT, capture_output=True, text=True)
    (OUT / f"{file}{''.join(options)}.log").write_text(done.stdout + done.stderr)
    return done.returncode == 0 and "PASSED" in done.stdout


def prove(proof):
    parameters, bound, induction, cover, bug = PROOFS[proof]
    module, name = proof.partition(":")[0], re.sub("[:,=]", "-", proof)
    good = smt(module, parameters, None, name)
    bad = smt(module, parameters, bug, f"{name}_bug")
    row = {
        "module": proof,
        "bounded": bound if solve(good, "-t", str(bound)) else 0,
        "induction": bool(induction) and solve(good, "-i", "-t", str(induction)),
        "cover": solve(good, "-c", "-t", str(cover)),
        "bugFound": not solve(bad, "-t", str(bound)),
    }
    print(json.dumps(row), flush=True)
    row["ok"] = bool(row["bounded"] and row["cover"] and row["bugFound"] and row["induction"] == bool(induction))
    return row


def main(modules):
    OUT.mkdir(parents=True, exist_ok=True)
    target = ROOT / "target/formal.json"
    rows = [prove(module) for module in modules or PROOFS]
    kept = {r["module"]: r for r in (json.loads(target.read_text()) if target.exists() else []) + rows}
    target.write_text("[\n" + ",\n".join(json.dumps(kept[m]) for m in PROOFS if m in kept) + "\n]\n")
    if not all(row["ok"] for row in rows):
        raise SystemExit("a rule does not hold, a cover cannot be reached, or a planted bug was not found")


if __name__ == "__main__":
    main(sys.argv[1:])

#!/usr/bin/env python3
"""Simulates the netlist that yosys makes of a top for iCE40 on what its bench has recorded: gate.py TOP:Name=value,...

Wants target/bench of `make bench BENCHES=TOP:...`.
"""
import pathlib
import re
import shutil
import subprocess
import sys

import synth

OUT = synth.ROOT / "target/gate"


def main(job):
    top, _, parameters = job.partition(":")
    values = {k: int(v) for k, v in (p.split("=") for p in parameters.split(","))}
    bench = synth.ROOT / "target/bench" / re.sub("[:,=]", "-", job)
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "circuit.sv").write_text("`define VAIL_BLOCK_RAM_ONLY\n" + synth.sources(top, values))
    script = f"read_verilog -sv circuit.sv; {synth.FLOW['ice40']} -top {top}; write_verilog -noattr netlist.v"
    run("yosys", "-q", "-p", script)
    # a netlist has no parameters left
    replay = (bench / "replay.sv").read_text()
    (OUT / "replay.sv").write_text(re.sub(rf"{top} #\(.*\) dut \(", f"{top} dut (", replay))
    run("iverilog", "-g2012", "-DNO_ICE40_DEFAULT_ASSIGNMENTS", "-o", "replay.vvp", "-s", "replay", "replay.sv", "netlist.v", cells())
    said = subprocess.run(["vvp", "-n", str(OUT / "replay.vvp")], cwd=synth.ROOT, capture_output=True, text=True).stdout
    print(f"netlist of {job}: {said.strip().splitlines()[-1]}")
    if "FAIL" in said or "replayed" not in said:
        raise SystemExit(1)


def cells():
    """The simulation models of the family's cells, which come with yosys."""
    return str(pathlib.Path(shutil.which("yosys")).resolve().parent.parent / "share/yosys/ice40/cells_sim.v")


def run(*command):
    done = subprocess.run(command, cwd=OUT, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{command[0]} failed: {done.stdout}{done.stderr}")


if __name__ == "__main__":
    main(sys.argv[1])

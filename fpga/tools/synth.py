#!/usr/bin/env python3
"""Area and depth of tops by yosys, for three families, and the clock of iCE40 by nextpnr.

Arguments: TOP:Name=value,...@family. Their rows go to target/synth.json; README.md's table is made from them
by results.py. A row whose sources, commands and tools have not changed since it was measured is kept: it lies
in target/synth with a hash of them.
"""
import functools
import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import sys

import netlist
from hierarchy import SOURCES, needed

ROOT = pathlib.Path(__file__).resolve().parent.parent
OUT = ROOT / "target/synth"
FLOW = {
    "ultrascale+": "synth_xilinx -family xcup -flatten -abc9 -noiopad",
    "ecp5": "synth_ecp5 -abc9",
    "ice40": "synth_ice40 -abc9 -device hx",
}
SEEDS = (1, 2, 3)


def sources(top, values):
    """The modules of a top in one text, the package first, with the defaults of the top's parameters replaced.

    yosys 0.23 trips over -chparam where widths depend on a parameter.
    """
    text = "\n".join(file.read_text() for file in [SOURCES / "vail_pkg.sv", *needed(top)[1:]])
    own = (SOURCES / f"{top}.sv").read_text()
    for name, value in values.items():
        own, found = re.subn(rf"(parameter int {name}\s*= )\d+", rf"\g<1>{value}", own)
        if found != 1:
            raise SystemExit(f"{top} has no parameter {name} with a number")
    return text + "\n" + own


def run(command, log):
    with open(log, "w", encoding="utf-8") as out:
        if subprocess.run(command, stdout=out, stderr=subprocess.STDOUT, cwd=OUT).returncode:
            raise SystemExit(f"{command[0]} failed, see {log}")


def synthesise(top, values, family):
    name = "-".join([top, *(f"{k}{v}" for k, v in values.items()), family.rstrip("+")])
    text = sources(top, values)
    if family == "ice40":
        text = "`define VAIL_BLOCK_RAM_ONLY\n" + text
    script = f"read_verilog -sv {name}.sv; {FLOW[family]} -top {top}; write_json {name}.json"
    key = hashlib.sha256("\0".join([text, script, tools()]).encode()).hexdigest()
    kept = OUT / f"{name}.row"
    if kept.exists() and (row := json.loads(kept.read_text())).pop("key") == key:
        return row
    (OUT / f"{name}.sv").write_text(text)
    run(["yosys", "-p", script], OUT / f"{name}.log")
    if "implicitly" in (OUT / f"{name}.log").read_text().lower():
        raise SystemExit(f"{name}: yosys took an unknown name for a wire")
    module = json.loads((OUT / f"{name}.json").read_text())["modules"][top]
    lanes = values["Lanes"]
    row = {"design": label(top, values), "lanes": lanes, "word": 16 if values.get("Longest", 8) > 8 else 8, "family": family}
    row.update(netlist.area(netlist.cells(module), family))
    row["lutPerBytePerCycle"] = round(row["lut"] / lanes, 1)
    row["levels"] = list(netlist.levels(module)) if family == "ultrascale+" else None
    row["mhz"] = clock(name) if family == "ice40" else None
    kept.write_text(json.dumps(row | {"key": key}))
    return row


@functools.cache
def tools():
    """What measures: these programs, and what counts cells here."""
    said = [pathlib.Path(file).read_text() for file in (__file__, netlist.__file__)]
    for program, option in (("yosys", "-V"), ("nextpnr-ice40", "--version")):
        if shutil.which(program):
            said.append(subprocess.run([program, option], capture_output=True, text=True).stdout)
    return "\0".join(said)


def label(top, values):
    extra = " ".join(f"{k}={v}" for k, v in values.items() if k != "Lanes")
    return top.removeprefix("vail_") + (f" {extra}" if extra else "")


def clock(name):
    """The best routed clock over some seeds, in MHz."""
    if not shutil.which("nextpnr-ice40"):
        print("absent: nextpnr-ice40 (apt install nextpnr-ice40)")
        return None
    best = 0.0
    for seed in SEEDS:
        log = OUT / f"{name}.pnr{seed}"
        device = ["--hx8k", "--package", "ct256", "--pcf-allow-unconstrained", "--timing-allow-fail"]
        run(["nextpnr-ice40", *device, "--json", f"{name}.json", "--freq", "200", "--seed", str(seed)], log)
        best = max(best, float(re.findall(r"Max frequency for clock.*?: ([\d.]+) MHz", log.read_text())[-1]))
    return best


def main(jobs):
    OUT.mkdir(parents=True, exist_ok=True)
    rows = []
    for job in jobs:
        top, _, rest = job.partition(":")
        parameters, _, family = rest.partition("@")
        values = {k: int(v) for k, v in (p.split("=") for p in parameters.split(","))}
        row = synthesise(top, values, family)
        print(json.dumps(row), flush=True)
        rows.append(row)
    rows.sort(key=lambda r: (r["family"] != "ultrascale+", r["family"], r["design"], r["lanes"]))
    (ROOT / "target/synth.json").write_text("[\n" + ",\n".join(json.dumps(r) for r in rows) + "\n]\n")


if __name__ == "__main__":
    main(sys.argv[1:])

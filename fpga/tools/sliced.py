#!/usr/bin/env python3
"""A circuit as C++ in which a bit is a vector, one bit for each of many circuits: sliced.py NAME TOP Name=value... FOLDER.

yosys reads the circuit, gates.py makes gates of its words, parts.py parts of these, and FOLDER/NAME.h with
FOLDER/NAME-N.cpp run them.
"""
import json
import pathlib
import subprocess
import sys
import threading

import gates
import parts
import synth

# Memories of eight words become registers, as their ports are of all kinds, and so do those read without a clock; what
# nobody writes becomes gates.
FLOW = """
read_verilog -sv {name}.sv; hierarchy -top {top}
proc -noopt; flatten; opt_expr; opt_clean; opt_dff; opt_expr; opt_clean
memory_collect; memory_map t:$mem_v2 r:SIZE<=8 r:WR_PORTS=0 %u %i; memory -nomap; memory_map t:$mem_v2 r:RD_CLK_ENABLE=0 %i; opt_clean; check -assert
techmap t:$pmux t:$sh* %u; dffunmap; opt_expr; opt_clean -purge
write_json {name}.json
"""
# lines of a file
FILE = 12000
EVERY = (1 << 64) - 1


def read(name, top, values, folder):
    (folder / f"{name}.sv").write_text(synth.sources(top, values))
    script = FLOW.format(name=name, top=top).strip().replace("\n", "; ")
    done = subprocess.run(["yosys", "-q", "-l", f"{name}.log", "-p", script], cwd=folder)
    if done.returncode:
        raise SystemExit(f"yosys failed, see {folder / name}.log")
    netlist = folder / f"{name}.json"
    module = json.loads(netlist.read_text())["modules"][top]
    netlist.unlink()  # tens of megabytes
    return module


def number(cell, name):
    return int(cell["parameters"][name], 2)


class Ram:
    """A memory with one write port, whose read ports are clocked, before the write or after it."""

    def __init__(self, cell, number_of):
        self.name = f"ram{number_of}"
        self.width, self.address, self.ports = (number(cell, key) for key in ("WIDTH", "ABITS", "RD_PORTS"))
        wanted = {"RD_CLK_ENABLE": "1" * self.ports, "WR_CLK_ENABLE": "1"}
        other = [key for key, value in wanted.items() if cell["parameters"][key] != value]
        if other:
            raise SystemExit(f"{cell['parameters']['MEMID']} is a memory with another {other[0]}")
        self.pins = cell["connections"]
        self.sees_write = [bit == "1" for bit in reversed(cell["parameters"]["RD_TRANSPARENCY_MASK"])]

    def part(self, pin, port, size):
        return self.pins[pin][port * size:(port + 1) * size]


def registers(module):
    """What goes in and what comes out, by the name that the circuit has for them."""
    names, found = {}, {}
    for name, net in module["netnames"].items():
        for bit in net["bits"]:
            if not net["hide_name"] or bit not in names:
                names[bit] = name
    for cell in module["cells"].values():
        if cell["type"] == "$dff":
            for d, q in zip(cell["connections"]["D"], cell["connections"]["Q"]):
                found.setdefault(names[q], []).append((d, q))
    return found.values()


class Sliced:
    """Words are what changes as one: pins, registers of one name, what a memory's port reads. Word 0 is the start."""

    def __init__(self, name, module):
        self.name = name
        self.inputs = {p: x["bits"] for p, x in module["ports"].items() if x["direction"] == "input" and p != "clk_i"}
        self.outputs = {p: x["bits"] for p, x in module["ports"].items() if x["direction"] == "output"}
        self.rams = [Ram(cell, i) for i, cell in enumerate(c for c in module["cells"].values() if c["type"] == "$mem_v2")]
        self.words, self.leaves, self.word_of = 1, {}, {}
        self.pins = {port: self.word((f"{port}.plane[{i}]", net) for i, net in enumerate(nets)) for port, nets in self.inputs.items()}
        self.state = 0
        groups, self.kept = [], []
        for pairs in registers(module):
            groups.append([(f"next[{self.state + i}]", d) for i, (d, _) in enumerate(pairs)])
            self.kept.append(self.register([q for _, q in pairs]))
        for ram in self.rams:
            ram.reads = [self.register(ram.part("RD_DATA", port, ram.width)) for port in range(ram.ports)]
        self.netlist = gates.Netlist(module, self.leaves)
        groups += [[(f"{port}.plane[{i}]", net) for i, net in enumerate(nets)] for port, nets in self.outputs.items()]
        self.wires = 0
        groups += [self.connect(ram) for ram in self.rams]
        groups = [[(target, self.netlist.bit(net)) for target, net in group] for group in groups]
        self.parts = parts.Parts(self.netlist.gates.nodes, groups)

    def word(self, bits):
        for where, net in bits:
            self.leaves[net], self.word_of[where] = where, self.words
        self.words += 1
        return self.words - 1

    def register(self, nets):
        """Its first place among the registers, its size and its word."""
        first = self.state
        self.state += len(nets)
        return first, len(nets), self.word((f"now[{first + i}]", net) for i, net in enumerate(nets))

    def connect(self, ram):
        """Gives the inputs of a memory places among the wires, one after the other."""
        enable = ram.pins["WR_EN"]
        if any(self.netlist.bit(net) != self.netlist.bit(enable[0]) for net in enable):
            raise SystemExit("a memory whose words are written in parts")
        nets = [enable[0], *ram.pins["WR_ADDR"], *ram.pins["WR_DATA"], *ram.pins["RD_EN"], *ram.pins["RD_ADDR"]]
        ram.wires = self.wires
        self.wires += len(nets)
        return [(f"wire[{ram.wires + i}]", net) for i, net in enumerate(nets)]

    def settled(self):
        """Runs the parts that depend on something that has changed."""
        lines = [f"moved.set({word}, {port}.changed());" for port, word in self.pins.items()]
        for i, needs in enumerate(self.parts.needs(self.word_of)):
            some = [f"moved.bits[{at}] & {needs >> 64 * at & EVERY}u" for at in range(needs.bit_length() // 64 + 1) if needs >> 64 * at & EVERY]
            lines.append(f"if ({' || '.join(some)}) part{i}(), ran[{i}] = true;")
        return lines + ["moved.clear();"]

    def clocked(self):
        """What registers and memories do at the edge."""
        lines = []
        for i, part in enumerate(self.parts.parts):
            if part.group is not None and part.group < len(self.kept):
                first, count, word = self.kept[part.group]
                lines.append(f"if (ran[{i}]) moved.set({word}, keep(&now[{first}], &next[{first}], {count})), ran[{i}] = false;")
        for ram in self.rams:
            write, wire = ram.wires, ram.wires + 1 + ram.address + ram.width
            reads = ([], [])
            for port, (first, _, word) in enumerate(ram.reads):
                address = wire + ram.ports + port * ram.address
                reads[ram.sees_write[port]].append(
                    f"moved.set({word}, {ram.name}.read({port}, wire[{wire + port}], &wire[{address}], &now[{first}]));")
            lines += reads[False]
            lines.append(f"{ram.name}.write(wire[{write}], &wire[{write + 1}], &wire[{write + 1 + ram.address}]);")
            lines += reads[True]
        return lines

    def write(self, folder):
        count = len(self.parts.parts)
        header = ["#pragma once", '#include "slices.h"', "namespace rtl {", f"struct {self.name} {{", f"explicit {self.name}(void *) {{}}", "void final() {}"]
        header += [f"Input<{len(nets)}> {port};" for port, nets in self.inputs.items()]
        header += [f"Pin<{len(nets)}> {port};" for port, nets in self.outputs.items()]
        header += ["uint8_t clk_i = 0;", "void eval();", "private:", f"W now[{self.state}] = {{}}, next[{self.state}];"]
        header += [f"W wire[{self.wires}], far[{len(self.parts.far)}];", f"Moved<{self.words}> moved;", f"bool ran[{count}] = {{}};"]
        header += [f"Ram<{ram.address}, {ram.width}, {ram.ports}> {ram.name};" for ram in self.rams]
        header += [f"void part{i}();" for i in range(count)] + ["};", "}"]
        (folder / f"{self.name}.h").write_text("\n".join(header))
        start = f'#include "{self.name}.h"\nnamespace rtl {{\n'
        edge = [f"void {self.name}::eval() {{", "if (!clk_i) {", *self.settled(), "return; }", *self.clocked(), "}"]
        (folder / f"{self.name}.cpp").write_text(start + "\n".join(edge) + "\n}\n")
        files = [[]]
        for i in range(count):
            if len(files[-1]) > FILE:
                files.append([])
            files[-1] += [f"void {self.name}::part{i}() {{", *self.parts.code(i), "}"]
        for i, lines in enumerate(files):
            (folder / f"{self.name}-{i}.cpp").write_text(start + "\n".join(lines) + "\n}\n")


def main(name, top, *rest):
    folder = pathlib.Path(rest[-1]).resolve()
    module = read(name, top, dict(value.split("=") for value in rest[:-1]), folder)
    Sliced(name, module).write(folder)


if __name__ == "__main__":
    # a bit is asked for from the output back to the registers, as deep as the circuit is
    sys.setrecursionlimit(1 << 20)
    threading.stack_size(1 << 29)
    failed = []
    threading.excepthook = lambda trouble: failed.append(trouble.exc_value)
    worker = threading.Thread(target=main, args=sys.argv[1:])
    worker.start()
    worker.join()
    if failed:
        raise failed[0]

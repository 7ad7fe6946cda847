#!/usr/bin/env python3
"""A circuit as C++ in which a bit is a machine word, one bit for each of 64 circuits: sliced.py NAME TOP Name=value... FOLDER.

yosys reads the circuit, gates.py makes gates of its words, and FOLDER/NAME.h with FOLDER/NAME-N.cpp run them.
"""
import json
import pathlib
import subprocess
import sys
import threading

import gates
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
# gates of one C++ function: compilers take longer than that for long ones
FUNCTION = 1500
FILE = 6


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


class Sliced:
    def __init__(self, name, module):
        self.name = name
        self.inputs = {p: x["bits"] for p, x in module["ports"].items() if x["direction"] == "input" and p != "clk_i"}
        self.outputs = {p: x["bits"] for p, x in module["ports"].items() if x["direction"] == "output"}
        cells = module["cells"].values()
        self.rams = [Ram(cell, i) for i, cell in enumerate(c for c in cells if c["type"] == "$mem_v2")]
        registers = [(d, q) for c in cells if c["type"] == "$dff" for d, q in zip(c["connections"]["D"], c["connections"]["Q"])]
        reads = [net for ram in self.rams for net in ram.pins["RD_DATA"]]
        leaves = {net: f"{port}.plane[{i}]" for port, nets in self.inputs.items() for i, net in enumerate(nets)}
        leaves |= {net: f"now[{i}]" for i, net in enumerate([q for _, q in registers] + reads)}
        self.state = len(registers) + len(reads)
        self.first_read = len(registers)
        self.netlist = gates.Netlist(module, leaves)
        self.roots = [(f"next[{i}]", d) for i, (d, _) in enumerate(registers)]
        self.roots += [(f"{port}.plane[{i}]", net) for port, nets in self.outputs.items() for i, net in enumerate(nets)]
        self.wires = 0
        for ram in self.rams:
            self.connect(ram)
        self.values = [(target, self.netlist.bit(net)) for target, net in self.roots]

    def connect(self, ram):
        """Gives the inputs of a memory places among the wires, one after the other."""
        enable = ram.pins["WR_EN"]
        if any(self.netlist.bit(net) != self.netlist.bit(enable[0]) for net in enable):
            raise SystemExit("a memory whose words are written in parts")
        nets = [enable[0], *ram.pins["WR_ADDR"], *ram.pins["WR_DATA"], *ram.pins["RD_EN"], *ram.pins["RD_ADDR"]]
        ram.wires = self.wires
        self.roots += [(f"wire[{self.wires + i}]", net) for i, net in enumerate(nets)]
        self.wires += len(nets)

    def order(self):
        """Every node that is wanted, behind those that it reads, and near to who wants it first."""
        nodes, placed, order = self.netlist.gates.nodes, set(), []
        for _, root in self.values:
            stack = [(root, False)]
            while stack:
                at, ready = stack.pop()
                if at in placed:
                    continue
                if ready or nodes[at][0] == "leaf":
                    placed.add(at)
                    order.append(at)
                else:
                    stack.append((at, True))
                    stack += [(a, False) for a in reversed(nodes[at][1:]) if a not in placed]
        return order

    def functions(self):
        """Bodies of functions. What one makes and another reads goes through `far`."""
        nodes = self.netlist.gates.nodes
        order = [n for n in self.order() if nodes[n][0] != "leaf"]
        home = {n: i // FUNCTION for i, n in enumerate(order)}
        far = {}
        for n in order:
            for a in nodes[n][1:]:
                if nodes[a][0] != "leaf" and home[a] != home[n]:
                    far.setdefault(a, len(far))
        targets = {}
        for target, n in self.values:
            targets.setdefault(home.get(n, 0), []).append((target, n))
        bodies = []
        for i in range(0, len(order), FUNCTION):
            here = i // FUNCTION

            def text(a, here=here):
                if nodes[a][0] == "leaf":
                    return nodes[a][1]
                return f"n{a}" if home[a] == here else f"far[{far[a]}]"

            lines = []
            for n in order[i:i + FUNCTION]:
                kind, *of = nodes[n]
                made = f"~{text(of[0])}" if kind == "~" else f"{text(of[0])} {kind} {text(of[1])}"
                lines.append(f"W n{n} = {made};")
                if n in far:
                    lines.append(f"far[{far[n]}] = n{n};")
            lines += [f"{target} = {text(n)};" for target, n in targets.get(here, [])]
            bodies.append(lines)
        return bodies, len(far)

    def clocked(self):
        """What memories do at the edge."""
        lines, at = [], self.first_read
        for ram in self.rams:
            write, wire = ram.wires, ram.wires + 1 + ram.address + ram.width
            reads = ([], [])
            for port in range(ram.ports):
                address = wire + ram.ports + port * ram.address
                reads[ram.sees_write[port]].append(
                    f"{ram.name}.read({port}, wire[{wire + port}], &wire[{address}], &now[{at}], &next[{at}]);")
                at += ram.width
            lines += reads[False]
            lines.append(f"{ram.name}.write(wire[{write}], &wire[{write + 1}], &wire[{write + 1 + ram.address}]);")
            lines += reads[True]
        return lines

    def write(self, folder):
        bodies, far = self.functions()
        header = ["#pragma once", '#include "slices.h"', "namespace rtl {", f"struct {self.name} {{", f"explicit {self.name}(void *) {{}}", "void final() {}"]
        header += [f"Pin<{len(nets)}> {port};" for port, nets in (self.inputs | self.outputs).items()]
        header += ["uint8_t clk_i = 0;", "void eval();", "private:", f"W states[2][{self.state}] = {{}}, *now = states[0], *next = states[1];"]
        header += [f"W wire[{self.wires}], far[{far}];"]
        header += [f"Ram<{ram.address}, {ram.width}, {ram.ports}> {ram.name};" for ram in self.rams]
        header += [f"void part{i}();" for i in range(len(bodies))] + ["};", "}"]
        (folder / f"{self.name}.h").write_text("\n".join(header))
        start = f'#include "{self.name}.h"\nnamespace rtl {{\n'
        calls = [f"part{i}();" for i in range(len(bodies))]
        edge = [f"void {self.name}::eval() {{", "if (!clk_i) {", *calls, "return; }", *self.clocked(), "std::swap(now, next); }"]
        local = "const W *now = this->now; W *next = this->next;"
        texts = ["\n".join([f"void {self.name}::part{i}() {{", local, *lines, "}"]) for i, lines in enumerate(bodies)]
        (folder / f"{self.name}.cpp").write_text(start + "\n".join(edge) + "\n}\n")
        for i in range(0, len(texts), FILE):
            (folder / f"{self.name}-{i // FILE}.cpp").write_text(start + "\n".join(texts[i:i + FILE]) + "\n}\n")


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

"""What a netlist of yosys is made of, and how deep its paths are."""
import re

COMBINATIONAL = re.compile(r"^(LUT\d|CARRY4|CARRY8|MUXF\d|INV|BUF)$")
LUT_RAM = re.compile(r"^RAM\d+[MX]")
# LUTs that a cell of LUTRAM takes on UltraScale+
RAM_LUTS = {"RAM32M16": 8, "RAM64M8": 8, "RAM32M": 4, "RAM64M": 4, "RAM32X1D": 2, "RAM64X1D": 2}


def cells(module):
    """How many cells of each type a flat module has."""
    count = {}
    for cell in module["cells"].values():
        count[cell["type"]] = count.get(cell["type"], 0) + 1
    return count


def area(count, family):
    """LUTs (LUTRAM among them), shift registers, flip-flops and block RAMs of a count of cells."""

    def of(pattern):
        return sum(n for cell, n in count.items() if re.match(pattern, cell))

    if family == "ultrascale+":
        ram = sum(RAM_LUTS[cell] * n for cell, n in count.items() if cell in RAM_LUTS)
        unknown = [cell for cell in count if LUT_RAM.match(cell) and cell not in RAM_LUTS]
        if unknown:
            raise SystemExit(f"no LUT count for {unknown}")
        return {"lut": of(r"LUT\d$") + ram, "srl": of("SRL"), "ff": of("FD"), "bram": of("RAMB18") + 2 * of("RAMB36")}
    if family == "ecp5":
        return {
            "lut": of("LUT4$") + 2 * of("CCU2C") + 6 * of("TRELLIS_DPR16X4"),
            "srl": 0,
            "ff": of("TRELLIS_FF"),
            "bram": of("DP16KD"),
        }
    return {"lut": of("SB_LUT4"), "srl": 0, "ff": of("SB_DFF"), "bram": of("SB_RAM40")}


def levels(module):
    """LUTs and carries on the deepest path of a netlist for UltraScale+, between registers and RAMs."""
    driver = {}
    for cell in module["cells"].values():
        directions = cell["port_directions"]
        lut_ram = LUT_RAM.match(cell["type"])
        if not (COMBINATIONAL.match(cell["type"]) or lut_ram):
            continue
        inputs = [
            bit
            for port, bits in cell["connections"].items()
            if directions[port] == "input" and (not lut_ram or port.startswith("ADDR"))
            for bit in bits
            if isinstance(bit, int)
        ]
        cost = (0, 1) if "CARRY" in cell["type"] else (1, 0) if cell["type"][:3] in ("LUT", "RAM") else (0, 0)
        for port, bits in cell["connections"].items():
            if directions[port] == "output":
                driver.update({bit: (cost, inputs) for bit in bits if isinstance(bit, int)})
    deepest = depths(driver)
    ends = [
        deepest.get(bit, (0, 0))
        for cell in module["cells"].values()
        if not COMBINATIONAL.match(cell["type"])
        for port, bits in cell["connections"].items()
        if cell["port_directions"][port] == "input" and not port.startswith("ADDR") or cell["type"][:4] == "RAMB"
        for bit in bits
        if isinstance(bit, int)
    ]
    return max(ends, default=(0, 0))


def depths(driver):
    """The depth of every driven bit, without recursion: netlists are deeper than Python's stack."""
    deepest = {}
    for root in driver:
        stack = [root]
        while stack:
            bit = stack[-1]
            if bit in deepest or bit not in driver:
                stack.pop()
                continue
            cost, inputs = driver[bit]
            open_inputs = [i for i in inputs if i in driver and i not in deepest]
            if open_inputs:
                stack.extend(open_inputs)
                continue
            luts, carries = max((deepest.get(i, (0, 0)) for i in inputs), default=(0, 0))
            deepest[bit] = (luts + cost[0], carries + cost[1])
            stack.pop()
    return deepest

"""A flat netlist of yosys as gates: for every bit a node, each made once. Node 0 is zero and node 1 is one."""

ZERO, ONE = 0, 1


class Gates:
    """Nodes in an order in which each comes after what it reads: ("leaf", what), ("~", a), ("&" "|" "^", a, b)."""

    def __init__(self):
        self.nodes = [("leaf", "W{}"), ("leaf", "~W{}")]
        self.known = {}

    def node(self, *made_of):
        if made_of not in self.known:
            self.known[made_of] = len(self.nodes)
            self.nodes.append(made_of)
        return self.known[made_of]

    def leaf(self, what):
        return self.node("leaf", what)

    def inverse(self, a):
        if a in (ZERO, ONE):
            return 1 - a
        return self.nodes[a][1] if self.nodes[a][0] == "~" else self.node("~", a)

    def opposite(self, a, b):
        return self.nodes[a] == ("~", b) or self.nodes[b] == ("~", a)

    def both(self, a, b):
        a, b = min(a, b), max(a, b)
        if a == ZERO or self.opposite(a, b):
            return ZERO
        return b if a in (ONE, b) else self.node("&", a, b)

    def either(self, a, b):
        a, b = min(a, b), max(a, b)
        if a == ONE or self.opposite(a, b):
            return ONE
        return b if a in (ZERO, b) else self.node("|", a, b)

    def differ(self, a, b):
        a, b = min(a, b), max(a, b)
        if a == b or self.opposite(a, b):
            return ZERO if a == b else ONE
        if a == ZERO:
            return b
        return self.inverse(b) if a == ONE else self.node("^", a, b)

    def choose(self, which, a, b):
        """b where `which` is one, else a."""
        if a == b or which == ZERO:
            return a
        if which == ONE:
            return b
        if a == ZERO:
            return self.both(which, b)
        if b == ZERO:
            return self.both(self.inverse(which), a)
        if a == ONE or b == ONE:
            return self.either(which if b == ONE else self.inverse(which), a if b == ONE else b)
        return self.differ(a, self.both(which, self.differ(a, b)))

    def fold(self, way, bits):
        """A tree over bits."""
        while len(bits) > 1:
            bits = [way(*bits[i:i + 2]) if i + 1 < len(bits) else bits[i] for i in range(0, len(bits), 2)]
        return bits[0]


class Netlist:
    """The module's cells, asked for one bit at a time: a word's slices may read each other."""

    def __init__(self, module, leaves):
        """leaves: nodes of the bits that no gate drives."""
        self.gates = Gates()
        self.bits = {net: self.gates.leaf(what) for net, what in leaves.items()}
        self.drivers = {}
        self.carries = {}
        self.products = {}
        for cell in module["cells"].values():
            for place, net in enumerate(cell["connections"].get("Y", [])):
                self.drivers[net] = (cell, place)

    def bit(self, net):
        if isinstance(net, str):
            return ONE if net == "1" else ZERO
        if net not in self.bits:
            self.bits[net] = self.made(*self.drivers[net])
        return self.bits[net]

    def made(self, cell, i):
        kind, g = cell["type"].strip("$_").lower(), self.gates
        bitwise = {"and": g.both, "or": g.either, "xor": g.differ}
        if kind in bitwise:
            return bitwise[kind](self.input(cell, "A", i), self.input(cell, "B", i))
        if kind == "not":
            return g.inverse(self.input(cell, "A", i))
        if kind == "mux":
            which = self.bit(cell["connections"]["S"][0])
            return g.choose(which, self.input(cell, "A", i), self.input(cell, "B", i))
        if kind in ("add", "sub", "neg"):
            return self.sum(cell, kind, i)
        if kind == "mul":
            return self.product(cell, i)
        return ZERO if i else self.truth(cell, kind)

    def input(self, cell, port, i):
        """Bit i of an input, widened by its sign or by zeros."""
        nets = cell["connections"][port]
        if i < len(nets):
            return self.bit(nets[i])
        return self.bit(nets[-1]) if int(cell["parameters"][f"{port}_SIGNED"], 2) else ZERO

    def word(self, cell, port):
        return [self.bit(net) for net in cell["connections"][port]]

    def truth(self, cell, kind):
        """The one bit of a comparison or of a reduction."""
        g = self.gates
        a = self.word(cell, "A")
        if kind.startswith("reduce"):
            way = {"reduce_and": g.both, "reduce_xor": g.differ, "reduce_or": g.either, "reduce_bool": g.either}
            return g.fold(way[kind], a)
        if kind == "logic_not":
            return g.inverse(g.fold(g.either, a))
        if kind in ("logic_and", "logic_or"):
            way = g.both if kind == "logic_and" else g.either
            return way(g.fold(g.either, a), g.fold(g.either, self.word(cell, "B")))
        a, b = self.words(cell, max(len(cell["connections"][port]) for port in "AB"))
        if kind in ("eq", "ne"):
            differ = g.fold(g.either, [g.differ(*pair) for pair in zip(a, b)])
            return differ if kind == "ne" else g.inverse(differ)
        if kind in ("ge", "lt"):
            return self.not_less(a, b) if kind == "ge" else g.inverse(self.not_less(a, b))
        if kind in ("le", "gt"):
            return self.not_less(b, a) if kind == "le" else g.inverse(self.not_less(b, a))
        raise SystemExit(f"no gates for a {cell['type']}")

    def words(self, cell, size):
        return ([self.input(cell, port, i) for i in range(size)] for port in "AB")

    def not_less(self, a, b):
        """Whether a >= b: a + ~b + 1 carries out."""
        carry = ONE
        for x, y in zip(a, b):
            carry = self.carry_out(x, self.gates.inverse(y), carry)
        return carry

    def carry_out(self, a, b, carry):
        g = self.gates
        return g.either(g.both(a, b), g.both(carry, g.differ(a, b)))

    def sum(self, cell, kind, i):
        a, b = self.summands(cell, kind, i)
        return self.gates.differ(self.gates.differ(a, b), self.carry(cell, kind, i))

    def summands(self, cell, kind, i):
        """a - b is a + ~b + 1, and -a is 0 + ~a + 1."""
        if kind == "neg":
            return ZERO, self.gates.inverse(self.input(cell, "A", i))
        b = self.input(cell, "B", i)
        return self.input(cell, "A", i), self.gates.inverse(b) if kind == "sub" else b

    def carry(self, cell, kind, i):
        """Into place i. Asked for by place, as bits are."""
        if i == 0:
            return ZERO if kind == "add" else ONE
        key = (id(cell), i)
        if key not in self.carries:
            self.carries[key] = self.carry_out(*self.summands(cell, kind, i - 1), self.carry(cell, kind, i - 1))
        return self.carries[key]

    def product(self, cell, i):
        size = len(cell["connections"]["Y"])
        if id(cell) not in self.products:
            a, b = self.words(cell, size)
            total = [ZERO] * size
            for shift, times in enumerate(b):
                total = self.total(total, [ZERO] * shift + [self.gates.both(times, x) for x in a[: size - shift]])
            self.products[id(cell)] = total
        return self.products[id(cell)][i]

    def total(self, a, b):
        carry, total = ZERO, []
        for x, y in zip(a, b):
            total.append(self.gates.differ(self.gates.differ(x, y), carry))
            carry = self.carry_out(x, y, carry)
        return total

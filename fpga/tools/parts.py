"""Which gates run together, and when. A group is [(where, node)]: what a word of registers, a pin or a memory takes.

A part is a group with the gates that no part before it has, or some of these. It depends on words, through other parts as well,
and need not run while all of these are as they were: most of a circuit rests most of the time.
"""

# gates of a part: compilers take longer than that for long functions
MOST = 1500


class Part:
    def __init__(self, group=None):
        self.group, self.gates, self.targets = group, [], []


class Parts:
    def __init__(self, nodes, groups):
        self.nodes, self.parts, self.home = nodes, [], {}
        for number, group in enumerate(groups):
            self.add(number, group)
        self.far = {}
        for i, part in enumerate(self.parts):
            for a in self.read(part):
                if self.home.get(a, i) != i:
                    self.far.setdefault(a, len(self.far))

    def add(self, number, group):
        part = Part()
        for _, root in group:
            for gate in self.wanted(root):
                if len(part.gates) == MOST:
                    self.parts.append(part)
                    part = Part()
                self.home[gate] = len(self.parts)
                part.gates.append(gate)
        part.group, part.targets = number, group
        self.parts.append(part)

    def wanted(self, root):
        """Gates that have no home, each behind those that it reads."""
        stack, seen = [(root, False)], set()
        while stack:
            at, ready = stack.pop()
            if at in seen or at in self.home or self.nodes[at][0] == "leaf":
                continue
            if ready:
                seen.add(at)
                yield at
            else:
                stack.append((at, True))
                stack += [(a, False) for a in reversed(self.nodes[at][1:])]

    def read(self, part):
        return [a for gate in part.gates for a in self.nodes[gate][1:]] + [node for _, node in part.targets]

    def needs(self, word):
        """For each part the words that it depends on. word: numbers by leaf; 0 if there is none."""
        of = {}
        for n, (kind, *made_of) in enumerate(self.nodes):
            of[n] = 1 << word.get(made_of[0], 0) if kind == "leaf" else 0
            if kind != "leaf":
                for a in made_of:
                    of[n] |= of[a]
        needs = []
        for part in self.parts:
            all_of = 0
            for n in part.gates + self.read(part):
                all_of |= of[n]
            needs.append(all_of)
        return needs

    def code(self, i):
        """Lines of C++. What one part makes and another reads goes through `far`."""
        part = self.parts[i]

        def text(a):
            if self.nodes[a][0] == "leaf":
                return self.nodes[a][1]
            return f"n{a}" if self.home[a] == i else f"far[{self.far[a]}]"

        lines = []
        for n in part.gates:
            kind, *of = self.nodes[n]
            made = f"~{text(of[0])}" if kind == "~" else f"{text(of[0])} {kind} {text(of[1])}"
            lines.append(f"W n{n} = {made};")
            if n in self.far:
                lines.append(f"far[{self.far[n]}] = n{n};")
        return lines + [f"{target} = {text(n)};" for target, n in part.targets]

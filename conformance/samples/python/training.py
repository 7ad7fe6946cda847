"""Training of a book from counts: section 3 of codebook.md, C-13 to C-18."""

from books import ESC, Fault, binary_form, refuse_if


def train(counts, is_long, limit):
    """The binary form of the book that everybody gets from these 256 counts."""
    refuse_if(not 8 <= limit <= (15 if is_long else 8), Fault.BAD_ARGUMENT)
    refuse_if(any(count >= 2**48 for count in counts), Fault.BAD_ARGUMENT)
    return binary_form(is_long, center_of(counts), lengths_of(counts, is_long, limit))


def center_of(counts):
    """C-18."""
    n = sum(counts[1:])
    return sum(s * count for s, count in enumerate(counts)) // n if n else 0


def lengths_of(counts, is_long, limit):
    """The candidate of least cost, of several the first that is tried (C-16)."""
    if not any(counts):
        return by_symbol({0: 1, ESC: 1})
    best = min(candidates(counts, is_long, limit), key=lambda candidate: candidate[0])
    return by_symbol(best[1])


def by_symbol(lengths):
    return [lengths.get(s, 0) for s in range(ESC + 1)]


def candidates(counts, is_long, limit):
    """C-13 and, last, C-17: pairs of a cost and the lengths by symbol."""
    order = sorted(range(256), key=lambda s: (-counts[s], s))
    rest = sum(counts) + 1
    for k in range(1, min(sum(map(bool, counts)), 255) + 1):
        rest -= counts[order[k - 1]]
        yield consider([(counts[s], s) for s in order[:k]] + [(rest, ESC)], limit, 8 * rest)
    if is_long and limit >= 9:
        yield consider([(max(count, 1), s) for s, count in enumerate(counts)], limit, 0)


def consider(items, limit, extra):
    """C-15: the heaviest item gets the shortest of the lengths, and so on."""
    items = sorted(items, key=lambda item: (-item[0], item[1]))
    lengths = package_merge([weight for weight, _ in items], limit)
    cost = extra + sum(weight * length for (weight, _), length in zip(items, lengths))
    return cost, {symbol: length for (_, symbol), length in zip(items, lengths)}


def package_merge(weights, limit):
    """
    C-14: the lengths in ascending order. An item of a list is twice its weight, plus 1 if it is a package, so that
    sorting puts a leaf before a package of the same weight. What counts of a list is a prefix of it: `count` items of
    the last one, and of the list before the two items of each package among them.
    """
    leaves = sorted(2 * weight for weight in weights)
    lists = [leaves]
    for _ in range(limit - 1):
        items = [item >> 1 for item in lists[-1]]
        packages = [2 * (one + two) + 1 for one, two in zip(items[::2], items[1::2])]
        lists.append(sorted(leaves + packages))
    lengths = [0] * len(leaves)
    count = 2 * len(leaves) - 2
    for items in reversed(lists):
        packages = sum(item & 1 for item in items[:count])
        for leaf in range(count - packages):
            lengths[leaf] += 1
        count = 2 * packages
    return sorted(lengths)

"""Books: the clauses C-01 to C-09 of codebook.md. Knows nothing of blocks, and of training only the result."""

import hashlib
from enum import IntEnum

ESC = 256  # the number of the code for "a symbol without a code"
BOOK_BYTES = 135


class Fault(IntEnum):
    """The faults of faults.md that can happen here."""

    TRUNCATED = 1
    BAD_MAGIC = 2
    UNSUPPORTED_VERSION = 3
    RESERVED_NONZERO = 4
    BAD_FIELD = 5
    LIMIT_EXCEEDED = 7
    CODEBOOK_UNKNOWN = 8
    CODEBOOK_OVERSUBSCRIBED = 10
    CODEBOOK_INCOMPLETE = 11
    CODEBOOK_LENGTH_RANGE = 12
    CODEBOOK_SHAPE = 13
    INVALID_CODEWORD = 14
    SYMBOL_COUNT_MISMATCH = 15
    LANE_LAYOUT = 16
    PADDING_NONZERO = 17
    TRAILING_DATA = 18
    CHECKSUM = 19
    OUTPUT_TOO_SMALL = 20
    BAD_ARGUMENT = 21
    UNSUPPORTED_FEATURE = 22


class Refused(Exception):
    """A fault and, if an input is at fault, the offset where (F-25)."""

    def __init__(self, fault, at=None):
        super().__init__(fault, at)
        self.fault, self.at = fault, at

    def __str__(self):
        return self.fault.name if self.at is None else f"{self.fault.name} at {self.at}"


def refuse_if(wrong, fault, at=None):
    if wrong:
        raise Refused(fault, at)


class Book:
    """A book that passed all checks of C-08, with the tables of an encoder and a decoder."""

    def __init__(self, data):
        self.is_long, self.center, self.lengths = parse(data)
        self.digest = hashlib.sha256(data).digest()
        self.longest = max(self.lengths)
        self.codes, self.table = tables(self.lengths, self.longest)


def parse(data):
    """The class, center and 257 lengths of the binary form (C-07), checked in the order of C-08."""
    refuse_if(len(data) < BOOK_BYTES, Fault.TRUNCATED, len(data))
    refuse_if(len(data) > BOOK_BYTES, Fault.TRAILING_DATA, BOOK_BYTES)
    refuse_if(data[:4] != b"VBK1", Fault.BAD_MAGIC, 0)
    refuse_if(data[4] > 1, Fault.RESERVED_NONZERO, 4)
    refuse_if(data[134] > 15, Fault.RESERVED_NONZERO, 134)
    lengths = [data[6 + s // 2] >> 4 * (s % 2) & 15 for s in range(ESC + 1)]
    for s, length in enumerate(lengths):
        refuse_if(length > (15 if data[4] else 8), Fault.CODEBOOK_LENGTH_RANGE, 6 + s // 2)
    kraft = sum(2 ** (15 - length) for length in lengths if length)  # in units of 2^-15
    refuse_if(kraft > 2**15, Fault.CODEBOOK_OVERSUBSCRIBED, 6)
    refuse_if(kraft < 2**15, Fault.CODEBOOK_INCOMPLETE, 6)
    refuse_if(all(lengths[:ESC]) == (lengths[ESC] > 0), Fault.CODEBOOK_SHAPE, 134)
    return data[4] == 1, data[5], lengths


def binary_form(is_long, center, lengths):
    """The 135 bytes of C-07."""
    nibbles = [*lengths, 0]
    pairs = zip(nibbles[::2], nibbles[1::2])
    return b"VBK1" + bytes([is_long, center]) + bytes(low | high << 4 for low, high in pairs)


def tables(lengths, longest):
    """The code of each symbol that has one, its first bit lowest (C-05); and what any `longest` bits start with."""
    codes, table = {}, [None] * 2**longest
    code = last = 0
    for length, symbol in sorted((length, symbol) for symbol, length in enumerate(lengths) if length):
        code <<= length - last
        last = length
        turned = int(f"{code:0{length}b}"[::-1], 2)
        codes[symbol] = turned
        table[turned :: 2**length] = [(symbol, length)] * 2 ** (longest - length)
        code += 1
    return codes, table

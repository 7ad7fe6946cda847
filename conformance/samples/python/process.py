"""Speaks the protocol of the judge on the standard streams: python3 process.py"""

import json
import struct
import sys

import training
from blocks import Encoder, decode, mean_of
from books import Book, Fault, Refused, refuse_if

CLAIM = {
    "protocol": 1,
    "name": "sample-python",
    "version": "1.0",
    "roles": ["decode", "encode", "train", "map"],
    "features": ["best", "constant", "mean", "streamed", "raw", "previous", "limits"],
}


def bias_of(number):
    """P-09, P-12 and section 5 of the protocol."""
    if number == 512:
        return "previous", 0
    if 256 <= number < 512:
        return "mean", (number - 256 + 128) % 256 - 128
    return "absolute", number


class Session:
    """The books and the stream of one judge; a method a request, each returns the reply's type and body."""

    def __init__(self):
        self.books, self.mean_before = {}, None

    def hello(self, body):
        return 129, json.dumps(CLAIM).encode()

    def book(self, body):
        slot, epoch = struct.unpack_from("<BB", body)
        refuse_if(not 1 <= slot <= 254, Fault.BAD_ARGUMENT)
        self.books[slot, epoch] = Book(body[2:])
        return 130, b""

    def encode(self, body):
        slot, epoch, bias, log2, word, flags, zero = struct.unpack_from("<BBHBBBB", body)
        refuse_if(zero or flags > 3, Fault.BAD_ARGUMENT)
        candidates = [(slot, epoch)] if slot else []
        biases = [bias_of(bias)] if slot else []
        encoder = Encoder(candidates, biases, [(log2, word)] * 2, 1, flags & 1, flags & 2)
        return 131, self.block(encoder, body[8:])

    def best(self, body):
        k = body[0]
        candidates = list(struct.iter_unpack("<BB", body[1 : 1 + 2 * k]))
        m, at = body[1 + 2 * k], 2 + 2 * k
        biases = [bias_of(bias) for bias in struct.unpack_from(f"<{m}H", body, at)]
        stride, *layouts, flags = struct.unpack_from("<6B", body, at + 2 * m)
        refuse_if(not (k and m and stride) or flags > 3, Fault.BAD_ARGUMENT)
        encoder = Encoder(candidates, biases, [layouts[:2], layouts[2:]], stride, flags & 1, flags & 2)
        return 131, self.block(encoder, body[at + 2 * m + 6 :])

    def block(self, encoder, symbols):
        block = encoder.encode(symbols, self.books, self.mean_before)
        if ("previous", 0) in encoder.biases:
            self.mean_before = mean_of(symbols)
        return block

    def decode(self, body):
        return 131, decode(body, self.books)

    def train(self, body):
        is_long, limit, *counts = struct.unpack("<BB256Q", body)
        refuse_if(is_long > 1, Fault.BAD_ARGUMENT)
        return 131, training.train(counts, is_long, limit)

    def reset(self, body):
        self.books, self.mean_before = {}, None
        return 130, b""

    def split(self, body):
        """B-02 to B-04."""
        kind, tensor = body[0], body[1:]
        refuse_if(kind not in (0, 2, 4, 6, 8), Fault.BAD_ARGUMENT)
        if kind == 0:
            return 131, tensor
        if kind == 6:
            refuse_if(len(tensor) % 3, Fault.BAD_ARGUMENT)
            threes = (int.from_bytes(tensor[i : i + 3], "little") for i in range(0, len(tensor), 3))
            return 131, bytes(three >> 6 * j & 63 for three in threes for j in range(4))
        refuse_if(len(tensor) % kind, Fault.BAD_ARGUMENT)
        top, rotated = 8 * kind - 1, bytearray()
        for i in range(0, len(tensor), kind):
            element = int.from_bytes(tensor[i : i + kind], "little")
            rotated += ((element << 1 | element >> top) & 2 ** (8 * kind) - 1).to_bytes(kind, "big")
        return 131, b"".join(bytes(rotated[plane::kind]) for plane in range(kind))

    def join(self, body):
        """B-02 to B-04 backwards."""
        kind, planes = body[0], body[1:]
        refuse_if(kind not in (0, 2, 4, 6, 8), Fault.BAD_ARGUMENT)
        if kind == 0:
            return 131, planes
        tensor, count = bytearray(), len(planes) // (4 if kind == 6 else kind)
        refuse_if(len(planes) % (4 if kind == 6 else kind), Fault.BAD_ARGUMENT)
        if kind == 6:
            refuse_if(any(code > 63 for code in planes), Fault.BAD_ARGUMENT)
            for i in range(0, len(planes), 4):
                tensor += sum(planes[i + j] << 6 * j for j in range(4)).to_bytes(3, "little")
            return 131, bytes(tensor)
        for i in range(count):
            rotated = int.from_bytes(planes[i::count], "big")
            tensor += (rotated >> 1 | (rotated & 1) << 8 * kind - 1).to_bytes(kind, "little")
        return 131, bytes(tensor)

    def decode_within(self, body):
        limit, room = struct.unpack_from("<II", body)
        return 131, decode(body[8:], self.books, limit, room)

    def encode_within(self, body):
        (room,) = struct.unpack_from("<I", body)
        mean_before = self.mean_before
        reply, block = self.encode(body[4:])
        if len(block) > room:
            self.mean_before = mean_before  # not delivered, so not of the stream (B-07)
            raise Refused(Fault.OUTPUT_TOO_SMALL)
        return reply, block

    REQUESTS = {
        1: hello,
        2: book,
        3: encode,
        4: decode,
        5: train,
        6: reset,
        7: best,
        8: split,
        9: join,
        10: decode_within,
        11: encode_within,
    }

    def answer(self, kind, body):
        try:
            refuse_if(kind not in self.REQUESTS, Fault.UNSUPPORTED_FEATURE)
            return self.REQUESTS[kind](self, body)
        except Refused as refused:
            return 132, struct.pack("<H", refused.fault) + str(refused).encode()
        except (struct.error, IndexError):  # a body shorter than its fields
            return 132, struct.pack("<H", Fault.BAD_ARGUMENT)


def main():
    read, write = sys.stdin.buffer, sys.stdout.buffer
    session = Session()
    while len(head := read.read(9)) == 9:
        length, kind, seq = struct.unpack("<IBI", head)
        reply, data = session.answer(kind, read.read(length - 5))
        write.write(struct.pack("<IBI", len(data) + 5, reply, seq) + data)
        write.flush()


if __name__ == "__main__":
    main()

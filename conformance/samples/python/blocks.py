"""Blocks: bitstream.md. The decoder follows its section 7, the encoder its section 8."""

from books import ESC, Fault, refuse_if

RAW, CONSTANT = 0, 255
STREAMED, VERSION_1 = 1 << 5, 1 << 6
MOST_SYMBOLS, MOST_STREAMED = 65536, 16384

CRC_TABLE = []
for byte in range(256):
    for _ in range(8):
        byte = byte >> 1 ^ (0x82F63B78 if byte & 1 else 0)
    CRC_TABLE.append(byte)


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = CRC_TABLE[(crc ^ byte) & 255] ^ crc >> 8
    return crc ^ 0xFFFFFFFF


def u16(data, at):
    return int.from_bytes(data[at : at + 2], "little")


def check_of(book, head, payload, size):
    """B-16; `size` are the first two bytes of the tail."""
    seed = book.digest[:8] if book else bytes(8)
    return crc32c(seed + head + payload + size).to_bytes(4, "little")


def ts_of(bias):
    """B-05: the t of every symbol."""
    return [0] + [(s - 1 - bias) % 255 + 1 for s in range(1, 256)]


def decode(block, books, limit=MOST_SYMBOLS, room=MOST_SYMBOLS):
    """The symbols of exactly one block; the checks are those of B-21, in their order."""
    given = len(block)
    refuse_if(given < 6, Fault.TRUNCATED, given)
    slot, epoch, modes, bias = block[:4]
    refuse_if(modes >> 6 != 1, Fault.UNSUPPORTED_VERSION, 2)
    coded = slot not in (RAW, CONSTANT)
    book, lanes, word = None, 1 << (modes & 7), 8 << (modes >> 3 & 3)
    if coded:
        refuse_if(lanes == 128 or word == 64, Fault.RESERVED_NONZERO, 2)
        refuse_if((slot, epoch) not in books, Fault.CODEBOOK_UNKNOWN, 0)
        book = books[slot, epoch]
        refuse_if(book.is_long and word == 8, Fault.LANE_LAYOUT, 2)
        refuse_if(bias == 255, Fault.BAD_FIELD, 3)
    else:
        refuse_if(modes & 31, Fault.RESERVED_NONZERO, 2)
        refuse_if(epoch, Fault.RESERVED_NONZERO, 1)
        refuse_if(bias, Fault.RESERVED_NONZERO, 3)
    refuse_if(given < 12, Fault.TRUNCATED, given)
    n, streamed = u16(block, 4) + 1, modes & STREAMED
    tail, start = (given - 6, 6) if streamed else (6, 12)
    size = u16(block, tail) + 1
    refuse_if(streamed and n > MOST_STREAMED, Fault.BAD_FIELD, 4)
    refuse_if(slot == CONSTANT and n < 2, Fault.BAD_FIELD, 4)
    refuse_if(slot == RAW and size != n, Fault.BAD_FIELD, tail)
    refuse_if(slot == CONSTANT and size != 1, Fault.BAD_FIELD, tail)
    refuse_if(coded and not streamed and size >= n, Fault.BAD_FIELD, tail)
    refuse_if(n > limit, Fault.LIMIT_EXCEEDED, 4)
    refuse_if(size > given - 12, Fault.TRUNCATED, given)
    refuse_if(size < given - 12, Fault.TRAILING_DATA, start + size)
    refuse_if(n > room, Fault.OUTPUT_TOO_SMALL, 4)
    payload = block[start : start + size]
    check = check_of(book, block[:6], payload, block[tail : tail + 2])
    refuse_if(block[tail + 2 : tail + 6] != check, Fault.CHECKSUM, tail + 2)
    if slot == RAW:
        return payload
    if slot == CONSTANT:
        return payload * n
    return decode_payload(book, bias, lanes, word, n, payload, start)


def rounds(n, lanes, steps):
    """B-09: the lane of every symbol, round by round, as pairs of a number and a lane."""
    for first in range(0, n, lanes * steps):
        last = min(n, first + lanes * steps)
        yield [(i, (i - first) // steps) for i in range(first, last)]


def decode_payload(book, bias, lanes, word, n, data, start):
    """B-09 to B-13; `start` is where the payload lies in its block."""
    steps = word // (16 if book.is_long else 8)
    ts = ts_of(bias)
    symbol_of = {t: s for s, t in enumerate(ts)}
    window, unread, at = [0] * lanes, [0] * lanes, 0
    mask = 2**book.longest - 1
    symbols = bytearray(n)
    for places in rounds(n, lanes, steps):
        for lane in range(places[-1][1] + 1):
            if unread[lane] < word:
                refuse_if(len(data) - at < word // 8, Fault.SYMBOL_COUNT_MISMATCH, start + at)
                window[lane] |= int.from_bytes(data[at : at + word // 8], "little") << unread[lane]
                unread[lane] += word
                at += word // 8
        escaped = []
        for i, lane in places:
            t, length = book.table[window[lane] & mask]
            window[lane] >>= length
            unread[lane] -= length
            if t == ESC:
                escaped.append(i)
            else:
                symbols[i] = symbol_of[t]
        for i in escaped:
            refuse_if(at == len(data), Fault.SYMBOL_COUNT_MISMATCH, start + at)
            refuse_if(book.lengths[ts[data[at]]], Fault.INVALID_CODEWORD, start + at)
            symbols[i] = data[at]
            at += 1
    refuse_if(at < len(data), Fault.SYMBOL_COUNT_MISMATCH, start + at)
    refuse_if(any(window), Fault.PADDING_NONZERO, start + at)
    return bytes(symbols)


def mean_of(symbols):
    """The mean of the symbols that are not zero, rounded down (B-06); None if there are none."""
    count = len(symbols) - symbols.count(0)
    return sum(symbols) // count if count else None


def frame(slot, epoch, layout, bias, book, streamed, n, payload):
    """B-15 to B-17."""
    modes = layout | VERSION_1 | (STREAMED if streamed else 0)
    head = bytes([slot, epoch, modes, bias]) + (n - 1).to_bytes(2, "little")
    size = (len(payload) - 1).to_bytes(2, "little")
    tail = size + check_of(book, head, payload, size)
    return head + payload + tail if streamed else head + tail + payload


def uncoded(slot, streamed, n, payload):
    return frame(slot, 0, 0, 0, None, streamed, n, payload)


class Encoder:
    """
    The choices of B-23 to B-26. Candidates are pairs (slot, epoch); biases are pairs ("absolute", 0 to 254), ("mean",
    an offset) or ("previous", 0); layouts are pairs (log2 N, w), the first for short books, the second for long ones.
    """

    def __init__(self, candidates, biases, layouts, stride=1, streamed=False, constant=False):
        self.candidates, self.biases, self.layouts = sorted(candidates), biases, layouts
        self.stride, self.streamed, self.constant = stride, streamed, constant

    def check(self, n, books):
        """The order of B-24: books, then biases and layouts, then symbols."""
        for candidate in self.candidates:
            refuse_if(candidate not in books, Fault.CODEBOOK_UNKNOWN)
        for rule, value in self.biases:
            refuse_if(rule == "absolute" and not 0 <= value <= 254, Fault.BAD_ARGUMENT)
        for candidate in self.candidates:
            is_long = books[candidate].is_long
            log2, word = self.layouts[is_long]
            refuse_if(log2 > 6 or word not in (8, 16, 32) or (is_long and word == 8), Fault.BAD_ARGUMENT)
        refuse_if(not 1 <= n <= (MOST_STREAMED if self.streamed else MOST_SYMBOLS), Fault.BAD_ARGUMENT)

    def encode(self, symbols, books, mean_before=None):
        """One block. `mean_before` is the mean of the block before on the stream, for the rule `previous`."""
        n = len(symbols)
        self.check(n, books)
        if self.constant and n >= 2 and symbols.count(symbols[0]) == n:
            return uncoded(CONSTANT, self.streamed, n, symbols[:1])
        if not self.candidates:
            return uncoded(RAW, self.streamed, n, symbols)
        (slot, epoch), bias = self.choose(symbols, books, mean_of(symbols), mean_before)
        book = books[slot, epoch]
        log2, word = self.layouts[book.is_long]
        payload = encode_payload(book, bias, 1 << log2, word, symbols)
        if not self.streamed and len(payload) >= n:
            return uncoded(RAW, self.streamed, n, symbols)
        layout = log2 | (word // 16) << 3
        return frame(slot, epoch, layout, bias, book, self.streamed, n, payload)

    def choose(self, symbols, books, mean, mean_before):
        """B-25; with one candidate and one bias it is that pair (B-24)."""
        counts = [0] * 256
        for start in range(0, len(symbols), 64 * self.stride):
            for s in symbols[start : start + 64]:
                counts[s] += 1
        sums = {}
        for candidate in self.candidates:
            book = books[candidate]
            for rule, value in self.biases:
                m = mean_before if rule == "previous" else mean
                base = 0 if m is None or rule == "absolute" else m - book.center
                bias = (base + value) % 255
                costs = [book.lengths[t] or book.lengths[ESC] + 8 for t in ts_of(bias)]
                sums.setdefault((candidate, bias), sum(map(int.__mul__, counts, costs)))
        return min(sums, key=sums.get)  # the first of several


def words_of(codes, word):
    """B-14: the codes of a lane, then zeros without end, in words of so many bits."""
    bits = count = 0
    for code, length in codes:
        bits |= code << count
        count += length
        if count >= word:
            yield bits & (1 << word) - 1
            bits >>= word
            count -= word
    while True:
        yield bits
        bits = 0


def encode_payload(book, bias, lanes, word, symbols):
    n, steps = len(symbols), word // (16 if book.is_long else 8)
    code_of = [(book.codes[t], book.lengths[t]) if book.lengths[t] else None for t in ts_of(bias)]
    escape = (book.codes.get(ESC), book.lengths[ESC])
    codes = [code_of[s] or escape for s in symbols]
    streams = []
    for lane in range(lanes):
        starts = range(lane * steps, n, lanes * steps)
        streams.append(words_of([code for i in starts for code in codes[i : i + steps]], word))
    unread, out = [0] * lanes, bytearray()
    for places in rounds(n, lanes, steps):
        for lane in range(places[-1][1] + 1):
            if unread[lane] < word:
                out += next(streams[lane]).to_bytes(word // 8, "little")
                unread[lane] += word
        for i, lane in places:
            unread[lane] -= codes[i][1]
        out += bytes(symbols[i] for i, _ in places if code_of[symbols[i]] is None)
    return bytes(out)

// What a sliced circuit is made of (tools/sliced.py): 256 circuits side by side. A word is one bit of each.
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

namespace rtl {

// As many as a vector of AVX2 has bits: of one circuit, code and registers are more than fit into near caches.
constexpr int SLICES = 256;
using W = uint64_t __attribute__((vector_size(SLICES / 8)));
constexpr int PARTS = SLICES / 64;

inline bool any(const W &set) {
    uint64_t bits = 0;
    for (int part = 0; part < PARTS; part++) bits |= set[part];
    return bits;
}
inline bool has(const W &set, int slice) { return set[slice / 64] >> slice % 64 & 1; }
inline void put(W &set, int slice, bool bit) {
    uint64_t place = uint64_t(1) << slice % 64;
    set[slice / 64] = (set[slice / 64] & ~place) | (bit ? place : 0);
}
inline uint64_t count(const W &set) {
    uint64_t bits = 0;
    for (int part = 0; part < PARTS; part++) bits += uint64_t(__builtin_popcountll(set[part]));
    return bits;
}

// The upper half of every 2·half bits.
constexpr uint64_t upper(int half) { return half == 0 ? 0 : ~uint64_t(0) / ((uint64_t(1) << half) + 1) << half; }

// Turns N words, each a bit of every slice, into the numbers that the slices hold, and back. Slice i has the one at
// place<N>(i) if the words are read as numbers of N bits.
template <int N, int Half = N / 2> inline void turn(W *words) {
    for (int block = 0; block < N; block += 2 * Half)
        for (int i = block; i < block + Half; i++) {
            W swapped = (words[i] ^ words[i + Half] << Half) & upper(Half);
            words[i] ^= swapped;
            words[i + Half] ^= swapped >> Half;
        }
    if constexpr (Half > 1) turn<N, Half / 2>(words);
}
template <int N> constexpr int place(int slice) { return slice % N * (SLICES / N) + slice / N; }

// Calls act(slice, place<A>(slice), place<B>(slice)) for every slice, in an order that takes no arithmetic.
template <int A, int B, class Act> inline void everywhere(Act act) {
    constexpr int N = std::max(A, B);
    for (int i = 0; i < N; i++)
        for (int j = 0; j < SLICES / N; j++)
            act(j * N + i, i % A * (SLICES / A) + j * (N / A) + i / A, i % B * (SLICES / B) + j * (N / B) + i / B);
}

// Bits of the smallest number that has so many. Words are read as such numbers too: the compiler is told.
constexpr int holding(int bits) { return bits <= 8 ? 8 : bits <= 16 ? 16 : bits <= 32 ? 32 : 64; }
template <int N>
using Number = std::conditional_t<N == 8, uint8_t, std::conditional_t<N == 16, uint16_t, std::conditional_t<N == 32, uint32_t, uint64_t>>>;

// The numbers of up to 64 bits that all slices hold.
template <int Bits> struct Numbers {
    static constexpr int N = holding(Bits);
    W words[N] = {};
    Number<N> *all() { return reinterpret_cast<Number<N> *>(words); }
    Number<N> &operator[](int slice) { return all()[place<N>(slice)]; }
    void of(const W *planes) {
        for (int i = 0; i < N; i++) words[i] = i < Bits ? planes[i] : W{};
        turn<N>(words);
    }
    void give(W *planes) {
        turn<N>(words);
        for (int i = 0; i < Bits; i++) planes[i] = words[i];
    }
};

// A pin of so many bits. Told or asked as one number it is that of all slices.
template <int Bits> struct Pin {
    W plane[Bits] = {};
    Pin &operator=(uint64_t value) {
        for (int i = 0; i < Bits; i++) plane[i] = value >> i & 1 ? ~W{} : W{};
        return *this;
    }
    operator uint64_t() const {
        uint64_t value = 0;
        for (int i = 0; i < Bits; i++) value |= uint64_t(has(plane[i], 0)) << i;
        return value;
    }
    void set(int slice, uint64_t value) {
        for (int i = 0; i < Bits; i++) put(plane[i], slice, value >> i & 1);
    }
    uint64_t get(int slice) const {
        uint64_t value = 0;
        for (int i = 0; i < Bits; i++) value |= uint64_t(has(plane[i], slice)) << i;
        return value;
    }
};

// A pin that tells whether it is another than when it was asked last.
template <int Bits> struct Input : Pin<Bits> {
    using Pin<Bits>::operator=;
    bool changed() {
        W differs = {};
        for (int i = 0; i < Bits; i++) differs |= before[i] ^ this->plane[i], before[i] = this->plane[i];
        return any(differs);
    }
    W before[Bits] = {};
};

// Which words have changed (tools/parts.py): all of them at first.
template <int Words> struct Moved {
    uint64_t bits[Words / 64 + 1];
    Moved() { std::fill(std::begin(bits), std::end(bits), ~uint64_t(0)); }
    void clear() { std::fill(std::begin(bits), std::end(bits), 0); }
    void set(int word, bool moved) { bits[word / 64] |= uint64_t(moved) << word % 64; }
};

// Gives registers their next values. Whether one of them is another then.
inline bool keep(W *now, const W *next, int count) {
    W differs = {};
    for (int i = 0; i < count; i++) differs |= now[i] ^ next[i], now[i] = next[i];
    return any(differs);
}

// Calls act with every slice that is in the set.
template <class Act> void each(const W &set, Act act) {
    for (int part = 0; part < PARTS; part++) {
        uint64_t left = set[part];
        if (!~left)
            for (int slice = 64 * part; slice < 64 * part + 64; slice++) act(slice);
        else
            for (; left; left &= left - 1) act(64 * part + __builtin_ctzll(left));
    }
}

// Whether a bit is the same in every slice.
inline bool same(const W &plane) { return !any(plane) || !any(~plane); }
inline bool same(const W *planes, int count) {
    return std::all_of(planes, planes + count, [](const W &plane) { return same(plane); });
}

// Up to 64 bits of the words of a memory. While every slice is given the same, as with books, they share one copy, which
// a processor's cache has room for. Then each has its own: a row has that word of every slice, as most are in step.
template <int Address, int Bits> class Column {
  public:
    void read(const W &wanted, Numbers<Address> &at, W *data) const {
        Numbers<Bits> values;
        auto *to = values.all();
        auto *rows = at.all();
        if (shared_)
            everywhere<Numbers<Address>::N, Numbers<Bits>::N>(
                [to, rows, cells = shared_.get()](int, int from, int into) { to[into] = cells[rows[from]]; });
        else if (count(wanted) > SLICES / 4)
            everywhere<Numbers<Address>::N, Numbers<Bits>::N>(
                [to, rows, cells = own_.get()](int slice, int from, int into) { to[into] = cells[cell(rows[from], slice)]; });
        else
            each(wanted, [&](int slice) { values[slice] = own_.get()[cell(at[slice], slice)]; });
        W planes[Bits];
        values.give(planes);
        for (int i = 0; i < Bits; i++) data[i] = (data[i] & ~wanted) | (planes[i] & wanted);
    }
    void write(const W &enable, Numbers<Address> &at, const W *data, bool shared) {
        Numbers<Bits> values;
        values.of(data);
        if (shared_ && shared) {
            shared_.get()[at[0]] = values[0];
            return;
        }
        if (shared_) part();
        each(enable, [&](int slice) { own_.get()[cell(at[slice], slice)] = values[slice]; });
    }

  private:
    using Value = Number<holding(Bits)>;
    static size_t cell(size_t row, int slice) { return row * SLICES + size_t(slice); }
    // A row that no block reaches takes no memory.
    static Value *zeros(size_t count) {
        void *cells = std::calloc(count, sizeof(Value));
        if (!cells) throw std::bad_alloc();
        return static_cast<Value *>(cells);
    }

    // From now on each slice has its own.
    void part() {
        own_.reset(zeros(size_t(SLICES) << Address));
        for (size_t row = 0; row < size_t(1) << Address; row++)
            if (Value value = shared_.get()[row]) std::fill_n(own_.get() + row * SLICES, SLICES, value);
        shared_.reset();
    }

    using Cells = std::unique_ptr<Value, decltype(&std::free)>;
    Cells shared_{zeros(size_t(1) << Address), std::free}, own_{nullptr, std::free};
};

// A memory with one write port, and registered read ports. A port reads again only where its address or the memory is
// another: most of a circuit rests most of the time.
template <int Address, int Bits, int Ports> class Ram {
  public:
    // False if what it gives is as it was.
    bool read(int port, const W &enable, const W *address, W *data) {
        W wanted = ports_[port].wanted(enable, address);
        if (!any(wanted)) return false;
        Numbers<Address> at;
        at.of(address);
        for (int i = 0; i < Bits / 64; i++) wide_[i].read(wanted, at, data + 64 * i);
        if constexpr (REST != 0) rest_.read(wanted, at, data + Bits - REST);
        return true;
    }
    void write(const W &enable, const W *address, const W *data) {
        if (!any(enable)) return;
        bool shared = same(enable) && same(address, Address) && same(data, Bits);
        Numbers<Address> at;
        at.of(address);
        for (int i = 0; i < Bits / 64; i++) wide_[i].write(enable, at, data + 64 * i, shared);
        if constexpr (REST != 0) rest_.write(enable, at, data + Bits - REST, shared);
        for (auto &port : ports_) port.known &= ~enable;
    }

  private:
    struct Port {
        W last[Address] = {}, known = {};  // where the port gives what is at the last address

        // The slices that have to be read.
        W wanted(const W &enable, const W *address) {
            W other = ~known;
            for (int i = 0; i < Address; i++) {
                W changed = (last[i] ^ address[i]) & enable;
                other |= changed;
                last[i] ^= changed;
            }
            known |= enable;
            return enable & other;
        }
    };
    static constexpr int REST = Bits % 64;
    struct None {};
    Port ports_[Ports];
    std::array<Column<Address, 64>, Bits / 64> wide_;
    std::conditional_t<REST != 0, Column<Address, REST == 0 ? 1 : REST>, None> rest_;
};

}  // namespace rtl

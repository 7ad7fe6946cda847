// What a sliced circuit is made of (tools/sliced.py): 64 circuits side by side. A word is one bit of each.
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

namespace rtl {

using W = uint64_t;
constexpr int SLICES = 64;
constexpr W EVERY = ~W(0);

// The upper half of every 2·half bits.
constexpr W upper(int half) { return half == 0 ? 0 : EVERY / ((W(1) << half) + 1) << half; }

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
template <int N> constexpr int place(int slice) { return slice % N * (64 / N) + slice / N; }

// Bits of the smallest number that has so many.
constexpr int holding(int bits) { return bits <= 8 ? 8 : bits <= 16 ? 16 : bits <= 32 ? 32 : 64; }
template <int N> struct NumberOf { using Type = uint64_t; };
template <> struct NumberOf<32> { using Type = uint32_t __attribute__((may_alias)); };
template <> struct NumberOf<16> { using Type = uint16_t __attribute__((may_alias)); };
template <> struct NumberOf<8> { using Type = uint8_t; };
template <int N> using Number = typename NumberOf<N>::Type;

// The numbers of up to 64 bits that all slices hold.
template <int Bits> struct Numbers {
    static constexpr int N = holding(Bits);
    W words[N] = {};
    Number<N> &operator[](int slice) { return reinterpret_cast<Number<N> *>(words)[place<N>(slice)]; }
    void of(const W *planes) {
        for (int i = 0; i < N; i++) words[i] = i < Bits ? planes[i] : 0;
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
        for (int i = 0; i < Bits; i++) plane[i] = value >> i & 1 ? EVERY : 0;
        return *this;
    }
    operator uint64_t() const {
        uint64_t value = 0;
        for (int i = 0; i < Bits; i++) value |= (plane[i] & 1) << i;
        return value;
    }
    void set(int slice, uint64_t value) {
        for (int i = 0; i < Bits; i++) plane[i] = (plane[i] & ~(W(1) << slice)) | (value >> i & 1) << slice;
    }
    uint64_t get(int slice) const {
        uint64_t value = 0;
        for (int i = 0; i < Bits; i++) value |= (plane[i] >> slice & 1) << i;
        return value;
    }
};

// Calls act with every slice that is in the set.
template <class Act> void each(W set, Act act) {
    if (set == EVERY)
        for (int slice = 0; slice < SLICES; slice++) act(slice);
    else
        for (; set; set &= set - 1) act(__builtin_ctzll(set));
}

// Up to 64 bits of the words of a memory. A row has that word of every slice: slices in step share it.
template <int Address, int Bits> class Column {
  public:
    void read(W wanted, Numbers<Address> &at, W *data) const {
        W planes[Bits];
        Numbers<Bits> values;
        each(wanted, [&](int slice) { values[slice] = cells_.get()[cell(at, slice)]; });
        values.give(planes);
        for (int i = 0; i < Bits; i++) data[i] = (data[i] & ~wanted) | (planes[i] & wanted);
    }
    void write(W enable, Numbers<Address> &at, const W *data) {
        Numbers<Bits> values;
        values.of(data);
        each(enable, [&](int slice) { cells_.get()[cell(at, slice)] = values[slice]; });
    }

  private:
    using Value = Number<holding(Bits)>;
    static size_t cell(Numbers<Address> &at, int slice) { return size_t(at[slice]) * SLICES + size_t(slice); }
    // A row that no block reaches takes no memory.
    static Value *zeros() {
        void *cells = std::calloc(size_t(SLICES) << Address, sizeof(Value));
        if (!cells) throw std::bad_alloc();
        return static_cast<Value *>(cells);
    }

    std::unique_ptr<Value, decltype(&std::free)> cells_{zeros(), std::free};
};

// A memory with one write port, and registered read ports. A port reads again only where its address or the memory is
// another: most of a circuit rests most of the time.
template <int Address, int Bits, int Ports> class Ram {
  public:
    void read(int port, W enable, const W *address, const W *now, W *next) {
        std::copy(now, now + Bits, next);
        W wanted = ports_[port].wanted(enable, address);
        if (!wanted) return;
        Numbers<Address> at;
        at.of(address);
        for (int i = 0; i < Bits / 64; i++) wide_[i].read(wanted, at, next + 64 * i);
        if constexpr (REST != 0) rest_.read(wanted, at, next + Bits - REST);
    }
    void write(W enable, const W *address, const W *data) {
        if (!enable) return;
        Numbers<Address> at;
        at.of(address);
        for (int i = 0; i < Bits / 64; i++) wide_[i].write(enable, at, data + 64 * i);
        if constexpr (REST != 0) rest_.write(enable, at, data + Bits - REST);
        for (auto &port : ports_) port.known &= ~enable;
    }

  private:
    struct Port {
        W last[Address] = {}, known = 0;  // where the port gives what is at the last address

        // The slices that have to be read.
        W wanted(W enable, const W *address) {
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

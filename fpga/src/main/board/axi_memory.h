// The memory of a simulated board: subordinates of AXI4 that pause as they like, answer what lies outside with
// an error, and say when a manager breaks a rule.
#pragma once
#include <cstdint>
#include <cstring>
#include <deque>
#include <vector>

namespace board {

constexpr size_t BEAT = 16, PAGE = 4096;
constexpr uint8_t SLVERR = 2;

// Which cycles a side is ready in.
class Pace {
  public:
    explicit Pace(uint32_t of256, uint32_t seed = 1) : of256_(of256), state_(seed) {}
    bool now() {
        state_ = state_ * 1664525u + 1013904223u;
        return state_ >> 24 < of256_;
    }

  private:
    uint32_t of256_, state_;
};

struct Memory {
    explicit Memory(size_t size, uint64_t first = 0) : first(first), bytes(size) {}
    bool holds(uint64_t address, uint64_t count) const {
        return address >= first && address - first <= bytes.size() && count <= bytes.size() - (address - first);
    }
    uint8_t *at(uint64_t address) { return bytes.data() + (address - first); }

    uint64_t first;  // address
    std::vector<uint8_t> bytes;
    const char *broken = nullptr;  // the rule that a manager broke
};

inline bool crossesPage(uint64_t address, uint8_t length) {
    return address / PAGE != (address + BEAT * length + BEAT - 1) / PAGE;
}

// What a manager offers stays as it is until it is taken.
class Steady {
  public:
    bool check(bool valid, bool ready, const void *payload, size_t size) {
        bool steady = !waiting_ || (valid && std::memcmp(last_, payload, size) == 0);
        waiting_ = valid && !ready;
        std::memcpy(last_, payload, size);
        return steady;
    }

  private:
    bool waiting_ = false;
    uint8_t last_[64] = {};
};

template <class Data> struct ReadPins {
    const uint8_t &arvalid;
    uint8_t &arready;
    const uint64_t &araddr;
    const uint8_t &arlen;
    uint8_t &rvalid;
    const uint8_t &rready;
    Data &rdata;
    uint8_t &rresp, &rlast;
};

// AR and R.
template <class Data> class ReadPort {
  public:
    ReadPort(Memory &memory, ReadPins<Data> pins, uint32_t pace, uint32_t latency)
        : memory_(memory), pins_(pins), pace_(pace, 3), latency_(latency) {}

    void drive() {
        now_++;
        pins_.arready = beats_.size() < 512 && pace_.now();
        bool due = !beats_.empty() && beats_.front().due <= now_;
        offers_ = offers_ || (due && pace_.now());
        pins_.rvalid = offers_;
        if (!offers_) return;
        const Beat &beat = beats_.front();
        bool there = memory_.holds(beat.at, BEAT);
        pins_.rresp = there ? 0 : SLVERR;
        pins_.rlast = beat.last;
        if (there) std::memcpy(&pins_.rdata, memory_.at(beat.at), BEAT);
    }
    void clock() {
        if (!steady_.check(pins_.arvalid, pins_.arready, &pins_.araddr, 8)) memory_.broken = "a read address changed";
        if (pins_.arvalid && pins_.arready) {
            if (crossesPage(pins_.araddr, pins_.arlen)) memory_.broken = "a read crosses a page";
            for (int i = 0; i <= pins_.arlen; i++)
                beats_.push_back({pins_.araddr + BEAT * size_t(i), now_ + latency_, i == pins_.arlen});
        }
        if (offers_ && pins_.rready) offers_ = false, beats_.pop_front();
    }

  private:
    struct Beat {
        uint64_t at, due;
        bool last;
    };
    Memory &memory_;
    ReadPins<Data> pins_;
    Pace pace_;
    uint32_t latency_;
    std::deque<Beat> beats_;
    Steady steady_;
    uint64_t now_ = 0;
    bool offers_ = false;
};

template <class Data> struct WritePins {
    const uint8_t &awvalid;
    uint8_t &awready;
    const uint64_t &awaddr;
    const uint8_t &awlen;
    const uint8_t &wvalid;
    uint8_t &wready;
    const Data &wdata;
    const uint16_t &wstrb;
    const uint8_t &wlast;
    uint8_t &bvalid, &bresp;
};

// AW, W and B; the manager always takes a B. Beats may come before their address, and every other burst must: its
// address is not taken before.
template <class Data> class WritePort {
  public:
    WritePort(Memory &memory, WritePins<Data> pins, uint32_t pace) : memory_(memory), pins_(pins), pace_(pace, 5) {}

    void drive() {
        pins_.awready = pace_.now() && (!waits_ || !beats_.empty());
        pins_.wready = beats_.size() < 32 && pace_.now();
        pins_.bvalid = !answers_.empty() && pace_.now();
        if (pins_.bvalid) pins_.bresp = answers_.front();
    }
    void clock() {
        if (pins_.bvalid) answers_.pop_front();
        if (!address_.check(pins_.awvalid, pins_.awready, &pins_.awaddr, 8)) memory_.broken = "a write address changed";
        if (!data_.check(pins_.wvalid, pins_.wready, &pins_.wdata, BEAT)) memory_.broken = "data of a write changed";
        if (pins_.awvalid && pins_.awready) {
            if (crossesPage(pins_.awaddr, pins_.awlen)) memory_.broken = "a write crosses a page";
            bursts_.push_back({pins_.awaddr, pins_.awlen});
        }
        if (pins_.wvalid && pins_.wready) {
            Beat beat{{}, pins_.wstrb, pins_.wlast != 0};
            std::memcpy(beat.bytes, &pins_.wdata, BEAT);
            beats_.push_back(beat);
        }
        while (!bursts_.empty() && !beats_.empty()) store();
    }

  private:
    struct Burst {
        uint64_t at;
        int left;
    };
    struct Beat {
        uint8_t bytes[BEAT];
        uint16_t strobes;
        bool last;
    };
    void store() {
        Burst &burst = bursts_.front();
        const Beat &beat = beats_.front();
        if (beat.last != (burst.left == 0)) memory_.broken = "the last beat of a write is another";
        if (!memory_.holds(burst.at, BEAT)) answer_ = SLVERR;
        else
            for (size_t i = 0; i < BEAT; i++)
                if (beat.strobes >> i & 1) memory_.at(burst.at)[i] = beat.bytes[i];
        burst.at += BEAT;
        if (burst.left-- == 0) {
            answers_.push_back(answer_);
            waits_ = !waits_;
            answer_ = 0;
            bursts_.pop_front();
        }
        beats_.pop_front();
    }

    Memory &memory_;
    WritePins<Data> pins_;
    Pace pace_;
    std::deque<Burst> bursts_;
    std::deque<Beat> beats_;
    bool waits_ = false;
    std::deque<uint8_t> answers_;
    Steady address_, data_;
    uint8_t answer_ = 0;
};

// Both masters of vail_kernel on one memory.
template <class Dut> class Ports {
    using Data = decltype(Dut::mem_rdata_i);

  public:
    Ports(Dut &d, Memory &memory, uint32_t pace, uint32_t latency)
        : jobs_(memory, {d.job_arvalid_o, d.job_arready_i, d.job_araddr_o, d.job_arlen_o, d.job_rvalid_i, d.job_rready_o,
                         d.job_rdata_i, d.job_rresp_i, d.job_rlast_i}, pace, latency),
          sources_(memory, {d.mem_arvalid_o, d.mem_arready_i, d.mem_araddr_o, d.mem_arlen_o, d.mem_rvalid_i, d.mem_rready_o,
                            d.mem_rdata_i, d.mem_rresp_i, d.mem_rlast_i}, pace, latency),
          results_(memory, {d.job_awvalid_o, d.job_awready_i, d.job_awaddr_o, zero_, d.job_wvalid_o, d.job_wready_i,
                            d.job_wdata_o, all_, one_, d.job_bvalid_i, d.job_bresp_i}, pace),
          targets_(memory, {d.mem_awvalid_o, d.mem_awready_i, d.mem_awaddr_o, d.mem_awlen_o, d.mem_wvalid_o, d.mem_wready_i,
                            d.mem_wdata_o, d.mem_wstrb_o, d.mem_wlast_o, d.mem_bvalid_i, d.mem_bresp_i}, pace) {}

    // Before the circuit settles.
    void drive() { jobs_.drive(), sources_.drive(), results_.drive(), targets_.drive(); }
    // Before the edge.
    void clock() { jobs_.clock(), sources_.clock(), results_.clock(), targets_.clock(); }

  private:
    const uint8_t zero_ = 0, one_ = 1;
    const uint16_t all_ = 0xFFFF;
    ReadPort<Data> jobs_, sources_;
    WritePort<Data> results_, targets_;
};

}  // namespace board

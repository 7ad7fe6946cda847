// core/spec/vail.h: batches of blocks.
#include <algorithm>
#include <cstring>

#include "session.h"
#include "verdict.h"

using namespace rtl;

static bool within(uint64_t at, uint64_t bytes, uint64_t all) { return at <= all && bytes <= all - at; }

static bool isWithin(const vail_block_t *batch, size_t count, size_t source, size_t target) {
    return std::all_of(batch, batch + count, [&](const vail_block_t &b) {
        return within(b.source_at, b.source_bytes, source) && within(b.target_at, b.target_room, target);
    });
}

static void fail(vail_block_t &block, uint32_t fault, uint64_t at) {
    block.fault = fault;
    block.fault_at = at;
    block.bytes = 0;
}

// What a block says until it is done, should the circuit hang before.
static void reset(vail_block_t *batch, size_t count) {
    for (size_t i = 0; i < count; i++) fail(batch[i], VAIL_INTERNAL, 0);
}

static void succeed(vail_block_t &block, const Bytes &bytes, uint8_t *target) {
    std::memcpy(target + block.target_at, bytes.data(), bytes.size());
    block.fault = VAIL_OK;
    block.fault_at = 0;
    block.bytes = uint32_t(bytes.size());
}

// B-06
static uint32_t meanOf(const uint8_t *symbols, size_t count) {
    uint64_t sum = 0, there = 0;
    for (size_t i = 0; i < count; i++) sum += symbols[i], there += symbols[i] != 0;
    return there ? uint32_t(sum / there) : 0;
}

namespace {

// Encodes a batch in runs. A run ends behind a block that may not fit, where the mean of the stream depends on
// whether it did (B-07).
class Encoding {
  public:
    Encoding(const Plan &plan, const uint8_t *symbols, uint8_t *blocks, uint32_t *mean)
        : plan_(plan), symbols_(symbols), blocks_(blocks), mean_(mean) {}

    // With `previous`, blocks follow each other through one circuit.
    bool previous() const { return plan_.command.rule == PREVIOUS && !plan_.books.empty(); }

    template <class Model> void all(Model &encoder, vail_block_t *batch, size_t count) {
        reset(batch, count);
        prepare(encoder, plan_);
        for (size_t i = 0; i < count; i++) {
            vail_block_t &block = batch[i];
            if (block.source_bytes < 1 || block.source_bytes > plan_.command.mostSymbols()) {
                fail(block, VAIL_BAD_ARGUMENT, 0);
                continue;
            }
            run_.push_back(&block);
            if (previous() && block.target_room < plan_.command.bound(block.source_bytes)) go(encoder);
        }
        go(encoder);
    }

  private:
    template <class Model> void go(Model &encoder) {
        if (run_.empty()) return;
        if constexpr (std::is_same_v<Model, Encoder>)
            if (previous()) encoder.remember(plan_, *mean_);
        std::vector<Piece> pieces;
        for (auto *block : run_) pieces.push_back({symbols_ + block->source_at, block->source_bytes});
        encoder.run(plan_.command, pieces, [&](size_t i, const Bytes &bytes) { finish(*run_[i], bytes); });
        run_.clear();
    }
    void finish(vail_block_t &block, const Bytes &bytes) {
        if (bytes.size() > block.target_room) return fail(block, VAIL_OUTPUT_TOO_SMALL, 0);
        succeed(block, bytes, blocks_);
        if (previous()) *mean_ = meanOf(symbols_ + block.source_at, block.source_bytes);
    }

    const Plan &plan_;
    const uint8_t *symbols_;
    uint8_t *blocks_;
    uint32_t *mean_;
    std::vector<vail_block_t *> run_;
};

// Decodes a batch in runs of frames whose books fit into the banks.
class Decoding {
  public:
    Decoding(const Books &books, uint32_t most, const uint8_t *blocks, uint8_t *symbols)
        : books_(books), most_(most), blocks_(blocks), symbols_(symbols) {}

    template <class Model> void all(Model &decoder, vail_block_t *batch, size_t count) {
        reset(batch, count);
        for (size_t i = 0; i < count; i++) {
            vail_block_t &block = batch[i];
            if (!block.source_bytes) {
                fail(block, VAIL_TRUNCATED, 0);
                continue;
            }
            want(decoder, frameOf(block));
            run_.push_back(&block);
        }
        go(decoder);
    }

  private:
    Frame frameOf(const vail_block_t &block) const { return {blocks_ + block.source_at, block.source_bytes}; }
    template <class Model> void want(Model &decoder, const Frame &frame) {
        const Book *book = bookOf(frame, books_);
        if (!book || !book->served) {
            if (frame.size > 1) decoder.retire(nameOf(frame.bytes[0], frame.bytes[1]));
            return;
        }
        if (std::count(wanted_.begin(), wanted_.end(), book)) return;
        if (wanted_.size() == BANKS) go(decoder);
        wanted_.push_back(book);
    }
    template <class Model> void go(Model &decoder) {
        decoder.hold(wanted_);
        std::vector<Frame> frames;
        for (auto *block : run_) frames.push_back(frameOf(*block));
        decoder.run(frames, [&](size_t i, uint32_t fault, const Bytes &symbols) { finish(*run_[i], fault, symbols); });
        run_.clear();
        wanted_.clear();
    }
    void finish(vail_block_t &block, uint32_t fault, const Bytes &symbols) {
        Verdict verdict = verdictOn(frameOf(block), fault, {most_, block.target_room}, books_);
        if (verdict.fault) fail(block, verdict.fault, verdict.at);
        else succeed(block, symbols, symbols_);
    }

    const Books &books_;
    uint32_t most_;
    const uint8_t *blocks_;
    uint8_t *symbols_;
    std::vector<vail_block_t *> run_;
    std::vector<const Book *> wanted_;
};

}  // namespace

int32_t vail_encode(vail_t *session, const vail_policy_t *policy, const uint8_t *symbols, size_t symbols_bytes,
                    uint8_t *blocks, size_t blocks_bytes, vail_block_t *batch, size_t count, uint32_t *mean) {
    if (!isPolicy(*policy) || !isWithin(batch, count, symbols_bytes, blocks_bytes)) return VAIL_BAD_ARGUMENT;
    try {
        Plan plan = planOf(*policy, session->books);
        if (plan.fault) {
            for (size_t i = 0; i < count; i++) fail(batch[i], plan.fault, 0);
            return VAIL_OK;
        }
        Encoding encoding(plan, symbols, blocks, mean);
        auto act = [&](auto &encoder) { encoding.all(encoder, batch, count); };
#ifdef VAIL_SLICED
        if (!encoding.previous() && session->options.slices(count, SlicedEncoder::LEAST)) with(session->circuits->slicedEncoders, act);
        else
#endif
        with(session->circuits->encoders, act);
        return VAIL_OK;
    } catch (const Hung &) {
        return VAIL_OK;  // each block that is not done says so
    } catch (...) {
        return VAIL_INTERNAL;
    }
}

int32_t vail_decode(vail_t *session, uint32_t release, uint32_t most_symbols, const uint8_t *blocks, size_t blocks_bytes,
                    uint8_t *symbols, size_t symbols_bytes, vail_block_t *batch, size_t count) {
    if (release > VAIL_RELEASE_SCRATCH || !isWithin(batch, count, blocks_bytes, symbols_bytes)) return VAIL_BAD_ARGUMENT;
    try {
        Decoding decoding(session->books, most_symbols, blocks, symbols);
        auto act = [&](auto &decoder) { decoding.all(decoder, batch, count); };
#ifdef VAIL_SLICED
        if (session->options.slices(count, SlicedDecoder::LEAST)) with(session->circuits->slicedDecoders, act);
        else
#endif
        with(session->circuits->decoders, act);
        return VAIL_OK;
    } catch (const Hung &) {
        return VAIL_OK;
    } catch (...) {
        return VAIL_INTERNAL;
    }
}

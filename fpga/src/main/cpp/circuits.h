// Circuits that wait for a call. As many calls at once as there are, so many are made.
#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "decoder.h"
#include "encoder.h"
#ifdef VAIL_SLICED
#include "sliced_decoder.h"
#include "sliced_encoder.h"
#endif
#include "totals.h"

namespace rtl {

template <class Model> class Pool {
  public:
    explicit Pool(Pace pace) : pace_(pace) {}
    std::unique_ptr<Model> take() {
        {
            std::lock_guard<std::mutex> hold(lock_);
            if (!idle_.empty()) {
                auto model = std::move(idle_.back());
                idle_.pop_back();
                return model;
            }
        }
        return std::make_unique<Model>(pace_);
    }
    void giveBack(std::unique_ptr<Model> model) {
        std::lock_guard<std::mutex> hold(lock_);
        idle_.push_back(std::move(model));
    }

  private:
    Pace pace_;
    std::mutex lock_;
    std::vector<std::unique_ptr<Model>> idle_;
};

// Takes a circuit for a call, and adds what it counted to the totals when the call ends. One that hung is not
// given back.
template <class Model, class Act> void with(Pool<Model> &pool, Act act) {
    auto model = pool.take();
    try {
        act(*model);
    } catch (...) {
        total(Model::WHICH, model->counters);
        throw;
    }
    total(Model::WHICH, model->counters);
    pool.giveBack(std::move(model));
}

class Circuits {
  public:
    explicit Circuits(Pace pace) : encoders(pace), decoders(pace) {}
    // Those of a pace, which go when the last session that uses them is closed.
    static std::shared_ptr<Circuits> of(Pace pace);
    // What a circuit says of a book (C-08); of each it is asked once.
    uint32_t check(const Book &book);

    Pool<Encoder> encoders;
    Pool<Decoder> decoders;
#ifdef VAIL_SLICED
    Pool<SlicedEncoder> slicedEncoders{Pace{}};
    Pool<SlicedDecoder> slicedDecoders{Pace{}};
#endif

  private:
    std::mutex lock_;
    std::map<Digest, uint32_t> checked_;
};

}  // namespace rtl

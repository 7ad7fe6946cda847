// vail_rtl.h: waveforms.
#include "circuits.h"

using namespace rtl;

// Keeps the circuits that are watched while no session is open.
static std::shared_ptr<Circuits> watched;

template <class Model> static bool watch(Pool<Model> &pool, const std::string &path, uint64_t cycles) {
    auto model = std::make_unique<Model>(Pace{});
    bool opened = model->show(path, cycles);
    pool.giveBack(std::move(model));
    return opened;
}

int32_t vail_rtl_trace(uint32_t which, const char *path, size_t length, uint64_t cycles) {
    if (which > VAIL_RTL_DECODER) return VAIL_BAD_ARGUMENT;
    try {
        if (!length) {
            watched.reset();
            return VAIL_OK;
        }
        if (!watched) watched = Circuits::of(Pace{});
        std::string file(path, length);
        bool opened = which == VAIL_RTL_ENCODER ? watch(watched->encoders, file, cycles)
                                                : watch(watched->decoders, file, cycles);
        return opened ? VAIL_OK : VAIL_BAD_ARGUMENT;
    } catch (...) {
        return VAIL_INTERNAL;
    }
}

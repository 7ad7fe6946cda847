// A session: the books it has been given. Circuits are shared by sessions of the same pace, because to make one
// and to load books takes longer than most blocks.
#pragma once
#include "circuits.h"

namespace rtl {

struct Options {
    Pace pace;
    int sliced = -1;  // 0, 1, or what is faster

    // Whether there are sliced circuits for this pace.
    bool canSlice() const {
#ifdef VAIL_SLICED
        return rtl::canSlice() && pace.offer == 256 && pace.take == 256;
#else
        return false;
#endif
    }
    bool slices(size_t blocks, size_t least) const { return canSlice() && (sliced < 0 ? blocks >= least : sliced); }
};

}  // namespace rtl

struct vail {
    rtl::Options options;
    std::shared_ptr<rtl::Circuits> circuits;
    rtl::Books books;
    std::unique_ptr<rtl::Encoder> clocked_encoder;  // for single cycles, if these were asked for
    std::unique_ptr<rtl::Decoder> clocked_decoder;
};

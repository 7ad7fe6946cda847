// A session: the books it has been given. Circuits are shared by sessions of the same pace, because to make one
// and to load books takes longer than most blocks.
#pragma once
#include "circuits.h"

struct vail {
    std::shared_ptr<rtl::Circuits> circuits;
    rtl::Books books;
    std::unique_ptr<rtl::Encoder> clocked_encoder;  // for single cycles, if these were asked for
    std::unique_ptr<rtl::Decoder> clocked_decoder;
};

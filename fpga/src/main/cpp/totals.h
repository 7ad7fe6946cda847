// What all circuits of this process have counted.
#pragma once
#include "decoder.h"
#include "encoder.h"

namespace rtl {

// Moves a circuit's counts here.
void total(Encoder &encoder);
void total(Decoder &decoder);

vail_rtl_counters_t totalOf(uint32_t which);

}  // namespace rtl

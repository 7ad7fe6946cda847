// What all circuits of this process have counted.
#pragma once
#include "vail_rtl.h"

namespace rtl {

// Moves the counts of a circuit here, to the encoders' or to the decoders'.
void total(uint32_t which, vail_rtl_counters_t &counters);

vail_rtl_counters_t totalOf(uint32_t which);

}  // namespace rtl

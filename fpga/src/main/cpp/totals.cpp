#include "totals.h"

#include <mutex>

namespace rtl {

static std::mutex lock;
static vail_rtl_counters_t totals[2];

void total(uint32_t which, vail_rtl_counters_t &from) {
    std::lock_guard<std::mutex> hold(lock);
    vail_rtl_counters_t &to = totals[which];
    to.cycles += from.cycles, to.book_cycles += from.book_cycles, to.blocks += from.blocks;
    to.bytes_in += from.bytes_in, to.bytes_out += from.bytes_out;
    to.refused += from.refused, to.starved += from.starved, to.blocked += from.blocked;
    from = {};
}

vail_rtl_counters_t totalOf(uint32_t which) {
    std::lock_guard<std::mutex> hold(lock);
    return totals[which];
}

}  // namespace rtl

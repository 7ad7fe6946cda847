#include "circuits.h"

namespace rtl {

std::shared_ptr<Circuits> Circuits::of(Pace pace) {
    static std::mutex lock;
    static std::map<std::pair<uint32_t, uint32_t>, std::weak_ptr<Circuits>> all;
    std::lock_guard<std::mutex> hold(lock);
    auto &known = all[{pace.offer, pace.take}];
    auto circuits = known.lock();
    if (!circuits) known = circuits = std::make_shared<Circuits>(pace);
    return circuits;
}

uint32_t Circuits::check(const Book &book) {
    std::lock_guard<std::mutex> hold(lock_);
    auto known = checked_.find(book.digest);
    if (known != checked_.end()) return known->second;
    uint32_t fault = VAIL_OK;
    with(encoders, [&](Encoder &encoder) { fault = encoder.check(book); });
    return checked_[book.digest] = fault;
}

}  // namespace rtl

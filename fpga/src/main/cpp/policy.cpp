#include "policy.h"

namespace rtl {

constexpr uint8_t LINK = 4;  // B-08: 16 lanes, words of 8 bits

static bool isBias(const vail_bias_t &b) {
    switch (b.rule) {
        case VAIL_BIAS_ABSOLUTE: return b.value >= 0 && b.value <= 254;
        case VAIL_BIAS_MEAN: return b.value >= -254 && b.value <= 254;
        case VAIL_BIAS_PREVIOUS: return b.value == 0;
        default: return false;
    }
}

static bool isCandidate(const vail_candidate_t &c) {
    return c.slot != 0 && c.slot != 255 && c.layout <= 31 && (c.layout & 7) != 7 && c.layout >> 3 != 3 && c.reserved == 0;
}

static int orderOf(const vail_candidate_t &c) { return c.slot * 256 + c.epoch; }

bool isPolicy(const vail_policy_t &p) {
    if (p.order > VAIL_STREAMED || p.constant > 1 || p.reserved || p.stride < 1) return false;
    if (p.candidate_count && !p.bias_count) return false;
    for (uint64_t i = 0; i < p.bias_count; i++)
        if (!isBias(p.biases[i])) return false;
    for (uint64_t i = 0; i < p.candidate_count; i++) {
        if (!isCandidate(p.candidates[i])) return false;
        if (i && orderOf(p.candidates[i - 1]) >= orderOf(p.candidates[i])) return false;
    }
    return true;
}

static bool isMean(const vail_bias_t &b, int32_t offset) { return b.rule == VAIL_BIAS_MEAN && b.value == offset; }

// One bias, or the list mean, mean - 1, mean + 1; the circuit knows no other.
static bool setRule(const vail_policy_t &p, Command &command) {
    const vail_bias_t *b = p.biases;
    if (p.bias_count == 3 && isMean(b[0], 0) && isMean(b[1], -1) && isMean(b[2], 1)) {
        command.rule = THREE;
        return true;
    }
    if (p.bias_count != 1) return false;
    command.rule = b->rule == VAIL_BIAS_ABSOLUTE ? GIVEN : b->rule == VAIL_BIAS_MEAN ? MEAN : PREVIOUS;
    if (command.rule == GIVEN) command.bias = uint8_t(b->value);
    return command.rule == GIVEN || b->value == 0;
}

// B-24: CODEBOOK_UNKNOWN before BAD_ARGUMENT, and only then what the circuit does not have.
static uint32_t findBooks(const vail_policy_t &p, const Books &books, std::vector<const Book *> &found) {
    bool legal = true, served = true;
    for (uint64_t i = 0; i < p.candidate_count; i++) {
        const vail_candidate_t &c = p.candidates[i];
        auto at = books.find(nameOf(c.slot, c.epoch));
        if (at == books.end()) return VAIL_CODEBOOK_UNKNOWN;
        legal &= !at->second.isLong() || c.layout >> 3 != 0;
        served &= at->second.served && c.layout == LINK;
        found.push_back(&at->second);
    }
    return !legal ? VAIL_BAD_ARGUMENT : served ? VAIL_OK : VAIL_UNSUPPORTED_FEATURE;
}

Plan planOf(const vail_policy_t &p, const Books &books) {
    Plan plan;
    Command &command = plan.command;
    command.streamed = p.order == VAIL_STREAMED;
    command.constant = p.constant;
    if (!p.candidate_count) return plan;
    plan.fault = findBooks(p, books, plan.books);
    if (plan.fault) return plan;
    command.slot = p.candidates[0].slot;
    command.epoch = p.candidates[0].epoch;
    command.best = p.candidate_count > 1;
    bool searches = command.best || p.bias_count > 1;
    if (!setRule(p, command) || p.candidate_count > 8 || (searches && p.stride != 1)) plan.fault = VAIL_UNSUPPORTED_FEATURE;
    return plan;
}

}  // namespace rtl

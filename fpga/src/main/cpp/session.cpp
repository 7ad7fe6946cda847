// core/spec/vail.h: sessions and books.
#include "session.h"

#include <cstring>
#include <string>

using namespace rtl;

uint32_t vail_version(void) { return VAIL_INTERFACE; }

// "offer=N", "take=N" or "sliced=N".
static bool setOption(const std::string &option, Options &options) {
    size_t equals = option.find('=');
    std::string key = option.substr(0, equals), value = equals == std::string::npos ? "" : option.substr(equals + 1);
    if (value.empty() || value.size() > 3 || value.find_first_not_of("0123456789") != std::string::npos) return false;
    uint32_t number = uint32_t(std::stoul(value));
    if (key == "offer" && number <= 256) options.pace.offer = number;
    else if (key == "take" && number <= 256) options.pace.take = number;
    else if (key == "sliced" && number <= 1) options.sliced = int(number);
    else return false;
    return true;
}

int32_t vail_open(const char *text, size_t length, vail_t **session) {
    *session = nullptr;
    try {
        Options options;
        std::string rest(length ? text : "", length);
        while (!rest.empty()) {
            size_t comma = rest.find(',');
            if (!setOption(rest.substr(0, comma), options)) return VAIL_BAD_ARGUMENT;
            rest = comma == std::string::npos ? "" : rest.substr(comma + 1);
        }
        if (options.sliced == 1 && !Options{}.canSlice()) return VAIL_UNSUPPORTED_FEATURE;
        *session = new vail_t{options, Circuits::of(options.pace), {}, {}, {}};
        return VAIL_OK;
    } catch (...) {
        return VAIL_INTERNAL;
    }
}

int32_t vail_describe(const vail_t *, char *text, size_t room, size_t *length) {
    std::string said = std::string("name=rtl-sim\nversion=1\nlevel=") + (Options{}.canSlice() ? "256 sliced" : "verilator") +
        "\nlanes=16\nwords=8\nclasses=short\nfeatures=constant,streamed,raw,previous,limits\n";
    *length = said.size();
    if (room < *length) return VAIL_OUTPUT_TOO_SMALL;
    std::memcpy(text, said.data(), *length);
    return VAIL_OK;
}

// C-08: the driver looks at the size, the circuit at the rest.
static uint32_t loadBook(vail_t &session, Name name, const uint8_t *bytes) {
    Book book = bookOf(name, bytes);
    uint32_t fault = session.circuits->check(book);
    if (fault && fault != VAIL_UNSUPPORTED_FEATURE) return fault;
    book.served = fault == VAIL_OK;
    session.books[name] = book;
    return fault;
}

int32_t vail_load_book(vail_t *session, uint32_t slot, uint32_t epoch, const uint8_t *book, size_t bytes,
                       uint8_t digest[VAIL_DIGEST_BYTES], uint64_t *fault_at) {
    *fault_at = 0;
    if (slot < 1 || slot > 254 || epoch > 255) return VAIL_BAD_ARGUMENT;
    if (bytes != VAIL_BOOK_BYTES) {
        *fault_at = bytes < VAIL_BOOK_BYTES ? bytes : VAIL_BOOK_BYTES;
        return bytes < VAIL_BOOK_BYTES ? VAIL_TRUNCATED : VAIL_TRAILING_DATA;
    }
    try {
        uint32_t fault = loadBook(*session, nameOf(slot, epoch), book);
        if (fault) *fault_at = placeInBook(book, fault);
        else std::memcpy(digest, session->books[nameOf(slot, epoch)].digest.data(), VAIL_DIGEST_BYTES);
        return int32_t(fault);
    } catch (...) {
        return VAIL_INTERNAL;
    }
}

int32_t vail_close(vail_t *session) {
    delete session;
    return VAIL_OK;
}

uint32_t vail_rtl_circuits(void) { return circuits; }

int32_t vail_rtl_counters(uint32_t which, vail_rtl_counters_t *counters) {
    if (which > VAIL_RTL_DECODER) return VAIL_BAD_ARGUMENT;
    *counters = totalOf(which);
    return VAIL_OK;
}

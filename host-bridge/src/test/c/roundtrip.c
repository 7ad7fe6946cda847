/* roundtrip LIBRARY: what a library behind core/spec/vail.h says of itself, and blocks through it and back. */
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

#include "vail.h"

enum { BLOCKS = 64, SYMBOLS = 50, ROOM = SYMBOLS + VAIL_FRAME_BYTES };

/* The example of C-07. */
static const unsigned char BOOK[VAIL_BOOK_BYTES] = {
    'V', 'B', 'K', '1', 0, 128, [65] = 0x88, [66] = 0x88, [67] = 0x67, [68] = 0x45, [69] = 0x33, [70] = 0x32,
    [71] = 0x43, [72] = 0x66, [73] = 0x87, [74] = 0x88, [75] = 0, [134] = 8,
};

#define OF(library, function) __typeof__(function) *function##_ = (__typeof__(function) *)dlsym(library, #function)

static int roundtrip(void *library, vail_t *session) {
    OF(library, vail_encode);
    OF(library, vail_decode);
    static unsigned char symbols[BLOCKS * SYMBOLS], blocks[BLOCKS * ROOM], back[sizeof symbols];
    vail_block_t batch[BLOCKS];
    for (unsigned i = 0; i < sizeof symbols; i++) symbols[i] = (unsigned char)(125 + i * i / 7 % 8);
    for (unsigned i = 0; i < BLOCKS; i++) batch[i] = (vail_block_t){SYMBOLS * i, ROOM * i, SYMBOLS, ROOM, 0, 0, 0};
    vail_candidate_t book = {1, 0, 4, 0};
    vail_bias_t bias = {VAIL_BIAS_ABSOLUTE, 0};
    vail_policy_t policy = {&book, 1, &bias, 1, 1, VAIL_STORED, 0, 0};
    unsigned mean = 0, bytes = 0;
    int fault = vail_encode_(session, &policy, symbols, sizeof symbols, blocks, sizeof blocks, batch, BLOCKS, &mean);
    for (unsigned i = 0; i < BLOCKS; i++) {
        fault |= (int)batch[i].fault;
        bytes += batch[i].bytes;
        batch[i] = (vail_block_t){ROOM * i, SYMBOLS * i, batch[i].bytes, SYMBOLS, 0, 0, 0};
    }
    fault |= vail_decode_(session, VAIL_RELEASE_WHOLE, SYMBOLS, blocks, sizeof blocks, back, sizeof back, batch, BLOCKS);
    for (unsigned i = 0; i < BLOCKS; i++) fault |= (int)batch[i].fault;
    printf("%u symbols, %u bytes\n", (unsigned)sizeof symbols, bytes);
    return fault || memcmp(symbols, back, sizeof back) || bytes >= sizeof symbols;
}

int main(int count, char **arguments) {
    void *library = count == 2 ? dlopen(arguments[1], RTLD_NOW) : NULL;
    if (!library) return printf("%s\n", count == 2 ? dlerror() : "roundtrip LIBRARY"), 2;
    OF(library, vail_open);
    OF(library, vail_describe);
    OF(library, vail_load_book);
    OF(library, vail_close);
    vail_t *session = NULL;
    printf("sliced=1: %d\n", (int)vail_open_("sliced=1", 8, &session));
    vail_close_(session);
    if (vail_open_(NULL, 0, &session)) return 3;
    char said[1000];
    size_t length = 0;
    if (vail_describe_(session, said, sizeof said, &length)) return 4;
    printf("%.*s", (int)length, said);
    unsigned char digest[VAIL_DIGEST_BYTES];
    uint64_t at;
    if (vail_load_book_(session, 1, 0, BOOK, sizeof BOOK, digest, &at)) return 5;
    int wrong = roundtrip(library, session);
    vail_close_(session);
    return wrong;
}

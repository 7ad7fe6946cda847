// Where a payload breaks the rules (F-25). The circuit says that it does, and how.
#pragma once
#include "book.h"

namespace rtl {

// The first literal that has a code, or the first word or literal that is missing or left over.
uint64_t placeInPayload(const Book &book, uint8_t bias, size_t symbols, const uint8_t *payload, size_t bytes);

}  // namespace rtl

/* Shifts by a register in one step; the code is the same. */
#include "codec.h"

#if defined(__x86_64__)
#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("bmi,bmi2,lzcnt,popcnt"))), apply_to = function)
#else
#pragma GCC target("bmi,bmi2,lzcnt,popcnt")
#endif
#define NAME(name) name##_bmi2
#include "eight.h"
#if defined(__clang__)
#pragma clang attribute pop
#endif
#endif

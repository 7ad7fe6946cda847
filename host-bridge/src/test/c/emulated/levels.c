/* levels.c for a processor that has AVX-512, which is functions here. */
#include <string.h>

#define __builtin_cpu_supports(feature) (strcmp(feature, "avx2") != 0 || __builtin_cpu_supports(feature))

#include "../../../main/c/levels.c"

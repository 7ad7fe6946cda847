#define NAME(name) name
#include "eight.h"

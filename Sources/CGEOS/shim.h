// Only the reentrant calls exist for Swift: each takes the context it works in.
#define GEOS_USE_ONLY_R_API
#include <geos_c.h>

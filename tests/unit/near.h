/* near.h: doubles that are to be equal but for rounding. Include cmocka.h before. */
#ifndef YANLIAN_UNIT_NEAR_H
#define YANLIAN_UNIT_NEAR_H

#include <math.h>

#define assert_near(value, expected, off)                                  \
    do {                                                                   \
        double value_ = (value), expected_ = (expected);                   \
        if (!(fabs(value_ - expected_) <= (off)))                          \
            fail_msg("%s is %.17g, not %.17g", #value, value_, expected_); \
    } while (0)

#endif

/* format_csv_scan_wide - built for processors that look at 64 bytes in one instruction. */
#if defined(__x86_64__)
#define SCAN_WIDE
#include "record/format_csv_scan.h"

const struct csv_scan format_csv_scan_wide = { find_cut, build_index };
#else
#include "record/format_csv.h"
#endif

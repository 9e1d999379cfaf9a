/* format_csv_scan - built for any processor, and which way suits this one. */
#include "record/format_csv_scan.h"

const struct csv_scan format_csv_scan = { find_cut, build_index };

const struct csv_scan *
format_csv_scan_best(void)
{
#if defined(SCAN_HAS_WIDE)
	static const struct csv_scan *const ways[] = { &format_csv_scan, &format_csv_scan_wide };

	return ways[scan_wide()];
#else
	return &format_csv_scan;
#endif
}

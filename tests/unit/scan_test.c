/* scan_test - scan.h as this machine builds it. */
#include "../scan_checks.h"

int
main(void)
{
	return scan_checks("scan");
}

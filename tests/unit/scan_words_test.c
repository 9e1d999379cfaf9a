/* scan_words_test - scan.h as machines without wide instructions build it. */
#define SCAN_WORDS
#include "../scan_checks.h"

int
main(void)
{
	return scan_checks("scan in words");
}

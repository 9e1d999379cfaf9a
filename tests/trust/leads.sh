#!/bin/sh
# leads.sh - leads that every tool has an answer for: 160, and a good half of them won.
echo id,source,country,employees,visits,created_at,status
awk 'function dice(n) { seed = (seed * 1103 + 12345) % 65536; return int(seed / 65536 * n) }
BEGIN {
	split("web referral event ads", source, " ")
	split("DE FR US", country, " ")
	for (i = 1; i <= 160; i++) {
		s = 1 + dice(4)
		v = dice(30)
		won = dice(40) < v + 4 * s
		printf "%d,%s,%s,%d,%d,2025-%02d-%02d,%s\n", i, source[s], country[1 + i % 3],
		    5 + dice(900), v, 1 + int(i / 14), 1 + i % 28, won ? "won" : i % 5 ? "lost" : "open"
	}
}'

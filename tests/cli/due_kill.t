A run that is killed leaves the state as it was or as it was to be, and nothing beside it that
stays.

needs: strace

  $ printf 'id,created_at\n1,2026-02-01T00:00:00Z\n2,2026-02-27T09:00:00Z\n' > a.csv
  $ lead-due --now 2026-02-03 --state old a.csv > /dev/null; cp old new
  $ lead-due --now 2026-03-02 --state new a.csv > /dev/null; cmp -s old new
  [1]
  $ cat > killed <<.
  > for call in openat fcntl fstat read write fsync rename close; do
  > 	for n in 1 2 3 4 5 6 7 8; do
  > 		cp old st
  > 		strace -o /dev/null -e trace=\$call -e inject=\$call:signal=SIGKILL:when=\$n \
  > 			lead-due --now 2026-03-02 --state st a.csv >/dev/null 2>&1
  > 		cmp -s st old || cmp -s st new || echo torn: \$call \$n
  > 		cmp -s st new && echo new >> after || echo old >> after
  > 	done
  > done
  > .
  $ sh killed 2>/dev/null; sort -u after; ls -A | grep st
  new
  old
  st
  $ lead-due --now 2026-03-02 --state st a.csv > /dev/null; cmp st new; ls -A | grep '~'
  [1]

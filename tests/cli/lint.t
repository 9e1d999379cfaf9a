Lint is seen to fail.  A small tree is made in which every rule is broken once; its object files
are made by hand.

  $ mkdir -p lib/base lib/value lib/score lib/due lib/cli cmd man tests/unit o/lib/value o/lib/due
  $ cat > lib/base/a.c <<'.'
  > #include "value/b.h"
  > #include "a.h"
  > #include "x.c"
  > #include <jansson.h>
  > .
  $ echo '#include "due/d.h"' > lib/score/s.c
  $ cat > lib/value/b.c <<'.'
  > #include <stdio.h>
  > int other_name(void);
  > int other_name(void) { return printf("x%d", 1); }
  > .
  $ yes 'x;' | head -n 401 > lib/due/long.c
  $ { echo 'int f(void)'; echo '{'; yes '	;' | head -n 60; echo '}'; } > lib/due/function.c
  $ printf '%0120d\n' 0 > lib/due/wide.c
  $ echo 'int b_twice; int b_twice = 1;' > lib/due/b.c
  $ echo 'int b_twice(void); int b_twice(void) { return 0; }' >> lib/value/b.c
  $ touch cmd/lead-none.c cmd/lead-odd.c; mkdir o/bin
  $ printf '#!/bin/sh\necho "  --had  --both-ways"\n' > o/bin/lead-odd; chmod +x o/bin/lead-odd
  $ printf '.It Fl -told\n.It Fl Fl both\\-ways\n' > man/lead-odd.1
  $ printf '.Dd x\n.Sh NAME\n' > man/bad.1
  $ cc -c -o o/lib/value/b.o lib/value/b.c
  $ cc -c -o o/lib/due/b.o lib/due/b.c
  $ sh $DATA/../lint.sh o 2>/dev/null | sed 's/^mandoc: .*/mandoc complains/' | uniq
  lint: layers
  lib/base/a.c: base may not include value/
  lib/base/a.c: includes "a.h" without its folder
  lib/base/a.c: includes "x.c" without its folder
  lib/score/s.c: score may not include due/
  lib/base/a.c: includes a .c file
  lint: fences
  lib/base/a.c: includes <jansson.h>
  lint: names
  o/lib/value/b.o: exports other_name, not b_*
  o/lib/value/b.o: exports b_twice, as does o/lib/due/b.o
  lint: purity
  o/lib/value/b.o: uses printf
  lint: lengths
  lib/due/function.c:2: a function of 60 lines
  lib/due/long.c: 401 lines
  lib/due/wide.c:1: a line over 108 columns
  lint: manuals
  cmd/lead-none.c: no man/lead-none.1
  man/lead-odd.1: --had is not described
  man/lead-odd.1: there is no --told
  mandoc complains

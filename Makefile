# leadkit.  GNU make.  The tree is the manifest: every cmd/*.c is a program, every
# lib/*/*.c is in the library, every tests/unit/*_test.c and tests/prop/*_law.c is a test
# program, every tests/fuzz/*_fuzz.c a fuzz target.  Adding a file never means editing this one.
#
#   make            build everything          make check   run all tests
#   make demo       the whole pipeline        make deps    install what is missing
#   make install    PREFIX, DESTDIR           make lint    names, layers, fences, manuals
#   make bench      ratios against peers      make fuzz    libFuzzer on every target
#   make readers    npm parsers that read outputs back in make check
#   make coverage   lines and branches, against gates    make analyse  static analysers (ANALYSERS="gcc tidy")
#   make prove      Frama-C: no run-time error in the leaf modules
#   make mutate     mistakes put into the library, to see the tests fail
#   make torture    every fault, abuse by size, ten million runs of the fuzz targets
#   make bench-models  learning on real leads, against its bars
#   make bench-due     business time, against programs that only know the clock
#   make bench-funnel  counting leads, against DuckDB
#   make bench-import  cleaning leads, finding duplicates, against DuckDB
#
#   make check SAN=1       under ASan and UBSan     make check TSAN=1   under TSan
#   make check INTEGER=1   under clang's checks for numbers that wrap or lose something
#   make check LEAD_READ=1 with one-byte reads

VERSION = 0.1.0
PREFIX  = /usr/local
BINDIR  = $(PREFIX)/bin
MANDIR  = $(PREFIX)/share/man
COMPDIR = $(PREFIX)/share/bash-completion/completions

# Yours to override; ours are kept apart so that overriding is safe.
CC       = cc
CFLAGS   = $(if $(SAN)$(TSAN)$(INTEGER),-O1,-O3) -g
PKG_CONFIG = pkg-config

# What the library links, by its pkg-config name; libcsv ships no .pc file.
MODULES    = jansson nettle zlib libutf8proc libidn2 libpsl libpcre2-8
ICAL       = libical

OUR_CPPFLAGS = -Ilib -D_POSIX_C_SOURCE=200809L -DVERSION='"$(VERSION)"'
OUR_CFLAGS   = -std=c11 -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes \
               -Wmissing-prototypes -Wvla -pthread
# What Debian calls hardening=+all, and its newer flags; the check is tests/cli/hardening.t.
HARDEN      := -fPIE -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fstack-clash-protection \
               -Wformat -Werror=format-security \
               $(if $(filter x86_64-% i386-% i486-% i586-% i686-%,$(shell $(CC) -dumpmachine)),-fcf-protection)
HARDEN_LINK  = -pie -Wl,-z,relro -Wl,-z,now
LIBS         = -lcsv $(shell $(PKG_CONFIG) --libs $(MODULES)) -pthread -lm
CHECK_LIBS   = $(shell $(PKG_CONFIG) --libs check)

# One object tree per flavour, so `make check SAN=1` never mixes objects.
FLAVOUR = release
ifdef SAN
FLAVOUR = san
OUR_CFLAGS += -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
LDFLAGS    += -fsanitize=address,undefined
endif
ifdef TSAN
FLAVOUR = tsan
OUR_CFLAGS += -fsanitize=thread
LDFLAGS    += -fsanitize=thread
endif
# clang's own: numbers that wrap, or change on the way into another type, where nobody says that they
# may.  Bits that a shift drops are what it is for here; a division by zero is infinite, as IEEE has it.
ifdef INTEGER
FLAVOUR = integer
CC      = clang
OUR_CFLAGS += -fsanitize=undefined,integer -fno-sanitize=unsigned-shift-base \
              -fno-sanitize-recover=all -fsanitize-ignorelist=tests/integer.ignore
LDFLAGS    += -fsanitize=undefined,integer
endif
ifdef COV
FLAVOUR = cov
CFLAGS   = -O0 -g
OUR_CFLAGS += --coverage
OUR_CPPFLAGS += -DSCAN_ONCE
LDFLAGS    += --coverage
endif
ifdef FUZZ
FLAVOUR = fuzz
CC      = clang
OUR_CFLAGS += -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all
LDFLAGS    += -fsanitize=address,undefined
endif
# The library on its own, so that a mutant of it is linked once (tests/mutate.py).
ARCHIVE = liblead.a
ifdef MUTATE
FLAVOUR = mutate
CFLAGS   = -O1
OUR_CFLAGS += -fPIC
ARCHIVE  = liblead.so
endif
ifdef STRICT
OUR_CFLAGS += -Werror
endif
# Other flavours read /proc, or write files of their own at the end.
ifeq ($(FLAVOUR),release)
OUR_CFLAGS   += $(HARDEN)
OUR_CPPFLAGS += -DSANDBOX
OUR_LDFLAGS   = $(HARDEN_LINK)
endif
O = build/$(FLAVOUR)

LIB_SRC  := $(wildcard lib/*/*.c)
CMD_SRC  := $(wildcard cmd/*.c)
UNIT_SRC := $(wildcard tests/unit/*_test.c)
LAW_SRC  := $(wildcard tests/prop/*_law.c)
# Laws in C++ ask a library of another language; they are built where it is (make oracles).
# g++ knows nothing of clang's sanitizers.
ORACLE_SRC := $(if $(INTEGER)$(MSAN),,$(if $(wildcard /usr/include/phonenumbers/phonenumberutil.h),$(wildcard tests/prop/*_law.cc)))
FUZZ_SRC := $(wildcard tests/fuzz/*_fuzz.c)
PRESETS  := $(wildcard lib/import/preset_*.json)
EMBED    := $(filter-out $(PRESETS),$(wildcard lib/*/*.json))
LIB_OBJ  := $(LIB_SRC:%.c=$O/%.o) $(EMBED:%=$O/%.o) $O/lib/import/preset.o
BIN      := $(CMD_SRC:cmd/%.c=$O/bin/%)
UNIT     := $(UNIT_SRC:tests/unit/%.c=$O/unit/%)
LAW      := $(LAW_SRC:tests/prop/%.c=$O/prop/%) $(ORACLE_SRC:tests/prop/%.cc=$O/prop/%)
FUZZERS  := $(FUZZ_SRC:tests/fuzz/%.c=$O/fuzz/%)

all: $(BIN)

# Whatever ends a tool, gcov gets its counts.
ifdef COV
$(BIN): $O/tests/trust/counts.o
endif

$O/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(CC) $(OUR_CPPFLAGS) $(CPPFLAGS) $(OUR_CFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# Settings and schemas compiled in: lib/x/foo.json is `const char foo_json[]`, NUL-ended.
$O/%.json.c: %.json
	@mkdir -p $(@D)
	@{ echo 'extern const char $(notdir $*)_json[];'; echo 'const char $(notdir $*)_json[] = {'; \
	od -An -v -tu1 $< | sed 's/[0-9][0-9]*/&,/g'; echo '0 };'; } > $@

$O/%.json.o: $O/%.json.c Makefile
	$(CC) $(OUR_CFLAGS) $(CFLAGS) -Wno-overflow -c -o $@ $<

# The mapping files of the systems we know, as tables.
$O/lib/import/preset.c: lib/import/preset.awk $(PRESETS)
	@mkdir -p $(@D)
	@LC_ALL=C awk -f $^ > $@.new && mv $@.new $@

$O/lib/import/preset.o: $O/lib/import/preset.c Makefile
	$(CC) $(OUR_CPPFLAGS) $(CPPFLAGS) $(OUR_CFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$O/liblead.a: $(LIB_OBJ)
	@rm -f $@
	$(AR) rcs $@ $^

$O/liblead.so: $(LIB_OBJ)
	$(CC) -shared -Wl,-Bsymbolic,-soname,liblead.so $(LDFLAGS) -o $@ $^ $(LIBS) $(shell $(PKG_CONFIG) --libs $(ICAL))

$O/bin/%: $O/cmd/%.o $O/$(ARCHIVE)
	@mkdir -p $(@D)
	$(CC) $(OUR_CFLAGS) $(OUR_LDFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

# Only lead-due links libical.
$O/bin/lead-due: LIBS += $(shell $(PKG_CONFIG) --libs $(ICAL))

$O/unit/%: $O/tests/unit/%.o $O/$(ARCHIVE)
	@mkdir -p $(@D)
	$(CC) $(OUR_CFLAGS) $(OUR_LDFLAGS) $(LDFLAGS) -o $@ $^ $(CHECK_LIBS) $(LIBS) $(shell $(PKG_CONFIG) --libs $(ICAL))

# Where calls fail.
$O/unit/record_fault_test: $O/tests/trust/fault.o

$O/prop/%: $O/tests/prop/%.o $O/$(ARCHIVE)
	@mkdir -p $(@D)
	$(CC) $(OUR_CFLAGS) $(OUR_LDFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS) $(shell $(PKG_CONFIG) --libs $(ICAL))

$O/prop/%: tests/prop/%.cc $O/$(ARCHIVE)
	@mkdir -p $(@D)
	$(CXX) $(OUR_CPPFLAGS) $(filter -fsanitize=address% -fsanitize=thread,$(OUR_CFLAGS)) $(CFLAGS) \
	    $(LDFLAGS) -o $@ $^ -lphonenumber $(LIBS)

# A fuzz target replays its corpus in make check; under FUZZ=1 libFuzzer drives it.
ifdef FUZZ
$O/fuzz/%: $O/tests/fuzz/%.o $O/$(ARCHIVE)
	@mkdir -p $(@D)
	$(CC) $(OUR_CFLAGS) $(LDFLAGS) -fsanitize=fuzzer -o $@ $^ $(LIBS) $(shell $(PKG_CONFIG) --libs $(ICAL))
else
$O/fuzz/%: $O/tests/fuzz/%.o $O/tests/fuzz/replay.o $O/$(ARCHIVE)
	@mkdir -p $(@D)
	$(CC) $(OUR_CFLAGS) $(OUR_LDFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS) $(shell $(PKG_CONFIG) --libs $(ICAL))
endif

# What the fault loops need: a driver, and what is loaded below the programs.
$O/trust/%: tests/trust/%.c
	@mkdir -p $(@D)
	$(CC) $(filter-out -fsanitize=%,$(OUR_CFLAGS)) -O1 -o $@ $<

$O/trust/%.so: tests/trust/%.c
	@mkdir -p $(@D)
	$(CC) $(filter-out -fsanitize=%,$(OUR_CFLAGS)) -O1 -shared -fPIC -o $@ $<

lib-check: $O/$(ARCHIVE)
fuzzers: $(FUZZERS)
tests: $(BIN) $(UNIT) $(LAW) $(FUZZERS) $O/trust/loop $O/trust/rowsum $O/trust/fault.so $O/trust/escape.so

# TESTS=word... runs only the tests whose path has one of the words.
check: deps
	@$(MAKE) --no-print-directory -s tests
	@LEAD_READ=$(LEAD_READ) tests/check.sh $O $(TESTS)

lint: deps
	@$(MAKE) --no-print-directory -s all lib-check
	@tests/lint.sh $O

deps:
	@tests/deps.sh build $(if $(INTEGER),fuzz)

# All that can go wrong, and what is left of make check's samples: an hour.  TORTURE=part... runs only
# these: abuse, faults, fuzz.
torture: deps
	@$(MAKE) --no-print-directory -s tests
	@MAKE='$(MAKE)' tests/trust/torture.sh $O $(TORTURE)

# What the tests reach; without optimisation, so some take minutes.
coverage: deps
	@$(MAKE) --no-print-directory -s COV=1 tests
	@find build/cov -name '*.gcda' -delete
	@tests/check.sh build/cov >build/cov/check.log 2>&1 || { grep FAILED build/cov/check.log; false; }
	@python3 tests/coverage.py build/cov

# Would the tests notice a mistake?  MUTANTS=N tries so many of them, drawn by SEED=N.
mutate: deps
	@$(MAKE) --no-print-directory -s MUTATE=1 tests
	@$(MAKE) --no-print-directory -s COV=1 tests
	@MUTANTS=$(MUTANTS) SEED=$(SEED) python3 tests/mutate.py

# Every static analyser, or the ANALYSERS: each finds what the others miss.
analyse:
	@tests/deps.sh build fuzz analysis
	@tests/analyse.sh $(ANALYSERS)

# What no input can do, as far as a machine can tell; DRIVERS=date is one of them.
prove:
	@tests/deps.sh build prove
	@tests/prove.sh $(DRIVERS)

demo: deps
	@$(MAKE) --no-print-directory -s all
	@PATH="$(abspath $O/bin):$$PATH" examples/demo.sh

bench: deps
	@$(MAKE) --no-print-directory -s all
	@tests/bench/run.sh $O

# lead-train on the real leads, against what it must reach.
bench-models: deps
	@$(MAKE) --no-print-directory -s all
	@tests/bench/models.sh $O/bin

# lead-due with hours of business, against what it must reach.
bench-due: deps
	@$(MAKE) --no-print-directory -s all
	@tests/bench/due.sh $O

bench-funnel: deps
	@$(MAKE) --no-print-directory -s all
	@tests/bench/funnel.sh $O

# The two parts of it that are measured by themselves.
$O/bench/%: $O/tests/bench/%.o $O/$(ARCHIVE)
	@mkdir -p $(@D)
	$(CC) $(OUR_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

bench-import: deps
	@$(MAKE) --no-print-directory -s all $O/bench/import_parts
	@tests/bench/import.sh $O

bench-deps:
	@tests/deps.sh bench
	@tests/bench/peers.sh

# What browsers, spreadsheets and calendars read with, for tests/cli/naughty_readers.t.
readers:
	@tests/deps.sh readers
	@mkdir -p build/readers
	@[ -f build/readers/package.json ] || echo '{ "private": true }' >build/readers/package.json
	@npm install --prefix build/readers --no-audit --no-fund --loglevel=error \
	    papaparse@5 parse5@7 xlsx@0.18 ical.js@2

oracles:
	@tests/deps.sh oracles

# What single tests ask for and skip without: a browser, GNU parallel, sqlite3, cron, a mailer,
# other readers of calendars and of what monitors are told.
extras:
	@tests/deps.sh extras

# The fuzz targets, or those in FUZZ_TARGETS, for FUZZ_SECONDS each, starting from their corpus; with
# FUZZ_RUNS round and round until they have run so often, all together.
FUZZ_SECONDS = 60
fuzz:
	@tests/deps.sh build fuzz
	@$(MAKE) --no-print-directory -s FUZZ=1 fuzzers
	@tests/fuzz/run.sh build/fuzz $(FUZZ_SECONDS) "$(FUZZ_RUNS)" $(FUZZ_TARGETS)

# Locales for the test that output does not depend on them.
LOCALES = de_DE tr_TR ps_AF
locales:
	@tests/deps.sh locales
	@mkdir -p build/locale
	@for l in $(LOCALES); do [ -d build/locale/$$l.UTF-8 ] || \
		localedef -i $$l -f UTF-8 build/locale/$$l.UTF-8; done

install: all
	install -d $(DESTDIR)$(BINDIR) $(DESTDIR)$(COMPDIR) $(DESTDIR)$(MANDIR)/man1 \
	    $(DESTDIR)$(MANDIR)/man5 $(DESTDIR)$(MANDIR)/man7
	install -m 755 $(BIN) $(DESTDIR)$(BINDIR)
	install -m 644 $(wildcard man/*.1) $(DESTDIR)$(MANDIR)/man1
	install -m 644 $(wildcard man/*.5) $(DESTDIR)$(MANDIR)/man5
	install -m 644 $(wildcard man/*.7) $(DESTDIR)$(MANDIR)/man7
	for b in $(notdir $(BIN)); do \
		$O/bin/$$b --completion bash > $(DESTDIR)$(COMPDIR)/$$b || exit 1; done

uninstall:
	cd $(DESTDIR)$(BINDIR) && rm -f $(notdir $(BIN))
	cd $(DESTDIR)$(COMPDIR) && rm -f $(notdir $(BIN))
	cd $(DESTDIR)$(MANDIR) && rm -f $(foreach p,$(notdir $(wildcard man/*)),man$(subst .,,$(suffix $p))/$p)

clean:
	rm -rf build

.PHONY: all lib-check fuzzers tests check torture lint install uninstall clean demo deps bench bench-deps bench-due bench-funnel bench-import bench-models fuzz locales oracles extras readers coverage mutate analyse prove
.SECONDARY:
-include $(shell find build -name '*.d' 2>/dev/null)

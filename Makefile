# Makefile: builds, tests, runs and installs yanlian.
#
#   make run        install what is missing, build, open the simulator (ARGS="..." are passed on)
#   make test       install what the tests need, build, run every test (TESTS="..." picks some)
#   make help       all targets and variables
#
# Sources are found by folder: a new .c file in engine/ or tests/ needs no change here.

# ---- What may be set from outside -----------------------------------------------------------

BUILD     ?= build
# One name for one folder, however it was written: what an object depends on is kept by that name.
override BUILD := $(patsubst $(CURDIR)/%,%,$(abspath $(BUILD)))
PREFIX    ?= /usr/local
DESTDIR   ?=
CFLAGS    ?= -O2 -g
LDFLAGS   ?=
SANITIZE  ?=
WERROR    ?=
V         ?=
ARGS      ?=
TESTS     ?=

VERSION := 0.1.0

# Use every processor unless the user says otherwise; a recursive make shares its parent's.
ifeq ($(MAKELEVEL),0)
ifeq ($(filter -j%,$(MAKEFLAGS)),)
MAKEFLAGS += -j$(shell nproc)
endif
endif
MAKEFLAGS += --no-builtin-rules

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:

# ---- What there is ----------------------------------------------------------------------------

LAYERS    := base core script store solve practice class plain web tui cli
SOURCES   := $(sort $(wildcard $(LAYERS:%=engine/%/*.c)))
MAIN      := engine/cli/main.c
UNIT      := $(sort $(wildcard tests/unit/*.c))
TERMINAL  := $(sort $(wildcard tests/terminal/*.c))
BENCH     := $(sort $(wildcard tests/bench/*.c))
LOAD      := $(sort $(wildcard tests/load/*.c))
PO        := $(sort $(wildcard engine/po/*.po))

object     = $(patsubst %.c,$(BUILD)/obj/%.o,$(1))
programs   = $(patsubst %.c,$(BUILD)/%,$(filter tests/$(1)/test_%,$(2)))

LIBRARY           := $(BUILD)/libyanlian.a
BINARY            := $(BUILD)/yanlian
LIBRARY_OBJECTS   := $(call object,$(filter-out $(MAIN),$(SOURCES)))
UNIT_SUPPORT      := $(call object,$(filter-out tests/unit/test_%,$(UNIT)))
TERMINAL_SUPPORT  := $(call object,$(filter-out tests/terminal/test_%,$(TERMINAL)))
UNIT_PROGRAMS     := $(call programs,unit,$(UNIT))
TERMINAL_PROGRAMS := $(call programs,terminal,$(TERMINAL))
BENCH_PROGRAM     := $(BUILD)/tests/bench/bench
LOAD_PROGRAMS     := $(LOAD:%.c=$(BUILD)/%)
CATALOGUES        := $(PO:engine/po/%.po=$(BUILD)/locale/%/LC_MESSAGES/yanlian.mo)
ALL_SOURCES       := $(SOURCES) $(UNIT) $(TERMINAL) $(BENCH) $(LOAD)
HEADERS           := $(sort $(wildcard $(LAYERS:%=engine/%/*.h) tests/*/*.h))
SCRIPTS           := $(sort $(wildcard scripts/* .ci/run tests/*/run-*))

# ---- Flags ------------------------------------------------------------------------------------

PACKAGES      := lua5.4 ncursesw menuw formw panelw libcjson sqlite3 libutf8proc libsodium
TEST_PACKAGES := cmocka vterm

# pkg-config is asked once, and only when something is compiled: make run installs it first.
once = $(eval $(1) := $(2))$($(1))
pkg  = $(or $(shell pkg-config $(1) $(2) && echo ' '),\
         $(error a library is missing; run: scripts/setup $(3)))

PKG_CFLAGS      = $(call once,PKG_CFLAGS,$(patsubst -I%,-isystem%,$(call pkg,--cflags-only-I,$(PACKAGES),build)))
PKG_LIBS        = $(call once,PKG_LIBS,$(call pkg,--libs,$(PACKAGES),build))
PKG_TEST_CFLAGS = $(call once,PKG_TEST_CFLAGS,$(patsubst -I%,-isystem%,$(call pkg,--cflags-only-I,$(TEST_PACKAGES),test)))
PKG_TEST_LIBS   = $(call once,PKG_TEST_LIBS,$(call pkg,--libs,$(TEST_PACKAGES),test))

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
            -Wmissing-prototypes -Wold-style-definition -Wvla -Wformat=2 -Wundef

ifdef SANITIZE
HARDENING := -fsanitize=$(SANITIZE) -fno-sanitize-recover=all -fno-omit-frame-pointer
LINKING   := -fsanitize=$(SANITIZE)
else
HARDENING := -fstack-protector-strong -D_FORTIFY_SOURCE=2
LINKING   :=
endif

# Asserts stay on in every build: there is no -DNDEBUG here, and there should be none.
FLAGS      = -std=c11 -D_GNU_SOURCE -Iengine $(WARNINGS) $(if $(WERROR),-Werror) $(HARDENING) \
             $(PKG_CFLAGS) $(CFLAGS) $(CPPFLAGS)
LINK       = $(CC) $(CFLAGS) $(LINKING) $(LDFLAGS)

# Where the installed program looks. Only the files that ask are rebuilt when these change.
PLACES       := -DYANLIAN_DATADIR='"$(PREFIX)/share/yanlian"' \
                -DYANLIAN_LOCALEDIR='"$(PREFIX)/share/locale"' -DYANLIAN_VERSION='"$(VERSION)"'
PLACED       := $(call object,$(shell grep -lE 'YANLIAN_(DATADIR|LOCALEDIR|VERSION)' \
                  $(ALL_SOURCES) /dev/null))

$(PLACED): EXTRA_FLAGS = $(PLACES)
$(call object,$(UNIT) $(TERMINAL) $(BENCH) $(LOAD)): EXTRA_FLAGS += -Itests $(PKG_TEST_CFLAGS)

# ---- What is printed: a short line, or with V=1 the whole command -------------------------------

Q   := $(if $(V),,@)
say  = $(if $(V),,@printf '  %-4s %s\n' '$(1)' '$(2)')

# ---- Building -----------------------------------------------------------------------------------

.PHONY: all tests
all: $(BINARY) $(CATALOGUES)
tests: all $(UNIT_PROGRAMS) $(TERMINAL_PROGRAMS) $(BENCH_PROGRAM) $(LOAD_PROGRAMS)

$(BUILD)/obj/%.o: %.c $(BUILD)/flags.stamp
	$(call say,CC,$<)
	@mkdir -p $(@D)
	$(Q)$(CC) $(FLAGS) $(EXTRA_FLAGS) -MMD -MP -c -o $@ $<

$(PLACED): $(BUILD)/places.stamp

$(LIBRARY): $(LIBRARY_OBJECTS) $(BUILD)/sources.stamp
	$(call say,AR,$@)
	@rm -f $@
	$(Q)$(AR) rcs $@ $(LIBRARY_OBJECTS)

$(BINARY): $(call object,$(MAIN)) $(LIBRARY)
	$(call say,LD,$@)
	$(Q)$(LINK) -o $@ $^ $(PKG_LIBS) -lm

$(UNIT_PROGRAMS): $(BUILD)/tests/unit/%: $(BUILD)/obj/tests/unit/%.o $(UNIT_SUPPORT) $(LIBRARY)
	$(call say,LD,$@)
	@mkdir -p $(@D)
	$(Q)$(LINK) -o $@ $(filter %.o %.a,$^) $(PKG_TEST_LIBS) $(PKG_LIBS) -lm

$(TERMINAL_PROGRAMS): $(BUILD)/tests/terminal/%: $(BUILD)/obj/tests/terminal/%.o \
                      $(TERMINAL_SUPPORT) $(LIBRARY)
	$(call say,LD,$@)
	@mkdir -p $(@D)
	$(Q)$(LINK) -o $@ $(filter %.o %.a,$^) $(PKG_TEST_LIBS) $(PKG_LIBS) -lm -lutil

$(BENCH_PROGRAM): $(call object,$(BENCH)) $(LIBRARY)
	$(call say,LD,$@)
	@mkdir -p $(@D)
	$(Q)$(LINK) -o $@ $(filter %.o %.a,$^) $(PKG_LIBS) -lm -lpthread

$(LOAD_PROGRAMS): $(BUILD)/%: $(BUILD)/obj/%.o $(LIBRARY)
	$(call say,LD,$@)
	@mkdir -p $(@D)
	$(Q)$(LINK) -o $@ $^ $(PKG_LIBS) -lm

$(BUILD)/locale/%/LC_MESSAGES/yanlian.mo: engine/po/%.po
	$(call say,MO,$<)
	@mkdir -p $(@D)
	$(Q)msgfmt --check -o $@ $<

# A stamp is rewritten only when its words change, so that new flags, a new PREFIX or a removed
# source file rebuild exactly what they concern.
define stamp
$(BUILD)/$(1).stamp: FORCE
	@mkdir -p $$(@D)
	@printf '%s\n' $(2) | cmp -s - $$@ || printf '%s\n' $(2) > $$@
endef
$(eval $(call stamp,flags,"$$(CC) $$(FLAGS)"))
$(eval $(call stamp,places,$$(PLACES)))
$(eval $(call stamp,sources,$$(LIBRARY_OBJECTS)))

-include $(patsubst %.o,%.d,$(call object,$(ALL_SOURCES)))

# ---- Running ------------------------------------------------------------------------------------

.PHONY: run test demo bench memcheck
run:
	@scripts/setup build
	@$(MAKE) --no-print-directory all
	@$(BINARY) $(ARGS)

test:
	@scripts/setup test
	@$(MAKE) --no-print-directory tests
	@scripts/run-tests --build '$(BUILD)' $(TESTS)

demo: all
	@YANLIAN='$(abspath $(BINARY))' YANLIAN_SOURCE='$(CURDIR)' scripts/$@ $(ARGS)

bench: all $(BENCH_PROGRAM) $(LOAD_PROGRAMS)
	@YANLIAN='$(abspath $(BINARY))' YANLIAN_BUILD='$(abspath $(BUILD))' scripts/$@ --no-build $(ARGS)

VALGRIND := valgrind --quiet --error-exitcode=99 --leak-check=full \
            --errors-for-leak-kinds=definite
memcheck: tests
	@scripts/run-tests --build '$(BUILD)' --wrapper '$(VALGRIND)' $(or $(TESTS),unit/)

# ---- Checking -----------------------------------------------------------------------------------

.PHONY: lint lint-format lint-tidy lint-lua lint-shell lint-layers lint-words lint-manual format
lint: lint-format lint-tidy lint-lua lint-shell lint-layers lint-words lint-manual

lint-format:
	$(call say,LINT,C layout)
	$(Q)clang-format --dry-run -Werror --ferror-limit=1 $(ALL_SOURCES) $(HEADERS) || \
	  { echo 'make format lays them out'; exit 1; }

# One stamp per file; it is checked again when it or a header of its own changes.
TIDY := $(ALL_SOURCES:%.c=$(BUILD)/tidy/%.ok)
lint-tidy: $(TIDY)
$(TIDY): $(BUILD)/tidy/%.ok: %.c $(BUILD)/obj/%.o .clang-tidy
	$(call say,TIDY,$<)
	@mkdir -p $(@D)
	$(Q)clang-tidy --quiet --warnings-as-errors='*' $< -- $(FLAGS) \
	  -Itests $(PKG_TEST_CFLAGS) $(PLACES) 2>$@.log || { cat $@.log; exit 1; }
	@touch $@

lint-lua:
	$(call say,LINT,Lua)
	$(Q)luacheck --quiet --no-color scenarios courseware

lint-shell:
	$(call say,LINT,shell scripts)
	$(Q)shellcheck $(SCRIPTS)

lint-layers:
	$(call say,LINT,layers)
	$(Q)scripts/check-layers

lint-words: $(BUILD)/yanlian.pot
	$(call say,LINT,interface words)
	$(Q)for po in $(PO); do msgcmp $$po $< || exit 1; done

lint-manual:
	$(call say,LINT,manual)
	$(Q)mandoc -Tlint engine/cli/yanlian.1

format:
	clang-format -i $(ALL_SOURCES) $(HEADERS)

# ---- Interface words: collected from the C code, merged into each language's file ----------------
# Without dates and line numbers, so that the files change only when words do.

.PHONY: words
words: $(BUILD)/yanlian.pot
	cp $< engine/po/yanlian.pot
	for po in $(PO); do msgmerge --quiet --update --backup=none --no-wrap $$po $< || exit 1; done

$(BUILD)/yanlian.pot: $(SOURCES) $(HEADERS)
	@mkdir -p $(@D)
	$(Q)xgettext --language=C --from-code=UTF-8 --no-wrap --sort-by-file --add-location=file \
	  --package-name=yanlian --keyword=_ --keyword=N_ --keyword=ngettext:1,2 \
	  --add-comments=TRANSLATORS -o $@ $^
	@sed -i '/^"POT-Creation-Date:/d; /^# /d; /^#$$/d' $@

# ---- Installing ---------------------------------------------------------------------------------

.PHONY: install uninstall clean
SHARE := $(DESTDIR)$(PREFIX)/share

install: all
	install -D -m 755 $(BINARY) '$(DESTDIR)$(PREFIX)/bin/yanlian'
	@for file in $$(find scenarios courseware -type f ! -name '.*'); do \
	  install -D -m 644 "$$file" "$(SHARE)/yanlian/$$file" || exit 1; done
	@for file in $(CATALOGUES:$(BUILD)/locale/%=%); do \
	  install -D -m 644 "$(BUILD)/locale/$$file" "$(SHARE)/locale/$$file" || exit 1; done
	install -D -m 644 engine/cli/yanlian.1 '$(SHARE)/man/man1/yanlian.1'

uninstall:
	rm -f '$(DESTDIR)$(PREFIX)/bin/yanlian' '$(SHARE)/man/man1/yanlian.1'
	rm -f $(foreach mo,$(CATALOGUES:$(BUILD)/locale/%=%),'$(SHARE)/locale/$(mo)')
	rm -rf '$(SHARE)/yanlian'

clean:
	rm -rf '$(BUILD)'

# ---- Help ---------------------------------------------------------------------------------------

.PHONY: help FORCE
help:
	@printf '%s\n' \
	  'make run        install what is missing, build, open the simulator' \
	  'make test       install what tests need, build, run every test; ends with the counts' \
	  'make            build only, install nothing' \
	  'make demo       play the three scenarios with a simulated trainee, show the debriefs' \
	  'make bench      measure playing, solving, start, pick and memory, against baselines' \
	  'make memcheck   run the unit tests under valgrind' \
	  'make lint       layout, clang-tidy, luacheck, shellcheck, layers, words, manual' \
	  'make format     lay the C code out as .clang-format says' \
	  'make words      collect the interface words into engine/po' \
	  'make install    to PREFIX (default /usr/local), below DESTDIR; make uninstall undoes it' \
	  'make clean      remove BUILD' \
	  '' \
	  'Variables: BUILD=build  CC=gcc|clang  SANITIZE=address,undefined  WERROR=1  V=1' \
	  '           PREFIX=/usr/local  DESTDIR=  ARGS="..." (run, demo, bench)  TESTS="..." (test)'

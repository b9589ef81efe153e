/*
 * build.h: how the files of a bundle become a model. Private to the script layer.
 *
 * One struct goes through four builders, in this order: vocabulary, sources, scenario (which names
 * its packs), rules. Each gets a reader whose stack top is the opaque value that the file returned.
 */
#ifndef YANLIAN_SCRIPT_BUILD_H
#define YANLIAN_SCRIPT_BUILD_H

#include "core/rule.h"
#include "script/construct.h"
#include "script/evaluator.h"
#include "script/reader.h"

struct build {
    struct sandbox *sandbox;
    struct arena *arena;
    struct fault_list *faults;
    struct functions *functions;
    const struct bundle *bundle;
    struct vocabulary *vocabulary;
    struct term *sources; /* curriculum ids and their titles */
    int source_count;
    struct scenario *scenario;
    const char *const *rule_adjustments; /* "pack/rule" keys of `adjust`, in file order */
    const struct adjustment *adjustments;
    int adjustment_count;
};

struct adjustment {
    bool off;
    int weight; /* 0: as in the pack */
    int file_line;
    bool used; /* a rule of that name was there */
};

/* Takes apart the value that a file returned, once it is known to be of the right kind. */
typedef void file_builder(struct build *build, struct reader *reader, void *data);

/*
 * What is not a scenario but names curriculum paragraphs (a course, an exercise, the rubric): builds
 * `sources` from sources.lua and then gives what the bundle's first file returned, which must be of
 * this kind, to `builder`. Of `build`, only sandbox, arena, faults and bundle need be set.
 */
void build_sourced(struct build *build, enum construct_kind kind, file_builder *builder,
                   void *data);

/* The faults found, at least one, become `*faults` (NULL: they are freed), the first the error. */
void build_refuse(struct fault_list *found, struct fault_list *faults, struct error *error);

/* The strings of the list at `key`, which is there and not empty; those of "source" are known. */
int build_strings(struct build *build, struct reader *reader, const char *key,
                  const char *const **strings);

struct course;
void build_course(struct build *build, struct reader *reader, struct course *course);
struct rubric;
void build_rubric(struct build *build, struct reader *reader, struct rubric *rubric);

void build_vocabulary(struct build *build, struct reader *reader);
void build_sources(struct build *build, struct reader *reader);
void build_scenario(struct build *build, struct reader *reader);
void build_nodes(struct build *build, struct reader *reader);

/* The rules of pack `pack` (index into scenario.packs), added to `rules`; returns the new count. */
int build_pack(struct build *build, struct reader *reader, int pack, struct rule *rules, int count);

/* Complains, at `key` (NULL: the present path), unless `source` is a curriculum id. */
void build_check_source(struct build *build, struct reader *reader, const char *key,
                        const char *source);

/* Adds the act or cue that the value at the top names. */
void build_word(struct build *build, struct reader *reader, struct operand *operand);

/* An act or cue, or any { } / all { } of them: the value at the top. */
struct operand build_operand(struct build *build, struct reader *reader);

#endif

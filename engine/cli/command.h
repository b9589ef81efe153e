/*
 * command.h: what the commands share. Private to the command line.
 *
 * One table (COMMANDS) names every command; main, --help and the manual follow it. A command gets
 * argv with its own name as argv[0], takes its options by a table of its own (options.h), and
 * returns the exit code: 0 done, 1 the work failed, 2 wrong usage.
 */
#ifndef YANLIAN_CLI_COMMAND_H
#define YANLIAN_CLI_COMMAND_H

#include "base/words.h"
#include "plain/plain.h"
#include "store/store.h"
#include "tui/tui.h"

/* X(name, function, arguments, summary, example) */
#define COMMANDS(X)                                                                               \
    X("home", command_home, "[--as NAME] [--staff NUMBER] [--class ID] [--lang zh|en] [--plain]", \
      N_("open the simulator (also without any command)"), "yanlian --lang zh")                   \
    X("play", command_play,                                                                       \
      "ID|FILE [--as NAME] [--staff NUMBER] [--class ID] [--mode practice|exam|class] "           \
      "[--seed N] [--lang zh|en] [--plain] [--untimed] [--auto best-effort|careless|random] | "   \
      "--resume SESSION",                                                                         \
      N_("play a scenario, or go on with a session"),                                             \
      "yanlian play idle-deposit --mode exam --seed 7")                                           \
    X("list", command_list, "[--as NAME] [--lang zh|en] [--json]",                                \
      N_("list the scenarios and how you stand in them"), "yanlian list")                         \
    X("show", command_show, "[SESSION] [--class ID] [--lang zh|en] [--plain] [--json]",           \
      N_("show a session's transcript and debrief; without one, list the sessions"),              \
      "yanlian show 7Q2MZK")                                                                      \
    X("review", command_review,                                                                   \
      "SESSION [--lang zh|en] [--plain] [--json] [--from TURN [--as NAME]]",                      \
      N_("price every decision of a session; with --from, play on from a turn"),                  \
      "yanlian review 7Q2MZK --from 4")                                                           \
    X("replay", command_replay, "[--lang zh|en] SESSION | --all",                                 \
      N_("recompute a session from its seed and picks and compare it with the log"),              \
      "yanlian replay --all")                                                                     \
    X("verify", command_verify, "[SESSION] [--lang zh|en]",                                       \
      N_("check that the log is as it was written"), "yanlian verify")                            \
    X("export", command_export,                                                                   \
      "[SESSION] [--what sessions|courses|grades|exercises] --format jsonl|csv "                  \
      "[--output FILE] [--lang zh|en]",                                                           \
      N_("write the log out for other programs"), "yanlian export --format csv -o log.csv")       \
    X("check", command_check,                                                                     \
      "[FILE...] [--quiet] [--json] [--graph] [--watch] [--limit STATES] [--memory MIB] "         \
      "[--lang zh|en]",                                                                           \
      N_("prove scenarios: play every conversation, report faults and smells; check courseware"), \
      "yanlian check my-scenario.lua --watch")                                                    \
    X("try", command_try, "ID|FILE [--seed N] [--mode practice|exam|class] [--lang zh|en]",       \
      N_("the author's console: jump, set, watch the rules, save a case"),                        \
      "yanlian try my-scenario.lua --seed 7")                                                     \
    X("new", command_new, "ID [--lang zh|en]",                                                    \
      N_("write a commented scenario to start from, ID.lua"), "yanlian new my-scenario")          \
    X("trainer", command_trainer,                                                                 \
      "new NAME | passphrase NAME | list [--as TRAINER] [--passphrase-file FILE] "                \
      "[--new-passphrase-file FILE] [--json] [--lang zh|en]",                                     \
      N_("trainers and their passphrases"), "yanlian trainer new chen")                           \
    X("class", command_class,                                                                     \
      "new ID --title TITLE | set ID | show ID | list | roster ID FILE | numbers ID "             \
      "[NAME=VALUE...] "                                                                          \
      "[--policy first|best|last|average] [--pass-mark N] [--double-share N] [--rename] "         \
      "--as TRAINER [--passphrase-file FILE] [--json] [--lang zh|en]",                            \
      N_("classes, their rosters and their branch's numbers"),                                    \
      "yanlian class roster spring-2026 roster.csv --as chen")                                    \
    X("course", command_course,                                                                   \
      "run ID --class ID --as TRAINER [--passphrase-file FILE] [--dry-run 60x] [--new] "          \
      "[--plain] | log --class ID [--json] | print ID [--what handout|slides|guide|answers|"      \
      "sheets|all] [--format md|html|pdf] [--output DIR] [--class ID] [--lang zh|en]",            \
      N_("run the course with a class, or print what it needs"),                                  \
      "yanlian course run existing-customers --class spring-2026 --as chen")                      \
    X("exercise", command_exercise,                                                               \
      "[ID|FILE] [--as NAME] [--staff NUMBER] [--class ID] [--projector] [--plain] | "            \
      "--result ID [--json] [--lang zh|en]",                                                      \
      N_("do an exercise; without one, list them"), "yanlian exercise contact-plan")              \
    X("triads", command_triads,                                                                   \
      "--class ID [--minutes N] [--absent 3,7] [--scenario ID]... [--seed N] [--plain] [--json] " \
      "[--lang zh|en]",                                                                           \
      N_("groups of three for role-play: who is trainee, customer and observer when"),            \
      "yanlian triads --class spring-2026 --minutes 35")                                          \
    X("cards", command_cards,                                                                     \
      "SCENARIO [--what trainee|customer|observer|all] [--format md|html|pdf] [--output DIR] "    \
      "[--lang zh|en]",                                                                           \
      N_("print a scenario's role cards and the observer's checklist"),                           \
      "yanlian cards idle-deposit --format pdf")                                                  \
    X("observe", command_observe,                                                                 \
      "SCENARIO --who NAME|POSITION [--class ID] [--observer NAME] [--plain] [--lang zh|en] "     \
      "| --resume SESSION",                                                                       \
      N_("tick what an observer saw; it becomes a session that rules score"),                     \
      "yanlian observe idle-deposit --class spring-2026 --who 7")                                 \
    X("grade", command_grade,                                                                     \
      "--class ID --as TRAINER [--passphrase-file FILE] [--blind] [--plain] | agreement "         \
      "--class ID [--json] [--lang zh|en]",                                                       \
      N_("grade a class's sessions and exercises; how well two trainers agree"),                  \
      "yanlian grade --class spring-2026 --as chen --blind")                                      \
    X("report", command_report,                                                                   \
      "[--class ID] [--person NAME [--staff NUMBER]] [--format text|html|csv|json|xapi|pdf] "     \
      "[--anonymise] [--recount] [--output FILE] [--lang zh|en]",                                 \
      N_("report on a class or a person: tables, pictures, gradebook"),                           \
      "yanlian report --class spring-2026 --format html -o class.html")

#define X(name, function, arguments, summary, example) int function(int argc, char **argv);
COMMANDS(X)
#undef X

/* Prints the error and gives the exit code that goes with it. */
int command_fail(const struct error *error);

/* Prints one command's help to stdout, gives 0. */
int command_help(const char *name);

struct store *command_open_store(struct error *error);

/* After a debrief: plays again, or the next scenario, when that is what the trainee wanted. */
bool command_go_on(struct tui *tui, struct store *store, const struct session_row *row,
                   enum tui_outcome outcome, struct error *error);

/* Flushes stdout; false (with the error filled) when what was printed did not arrive. */
bool command_flush(struct error *error);

#endif

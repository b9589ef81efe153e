# class-figures.jq: the figures of a class's report, worked out once more from the export.
#
# Knows nothing of how the program counts but what engine/class/report.h says in words. Input: one
# object { sessions, grades, courses, exercises, weights, report }: the rows of each export, the
# weights of rules by scenario (from `show --json`), and `report --format json`. Output: one line for
# each group of figures, "ok NAME (n compared)" or "DIFFERS NAME: theirs, mine".

def near($a; $b): ($a == $b) or
  (($a | type) == "number" and ($b | type) == "number" and (($a - $b) | fabs) < 1e-6);
def mean: if length == 0 then null else add / length end;
def median: sort | (.[(length - 1) / 2 | floor] + .[length / 2 | floor]) / 2;
def deviation: mean as $m | (map(. - $m | . * .) | mean | sqrt);

def band: if . >= 90 - 1e-9 then "excellent" elif . >= 75 - 1e-9 then "good"
  elif . >= 60 - 1e-9 then "pass" else "fail" end;

# Of each submitted marking: the verdicts it changed, its ratings.
def markings: group_by(.journal) | map(
    select(any(.[]; .kind == "submit")) | sort_by(.seq) | {
      subject: .[0].subject, trainer: .[0].trainer,
      overall: (map(select(.kind == "overall")) | last.payload.level),
      adjusted: (map(select(.kind == "adjust") | {key: .payload.rule, value: .payload.to})
                 | from_entries) });

# score = 100 x sum(weight x mark) / sum(weight) over the rules that came up; `of` 0: it did not.
def score($weights): map(select(.of > 0)) |
  if length == 0 then 100
  else 100 * (map($weights[.rule] * .fulfilled / .of) | add) / (map($weights[.rule]) | add) end;

def adjusted($changes): map(
    if $changes[.rule] == "kept" then .fulfilled = 1 | .of = 1
    elif $changes[.rule] == "broken" then .fulfilled = 0 | .of = 1
    elif $changes[.rule] == "not-activated" then .fulfilled = 0 | .of = 0 else . end);

# What each rule that came up is worth: the mean of the markings' verdicts, or the machine's mark.
def worth($markings): . as $rules
  | (if ($markings | length) == 0 then $rules
     else [$markings[] as $m | $rules | adjusted($m.adjusted)[]] end)
  | map(select(.of > 0)) | group_by(.rule)
  | map({rule: .[0].rule, mark: (map(.fulfilled / .of) | mean)});

def critical_broken($critical): any(.[]; $critical[.rule] and .fulfilled < .of);

# Quadratic-weighted kappa of pairs of ratings from 1 to 5 (Cohen 1968): 1 - observed / expected
# disagreement, each the mean of (i - j)^2, the expected one over all pairs of first and second.
def kappa: . as $pairs | (map((.[0] - .[1]) | . * .) | mean) as $observed
  | ([$pairs[] as $a | $pairs[] as $b | ($a[0] - $b[1]) | . * .] | mean) as $expected
  | if $expected == 0 then null else 1 - $observed / $expected end;

# The contact plan by hand: 60 x 4, 180 x 2, 900 x 1; in all 1,500 in 50 weeks, the upper two 600; by
# 3 managers who hold 8 a week; and the three things to settle.
def contact_points: .answer as $given | [
    (["year", "high.contacts", 240], ["year", "mid.contacts", 360], ["year", "mass.contacts", 900],
     ["week", "branch.all", 30], ["week", "branch.upper", 12], ["week", "manager.all", 10],
     ["week", "manager.upper", 4], ["week", "spare.all", -2], ["week", "spare.upper", 4])
    | select($given[.[0]][.[1]] != null and (($given[.[0]][.[1]] - .[2]) | fabs) <= 0.1) ]
  + [ (["first", "rank"], ["who", "worth"], ["review", "week"])
      | select($given.cautions[.[0]] == .[1]) ] | length;

. as $in
| ($in.grades | markings) as $markings
| ($in.sessions | group_by(.session) | map(sort_by(.seq) | {
      id: .[0].session, staff: .[0].staff_number, scenario: .[0].scenario,
      live: (.[0].live == true),
      end: (map(select(.kind == "end")) | last.payload),
      picks: map(select(.kind == "pick" or .kind == "timeout" or .kind == "form")
                 | {node: .payload.node, response: (.payload.response // "")}) }
      | select(.end != null))
   | sort_by(.id)) as $played
| ($played | map(. as $session
    | $in.weights[.scenario].weight as $weights | $in.weights[.scenario].critical as $critical
    | [$markings[] | select(.subject == $session.id)] as $mine
    | . + { machine: (.end.rules | score($weights)), marks: (.end.rules | worth($mine)),
            score: (if ($mine | length) == 0 then (.end.rules | score($weights))
                    else [$mine[] as $m | $session.end.rules | adjusted($m.adjusted)
                          | score($weights)] | mean end),
            critical: (if ($mine | length) == 0 then (.end.rules | critical_broken($critical))
                       else any($mine[]; . as $m | $session.end.rules | adjusted($m.adjusted)
                                | critical_broken($critical)) end) })) as $sessions
| $in.report as $report
| ($sessions | group_by(.staff) | map({ key: .[0].staff, value: (
      group_by(.scenario) | map({ key: .[0].scenario, value: (
        sort_by(.id) | . as $tries
        | ((map(select(.critical | not)) | if length > 0 then . else $tries end)
           | max_by(.score)) as $counts
        | { attempts: length, score: $counts.score, critical: $counts.critical,
            passed: ($counts.score >= $report.pass_mark - 1e-9 and ($counts.critical | not)) }) })
      | from_entries) }) | from_entries) as $standings
| [
    { name: "each session's score follows from its verdicts",
      pairs: [$sessions[] | [.end.score, .machine]] },
    { name: "sessions, mean, median, deviation, critical failures",
      pairs: [ [$report.distribution.count, ($sessions | length)],
               [$report.distribution.mean, ($sessions | map(.score) | mean)],
               [$report.distribution.median, ($sessions | map(.score) | median)],
               [$report.distribution.standard_deviation, ($sessions | map(.score) | deviation)],
               [$report.distribution.critical, ($sessions | map(select(.critical)) | length)],
               [$report.live, ($sessions | map(select(.live)) | length)] ] },
    { name: "the histogram and the bands",
      pairs: ([ range(20) as $bin | [$report.distribution.bins[$bin],
                 ($sessions | map(select(([(.score + 1e-9) / 5 | floor, 19] | min) == $bin))
                  | length)] ] + [ ("excellent", "good", "pass", "fail") as $band
               | [$report.distribution.bands[$band],
                  ($sessions | map(select((.score | band) == $band)) | length)] ]) },
    { name: "what counts for each person in each scenario",
      pairs: [ $report.people[] as $person | ($standings[$person.staff_number] // {})
               | to_entries[] | .key as $scenario | .value | to_entries[]
               | [$person.scenarios[$scenario][.key], .value] ] },
    { name: "each person's overall score, and whether it passes",
      pairs: [ $report.people[] | . as $person | ($standings[.staff_number] // empty) as $mine
               | [.overall, ([$mine[].score] | mean)],
                 [.passed, (([$mine[].score] | mean) >= $report.pass_mark - 1e-9
                            and ([$mine[] | select(.critical)] | length) == 0)] ] },
    { name: "the heat map: people and rules",
      pairs: [ $report.people[] as $person | $sessions
               | [.[] | select(.staff == $person.staff_number) | .marks[]]
               | group_by(.rule)[]
               | [$person.rules[.[0].rule].mark, (map(.mark) | mean)],
                 [$person.rules[.[0].rule].sessions, length] ] },
    { name: "rules over the class",
      pairs: [ $report.rules[] as $rule
               | [$sessions[].marks[] | select(.rule == $rule.rule)]
               | [$rule.sessions, length], [$rule.mark, (map(.mark) | mean)],
                 [$rule.lost_in, (map(select(.mark < 1)) | length)] ] },
    { name: "items: chosen, mean with and without, discrimination",
      pairs: [ $report.scenarios[] as $scenario | $scenario.nodes[] as $node
               | [$sessions[] | select(.scenario == $scenario.scenario and (.live | not))
                  | select(any(.picks[]; .node == $node.node))] as $came
               | [$node.answered_in, ($came | length)],
                 ( select(($came | length) > 0) | [$node.suppressed, ($came | length) < 10] ),
                 ( select($node.suppressed | not) | $node.responses[] | . as $response
                   | (if $response.form then "" else $response.response end) as $id
                   | [$came[] | select(any(.picks[]; .node == $node.node and .response == $id))
                      | .score] as $with
                   | [$came[] | select(all(.picks[];
                                           (.node == $node.node and .response == $id) | not))
                      | .score] as $without
                   | [$response.sessions, ($with | length)],
                     [$response.mean_with, ($with | mean)],
                     [$response.mean_without, ($without | mean)],
                     ( select(($with | length) > 0 and ($without | length) > 0)
                       | ($with + $without) as $all | select(($all | deviation) > 1e-9)
                       | [$response.discrimination,
                          (($with | mean) - ($without | mean)) / ($all | deviation)
                          * (($with | length) * ($without | length) / ($all | length)
                             / ($all | length) | sqrt)] ) ) ] },
    { name: "planned and actual minutes",
      pairs: [ ($in.courses | sort_by(.seq)) as $events
               | ($events | map(select(.kind == "start" or .kind == "next" or .kind == "finish")))
                 as $marks
               | range($report.courses[0].segments | length) as $i
               | [ $report.courses[0].segments[$i].actual_minutes,
                   (($marks[$i + 1].payload.clock - $marks[$i].payload.clock) / 60000) ] ] },
    { name: "agreement of two trainers: kappa",
      pairs: [ ($markings | group_by(.subject) | map(select(length == 2))) as $twice
               | [$report.marking.twice, ($twice | length)],
                 [$report.marking.sessions, ($markings | group_by(.subject) | length)],
                 [$report.marking.kappa,
                  ($twice | map([.[0].overall, .[1].overall]) | kappa)] ] },
    { name: "exercise points of the contact plan",
      pairs: [ ($in.exercises[] | select(.exercise == "contact-plan") | [.points, contact_points]),
               [($report.exercises[] | select(.exercise == "contact-plan") | .percent.mean),
                ($in.exercises | map(select(.exercise == "contact-plan" and .staff_number != "")
                                     | 100 * contact_points / 12) | mean)] ] }
  ][]
| . as $group
| (.pairs | map(select((near(.[0]; .[1])) | not))) as $differ
| if (.pairs | length) == 0 then "DIFFERS \(.name): nothing was compared"
  elif ($differ | length) == 0 then "ok \(.name) (\(.pairs | length) compared)"
  else "DIFFERS \(.name): \($differ | length) of \($group.pairs | length), first \($differ[0])" end

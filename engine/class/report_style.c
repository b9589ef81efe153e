/*
 * report_style.c: how reports look. One style for screen and paper, of a piece with the handouts
 * (document_style.c): black, greys and one blue; what matters is told by number, dash or hatch too.
 *
 * The heat map is lightest where a rule is kept and darkest where it is lost, since that is where a
 * trainer looks first; below half there is a hatch as well, which a copier keeps.
 */
#include <stddef.h>

#include "class/report_page.h"

const char *const report_style[] = {
    ":root { color-scheme: light dark }",
    "* { box-sizing: border-box }",
    "html { font: 15px/1.6 \"Noto Sans CJK SC\", \"Source Han Sans SC\", \"PingFang SC\",",
    "  \"Microsoft YaHei\", sans-serif; color: #1a1a1a; background: #fff;",
    "  -webkit-text-size-adjust: 100%; line-break: strict; overflow-wrap: anywhere }",
    "body { margin: 0 }",
    "main { max-width: 76rem; margin: 0 auto; padding: 2rem 1.25rem 4rem }",
    "header { border-bottom: 2px solid #1a1a1a; padding-bottom: .6rem; margin-bottom: 1.5rem }",
    "h1, h2, h3 { line-height: 1.35; break-after: avoid; margin: 0 0 .5rem }",
    "h1 { font-size: 1.75rem; string-set: title content() }",
    "h2 { font-size: 1.25rem; margin-top: 2.4rem }",
    "h3 { font-size: 1.02rem; margin-top: 1.4rem }",
    ".kind { margin: 0; color: #595959; letter-spacing: .06em; string-set: kind content() }",
    "p { margin: 0 0 .7rem; max-width: 46rem } h2 + p { break-after: avoid }",
    ".quiet, figcaption { color: #595959; font-size: .85rem; line-height: 1.5 }",
    "code { font-family: \"Noto Sans Mono CJK SC\", ui-monospace, monospace; font-size: .92em }",
    /* -- figures on a line of their own -- */
    ".facts { margin: 0 0 1rem; padding: 0; list-style: none }",
    ".facts li { display: inline-block; margin: 0 2rem .6rem 0; vertical-align: top }",
    ".facts b { display: block; font-size: 1.45rem; line-height: 1.2;",
    "  font-variant-numeric: tabular-nums }",
    /* -- tables -- */
    ".scroll { overflow-x: auto; margin: 0 0 1rem }",
    "table { border-collapse: collapse; line-height: 1.45; font-size: .9rem; margin: 0 0 .4rem }",
    ".over { margin-bottom: .2rem; break-after: avoid }",
    "th, td { border-bottom: 1px solid #dededc; padding: .25rem .6rem; text-align: left;",
    "  vertical-align: top; overflow-wrap: normal }",
    "thead th { border-bottom: 1.5px solid #1a1a1a; vertical-align: bottom }",
    "thead { display: table-header-group }",
    "tr, .whole { break-inside: avoid }",
    ".n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }",
    "td.id, .short, th.n.short { white-space: nowrap } th.n.long { white-space: normal }",
    ".long { min-width: 7em } th.n.long { min-width: 4.6em }",
    ".staff { min-width: 4.5em; overflow-wrap: anywhere; font-variant-numeric: tabular-nums }",
    ".node td { border-bottom: 0; padding-top: .7rem; color: #595959 }",
    ".led { min-width: 13em } .items td:first-child { min-width: 16em }",
    "small { font-size: .82em; color: #6a6a6a }",
    ".name { min-width: 7em; max-width: 14em; overflow-wrap: anywhere }",
    ".badge { display: inline-block; border: 1px solid #1a1a1a; border-radius: 3px;",
    "  padding: 0 .35em; font-size: .82em; white-space: nowrap }",
    ".badge.off { border-style: dashed; color: #595959 }",
    /* -- heat map -- */
    ".heat { border-collapse: separate; border-spacing: 1px; font-size: .66rem; line-height: 1.2 }",
    ".heat th, .heat td { border: 0; padding: .28rem 0; text-align: center; min-width: 1.2rem;",
    "  font-variant-numeric: tabular-nums }",
    ".heat td { outline: 1px solid #dededc; outline-offset: -1px;",
    "  print-color-adjust: exact; -webkit-print-color-adjust: exact }",
    ".heat th.name { overflow-wrap: anywhere; text-align: left; font-weight: 400;",
    "  min-width: 9em; max-width: 11em; padding-right: .5em }",
    ".heat .gap { min-width: .35rem; outline: 0; padding: 0 }",
    ".h0 { background: #fff } .h1 { background: #dbe6f2 } .h2 { background: #aac5e1 }",
    ".h3 { background: #6b9ccd } .h4 { background: #1d4e86; color: #fff }",
    ".heat .none { color: #767676 }",
    ".low { text-decoration: underline; font-weight: 700 }",
    ".legend span { display: inline-block; min-width: 3.6em; text-align: center; color: #1a1a1a;",
    "  margin-right: 2px; padding: .1em .4em; outline: 1px solid #dededc; outline-offset: -1px;",
    "  print-color-adjust: exact; -webkit-print-color-adjust: exact } .legend .h4 { color: #fff }",
    /* -- pictures -- */
    "figure { margin: 0 0 1rem; break-inside: avoid; overflow-x: auto }",
    "svg { max-width: 100%; height: auto; display: block; font-family: inherit }",
    "@media screen { svg { min-width: 36rem } .bigger svg { min-width: 49rem; margin: 0 auto } }",
    /* -- a trainee's sheet -- */
    "main.sheet { max-width: 51rem }",
    ".card { border: 1.5px solid #1a1a1a; border-radius: 6px; padding: .9rem 1.1rem .4rem;",
    "  margin: 0 0 1rem; break-inside: avoid }",
    ".card h2 { margin-top: 0 } .say { margin-left: 1.4rem }",
    "ol, ul { margin: 0 0 .8rem; padding-left: 1.4rem } li { margin-bottom: .3rem }",
    /* -- a dark screen; what has no line here is light on light paper, as printed -- */
    "@media screen and (prefers-color-scheme: dark) {",
    "  html { color: #ececea; background: #1b1b19 } .kind, .quiet, figcaption, .node td,",
    "  .badge.off, small { color: #b4b4b0 }",
    "  th, td { border-color: #3a3a36 } header, thead th, .card, .badge { border-color: #ececea }",
    "  .heat, .legend span { color: #1a1a1a } .heat th { color: #ececea }",
    "  .heat .none { color: #b4b4b0 } .h4, .legend .h4 { color: #fff }",
    "  figure { background: #fff; color: #1a1a1a; padding: .6rem; border-radius: 4px }",
    "  figcaption { color: #595959 }",
    "}",

    /* -- paper -- */
    "@media screen and (max-width: 60rem) { th, td { padding: .25rem .35rem } }",
    "@media screen and (max-width: 34rem) { main { padding: 1.2rem .9rem 3rem } html {",
    "  font-size: 14px } }",
    "@media print {",
    "  html { font-size: 9.5pt } main { max-width: none; padding: 0 }",
    "  h2 { margin-top: 1.4rem }",
    "  .wide, .broad > header, .broad > p, .broad > ul { page: wide } .scroll, figure { overflow: "
    "visible }",
    "  .scenario { break-before: page } .bigger svg { max-height: 216mm; margin: 0 auto }",
    "  .items { font-size: 7.5pt; line-height: 1.3 }",
    "  .heat { font-size: 6.2pt } .heat th, .heat td { min-width: 0; padding: .22rem .08rem }",
    "  .heat th.name { max-width: 9em }",
    "}",
    "@page { size: A4; margin: 18mm 16mm;",
    "  font: 8pt \"Noto Sans CJK SC\", \"Source Han Sans SC\", \"PingFang SC\",",
    "    \"Microsoft YaHei\", sans-serif; color: #444;",
    "  @top-left { content: string(title) } @top-right { content: string(kind) }",
    "  @bottom-right { content: counter(page) \" / \" counter(pages) } }",
    "@page wide { size: A4 landscape; margin: 14mm 12mm }",
    "@page :first { @top-left { content: none } @top-right { content: none } }",
    NULL,
};

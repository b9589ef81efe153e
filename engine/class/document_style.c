/*
 * document_style.c: how documents look. One style for screen and paper.
 *
 * Black on white, greys only for what may be overlooked, so that any office printer and copier
 * does: a frame, a rule or a weight tells things apart, never a colour. Chinese and Latin letters
 * come from one family (Noto Sans CJK, also known as Source Han Sans), whose Latin is drawn to sit
 * beside Han characters; the others are what Macs and Windows have instead. Chinese has no italics,
 * so there are none. No rule cuts text off: nothing here has a fixed height and hidden overflow.
 */
#include <stddef.h>

#include "class/document_parts.h"

const char *const document_style[] = {
    /* -- everywhere -- */
    "* { box-sizing: border-box }",
    "html { font: 16px/1.65 \"Noto Sans CJK SC\", \"Source Han Sans SC\", \"PingFang SC\",",
    "  \"Microsoft YaHei\", sans-serif; color: #1a1a1a; background: #fff;",
    "  -webkit-text-size-adjust: 100%; text-autospace: normal; line-break: strict;",
    "  overflow-wrap: anywhere }",
    "body { margin: 0 }",
    "main { max-width: 38rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem }",
    "@media screen { .compact main { max-width: 46rem } }",
    "header { margin-bottom: 2rem; border-bottom: 2px solid #1a1a1a; padding-bottom: .6rem }",
    "h1, h2, h3, h4 { line-height: 1.35; font-weight: 700; break-after: avoid }",
    "h1 { font-size: 1.75rem; margin: 0; string-set: title content() }",
    "h2 { font-size: 1.25rem; margin: 2.2rem 0 .6rem }",
    "h3 { font-size: 1.05rem; margin: 1.5rem 0 .4rem }",
    "h4 { font-size: .9rem; margin: 1rem 0 .2rem; color: #444 }",
    ".kind { margin: 0 0 .2rem; font-size: .9rem; letter-spacing: .08em; color: #444;",
    "  string-set: kind content() }",
    "p { margin: 0 0 .7rem; orphans: 2; widows: 2 }",
    ".lead { font-size: 1.05rem }",
    ".quiet, small { font-size: .82rem; color: #555 }",
    ".quiet { line-height: 1.5 }",
    ".speech { margin-left: 1.4rem }",
    "ul, ol { margin: 0 0 .8rem; padding-left: 1.4rem }",
    "li { margin-bottom: .3rem; orphans: 2; widows: 2 }",
    "li > p { margin-bottom: .3rem }",
    ".checks { list-style: none }",
    ".checks > li::before, .box { content: \"\"; display: inline-block; width: .85em;",
    "  height: .85em; border: 1px solid #1a1a1a; vertical-align: -.08em }",
    ".checks > li::before { margin: 0 .55em 0 -1.4em }",
    ".box { margin-right: .4em }",
    ".ticked { background: #1a1a1a; box-shadow: inset 0 0 0 2px #fff }",
    ".gap { display: inline-block; width: 7em; border-bottom: 1px solid #1a1a1a }",

    /* -- frames -- */
    ".card, .keep, .slide, tr, .line { break-inside: avoid }",
    "h2 + .quiet, h2 + .quiet + .quiet { break-after: avoid }",
    ".card { border: 1.5px solid #1a1a1a; border-radius: 6px; padding: .9rem 1.1rem .5rem;",
    "  margin: 0 0 1rem }",
    ".note { border-left: 3px solid #999; padding-left: .9rem; margin: 0 0 .8rem }",
    ".card > :first-child, .note > :first-child, td > :first-child { margin-top: 0 }",
    "td > :last-child { margin-bottom: 0 }",
    "td > ul, td > ol { padding-left: 1.1rem }",

    /* -- tables -- */
    "table { width: 100%; table-layout: fixed; border-collapse: collapse; margin: 0 0 1rem;",
    "  font-size: .92rem; line-height: 1.5 }",
    "th, td { border: 1px solid #999; padding: .35rem .5rem; text-align: left;",
    "  vertical-align: top }",
    "th { border-bottom: 1.5px solid #1a1a1a; font-weight: 700 }",
    ".number { text-align: right; font-variant-numeric: tabular-nums }",
    ".blank { height: 2.2rem }",
    ".tick { text-align: center }",
    ".tick .box { margin: 0 }",
    ".band td { font-weight: 700; background: #f0f0ee }",
    "thead { display: table-header-group; break-after: avoid }",

    /* -- to write on -- */
    ".lines { margin: 0 0 1rem }",
    ".line { height: 2.1rem; border-bottom: 1px solid #999 }",
    ".fields { margin: 0 0 1.2rem }",
    ".field { display: inline-block; padding: .5rem .8rem 0 0 }",
    ".field > span { display: block; border-bottom: 1px solid #1a1a1a; color: #444;",
    "  font-size: .9rem }",

    /* -- slides on paper: two frames side by side -- */
    ".pair { display: table; table-layout: fixed; width: 100%; margin: 0 0 .9rem;",
    "  break-inside: avoid }",
    ".gutter { display: table-cell; width: 3% }",
    ".slide { display: table-cell; height: 14.5rem; border: 1.5px solid #1a1a1a;",
    "  border-radius: 4px; padding: .9rem 1rem; vertical-align: top }",
    ".slide:empty { border-color: transparent }",
    ".slide h3 { margin: 0 0 .6rem; padding-bottom: .3rem; border-bottom: 1px solid #999 }",
    ".slide li { margin-bottom: .45rem; font-size: .95rem; line-height: 1.5 }",

    /* -- a narrow screen: one slide under another, a table's rows as lists -- */
    "@media screen and (max-width: 34rem) {",
    "  main { padding: 1.2rem 1rem 3rem }",
    "  table, thead, tbody, tr, td, .pair, .slide { display: block; width: auto }",
    "  thead, .gutter { display: none }",
    "  tr { border: 1px solid #999; margin-bottom: .6rem }",
    "  td { border: 0; padding: .3rem .6rem }",
    "  td[data-label]::before { content: attr(data-label); display: block; font-size: .8rem;",
    "    color: #555 }",
    "  .tick, .number { text-align: left }",
    "  .blank { border-bottom: 1px solid #999; margin: 0 .6rem .6rem; padding: 0 }",
    "  .field { width: 100% !important }",
    "  .slide { height: auto; margin-bottom: 1rem }",
    "  .slide:empty { display: none }",
    "}",

    /* -- paper -- */
    "@media screen { .page-break { border-top: 1px dashed #999; margin: 2.5rem 0 } }",
    "@media print {",
    "  html { font-size: 10pt; line-height: 1.55 }",
    "  main { max-width: none; padding: 0 }",
    "  header { margin-bottom: 1.2rem }",
    "  h2 { margin-top: 1.5rem }",
    "  p { margin-bottom: .5rem }",
    "  li { margin-bottom: .15rem }",
    "  th, td { padding: .25rem .45rem }",
    "  .blank { height: 1.9rem }",
    "  .compact { font-size: 8.8pt; line-height: 1.4 }",
    "  .compact:lang(en) { font-size: 8.3pt }",
    "  .compact header { margin-bottom: .8rem }",
    "  .compact h2 { margin: 1rem 0 .3rem }",
    "  .compact table { line-height: 1.4 }",
    "  .compact th, .compact td { padding: .18rem .4rem }",
    "  .compact p, .compact ul, .compact ol { margin-bottom: .25rem }",
    "  .compact .card { padding: .6rem .8rem .35rem; margin-bottom: .6rem }",
    "  .compact .note, .compact .fields { margin-bottom: .6rem }",
    "  .page-break { break-after: page }",
    "  .page-break + h2, .page-break + section > h2 { margin-top: 0 }",
    "}",
    "@page { size: A4; margin: 22mm 20mm 20mm;",
    "  font: 8.5pt \"Noto Sans CJK SC\", \"Source Han Sans SC\", \"PingFang SC\",",
    "    \"Microsoft YaHei\", sans-serif; color: #444;",
    "  @top-left { content: string(title) }",
    "  @top-right { content: string(kind) } }",
    "@page :first { @top-left { content: none } @top-right { content: none } }",
    NULL,
};

const char *document_page_number(enum language language)
{
    return language == LANGUAGE_ZH ? "\"第 \" counter(page) \" 页，共 \" counter(pages) \" 页\""
                                   : "\"Page \" counter(page) \" of \" counter(pages)";
}

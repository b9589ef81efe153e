/*
 * pdf.h: HTML on paper, through WeasyPrint.
 *
 * Three ways lead from our documents to PDF on Debian: pandoc with a TeX, groff, and WeasyPrint.
 * We take WeasyPrint (Debian's weasyprint). It sets HTML by the CSS of paged media, so the page on
 * the screen and the page on paper are one text with one style, where pandoc would need a LaTeX
 * template and groff a macro package beside it. It breaks Chinese lines by the rules (UAX 14 through
 * Pango: no full stop begins a line, no opening bracket ends one) with the Noto fonts, embeds what
 * it used of them, repeats table heads, keeps cards whole, and numbers pages "2 of 5"; groff has no
 * usable Chinese. It needs some 60 MB of packages; a TeX that can set Chinese needs over a GB. It
 * runs without a network and without a display.
 *
 * WeasyPrint is a program of its own, started with an argument vector, its input and output in
 * nameless temporary files: nothing from a document reaches a command line, and nothing can block
 * on a full pipe. It is not needed to build or run yanlian; who asks for PDF without it is told what
 * to install, and that any browser prints the HTML.
 */
#ifndef YANLIAN_CLASS_PDF_H
#define YANLIAN_CLASS_PDF_H

#include "base/error.h"

/* Seconds that one document may take. */
enum { PDF_SECONDS_MAX = 300 };

/*
 * Sets `html` and writes the PDF to `path` (as file_replace does: whole or not at all). Fails with
 * ERROR_SYSTEM when WeasyPrint is missing, fails, or takes too long; the error holds the last
 * line of what it said.
 */
bool pdf_write(const char *html, const char *path, struct error *error);

/* The same with another limit. */
bool pdf_write_within(const char *html, const char *path, int seconds, struct error *error);

#endif

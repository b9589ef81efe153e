// check.js: what is wrong with the page as it stands in the window, as a list of sentences.
//
// Runs in the page (WebDriver "execute/sync"). Text is cut off when it reaches over the window's
// side, over a box that hides what overflows, or over the edge of its drawing; in drawings, texts
// must not lie on one another either. What can be scrolled to inside a box of its own is not cut.
// Nor may text be too faint for what is behind it, or a table's words stand one character a line.
const faults = [];
const width = document.documentElement.clientWidth;
const SLACK = 1; // pixels: rounding of sub-pixel layout
const MIDDLING = 800; // from this width of the window on a drawing must be seen whole and be read:
const LEAST_SIZE = 10; // pixels, of its letters

const words = (text) => JSON.stringify(text.trim().replace(/\s+/g, ' ').slice(0, 40));
const hides = (style, axis) => /hidden|clip/.test(style['overflow' + axis]);
const scrolls = (style) => /auto|scroll/.test(style.overflowX);

function isShown(element) {
    for (let at = element; at; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (style.display === 'none' || style.visibility === 'hidden') return false;
    }
    return true;
}

// ---- the page and its boxes

if (document.documentElement.scrollWidth > width + SLACK)
    faults.push(`the page is ${document.documentElement.scrollWidth} px wide in a window of ${width}`);

for (const element of document.body.querySelectorAll('*')) {
    if (element.closest('svg')) continue;
    const style = getComputedStyle(element);
    if (hides(style, 'X') && element.scrollWidth > element.clientWidth + SLACK)
        faults.push(`text is cut at the side of its box: ${words(element.textContent)}`);
    if (hides(style, 'Y') && element.scrollHeight > element.clientHeight + SLACK)
        faults.push(`text is cut at the foot of its box: ${words(element.textContent)}`);
}

// ---- colours and narrow columns

// Red, green, blue and opacity of a computed colour; the luminance and contrast are WCAG 2.1's.
const channels = (colour) => {
    const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number);
    return { r, g, b, a };
};
const linear = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const luminance = ({ r, g, b }) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);

// The nearest colour that is painted behind an element; a page without any is white.
function behind(element) {
    for (let at = element; at; at = at.parentElement) {
        const colour = channels(getComputedStyle(at).backgroundColor);
        if (colour.a > 0) return colour;
    }
    return { r: 255, g: 255, b: 255, a: 1 };
}

function contrast(element) {
    const [a, b] = [channels(getComputedStyle(element).color), behind(element)].map(luminance);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

// Large letters (24 px, or 18.66 px when bold) may be fainter.
function isFaint(element) {
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    return contrast(element) < (large ? 3 : 4.5);
}

// Words of three characters and more, one on each line: a column that was left no room.
function standsUpright(node, boxes) {
    const size = parseFloat(getComputedStyle(node.parentElement).fontSize);
    return boxes.length >= 3 && boxes.length >= [...node.data.trim()].length &&
        boxes.every((box) => box.width < size * 1.6);
}

// ---- every run of text

const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || !isShown(parent) || /^(STYLE|SCRIPT|TITLE|DESC)$/i.test(parent.tagName))
        continue;
    const lines = document.createRange();
    lines.selectNodeContents(node);
    if (parent.closest('td, th') && standsUpright(node, [...lines.getClientRects()]))
        faults.push(`words stand upright: ${words(node.data)}`);
    if (!parent.closest('svg') && isFaint(parent))
        faults.push(`text is faint, ${contrast(parent).toFixed(1)} : 1: ${words(node.data)}`);
    let scrollable = false;
    for (let at = parent; at && at !== document.body; at = at.parentElement)
        scrollable = scrollable || scrolls(getComputedStyle(at));
    if (scrollable) continue;
    for (const box of lines.getClientRects())
        if (box.left < -SLACK || box.right > width + SLACK)
            faults.push(`text lies outside of the page: ${words(node.data)}`);
}

// ---- drawings

// The four corners of a text as it is seen, with whatever turns and moves it; a little less than
// its box, which is taller than the letters.
function corners(text) {
    const box = text.getBBox();
    const matrix = text.getScreenCTM();
    const trim = box.height * 0.2;
    const at = (x, y) => ({ x: matrix.a * x + matrix.c * y + matrix.e, y: matrix.b * x + matrix.d * y + matrix.f });
    return [
        at(box.x + 1, box.y + trim), at(box.x + box.width - 1, box.y + trim),
        at(box.x + box.width - 1, box.y + box.height - trim), at(box.x + 1, box.y + box.height - trim),
    ];
}

// Two convex shapes lie apart when some side of one separates them.
function liesApart(one, other) {
    for (let i = 0; i < one.length; i++) {
        const a = one[i], b = one[(i + 1) % one.length];
        const side = (p) => (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
        const inner = Math.sign(one.reduce((sum, p) => sum + side(p), 0)) || 1;
        if (other.every((p) => side(p) * inner <= 0)) return true;
    }
    return false;
}

for (const svg of document.querySelectorAll('svg')) {
    if (svg.parentElement.closest('svg') || !isShown(svg)) continue;
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')].filter((text) => text.textContent.trim() && isShown(text));
    const shapes = texts.map(corners);
    if (width >= MIDDLING) {
        const box = svg.parentElement;
        if (box.scrollWidth > box.clientWidth + SLACK)
            faults.push(`a drawing has to be scrolled: ${words(svg.querySelector('title')?.textContent ?? '')}`);
        for (const text of texts) {
            const size = parseFloat(getComputedStyle(text).fontSize) * Math.abs(text.getScreenCTM().a);
            if (size < LEAST_SIZE)
                faults.push(`letters of ${size.toFixed(1)} px in a drawing: ${words(text.textContent)}`);
        }
    }
    shapes.forEach((shape, i) => {
        for (const p of shape)
            if (p.x < frame.left - SLACK || p.x > frame.right + SLACK ||
                p.y < frame.top - SLACK || p.y > frame.bottom + SLACK) {
                faults.push(`text lies outside of its drawing: ${words(texts[i].textContent)}`);
                break;
            }
        for (let k = 0; k < i; k++)
            if (!liesApart(shape, shapes[k]) && !liesApart(shapes[k], shape))
                faults.push(`texts lie on one another: ${words(texts[k].textContent)} and ${words(texts[i].textContent)}`);
    });
}

return [...new Set(faults)];

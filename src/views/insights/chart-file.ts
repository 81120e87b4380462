/** What a picture needs of the page's styles, since it leaves the page without its style sheets. */
const PROPERTIES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
] as const;

const SVG = 'http://www.w3.org/2000/svg';
const EDGE = 24;
const TITLE = 36;

/**
 * A chart as a file of its own: the words over it, the page's colour under it, every style in it. It names no other
 * file and holds no script.
 *
 * @param chart a drawn chart, with its width and height in px
 * @param title the sentence that the chart proves
 * @returns SVG 1.1, and its size in px
 */
export function svgOf(chart: SVGSVGElement, title: string): { text: string; width: number; height: number } {
  const width = chart.clientWidth || Number(chart.getAttribute('width'));
  const height = chart.clientHeight || Number(chart.getAttribute('height'));
  const page = getComputedStyle(document.body);
  const whole = document.createElementNS(SVG, 'svg');
  const size = { width: width + 2 * EDGE, height: height + TITLE + 2 * EDGE };
  whole.setAttribute('xmlns', SVG);
  whole.setAttribute('width', `${size.width}`);
  whole.setAttribute('height', `${size.height}`);
  whole.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
  const name = document.createElementNS(SVG, 'title');
  name.textContent = title;
  const paper = document.createElementNS(SVG, 'rect');
  paper.setAttribute('width', '100%');
  paper.setAttribute('height', '100%');
  paper.setAttribute('fill', page.backgroundColor);
  const words = document.createElementNS(SVG, 'text');
  words.setAttribute('x', `${EDGE}`);
  words.setAttribute('y', `${EDGE + 14}`);
  words.setAttribute('fill', page.color);
  words.setAttribute('font-family', page.fontFamily);
  words.setAttribute('font-size', '16');
  words.setAttribute('font-weight', '600');
  words.textContent = title;
  const inner = styledCopy(chart);
  inner.setAttribute('x', `${EDGE}`);
  inner.setAttribute('y', `${EDGE + TITLE}`);
  inner.setAttribute('overflow', 'visible');
  whole.append(name, paper, words, inner);
  return { text: new XMLSerializer().serializeToString(whole), ...size };
}

function styledCopy(chart: SVGSVGElement): Element {
  const copy = chart.cloneNode(true);
  if (!(copy instanceof Element)) throw new TypeError('A copy of a chart is no element.');
  const from = [chart, ...chart.querySelectorAll('*')];
  const to = [copy, ...copy.querySelectorAll('*')];
  from.forEach((element, at) => {
    const style = getComputedStyle(element);
    const target = to[at];
    for (const property of PROPERTIES) target?.setAttribute(property, style.getPropertyValue(property));
    for (const name of ['class', 'data-group', 'role', 'aria-label']) target?.removeAttribute(name);
  });
  return copy;
}

/** Pixels of the file for each of the page's. */
const SCALE = 2;

/**
 * The same as a PNG, twice as large as on the page.
 *
 * @throws when the browser can't draw it
 */
export async function pngOf(chart: SVGSVGElement, title: string): Promise<Blob> {
  const { text, width, height } = svgOf(chart, title);
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil(width * SCALE);
    canvas.height = Math.ceil(height * SCALE);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('The browser gives no canvas to draw on.');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob === null) throw new Error('The browser made no picture of it.');
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}

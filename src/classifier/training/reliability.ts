import type { Claim } from './metrics.ts';

const BINS = 10;

/** Claims of about the same confidence. */
export interface ReliabilityBin {
  claims: number;
  /** Mean confidence, and the share that was right. */
  confidence: number;
  right: number;
}

/** Sorts claims into ten bins of equal width (DeGroot and Fienberg 1983, reliability diagrams); empty bins are left out. */
export function reliabilityBins(claims: readonly Claim[]): ReliabilityBin[] {
  const bins = Map.groupBy(claims, ({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)));
  return [...bins.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, of]) => ({
      claims: of.length,
      confidence: of.reduce((sum, { confidence }) => sum + confidence, 0) / of.length,
      right: of.filter(({ right }) => right).length / of.length,
    }));
}

const SIDE = 360;
const EDGE = 48;

/** A reliability diagram as SVG: the nearer the dots to the diagonal, the more a confidence means what it says. */
export function reliabilitySvg(claims: readonly Claim[], title: string): string {
  const x = (value: number): string => (EDGE + value * SIDE).toFixed(1);
  const y = (value: number): string => (EDGE + (1 - value) * SIDE).toFixed(1);
  const most = Math.max(1, ...reliabilityBins(claims).map((bin) => bin.claims));
  const dots = reliabilityBins(claims).map(
    ({ claims: count, confidence, right }) =>
      `<circle cx="${x(confidence)}" cy="${y(right)}" r="${(4 + 10 * Math.sqrt(count / most)).toFixed(1)}"/>` +
      `<text x="${x(confidence)}" y="${(Number(y(right)) - 18).toFixed(1)}" text-anchor="middle">${count}</text>`,
  );
  const marks = [0, 0.25, 0.5, 0.75, 1].map(
    (at) =>
      `<text x="${x(at)}" y="${EDGE + SIDE + 18}" text-anchor="middle">${at}</text>` +
      `<text x="${EDGE - 8}" y="${Number(y(at)) + 4}" text-anchor="end">${at}</text>`,
  );
  const size = SIDE + 2 * EDGE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" font-family="sans-serif" font-size="12" role="img">`,
    `<title>${title}</title>`,
    `<rect width="${size}" height="${size}" fill="#fff"/>`,
    `<rect x="${EDGE}" y="${EDGE}" width="${SIDE}" height="${SIDE}" fill="none" stroke="#999"/>`,
    `<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="#999" stroke-dasharray="4 4"/>`,
    `<g fill="#1f5f8b">${dots.join('')}</g>`,
    `<g fill="#333">${marks.join('')}`,
    `<text x="${EDGE + SIDE / 2}" y="${size - 8}" text-anchor="middle">confidence shown</text>`,
    `<text x="14" y="${EDGE + SIDE / 2}" text-anchor="middle" transform="rotate(-90 14 ${EDGE + SIDE / 2})">share that was right</text>`,
    `<text x="${EDGE}" y="24" font-size="14">${title}</text></g>`,
    '</svg>\n',
  ].join('\n');
}

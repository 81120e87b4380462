import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { downloadBlob } from '../log/download.ts';
import { wordsOf } from '../log/trouble.ts';
import { pngOf, svgOf } from './chart-file.ts';

/** One row of the numbers behind a chart: its name, perhaps with the address that shows it in the log. */
export interface NumberRow {
  key: string;
  name: string;
  href?: string;
  cells: readonly (string | number)[];
}

interface ChartFigureProps {
  /** What the picture is of: the caption of its table, and the words over it in a file. */
  title: string;
  /** Of the file, without its ending. */
  fileName: string;
  columns: readonly string[];
  rows: readonly NumberRow[];
  draw(width: number): ComponentChildren;
  children?: ComponentChildren;
}

const FIRST_WIDTH = 640;

/** A chart as wide as its place, the numbers behind it as a table, and the ways to save it. */
export function ChartFigure({ title, fileName, columns, rows, draw, children }: ChartFigureProps) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(FIRST_WIDTH);
  const [said, setSaid] = useState('');

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = (): void => setWidth((last) => Math.floor(element.clientWidth) || last);
    measure();
    // A frame later: a chart drawn anew in the observer's own turn would make it look again.
    const watch = new ResizeObserver(() => requestAnimationFrame(measure));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  const save = async (kind: 'svg' | 'png'): Promise<void> => {
    const chart = box.current?.querySelector<SVGSVGElement>('svg.chart');
    if (!chart) return;
    try {
      const name = `${fileName}.${kind}`;
      downloadBlob(
        name,
        kind === 'png'
          ? await pngOf(chart, title)
          : new Blob([svgOf(chart, title).text], { type: 'image/svg+xml' }),
      );
      setSaid(`Saved as ${name}`);
    } catch (error) {
      setSaid(wordsOf(error));
    }
  };

  return (
    <div class="picture">
      {children}
      <div ref={box} class="picture__box">
        {draw(width)}
      </div>
      <div class="picture__acts">
        <details class="numbers">
          <summary>Show the numbers</summary>
          <Numbers title={title} columns={columns} rows={rows} />
        </details>
        <span class="picture__save">
          <Button kind="text" small aria-label={`Save as SVG: ${title}`} onClick={() => void save('svg')}>
            Save as SVG
          </Button>
          <Button kind="text" small aria-label={`Save as PNG: ${title}`} onClick={() => void save('png')}>
            Save as PNG
          </Button>
        </span>
        <p class="meta" role="status">
          {said}
        </p>
      </div>
    </div>
  );
}

/** Rows of numbers drawn: five years of days would be more than anybody reads. */
const MOST_ROWS = 400;

const Numbers = ({ title, columns, rows }: Pick<ChartFigureProps, 'title' | 'columns' | 'rows'>) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than its place is scrolled by keys too
  <section class="numbers__table" tabIndex={0} aria-label={`Numbers: ${title}`}>
    <table>
      <caption>{title}</caption>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, MOST_ROWS).map(({ key, name, href, cells }) => (
          <tr key={key}>
            <th scope="row">{href ? <a href={href}>{name}</a> : name}</th>
            {cells.map((cell, at) => (
              <td key={columns[at + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    {rows.length > MOST_ROWS && <p class="meta">And {rows.length - MOST_ROWS} more.</p>}
  </section>
);

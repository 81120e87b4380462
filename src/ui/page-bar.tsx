import type { ComponentChildren } from 'preact';
import { Logo } from './glyph.tsx';
import './page-bar.css';

const PAGES = [
  { id: 'log', name: 'Log', href: '/log.html' },
  { id: 'insights', name: 'Insights', href: '/insights.html' },
  { id: 'options', name: 'Settings', href: '/options.html' },
] as const;

interface PageBarProps {
  /** The page this bar stands on. */
  here: (typeof PAGES)[number]['id'];
  /** What stands between the names of the pages and the end: a search field. */
  children?: ComponentChildren;
  /** Buttons at the end. */
  end?: ComponentChildren;
}

/** The head of the full-width pages: our name, the pages there are, and what this one adds. */
export const PageBar = ({ here, children, end }: PageBarProps) => (
  <header class="bar">
    <a class="bar__name" href="/log.html">
      <Logo />
      <span>Long Game</span>
    </a>
    <nav aria-label="Pages">
      {PAGES.map(({ id, name, href }) => (
        <a key={id} href={href} aria-current={id === here ? 'page' : undefined}>
          {name}
        </a>
      ))}
    </nav>
    {children}
    {end && <div class="bar__end">{end}</div>}
  </header>
);

import { useId } from 'preact/hooks';
import type { CopyKind } from '../../log/copy-as.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/glyph.tsx';
import { useDisclosed } from './use-disclosed.ts';
import './transfer.css';
import '../../ui/floats.css';

const KINDS: readonly { kind: CopyKind; name: string; hint: string }[] = [
  { kind: 'text', name: 'Plain text', hint: 'The quote and its source' },
  { kind: 'html', name: 'HTML quote', hint: 'For a document or a web page' },
  { kind: 'apa', name: 'Citation, APA', hint: '7th edition' },
  { kind: 'chicago', name: 'Citation, Chicago', hint: '18th edition' },
  { kind: 'link', name: 'Link', hint: 'Opens at the quote' },
];

/** Copies a clipping: at once as Markdown, or as one of the others. */
export function CopyMenu({ copy }: { copy(kind: CopyKind): void }) {
  const id = useId();
  const { open, setOpen, box, button } = useDisclosed();
  const choose = (kind: CopyKind): void => {
    setOpen(false);
    button.current?.focus();
    copy(kind);
  };
  return (
    <>
      <Button onClick={() => copy('markdown')}>Copy</Button>
      <div class="export export--up" ref={box}>
        <Button ref={button} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          Copy as <Icon icon="chevron" small />
        </Button>
        {open && (
          <section class="menu float" id={id} aria-label="Copy as">
            {KINDS.map(({ kind, name, hint }) => (
              <button key={kind} type="button" class="menu__item" onClick={() => choose(kind)}>
                {name}
                <span class="hint">{hint}</span>
              </button>
            ))}
          </section>
        )}
      </div>
    </>
  );
}

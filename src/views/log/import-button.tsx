import { useRef } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';

interface ImportButtonProps {
  /** The button's words. */
  children: string;
  kind?: 'plain' | 'text';
  choose(file: File): void;
}

/** A button that asks for a backup's file. The same file may be chosen twice. */
export function ImportButton({ children, kind = 'plain', choose }: ImportButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button kind={kind} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,.jsonld,application/json,application/ld+json"
        aria-label={`${children}: file`}
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) choose(file);
        }}
      />
    </>
  );
}

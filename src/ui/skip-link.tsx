import './skip-link.css';

/** The first stop of the Tab key: past the head of a view, to what it lists. `target` is an element's id. */
export function SkipLink({ target, children }: { target: string; children: string }) {
  const skip = (event: Event) => {
    event.preventDefault(); // the address is the view's own: a fragment would change its query
    document.getElementById(target)?.focus();
  };
  return (
    <a class="skip" href={`#${target}`} onClick={skip}>
      {children}
    </a>
  );
}

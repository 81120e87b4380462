import { useEffect, useRef } from 'preact/hooks';

/** The heading of a page within the log page. It takes the focus, since what had it has gone. */
export function PageHeading({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [children]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}

import './trouble-line.css';

/** What could not be done, where it was tried. Nothing when all went well. */
export const TroubleLine = ({ children }: { children: string | null }) =>
  children && (
    <p class="trouble" role="alert">
      {children}
    </p>
  );

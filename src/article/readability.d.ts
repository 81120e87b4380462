/** The class by itself: the package's entry brings a second function that nothing here calls into every page. */
declare module '@mozilla/readability/Readability.js' {
  import { Readability } from '@mozilla/readability';
  export default Readability;
}

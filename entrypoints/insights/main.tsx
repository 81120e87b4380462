import { render } from 'preact';
import { openStore } from '../../src/clippings/indexed-db-store.ts';
import { lazyStore } from '../../src/clippings/lazy-store.ts';
import { InsightsPage } from '../../src/views/insights/insights.tsx';

const app = document.getElementById('app');
if (app) render(<InsightsPage store={lazyStore(openStore)} />, app);

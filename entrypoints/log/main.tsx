import { render } from 'preact';
import { openStore } from '../../src/clippings/indexed-db-store.ts';
import { lazyStore } from '../../src/clippings/lazy-store.ts';
import { browserViewClient } from '../../src/messages/browser-view-client.ts';
import { LogPage } from '../../src/views/log/log.tsx';

const app = document.getElementById('app');
if (app) render(<LogPage client={browserViewClient()} store={lazyStore(openStore)} />, app);

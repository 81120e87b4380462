import { render } from 'preact';
import { openStore } from '../../src/clippings/indexed-db-store.ts';
import { lazyStore } from '../../src/clippings/lazy-store.ts';
import { browserViewClient } from '../../src/messages/browser-view-client.ts';
import { Popup } from '../../src/views/popup/popup.tsx';

const app = document.getElementById('app');
if (app) render(<Popup client={browserViewClient()} store={lazyStore(openStore)} surface="popup" />, app);

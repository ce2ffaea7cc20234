/** The page of a safety walk on a phone, /walk/{id}. */
import { comeIn } from './comeIn.js';
import { WalkPage } from './walkPage.js';

const main = document.getElementById('main');
const come = await comeIn(main);
if (come) new WalkPage(main, come).open();

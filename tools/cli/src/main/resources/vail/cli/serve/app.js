// The page: asks when it opens and whenever the form is sent.

import { ask, takeKey } from './ask.js';
import { watchBooks } from './books.js';
import { byId, complain, show } from './dom.js';
import { command, fill, question } from './form.js';
import { start } from './live.js';
import { scrub } from './scrub.js';
import { tell } from './small.js';
import { begin } from './whatif.js';

let newest = 0;

async function simulate() {
  const mine = ++newest;
  const asked = question();
  const answer = byId('answer');
  answer.setAttribute('aria-busy', 'true');
  byId('verdict').textContent = 'Simulating …';
  complain(null);
  begin();
  try {
    const found = await ask('simulate', asked);
    if (mine !== newest) return;
    byId('question').textContent = found.question;
    byId('verdict').textContent = found.verdict;
    byId('command').textContent = command(asked);
    show(byId('tiles'), found.tiles);
    show(byId('pictures'), found.html);
    scrub(found);
    answer.setAttribute('aria-busy', 'false');
    await measure(asked, mine);
  } catch (trouble) {
    if (mine !== newest) return;
    byId('verdict').textContent = 'Not simulated.';
    answer.setAttribute('aria-busy', 'false');
    complain(trouble);
  }
}

/** What was assumed about frames, tried with real ones. */
async function measure(asked, mine) {
  const section = byId('measured');
  section.hidden = false;
  byId('measured-words').textContent = 'Encoding and decoding at every hop …';
  byId('measured-html').replaceChildren();
  const found = await ask('measure', asked);
  if (mine !== newest) return;
  byId('measured-words').textContent = `${found.size} of each die were really encoded, sent and decoded: frames took ${found.ratio.toFixed(4)}`
    + ` of their values, where ${asked.ratio || 'the usual ratio'} was assumed above. ${found.holds ? 'No value was changed.' : 'VALUES WERE CHANGED.'}`;
  show(byId('measured-html'), found.html);
}

async function open() {
  if (!takeKey()) {
    byId('verdict').textContent = '';
    complain(new Error('This page wants its key: open the address that vail serve has printed, with all that follows #.'));
    return;
  }
  byId('form').addEventListener('submit', event => {
    event.preventDefault();
    simulate().then(() => byId('answer').scrollIntoView({ block: 'nearest' }));
  });
  byId('start').addEventListener('click', event => start(question(), event.currentTarget));
  byId('start-books').addEventListener('click', event => watchBooks(question(), event.currentTarget));
  try {
    const choices = await ask('choices', {});
    fill(choices);
    tell(choices.limits);
    await simulate();
  } catch (trouble) {
    complain(trouble);
  }
}

open();

// Real values are run small: says so beside each button before it is pressed, and what was run with the result.

import { byId, bytes } from './dom.js';
import { question, sizeOf } from './form.js';

let limits = {};

/** From now on the words of a kind of run, as 'live-small', say what it will run. */
export function tell(given) {
  limits = given;
  byId('form').addEventListener('input', refresh);
  refresh();
}

function refresh() {
  for (const kind of Object.keys(limits)) byId(kind + '-small').textContent = words(kind, question());
}

/** What is run of a question: as much of it as a kind of run takes. */
function part(kind, asked) {
  const most = limits[kind];
  return { size: Math.min(most.bytes, sizeOf(asked.size)), chunks: Math.min(most.chunks, Number(asked.chunks)) };
}

const amount = (size, chunks) => `${size} of each die in ${chunks} sub-chunk${chunks === 1 ? '' : 's'}`;

/** Whether that is less than all of it; what cannot be read is not. */
function isLess(kind, asked) {
  const { size, chunks } = part(kind, asked);
  return size < sizeOf(asked.size) || chunks < Number(asked.chunks);
}

function words(kind, asked) {
  const { size, chunks } = part(kind, asked);
  return isLess(kind, asked)
    ? `Runs ${amount(bytes(size), chunks)}, not the form's ${amount(bytes(sizeOf(asked.size)), Number(asked.chunks))}: each byte`
      + " passes through this computer's processor, so the run is kept small. Its time answers this smaller question alone."
    : '';
}

/** Names in a sentence what a run that has ended was about. */
export function ran(kind, asked, { size, chunks }) {
  return amount(size, chunks) + (isLess(kind, asked) ? ', a smaller question than the verdict above answers' : '');
}

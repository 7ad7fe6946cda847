// A run of real dies, watched.

import { run } from './ask.js';
import { bar, byId, bytes, element, microseconds } from './dom.js';
import { ran } from './small.js';

const MOST_LINKS = 16;

let dies = [];
let links = [];

/** Starts a run and shows it until it ends. */
export async function start(question, button) {
  byId('live-runs').hidden = false;
  byId('certificate').hidden = true;
  byId('live-words').textContent = 'Starting dies …';
  dies = links = [];
  byId('live-dies').replaceChildren();
  byId('live-links').replaceChildren();
  button.disabled = true;
  try {
    await run(question, event => take(event, question));
  } catch (trouble) {
    byId('live-words').textContent = 'It did not run: ' + trouble.message;
  } finally {
    button.disabled = false;
  }
}

function take(event, question) {
  if (event.error) throw new Error(event.error);
  if (event.kind === 'progress') progress(event);
  if (event.kind === 'done') done(event, ran('live', question, event));
}

function progress(event) {
  if (dies.length !== event.dies.length) {
    dies = event.dies.map((_, die) => bar(byId('live-dies'), 'die ' + die));
  }
  if (links.length === 0) {
    links = event.links.slice(0, MOST_LINKS).map(([, from, to]) => bar(byId('live-links'), from + ' to ' + to));
    const more = event.links.length - links.length;
    if (more > 0) byId('live-links').append(element('li', 'help', `and ${more} more links`));
  }
  event.dies.forEach((share, die) => dies[die](share, Math.round(100 * share) + ' %', 'fixed'));
  links.forEach((draw, at) => {
    const [, , , raw, frames, waiting] = event.links[at];
    const ratio = raw ? frames / raw : 1;
    draw(raw ? ratio : 0, raw ? `${ratio.toFixed(3)} of ${bytes(raw)}${waiting ? ', ' + waiting + ' wait' : ''}` : 'nothing yet', 'single');
  });
  const words = event.dilation === 0
    ? 'First as fast as this computer can, to see what it takes itself …'
    : `Now ${event.dilation.toLocaleString('en')} times slower than modelled, about ${(event.expectedNs / 1e9).toFixed(1)} s …`;
  // Said once a phase: a screen reader would speak of nothing else.
  if (byId('live-words').textContent !== words) byId('live-words').textContent = words;
}

// Software on a few cores says nothing of links and codecs in hardware.
const hostTime = event => [['Live', `${microseconds(event.liveUs)} a round, this computer's own time: nothing was held back, so there is no model of it`]];

const modelTime = event => [
  ['Live', `${microseconds(event.liveUs)}; ${event.seconds.toFixed(2)} s on this computer, slowed down ${event.dilation.toLocaleString('en')} times`],
  ['Model', `${microseconds(event.modelUs)}; live took ${(100 * event.deviation).toFixed(1)} % ${event.deviation < 0 ? 'less' : 'more'}`.replace('-', '')],
];

function done(event, what) {
  const largest = Math.max(event.liveUs, event.modelUs);
  byId('live-words').textContent = event.holds
    ? `Done: every value is right. For ${what}, the dies took ${microseconds(event.liveUs, largest)}${event.dilation === 0 ? '' : '; the model says ' + microseconds(event.modelUs, largest) + ' for that'}.`
    : `Done, but ${event.wrong} values are wrong.`;
  const facts = [
    ['Certificate', event.holds
      ? `holds: ${event.elements.toLocaleString('en')} elements equal those of the same schedule without a codec`
      : `does not hold: ${event.wrong} of ${event.elements} elements are wrong`],
    ...(event.dilation === 0 ? hostTime(event) : modelTime(event)),
    ['Ratio', `${event.ratio.toFixed(4)} of the values' bytes`],
    ['SHA-256', event.sha256],
  ];
  const list = element('dl');
  for (const [name, words] of facts) list.append(element('dt', '', name), element('dd', name === 'SHA-256' ? 'sha' : '', words));
  const place = byId('certificate');
  place.className = event.holds ? 'good' : 'bad';
  place.replaceChildren(list);
  place.hidden = false;
}

// A run of many rounds, whose book is changed on the way.

import { run } from './ask.js';
import { byId, element, show } from './dom.js';
import { ran } from './small.js';

const ROUNDS = '24';

/** Starts it and draws how well the book fits until it ends. */
export async function watchBooks(question, button) {
  const words = byId('books-words');
  const chart = byId('books-chart');
  words.textContent = 'Starting dies …';
  chart.replaceChildren();
  button.disabled = true;
  try {
    await run({ ...question, rounds: ROUNDS }, event => {
      if (event.error) throw new Error(event.error);
      // Rounds are drawn, not said: a screen reader would speak of nothing else.
      if (event.kind === 'round') draw(chart, event.svg);
      if (event.kind === 'book') words.textContent = sentence(event.words);
      if (event.kind === 'done') done(event, words, chart, ran('books', question, event));
    });
  } catch (trouble) {
    words.textContent = 'It did not run: ' + trouble.message;
  } finally {
    button.disabled = false;
  }
}

const sentence = words => words.charAt(0).toUpperCase() + words.slice(1) + '.';

function draw(chart, svg) {
  const box = element('div', 'scroll');
  box.tabIndex = 0;
  show(box, svg);
  chart.replaceChildren(box);
}

function done(event, words, chart, what) {
  words.textContent = event.holds
    ? `Done: every value is right in ${event.rounds} rounds of ${what}; in them the book was changed ${event.refreshes === 1 ? 'once' : event.refreshes + ' times'}.`
    : `Done, but ${event.wrong} values are wrong.`;
  show(chart, event.html);
}

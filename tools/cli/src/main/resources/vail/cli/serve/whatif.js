// Sliders over what the form says: each move asks the formulas.

import { ask } from './ask.js';
import { bar, byId, bytes, element, microseconds } from './dom.js';
import { question, sizeOf } from './form.js';

// Sliders of speeds, times and sizes go by powers: each notch is a quarter of a doubling.
const NOTCHES = 4;
// That of the ratio by thousandths, as it is given.
const THOUSAND = 1000;
const INPUTS = [
  { name: 'size', words: 'Data of each die', least: 10, most: 30, show: bytes, field: value => String(Math.round(value)) },
  { name: 'linkRate', words: 'Speed of a link', least: 0, most: 12, show: value => digits(value) + ' GB/s' },
  { name: 'linkLatency', words: 'Latency of a link', least: 0, most: 16, show: value => digits(value) + ' ns' },
  { name: 'codecRate', words: 'Speed of a codec', least: 0, most: 13, show: value => digits(value) + ' GB/s' },
  { name: 'codecLatency', words: 'Latency of a codec', least: 0, most: 14, show: value => digits(value) + ' ns' },
  { name: 'ratio', words: 'Coded to raw size', linear: true, least: 400, most: 1000, show: value => value.toFixed(3) },
];

let asked = {};
let going = null;

function digits(value) {
  return String(Number(value.toPrecision(3)));
}

function fromSlider(input, notch) {
  return input.linear ? notch / THOUSAND : 2 ** (notch / NOTCHES);
}

function toSlider(input, value) {
  return input.linear ? THOUSAND * value : NOTCHES * Math.log2(value);
}

function parsed(input) {
  return input.name === 'size' ? sizeOf(asked.size) : Number(asked[input.name]);
}

/** Begins again from what the form says. */
export function begin() {
  asked = question();
  byId('sliders').replaceChildren(...INPUTS.map(slider));
  find();
}

function slider(input) {
  const scale = input.linear ? 1 : NOTCHES;
  const id = 'what-if-' + input.name;
  const row = element('div', 'slider');
  const label = element('label', '', input.words);
  label.htmlFor = id;
  const range = element('input');
  Object.assign(range, { type: 'range', id, min: input.least * scale, max: input.most * scale, step: 'any' });
  range.value = toSlider(input, parsed(input));
  range.step = 1;
  const shown = element('output', '', input.show(parsed(input)));
  shown.htmlFor = id;
  range.setAttribute('aria-valuetext', shown.textContent);
  range.addEventListener('input', () => {
    const value = fromSlider(input, Number(range.value));
    asked[input.name] = input.field ? input.field(value) : input.linear ? value.toFixed(3) : digits(value);
    shown.textContent = input.show(value);
    range.setAttribute('aria-valuetext', shown.textContent);
    find();
  });
  row.append(label, range, shown);
  return row;
}

/** The newest question counts: an older one that is still on its way is dropped. */
async function find() {
  going?.abort();
  const mine = going = new AbortController();
  try {
    const found = await ask('what-if', asked, mine.signal);
    byId('what-if-verdict').textContent = found.verdict + (found.mode === 'closed' ? '' : ' No formula is known here: it was run.');
    const most = Math.max(...found.times.map(each => each.us));
    const list = byId('what-if-times');
    list.replaceChildren();
    for (const { codec, us } of found.times) bar(list, codec)(us / most, microseconds(us), codec);
  } catch (trouble) {
    if (mine.signal.aborted) return;
    byId('what-if-verdict').textContent = trouble.message;
    byId('what-if-times').replaceChildren();
  }
}

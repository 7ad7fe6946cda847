// The form: what can be chosen, and what was.

import { byId, element } from './dom.js';

const form = byId('form');
let collectives = new Map();
let presets = new Map();

function option(value, words = value) {
  const made = element('option', '', words);
  made.value = value;
  return made;
}

function algorithms() {
  const names = collectives.get(form.elements.collective.value) ?? [];
  const select = form.elements.algorithm;
  const chosen = select.value;
  select.replaceChildren(option('', 'the one that suits'), ...names.map(name => option(name)));
  select.value = names.includes(chosen) ? chosen : '';
}

function preset() {
  const chosen = presets.get(form.elements.preset.value);
  byId('preset-help').textContent = chosen ? chosen.note : '';
  if (!chosen) return;
  form.elements.linkRate.value = chosen.rateGBps;
  if (chosen.latencyNs === undefined) {
    byId('preset-help').textContent += '; nobody says its latency, so yours counts';
  } else {
    form.elements.linkLatency.value = chosen.latencyNs;
  }
}

/** Fills the lists; the server knows what there is. */
export function fill(choices) {
  collectives = new Map(choices.collectives.map(each => [each.name, each.algorithms]));
  presets = new Map(choices.presets.map(each => [each.name, each]));
  form.elements.collective.replaceChildren(...[...collectives.keys()].map(name => option(name)));
  form.elements.preset.replaceChildren(option('', 'my own'), ...[...presets.keys()].map(name => option(name)));
  algorithms();
  form.elements.collective.addEventListener('change', algorithms);
  form.elements.preset.addEventListener('change', preset);
}

/** What is asked now, field by field. */
export function question() {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]));
}

/** The bytes that a size means, as ./vail reads it. */
export function sizeOf(text) {
  const [, number, unit = ''] = /^([0-9.]+) ?([kmg]?i?)/i.exec(text) ?? [0, NaN];
  const base = unit.toLowerCase().endsWith('i') ? 1024 : 1000;
  return number * base ** ('kmg'.indexOf(unit.charAt(0).toLowerCase()) + 1 || 0);
}

/** The same as words for a shell. */
export function command(asked) {
  const options = {
    topology: '--topology ', algorithm: '--algorithm ', preset: '--preset ', linkRate: '--link-rate ', linkLatency: '--link-latency ',
    codecRate: '--codec-rate ', codecLatency: '--codec-latency ', ratio: '--ratio ', chunks: '--chunks ',
  };
  const units = { linkRate: 'GB/s', linkLatency: 'ns', codecRate: 'GB/s', codecLatency: 'ns' };
  const size = asked.size.replace(' ', '');
  const words = ['./vail sim', asked.collective, '-b', size, '-e', size];
  for (const [name, start] of Object.entries(options)) {
    if (asked[name]) words.push(start + asked[name] + (units[name] ?? ''));
  }
  return words.join(' ');
}

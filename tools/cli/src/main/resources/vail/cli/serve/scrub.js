// Moves through the steps of a run: what each did to links, and when.

import { bytes, byId, element, microseconds } from './dom.js';

const SHADES = 5;
const THINNEST = 1.2;
const THICKEST = 6;
const PLAY_MS = 450;

/** Puts the control above the drawing of the network, and a window over the picture of dies. */
export function scrub(answer) {
  const network = document.querySelector('svg[aria-labelledby^="network-"]');
  if (!network || !answer.steps || answer.steps.length === 0) return;
  const steps = answer.steps;
  const links = new Map([...network.querySelectorAll('[data-link]')].map(path => [Number(path.dataset.link), drawn(path)]));
  const slider = element('input');
  Object.assign(slider, { type: 'range', min: -1, max: steps.length - 1, value: -1, id: 'step' });
  const label = element('label', '', 'Step by step');
  label.htmlFor = 'step';
  const words = element('output', 'words');
  words.htmlFor = 'step';
  const play = element('button', 'second', 'Play');
  play.type = 'button';
  const box = element('div', 'scrub');
  box.append(label, slider, play, words);
  network.closest('figure').querySelector('figcaption').after(box);
  const window = windowOver(answer);

  const move = () => {
    const step = steps[Number(slider.value)];
    const said = step ? at(step, links) : whole(links);
    window(step);
    words.textContent = said;
    slider.setAttribute('aria-valuetext', said);
  };
  slider.addEventListener('input', move);
  play.addEventListener('click', () => playing(play, slider, move));
  move();
}

function drawn(path) {
  const head = path.nextElementSibling?.classList.contains('head') ? path.nextElementSibling : null;
  const title = path.querySelector('title');
  return { path, head, title, words: title.textContent, name: title.textContent.split(':')[0], style: style(path), width: path.getAttribute('stroke-width') };
}

function style(path) {
  return [...path.classList].find(name => /^u[0-4]$/.test(name));
}

function draw(link, shade, width, words) {
  for (const part of [link.path, link.head]) part?.classList.replace(style(part), shade);
  link.path.setAttribute('stroke-width', width);
  link.title.textContent = words;
}

function whole(links) {
  for (const link of links.values()) draw(link, link.style, link.width, link.words);
  return 'The whole run';
}

function at(step, links) {
  const most = Math.max(1, ...step.links.map(([, , carried]) => carried));
  for (const link of links.values()) draw(link, 'u0', 0.6, link.name + ': nothing in this step');
  let busiest = null;
  for (const [number, share, carried] of step.links) {
    const link = links.get(number);
    if (!link) continue;
    const words = `${link.name}: ${Math.round(100 * share)} % busy, ${bytes(carried)}`;
    draw(link, 'u' + Math.min(SHADES - 1, Math.floor(share * SHADES)), THINNEST + (THICKEST - THINNEST) * carried / most, words);
    if (!busiest || share > busiest.share) busiest = { share, words };
  }
  const time = `${microseconds(step.fromPs / 1e6)} to ${microseconds(step.toPs / 1e6)}`;
  return `Step ${step.step + 1}, ${time}; ${busiest ? 'busiest: ' + busiest.words : 'on links that are not drawn'}`;
}

function windowOver(answer) {
  const gantt = document.querySelector('svg[aria-labelledby^="with-"]') ?? document.querySelector('svg[aria-labelledby^="without-"]');
  if (!gantt) return () => {};
  const height = gantt.viewBox.baseVal.height - 40;
  const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of Object.entries({ class: 'window', y: 4, height, x: answer.ganttLeft, width: 0 })) rect.setAttribute(name, value);
  gantt.append(rect);
  const place = time => answer.ganttWidth * time / answer.spanPs;
  return step => {
    rect.setAttribute('x', answer.ganttLeft + (step ? place(step.fromPs) : 0));
    rect.setAttribute('width', step ? Math.max(1, place(step.toPs - step.fromPs)) : 0);
  };
}

function playing(button, slider, move) {
  if (button.dataset.timer) {
    clearInterval(Number(button.dataset.timer));
    delete button.dataset.timer;
    button.textContent = 'Play';
    return;
  }
  if (Number(slider.value) === Number(slider.max)) slider.value = -1;
  button.textContent = 'Stop';
  button.dataset.timer = setInterval(() => {
    slider.value = Number(slider.value) + 1;
    move();
    if (Number(slider.value) === Number(slider.max) || !slider.isConnected) playing(button, slider, move);
  }, PLAY_MS);
}

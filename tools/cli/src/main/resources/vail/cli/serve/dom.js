// Small things that all parts of the page want.

export const byId = id => document.getElementById(id);

/** An element with a class and a text. */
export function element(name, style, words = '') {
  const made = document.createElement(name);
  if (style) made.className = style;
  made.textContent = words;
  return made;
}

/** Puts markup of the server in a place; what it quotes was escaped there. */
export function show(place, markup) {
  place.innerHTML = markup;
}

/** Shows what went wrong, or that nothing did. */
export function complain(trouble) {
  const place = byId('trouble');
  place.textContent = trouble ? trouble.message : '';
  place.hidden = !trouble;
}

/** A row of a list: a name, a bar from 0 to 1, and words. */
export function bar(list, name) {
  const row = element('li');
  const track = element('span', 'track');
  const fill = element('span', 'bar');
  const words = element('span', 'words');
  track.append(fill);
  row.append(element('span', 'name', name), track, words);
  list.append(row);
  return (share, text, style = '') => {
    fill.style.width = 100 * Math.max(0, Math.min(1, share)) + '%';
    fill.className = 'bar ' + style;
    words.textContent = text;
  };
}

export function bytes(count) {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  let unit = 0;
  while (count >= 1024 && unit < units.length - 1) {
    count /= 1024;
    unit++;
  }
  return (unit === 0 ? count : count.toPrecision(3)) + ' ' + units[unit];
}

/** In the unit of the largest time of a sentence, so that they compare. */
export function microseconds(us, largest = us) {
  if (largest >= 1e6) return (us / 1e6).toPrecision(4) + ' s';
  return largest >= 1e4 ? (us / 1e3).toPrecision(4) + ' ms' : us.toPrecision(4) + ' µs';
}

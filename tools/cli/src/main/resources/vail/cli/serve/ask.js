// Talks to the server that this page came from. The key stands after the # of the address, which browsers
// do not send; it is kept for this tab and taken out of the address line.

const KEY = 'vail-key';

export function takeKey() {
  const given = new URLSearchParams(location.hash.slice(1)).get('key');
  if (given) {
    sessionStorage.setItem(KEY, given);
    history.replaceState(null, '', location.pathname);
  }
  return sessionStorage.getItem(KEY) !== null;
}

function request(path, question, signal) {
  return fetch(path, {
    method: 'POST',
    headers: { 'Authorization': 'Bearer ' + sessionStorage.getItem(KEY), 'Content-Type': 'application/json' },
    body: JSON.stringify(question),
    signal,
  });
}

async function refusal(response) {
  if (response.status === 401) {
    return new Error('The server wants its key: open the address that vail serve has printed, with all that follows #.');
  }
  const said = await response.json().catch(() => ({}));
  return new Error(said.error ?? 'The server answered ' + response.status + '.');
}

/** One question, one answer. */
export async function ask(name, question, signal) {
  const response = await request('/ask/' + name, question, signal);
  if (!response.ok) throw await refusal(response);
  return response.json();
}

/** Runs something; each event is handed over as it comes. */
export async function run(question, take) {
  const response = await request('/run', question);
  if (!response.ok) throw await refusal(response);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += part.value;
    const events = text.split('\n\n');
    text = events.pop();
    for (const event of events) {
      if (event.startsWith('data: ')) take(JSON.parse(event.slice(6)));
    }
  }
}

// The state in the address, so that a link shares it and back, forward and reload keep it; undo; a second setting beside.
const movable = data.inputs.map((_, input) => input).filter((input) => data.inputs[input].field !== undefined);
const positionBy = new Map(movable.map((input) => [data.inputs[input].id, input]));
const idOf = (input) => encodeURIComponent(data.inputs[input].id);
// What is held beside stands behind a mark that no identifier has.
const HELD = '~';
const address = () => {
  const parts = moved().map((input) => `${idOf(input)}=${typed[input]}`);
  return (held ? [...parts, `${HELD}=${held.setting}`] : parts).join('&');
};
const isState = (hash) => hash.includes('=');
const setAll = (values) => {
  for (const input of movable) {
    const value = values.get(input) ?? data.inputs[input].field;
    if (typed[input] !== value) set(input, value);
  }
};
// What is no encoding stands for nothing.
const decoded = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
};
const readValues = (parts, equals) => {
  const values = new Map();
  for (const part of parts) {
    const [id, number] = part.split(equals);
    const input = positionBy.get(decoded(id));
    if (input !== undefined && number !== '' && Number.isFinite(Number(number))) values.set(input, Number(number));
  }
  return values;
};
const addressParts = () => location.hash.slice(1).split('&');
const readHeld = () => addressParts().find((part) => part.startsWith(`${HELD}=`))?.slice(HELD.length + 1);
// Takes up what the address says: first what is held, which is drawn at its own setting.
const readAddress = () => {
  const beside = readHeld();
  if (beside !== held?.setting) {
    if (beside === undefined) {
      held = null;
    } else {
      setAll(readValues(beside.split(','), ':'));
      later();
      update();
      held = beside === settingNow() ? holding() : null;
    }
    drawHeld();
    drawHeldCharts();
  }
  setAll(readValues(addressParts(), '='));
};
let held = null;
let writtenAddress = '';
const past = [];
let before = new Map();
const snapshot = () => new Map(moved().map((input) => [input, typed[input]]));
const base = () => location.href.split('#')[0];
const replaceAddress = (push) => {
  const text = address();
  if (text === writtenAddress) return;
  writtenAddress = text;
  const target = text ? `${base()}#${text}` : base();
  // Some browsers keep pages that come from a file from changing the address.
  try {
    history[push ? 'pushState' : 'replaceState'](null, '', target);
  } catch {
    writtenAddress = '';
  }
};
// A change is done when the slider is let go or the field is left.
const commit = () => {
  const text = address();
  const now = snapshot();
  const same = now.size === before.size && [...now].every(([input, value]) => before.get(input) === value);
  if (same) return;
  past.push(before);
  before = now;
  at('undo').disabled = false;
  if (text === writtenAddress) writtenAddress = '\u0000';
  replaceAddress(true);
};
at('undo').addEventListener('click', () => {
  const last = past.pop();
  if (!last) return;
  setAll(last);
  before = last;
  at('undo').disabled = past.length === 0;
  later();
  replaceAddress(false);
});
document.addEventListener('change', (event) => event.target.matches?.('[data-control]') && commit());
addEventListener('popstate', () => {
  if (location.hash.length > 1 && !isState(location.hash)) return;
  readAddress();
  writtenAddress = address();
  before = snapshot();
});
// Links inside the page move it and leave the state in the address; back goes to where the reader was.
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href^="#"]');
  if (!link) return;
  event.preventDefault();
  try {
    history.pushState(null, '', location.href);
  } catch {
    // Some browsers keep pages that come from a file from it.
  }
  revealAt(link.getAttribute('href'));
});

// What cannot be, as the program would say of the scenario: the first that follows from what was moved.
const drawOdd = () => {
  const beyond = (one, value) => one.most && value > one.most[0];
  const told = (one, name, value) => data.words[one.most[1]].replace('{name}', () => name).replace('{value}', () => said(value, 3, one.spoken_unit));
  const input = moved().find((position) => beyond(data.inputs[position], x[position]));
  if (input !== undefined) {
    at('odd').textContent = told(data.inputs[input], data.inputs[input].label, typed[input]);
    return;
  }
  const metric = moved().length > 0 ? data.metrics.findIndex((one, position) => one.most?.[1] !== 'odd_people' && beyond(one, result(position))) : -1;
  const name = () => at(`metric-${data.metrics[metric].id}`)?.querySelector('summary h3')?.textContent.trim() || data.metrics[metric].id;
  at('odd').textContent = metric < 0 ? '' : told(data.metrics[metric], name(), own(metric));
};

// A second setting held beside this one.
// Charts as they were: those of the program where nothing was moved.
const heldCharts = () => new Map(live.map((one) => [one.figure, moved().length > 0 ? paintMoved(one) : at(one.figure).querySelector('.still').innerHTML]));
const drawHeldCharts = () => {
  for (const one of live) at(one.figure).querySelector('.held').innerHTML = held?.charts.get(one.figure) ?? '';
};
const heldNumber = (metric) => fromBase(data.metrics[metric], held.results[metric]);
const drawHeld = () => {
  document.body.classList.toggle('holding', held !== null);
  at('hold').setAttribute('aria-pressed', held ? 'true' : 'false');
  at('hold').textContent = held ? data.words.let_go : data.words.hold;
  at('held-list').textContent = held ? (held.words || data.words.central) : '';
  for (const cell of all('[data-held]')) {
    const metric = Number(cell.dataset.held);
    const [then, now] = held ? [heldNumber(metric), own(metric)] : [NaN, NaN];
    cell.textContent = held ? `${shown(then)} (${signed(now - then)})` : '';
  }
};
const settingNow = () => moved().map((input) => `${idOf(input)}:${typed[input]}`).join(',');
const holding = () => ({ setting: settingNow(), results: outputs.map((_, metric) => result(metric)), words: at('moved-list').textContent, charts: heldCharts() });
at('hold').addEventListener('click', () => {
  held = held ? null : holding();
  drawHeld();
  drawHeldCharts();
  replaceAddress(true);
});

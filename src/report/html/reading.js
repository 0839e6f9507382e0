// What a reader does with the page: take texts away, sort tables, find metrics, print.
const say = (words) => {
  at('spoken').textContent = words;
  at('done').textContent = words;
};
const copy = async (field) => {
  field.focus();
  field.select();
  let copied = false;
  try {
    await navigator.clipboard.writeText(field.value);
    copied = true;
  } catch {
    // Some browsers keep the clipboard from pages that come from a file.
    copied = document.execCommand('copy');
  }
  say(copied ? data.words.copied : data.words.selected);
};
at('reset-all').addEventListener('click', () => {
  resetAll();
  commit();
  say(data.words.reset);
});
at('banner-reset').addEventListener('click', () => {
  resetAll();
  commit();
  at('try').scrollIntoView();
  at('reset-all').focus();
});
at('copy-command').addEventListener('click', () => copy(at('command')));
at('download').addEventListener('click', () => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([scenario()], { type: 'application/toml' }));
  link.download = `${data.name}-changed.toml`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  say(data.words.saving.replace('{file}', () => link.download));
});

// Tables sort by a click on a head, or by Enter on it.
const numeral = new RegExp(`^[+-]?[\\d${data.words.group}]*[${data.words.point}]?\\d+(e[+-]?\\d+)?`);
const sortKey = (cell) => {
  const text = cell ? cell.textContent.trim() : '';
  const number = numeral.exec(text);
  return { text, number: number ? Number(number[0].replaceAll(data.words.group, '').replace(data.words.point, '.')) : NaN };
};
const compared = (a, b) => {
  const [left, right] = [Number.isNaN(a.number), Number.isNaN(b.number)];
  if (!left && !right) return a.number - b.number;
  if (left !== right) return left ? 1 : -1;
  return a.text.localeCompare(b.text, data.words.language);
};
const sort = (table, head) => {
  const column = [...head.parentElement.children].indexOf(head);
  const down = head.getAttribute('aria-sort') === 'ascending';
  const body = table.tBodies[0];
  const rows = [...body.rows].map((row) => [sortKey(row.cells[column]), row]);
  rows.sort(([a], [b]) => {
    // What is empty or undefined stays behind, whichever way.
    if (a.text === '' || b.text === '') return (a.text === '') - (b.text === '');
    return down ? compared(b, a) : compared(a, b);
  });
  body.append(...rows.map(([, row]) => row));
  for (const other of head.parentElement.children) other.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
  at('spoken').textContent = (down ? data.words.down : data.words.up).replace('{head}', () => head.textContent.trim());
};
for (const table of all('table.sortable')) {
  if (table.tBodies[0].rows.length < 2) continue;
  for (const head of all('thead th', table)) {
    if (head.textContent.trim() === '') continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    button.addEventListener('click', () => sort(table, head));
    head.append(button);
  }
}

// Metrics, inputs and sources by a word in them; what has one unfolds.
const find = at('find');
const found = at('found');
const searched = () => [...all('details.metric'), ...all('#inputs tbody tr'), ...all('#sources li')];
const wordsOf = (one) => (one.matches('details') ? `${one.querySelector('h3, h4').textContent} ${one.id.replace('metric-', '')}` : one.textContent).toLowerCase();
find?.addEventListener('input', () => {
  const wanted = find.value.trim().toLowerCase();
  const places = searched();
  let count = 0;
  for (const one of places) {
    const hit = wordsOf(one).includes(wanted);
    one.hidden = !hit;
    count += hit;
  }
  for (const section of ['metrics', 'inputs', 'sources']) {
    const part = at(section);
    if (wanted && part) part.open = searched().some((one) => !one.hidden && part.contains(one));
  }
  found.textContent = wanted ? data.words.found.replace('{count}', count).replace('{all}', places.length) : '';
});
const unfold = (open) => all('details.metric').forEach((metric) => { metric.open = open; });
at('open-all')?.addEventListener('click', () => unfold(true));
at('close-all')?.addEventListener('click', () => unfold(false));

// Links end below the contents, which stay in sight.
const contents = document.querySelector('.contents');
const clearTop = () => {
  const stays = getComputedStyle(contents).position === 'sticky';
  root.style.setProperty('scroll-padding-top', `${stays ? contents.offsetHeight + 10 : 72}px`);
};
clearTop();
addEventListener('resize', clearTop);

// A link into something folded unfolds it.
const revealAt = (hash) => {
  const target = hash.length > 1 ? at(decoded(hash.slice(1))) : null;
  for (let element = target; element; element = element.parentElement) {
    if (element.tagName === 'DETAILS') element.open = true;
  }
  target?.scrollIntoView();
};
addEventListener('hashchange', () => !isState(location.hash) && revealAt(location.hash));
if (isState(location.hash)) {
  readAddress();
  writtenAddress = address();
  before = snapshot();
} else if (location.hash) {
  revealAt(location.hash);
}

// Paper has what is unfolded, and the sources.
let folded = [];
// With it the first chart of requirements and of supply, as they are now; a chart that is unfolded is there already.
const drawPrinted = () => {
  const first = (part) => live.find((one) => at(one.figure).closest(`#${part}:not([open])`));
  const charts = ['part-sizing', 'part-supply'].map(first).filter(Boolean);
  at('printed').innerHTML = charts.map((one) => (moved().length > 0 ? paintMoved(one) : at(one.figure).querySelector('.still').innerHTML)).join('');
};
addEventListener('beforeprint', () => {
  drawPrinted();
  folded = ['care', 'sources'].map(at).filter((element) => element && !element.open);
  for (const element of folded) element.open = true;
});
const unfoldAll = (open) => all('main details').forEach((element) => { element.open = open; });
at('unfold-all').addEventListener('click', () => unfoldAll(true));
at('fold-all').addEventListener('click', () => unfoldAll(false));
addEventListener('afterprint', () => {
  at('printed').replaceChildren();
  for (const element of folded) element.open = false;
});
at('print').addEventListener('click', () => print());

if (taken().length > 0) state();
// For the console, and for those who check the page: the metrics and inputs as they are now, in their own units.
globalThis.forcesize = Object.freeze({
  metrics: () => {
    update();
    return Object.fromEntries(data.metrics.map((metric, position) => [metric.id, own(position)]));
  },
  inputs: () => Object.fromEntries(data.inputs.map((input, position) => [input.id, typed[position] ?? fromBase(input, x[position])])),
  milliseconds: () => [...milliseconds],
  surveys: () => [...surveys],
  // The 5th and 95th percentile of each metric that has a range in the answer, in its own unit.
  ranges: () => {
    update();
    settle();
    return Object.fromEntries(ranged.map((metric) => [data.metrics[metric].id, surveyed.ranges.get(metric)?.map((value) => fromBase(data.metrics[metric], value)) ?? null]));
  },
  operators,
  // Charts as they are painted now, with what they show: for the checks of the page.
  charts: () => {
    update();
    settle();
    return live.map(({ figure, id, kind, page, ...one }) => ({ figure, id, page, kind, chart: movedChart({ kind, ...one }) }));
  },
  paint,
  paintings: () => [...paintings],
});

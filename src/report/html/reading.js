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
  say(data.words.reset);
});
at('banner-reset').addEventListener('click', () => {
  resetAll();
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

// Metrics by a word in their name.
const find = at('find');
const found = at('found');
find?.addEventListener('input', () => {
  const wanted = find.value.trim().toLowerCase();
  const metrics = all('details.metric');
  let count = 0;
  for (const metric of metrics) {
    const hit = metric.dataset.words.toLowerCase().includes(wanted);
    metric.hidden = !hit;
    count += hit;
  }
  found.textContent = wanted ? data.words.found.replace('{count}', count).replace('{all}', metrics.length) : '';
});
const unfold = (open) => all('details.metric').forEach((metric) => { metric.open = open; });
at('open-all')?.addEventListener('click', () => unfold(true));
at('close-all')?.addEventListener('click', () => unfold(false));

// A link into something folded unfolds it.
const reveal = () => {
  const target = location.hash.length > 1 ? at(decodeURIComponent(location.hash.slice(1))) : null;
  for (let element = target; element; element = element.parentElement) {
    if (element.tagName === 'DETAILS') element.open = true;
  }
  target?.scrollIntoView();
};
addEventListener('hashchange', reveal);
if (location.hash) reveal();

// On paper everything is open.
let folded = [];
addEventListener('beforeprint', () => {
  folded = all('details:not([open])').filter((element) => !element.closest('.js-only'));
  for (const element of folded) element.open = true;
});
addEventListener('afterprint', () => {
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
  operators,
});

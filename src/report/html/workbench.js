// The inputs as they stand, the metrics that follow, and what a reader takes away.
const root = document.documentElement;
root.classList.add('js');
const at = (id) => document.getElementById(id);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const data = JSON.parse(at('data').textContent);
for (const one of [...data.inputs, ...data.metrics]) Object.assign(one, data.units[one.of]);
const central = Float64Array.from(data.inputs, (input) => input.value);
const x = Float64Array.from(central);
const v = new Float64Array(data.nodes);
// What stands in the fields, in the inputs' own units.
const typed = data.inputs.map((input) => input.field);
const toBase = (of, value) => (value * of.above) / of.below;
const fromBase = (of, value) => (value * of.below) / of.above;
const attached = (number, unit) => (unit ? `${number} ${unit}` : number);
// Some units are called by the number before them: `1 month`, `2 months`. All digits count: 0.0004 is no nought.
const kindOf = new Intl.PluralRules(data.words.language, { maximumFractionDigits: 20 });
const named = (value, digits, unit) => {
  if (typeof unit === 'string') return unit;
  return (Number.isFinite(value) && unit[kindOf.select(Number(value.toPrecision(digits)))]) || unit.many;
};
const said = (value, digits, unit) => attached(significant(value, digits), named(value, digits, unit));
const result = (metric) => v[outputs[metric]];
const own = (metric) => fromBase(data.metrics[metric], result(metric));
evaluate(x, v);
const last = outputs.map((_, metric) => result(metric));
const lastInput = Float64Array.from(x);

// Every number in the text that follows, and every unit beside one, by what it shows.
const placesOf = (kind) => {
  const places = new Map();
  for (const element of all(`[data-${kind}]`)) {
    const [what, digits] = element.dataset[kind].split('.');
    if (!places.has(what)) places.set(what, []);
    places.get(what).push([element, Number(digits)]);
  }
  return places;
};
const [places, units] = [placesOf('n'), placesOf('u')];
const write = (what, value, unit) => {
  for (const [element, digits] of places.get(what) ?? []) element.textContent = significant(value, digits);
  for (const [element, digits] of units.get(what) ?? []) element.textContent = named(value, digits, unit);
};

const isMoved = (input) => x[input] !== central[input];
const moved = () => data.inputs.map((_, input) => input).filter(isMoved);
// Three decimals could be thousands: a fourth says that they are not.
const written = (value) => String(value).replace(/^-?\d{1,3}\.\d{3}$/, (text) => `${text}0`);
const taken = () => data.inputs.map((_, input) => input).filter((input) => isMoved(input) || data.inputs[input].set);

let waiting = false;
let speaking = 0;
const milliseconds = [];
const update = () => {
  if (!waiting) return;
  waiting = false;
  const start = performance.now();
  evaluate(x, v);
  data.inputs.forEach((input, position) => {
    if (lastInput[position] === x[position]) return;
    lastInput[position] = x[position];
    write(`i${position}`, isMoved(position) ? typed[position] : fromBase(input, x[position]), input.spoken_unit);
  });
  data.metrics.forEach((_, metric) => {
    if (Object.is(last[metric], result(metric))) return;
    last[metric] = result(metric);
    write(`m${metric}`, own(metric), data.metrics[metric].spoken_unit);
  });
  state();
  answerLater();
  drawBars();
  drawHeld();
  drawOdd();
  drawCharts();
  drawOptions();
  milliseconds.push(performance.now() - start);
  clearTimeout(speaking);
  speaking = setTimeout(speak, 700);
};
const later = () => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(update);
};
const speak = () => {
  const all = data.spoken.map((metric) => {
    const { label, spoken_unit: unit } = data.metrics[metric];
    return `${label} ${said(own(metric), 3, unit)}`;
  });
  at('spoken').textContent = `${all.join('; ')}.`;
};

// What is said of the state: how much was moved, and the texts to take away.
const state = () => {
  const inputs = moved();
  const wasMoved = document.body.classList.contains('moved');
  document.body.classList.toggle('moved', inputs.length > 0);
  // What does not follow is folded away.
  if (inputs.length > 0 && !wasMoved) for (const part of all('details.static')) part.open = false;
  if (inputs.length === 0 && wasMoved) for (const part of all('details.rest')) part.open = true;
  const words = inputs.map((input) => {
    const { label, spoken_unit: unit } = data.inputs[input];
    return `${label} ${said(typed[input], 6, unit)}`;
  });
  at('moved-list').textContent = words.join('; ');
  const { moved: forms, none } = data.words;
  at('moved-count').textContent = inputs.length === 0 ? none : (forms[kindOf.select(inputs.length)] ?? forms.other).replace('{count}', inputs.length);
  at('command').value = command();
  at('scenario').value = scenario();
};

const quoted = (text) => {
  if (/^[\w.,=:/+-]+$/.test(text)) return text;
  return /["$`\\!%]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : `"${text}"`;
};
const command = () => {
  const set = taken().map((input) => {
    const { id, unit } = data.inputs[input];
    return `--set ${quoted(`${id}=${attached(written(typed[input]), unit)}`)}`;
  });
  const lang = data.words.language === 'en' ? [] : [`--lang ${data.words.language}`];
  const scenario = data.argument ? [data.argument] : [];
  return ['forcesize run', ...scenario, ...lang, ...set].join(' ');
};
const scenario = () => {
  const beside = data.argument ? ` ${data.words.beside}` : '';
  const remark = data.words.remark.replace('{name}', () => data.name.replace(/\p{Cc}/gu, ' '));
  let text = `# ${remark}${beside}\n`;
  text += `extends = ${JSON.stringify(data.extends)}\n`;
  if (data.words.language !== 'en') text += `lang = "${data.words.language}"\n`;
  const tables = new Map();
  for (const position of taken()) {
    const { table, key, keep, unit } = data.inputs[position];
    const entry = `value = ${written(typed[position])}, unit = ${JSON.stringify(unit || '1')}, ${keep}assumed = ${JSON.stringify(data.words.assumed)}`;
    tables.set(table, [...(tables.get(table) ?? []), `${key} = { ${entry} }\n`]);
  }
  for (const [table, entries] of tables) text += `\n[${table}]\n${entries.join('')}`;
  return text;
};

// Sliders, fields and lists.
const valueAt = ({ low, high, log }, position) => {
  const share = position / data.steps;
  if (share <= 0) return low;
  if (share >= 1) return high;
  const value = log ? low * (high / low) ** share : low + share * (high - low);
  return Number(value.toPrecision(4));
};
const positionOf = ({ low, high, log }, value) => {
  const share = log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  return Math.round(Math.min(1, Math.max(0, share || 0)) * data.steps);
};
const fits = {
  positive: [(value) => value > 0, data.words.positive],
  non_negative: [(value) => value >= 0, data.words.non_negative],
  share: [(value) => value >= 0 && value <= 1, data.words.share],
};
const complain = (position, words) => {
  const [field, complaint] = [at(`field-${position}`), at(`fault-${position}`)];
  if (!field || !complaint) return;
  field.setAttribute('aria-invalid', words ? 'true' : 'false');
  complaint.textContent = words;
};
const show = (position, except) => {
  const input = data.inputs[position];
  const [slider, field, list] = ['slider', 'field', 'list'].map((kind) => at(`${kind}-${position}`));
  if (field && field !== except) field.value = significant(typed[position], 15);
  if (list && list !== except) list.value = String(typed[position]);
  if (slider && slider !== except) slider.value = positionOf(input.track, typed[position]);
  slider?.setAttribute('aria-valuetext', said(typed[position], 6, input.spoken_unit));
  at(`reset-${position}`)?.toggleAttribute('disabled', !isMoved(position));
  at(`control-${position}`)?.classList.toggle('is-moved', isMoved(position));
};
const set = (position, value, except) => {
  const input = data.inputs[position];
  // The central case is a number of its own: its text may have lost its last digits.
  const base = value === input.field ? central[position] : toBase(input, value);
  const [fit, words] = fits[input.bounds] ?? [() => true, ''];
  if (!Number.isFinite(base) || !fit(base)) {
    complain(position, Number.isFinite(value) ? words || data.words.large : data.words.number);
    return;
  }
  complain(position, '');
  typed[position] = value;
  x[position] = base;
  show(position, except);
  later();
};
const reset = (position) => set(position, data.inputs[position].field);
const resetAll = () => data.inputs.forEach((input, position) => input.field !== undefined && reset(position));
for (const element of all('[data-control]')) {
  const position = Number(element.dataset.control);
  const { track } = data.inputs[position];
  if (element.matches('.slider')) {
    element.addEventListener('input', () => set(position, valueAt(track, Number(element.value)), element));
  } else if (element.matches('.reset')) {
    element.addEventListener('click', () => {
      reset(position);
      commit();
      at(`field-${position}`)?.focus();
    });
  } else {
    const isList = element.tagName === 'SELECT';
    const read = () => set(position, isList ? Number(element.value) : readNumber(element.value), element);
    element.addEventListener('input', read);
  }
}
// A browser may bring back what stood in the fields before a reload: the numbers shown are those of the central case.
data.inputs.forEach((input, position) => input.field !== undefined && show(position));

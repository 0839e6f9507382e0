// The answer's lines when something has moved: the program's patterns, filled with numbers as they are now. Ranges and
// shares come from fewer samples than the program's and say so by `≈` and two digits.
const lines = data.answers.lines;
const everything = [data.answers.about, ...lines.flat()].filter(Boolean);
const slotsOf = (live) => (live.kind === 'row' ? [live.slot] : live.kind === 'enough' ? [live.number] : live.slots ?? []);
const ranged = [...new Set(everything.flatMap(slotsOf).filter((slot) => slot.of === 'metric' && slot.range).map((slot) => slot.at))];
const verdicts = everything.map((live) => live.verdict).filter(Boolean);
let surveyed = null;

const fill = (pattern, given) => pattern.replace(/\ue003(\w+)\ue004/g, (_, name) => given[name] ?? '');
const roughly = (value) => significant(value, 2);
const whole = (value) => significant(value, 15);
const shareText = (share) => {
  if (share > 0.99) return '>99 %';
  if (share < 0.01) return '<1 %';
  return `≈${roughly(100 * share)} %`;
};
const rangeText = (metric) => {
  const range = surveyed?.ranges.get(metric);
  if (!range) return '';
  const [low, high] = range.map((value) => fromBase(data.metrics[metric], value));
  const between = `≈${roughly(low)}–${roughly(high)}`;
  // As they are read: two digits of an end may cover a value just beyond it.
  const value = own(metric);
  const [said, ...ends] = [value, low, high].map((one) => Number(digitsOf(one, 2).replaceAll(',', '')));
  const slack = 1e-9 * Math.abs(value);
  const isInside = (value >= low - slack && value <= high + slack) || (said >= ends[0] && said <= ends[1]);
  return isInside ? ` (${between})` : `, ${fill(data.answers.outside, { range: between })}`;
};
// A force, counted in personnel.
const inputText = (input) => significant(x[input], 15);
const slotText = (slot) => {
  switch (slot.of) {
    case 'metric': {
      const number = slot.unit === undefined ? shown(own(slot.at)) : said(own(slot.at), 3, slot.unit);
      return number + (slot.range ? rangeText(slot.at) : '');
    }
    case 'input':
      return inputText(slot.at);
    case 'sum':
      return shown(total(slot.inputs, x));
    case 'between': {
      const sorted = [...slot.metrics].sort((a, b) => result(a) - result(b));
      const [least, most] = [sorted[0], sorted[sorted.length - 1]].map((metric) => roughly(own(metric)));
      const text = least === most ? most : fill(slot.pattern, { low: least, high: most });
      return attached(text, named(own(sorted[sorted.length - 1]), 2, slot.unit));
    }
    case 'among': {
      const value = own(slot.at);
      if (!Number.isFinite(value)) return '';
      const slack = 1e-9 * Math.abs(value);
      const low = slot.least.filter((one) => one <= value + slack).length;
      const high = slot.greatest.filter((one) => one >= value - slack).length;
      if (low < slot.least.length && low <= high) return fill(slot.low, { count: low });
      return high < slot.greatest.length ? fill(slot.high, { count: high }) : '';
    }
    default: {
      const share = surveyed?.conditions[slot.at];
      // Nothing is uncertain any more: it holds or it does not.
      if (surveyed && share === undefined) return holdsAt(data.conditions[slot.at], result) ? '100 %' : '0 %';
      return share === undefined ? '…' : shareText(share);
    }
  }
};
const judged = (verdict) => {
  const margin = marginOf(verdict, x, result);
  const share = surveyed?.shares.get(verdict);
  const met = margin >= 0;
  const given = { amount: shown(Math.abs(margin)), share: share === undefined ? '' : shareText(share) };
  return { met, share, given, known: Number.isFinite(margin) };
};
const verdictText = (verdict) => {
  const { met, share, given, known } = judged(verdict);
  if (!known) return '';
  const mixed = share !== undefined && (met ? share < 1 : share > 0);
  return fill(met ? (mixed ? verdict.met_in : verdict.met) : mixed ? verdict.short_in : verdict.short, given);
};
// From this share of samples on the central case stands for all of them, as in the program.
const SURE = 0.95;
// Where a density stands among past missions, as the program ranks it: one last bit is no difference.
const rankOf = ({ metric, figures, texts, below }) => {
  const value = result(metric);
  const others = figures.filter((figure) => Math.abs(figure - value) > 1e-12 * Math.abs(value));
  const thinner = others.filter((figure) => figure < value).length;
  return others.length - thinner === figures.length ? below : texts[thinner];
};
const caseText = (live, { day, short }) => {
  if (day !== undefined) return `≈${roughly(day)}`;
  return short === undefined ? live.case_late : fill(live.case_short, { short: `≈${roughly(short)}` });
};
const texts = {
  text: (live) => fill(live.pattern, Object.fromEntries(live.slots.map((slot, at) => [at, slotText(slot)]))),
  differ: (live) => {
    const values = live.metrics.map(result).filter(Number.isFinite);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return least > 0 && most >= 2 * least ? fill(live.pattern, { 0: roughly(most / least) }) : '';
  },
  enough: (live) => {
    const { met, share, given, known } = judged(live.verdict);
    if (!known) return '';
    const sure = share === undefined || (met ? share : 1 - share) >= SURE;
    const mixed = share !== undefined && share > 0 && share < 1;
    const said = sure ? (met ? live.yes : live.no) : live.unsure;
    return fill(said[(met ? 0 : 2) + (mixed ? 1 : 0)], { ...given, 0: slotText(live.number) });
  },
  rank: (live) => {
    const known = live.densities.find(({ metric }) => result(metric) > 0 && result(metric) < Infinity);
    return known ? rankOf(known) : '';
  },
  in_place: (live) => {
    const { force, central, cases, sustained } = arrivalNow(courseRule);
    const [which, given] = sustained ? [1, { good: shown(sustained.force), by: whole(sustained.day) }] : [0, {}];
    if (central.day === undefined) return fill((central.short === undefined ? live.late : live.short)[which], { ...given, force: shown(force), short: shown(central.short) });
    if (!cases && surveyed) return fill(live.alone[which], { ...given, day: whole(central.day) });
    const isMixed = cases?.some((one) => one.day === undefined);
    const named = (one) => (isMixed && one.day !== undefined ? fill(live.case_day, { day: caseText(live, one) }) : caseText(live, one));
    const [fast, slow] = cases ? cases.map(named) : ['…', '…'];
    return fill((isMixed ? live.mixed : live.there)[which], { ...given, day: whole(central.day), fast, slow });
  },
};
const textOf = (live) => texts[live.kind](live);
const element = (name, text, kind = '') => {
  const made = document.createElement(name);
  made.textContent = text;
  if (kind) made.className = kind;
  return made;
};
const rowOf = (live) => {
  const row = document.createElement('tr');
  const number = live.slot.unit === undefined ? shown(own(live.slot.at)) : said(own(live.slot.at), 3, live.slot.unit);
  const head = element('th', '');
  head.scope = 'row';
  const link = element('a', live.name);
  link.href = `#metric-${data.metrics[live.slot.at].id}`;
  head.append(link);
  row.append(head, element('td', number, 'n'), element('td', rangeText(live.slot.at).trim().replace(/^, /, '')), element('td', live.verdict ? verdictText(live.verdict) : '', 'verdict'));
  return row;
};
const drawLine = (live, place) => {
  const rows = live.filter((one) => one.kind === 'row').map(rowOf);
  const said = live.filter((one) => one.kind !== 'row').map(textOf).filter(Boolean);
  const parts = said.map((text) => element('p', text));
  if (rows.length > 0) {
    const table = document.createElement('table');
    const body = document.createElement('tbody');
    body.append(...rows);
    table.append(body);
    parts.unshift(table);
  }
  // Of a density that cannot be computed the program has no line.
  place.closest('.line').classList.toggle('silent', parts.length === 0 && live[0].kind === 'rank');
  place.replaceChildren(...(parts.length > 0 ? parts : [element('p', data.answers.folded, 'note')]));
};
const drawAnswer = () => {
  if (!document.body.classList.contains('moved')) return;
  const about = at('live-about');
  if (about && data.answers.about) about.textContent = textOf(data.answers.about);
  lines.forEach((live, index) => live.length > 0 && drawLine(live, at(`live-${index}`)));
};
// The bars of how often conditions hold: the program's at its central case.
const sureTexts = data.conditions.map((_, index) => at(`sure-text-${index}`)?.textContent);
const sureWidths = data.conditions.map((_, index) => at(`sure-${index}`)?.getAttribute('width'));
const drawSure = () => {
  const isMovedNow = moved().length > 0;
  data.conditions.forEach((condition, index) => {
    const [bar, text] = [at(`sure-${index}`), at(`sure-text-${index}`)];
    if (!bar) return;
    const share = surveyed ? surveyed.conditions[index] ?? (holdsAt(condition, result) ? 1 : 0) : 0;
    bar.setAttribute('width', isMovedNow ? percent(100 * share) : sureWidths[index]);
    text.textContent = isMovedNow ? slotText({ of: 'condition', at: index }) : sureTexts[index];
  });
};
// What is on the screen first, then what takes longer.
let surveying = 0;
const answerLater = () => {
  surveyed = null;
  drawAnswer();
  drawSure();
  clearTimeout(surveying);
  if (moved().length > 0) surveying = setTimeout(settle, 80);
};
const settle = () => {
  clearTimeout(surveying);
  const start = performance.now();
  surveyed = survey([...new Set([...ranged, ...chartRanged, ...spreadMetrics])], verdicts);
  surveys.push(performance.now() - start);
  drawAnswer();
  drawSure();
  drawCharts();
};
const surveys = [];

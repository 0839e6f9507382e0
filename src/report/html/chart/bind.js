// What charts show, computed anew: each mark's slot says what it stands for.
const metricBy = new Map(data.metrics.map((metric, at) => [metric.id, at]));
const inputBy = new Map(data.inputs.map((input, at) => [input.id, at]));
const described = look ? data.charts : [];
const endsBy = new Map((data.ends ?? []).map(([input, low, high]) => [input, [low, high]]));
// Some metrics, in their own units, as some inputs change and all others stand as they are: what they move is computed.
const movedNodes = new Map();
const along = (inputs, metrics) => {
  const key = `${inputs}|${metrics}`;
  const results = metrics.map((metric) => outputs[metric]);
  if (!movedNodes.has(key)) movedNodes.set(key, between(inputs, results));
  const [nodes, point, values] = [movedNodes.get(key), Float64Array.from(x), new Float64Array(data.nodes)];
  evaluate(point, values);
  return (changed) => {
    inputs.forEach((input, at) => { point[input] = changed[at]; });
    evaluate(point, values, nodes);
    return metrics.map((metric, at) => fromBase(data.metrics[metric], values[results[at]]));
  };
};
const partsOfSlot = (slot) => {
  const [id, ...parts] = slot.split('@');
  return { metric: metricBy.get(id), input: inputBy.get(id), parts };
};
// The value of a slot in its own unit, as the inputs stand; nothing where the page does not know it.
const valueOf = (slot) => {
  if (slot.includes(' - ')) {
    const [whole, ...parts] = slot.split(' - ').map(valueOf);
    return parts.reduce((rest, part) => rest - part, whole);
  }
  if (slot.includes(' * ')) {
    const [a, b] = slot.split(' * ').map(valueOf);
    return a * b;
  }
  const { metric, input, parts } = partsOfSlot(slot);
  if (metric !== undefined && parts.length === 0) return own(metric);
  if (input !== undefined && parts.length === 0) return isMoved(input) ? typed[input] : fromBase(data.inputs[input], x[input]);
  if (metric === undefined || parts.length !== 1) return undefined;
  const [part, of] = parts[0].split(':');
  const range = surveyed?.ranges.get(metric);
  const end = { p5: 0, p95: 1 }[part];
  if (end !== undefined) return range ? fromBase(data.metrics[metric], range[end]) : undefined;
  if (part === 'low' || part === 'high') {
    const ends = endsBy.get(inputBy.get(of));
    return ends ? along([inputBy.get(of)], [metric])([ends[part === 'low' ? 0 : 1]])[0] : undefined;
  }
  return undefined;
};
// A chart may show a metric in another unit than its own: that of its panel.
const factors = new Map();
const scaleOf = (slot, shownValue) => {
  const key = `${slot} ${shownValue}`;
  if (!factors.has(key)) {
    const value = centralOf(slot);
    const factor = finite(shownValue) && finite(value) && value !== 0 && shownValue !== 0 ? shownValue / value : 1;
    factors.set(key, Math.abs(factor - 1) < 1e-9 ? 1 : factor);
  }
  return factors.get(key);
};
const centralOf = (slot) => {
  const kept = Float64Array.from(x);
  const keptTyped = [...typed];
  x.set(central);
  data.inputs.forEach((input, at) => { typed[at] = input.field; });
  evaluate(x, v);
  const value = valueOf(slot);
  x.set(kept);
  keptTyped.forEach((one, at) => { typed[at] = one; });
  evaluate(x, v);
  return value;
};
const anew = (slot, before) => {
  if (!slot) return before;
  const value = valueOf(slot);
  return value === undefined ? before : value * scaleOf(slot, before);
};
const movedMark = (mark) => {
  const value = anew(mark.slot, mark.value);
  if (!mark.pattern || !finite(value)) return { ...mark, value };
  const input = inputBy.get(mark.slot);
  const amount = input === undefined ? '' : said(valueOf(mark.slot), mark.digits, data.inputs[input].spoken_unit);
  return { ...mark, value, label: fill(mark.pattern, { n: significant(value, mark.digits), amount }) };
};
// A name that says an input: with its unit, or in per cent.
const movedName = (one) => {
  if (!one.named || !one.pattern) return one;
  const input = inputBy.get(one.named);
  const value = valueOf(one.named);
  const given = { amount: said(value, one.digits, data.inputs[input].spoken_unit), percent: shown(100 * value) };
  return isMoved(input) ? { ...one, label: fill(one.pattern, given) } : one;
};
const rangeOfSlots = (slots, value, factor) => {
  const ends = [slots.low, slots.high].map((slot) => (slot ? valueOf(slot) : undefined));
  return ends.every(finite) ? ends.map((end) => end * factor) : null;
};

// Points of an axis from a part of an input to a multiple of it, in its own unit.
const aroundSet = (input, [less, more], count) => {
  const [from, to] = [x[input] / less, x[input] * more];
  return span(0, count - 1).map((at) => fromBase(data.inputs[input], at === count - 1 ? to : from + (at / (count - 1)) * (to - from)));
};

const binders = {
  Bars: (chart) => ({
    ...chart,
    panels: chart.panels.map((panel) => ({
      ...panel,
      rows: panel.rows.map((row) => {
        const factor = scaleOf(row.slots.value, row.value);
        const value = valueOf(row.slots.value) * factor;
        return { ...row, value, text: finite(value) ? shown(value) : '', low_high: rangeOfSlots(row.slots, value, factor) ?? undefined };
      }),
    })),
  }),
  Ranges: (chart) => ({
    ...chart,
    mark: chart.mark && movedMark(chart.mark),
    groups: chart.groups.map((group) => ({
      ...movedName(group),
      rows: group.rows.map((row) => {
        const factor = scaleOf(row.slots.value, row.central);
        const value = valueOf(row.slots.value) * factor;
        const [low, high] = rangeOfSlots(row.slots, value, factor) ?? [value, value];
        return { ...movedName(row), central: value, low, high };
      }),
    })),
  }),
  Stack: (chart) => ({
    ...chart,
    groups: chart.groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => ({
        ...row,
        parts: row.parts.map((part) => ({ ...part, amount: valueOf(part.slot) })),
        text: row.slot ? shown(valueOf(row.slot)) : '',
      })),
    })),
  }),
  LineChart: (chart, rule) => {
    if (rule) return rules[rule.of](chart, rule);
    const series = chart.panels.flatMap((panel) => panel.series);
    const [, part] = series[0].slots.value.split('@along:');
    const input = inputBy.get(part);
    const metrics = series.map((one) => metricBy.get(one.slots.value.split('@')[0]));
    const factor = scaleOf(part, chart.central?.value);
    // The case of reference is a point of the line, which moves with it.
    const xs = [...series[0].points];
    if (chart.central && xs.includes(chart.central.value)) xs.splice(xs.indexOf(chart.central.value), 1);
    const compute = along([input], metrics);
    const columns = xs.map((at) => compute([toBase(data.inputs[input], at / factor)]));
    const here = valueOf(part) * factor;
    const inside = here >= xs[0] && here <= xs[xs.length - 1];
    const place = xs.filter((at) => at < here).length;
    const lines = metrics.map((metric, at) => {
      const points = xs.map((value, column) => [value, columns[column][at]]);
      if (inside) points.splice(place, 0, [here, own(metric)]);
      return points;
    });
    let at = 0;
    const panels = chart.panels.map((panel) => ({
      ...panel,
      marks: panel.marks.map(movedMark),
      series: panel.series.map((one) => ({ ...one, points: lines[at++] })),
    }));
    // A line that leaves zero behind it needs an axis that has it.
    for (const panel of panels) if (isLog(panel.scale) && panel.series.some((one) => one.points.some(([, y]) => y <= 0))) panel.scale = 'Linear';
    const centralMark = chart.central ?? { label: '', value: here, slot: part };
    return { ...chart, panels, central: inside ? movedMark(centralMark) : undefined, vertical_marks: chart.vertical_marks.map(movedMark) };
  },
  Dots: (chart) => ({
    ...chart,
    // What is not positive has no place on a log axis.
    panels: chart.panels.map((panel) => ({ ...panel, mark: panel.mark && movedMark(panel.mark) })).filter(({ mark }) => !mark || (finite(mark.value) && mark.value > 0)),
  }),
  Tornado: (chart) => {
    const held = (bar) => {
      const input = inputBy.get(bar.slots.low.split(':')[1]);
      return isMoved(input) && columns.some(([drawnInput]) => drawnInput === input);
    };
    // An uncertain input that was moved is held where it is.
    const bars = chart.bars.filter((bar) => !held(bar)).map((bar) => ({ ...bar, low_value: valueOf(bar.slots.low), high_value: valueOf(bar.slots.high) }));
    const value = valueOf(chart.slot);
    const still = (bar) => Math.abs(bar.low_value - value) <= 1e-12 * Math.abs(value) && Math.abs(bar.high_value - value) <= 1e-12 * Math.abs(value);
    return { ...chart, central: value, central_text: shown(value), bars: bars.filter((bar) => !still(bar)) };
  },
  HeatMap: (chart, rule) => {
    const [id, part] = chart.slot.split('@along:');
    const metric = metricBy.get(id);
    const [across, up] = part.split(',').map((one) => inputBy.get(one));
    // A grid around what is set goes along with it.
    const axis = (input, list, at) => (rule ? aroundSet(input, rule.ends[at], list.length) : list);
    const [xs, ys] = [axis(across, chart.xs, 0), axis(up, chart.ys, 1)];
    const bases = (input, list) => list.map((value) => toBase(data.inputs[input], value));
    const compute = along([across, up], [metric]);
    const columns = bases(across, xs);
    const values = bases(up, ys).flatMap((b) => columns.map((a) => compute([a, b])[0]));
    const [a, b] = [across, up].map((input) => valueOf(data.inputs[input].id));
    const inside = a >= Math.min(...xs) && a <= Math.max(...xs) && b >= Math.min(...ys) && b <= Math.max(...ys);
    const label = chartWord('moved-case', { value: shown(own(metric)) });
    return { ...chart, xs, ys, values, mark: chart.mark && movedMark(chart.mark), central: inside ? { x: a, y: b, label } : undefined };
  },
  Strips: (chart) => ({
    ...chart,
    moved: true,
    rows: chart.rows.flatMap((row) => {
      const metric = metricBy.get(row.slots.samples.split('@')[0]);
      const sorted = surveyed?.sorted.get(metric);
      if (!sorted || sorted.length === 0) return [];
      if (!surveyed.ranges.get(metric)) return [];
      const last = row.quantiles.length - 1;
      const quantiles = row.quantiles.map((_, at) => fromBase(data.metrics[metric], percentile(sorted, data.quantiles[at])));
      const texts = [0, last / 2, last].map((at) => `≈${roughly(quantiles[Math.round(at)])}`);
      return [{ ...row, quantiles, texts, central: own(metric), undefined: surveyed.count - sorted.length }];
    }),
  }),
};
// The samples that strips and ranges of charts are made of.
const spreadMetrics = described.filter((one) => one.kind === 'Strips').flatMap((one) => one.chart.rows.map((row) => metricBy.get(row.slots.samples.split('@')[0])));
const chartRanged = described.flatMap(({ kind, chart }) => {
  const rows = kind === 'Bars' ? chart.panels.flatMap((panel) => panel.rows) : kind === 'Ranges' ? chart.groups.flatMap((group) => group.rows) : [];
  return rows.filter((row) => row.slots.low).map((row) => metricBy.get(row.slots.low.split('@')[0])).filter((metric) => metric !== undefined);
});
const movedChart = ({ kind, chart, rule, about }) => {
  const { note, ...now } = binders[kind](chart, rule);
  const said = chartWord('chart-moved', { list: at('moved-list').textContent });
  return { ...now, heading: { ...chart.heading, title: about, subtitle: note ? `${said}; ${note}` : said } };
};
// A description of the central case: what the program computed, and what it left out because it follows from that.
const centralChart = ({ kind, chart, rule }) => (['LineChart', 'HeatMap', 'Tornado'].includes(kind) ? binders[kind](chart, rule) : chart);
const paint = (kind, chart, page) => painters[kind](chart, page);
// On a phone a chart is one column wide, in letters that can be read.
const phone = matchMedia('screen and (max-width: 52rem)');
const paintMoved = (one) => {
  const chart = movedChart(one);
  chart.heading.description = spoken(one.kind, chart);
  return paint(one.kind, chart, phone.matches ? data.narrow : one.page);
};

// Charts on the screen are painted at once, the others when they come onto it.
const live = described.map((one) => {
  const place = at(one.figure).querySelector('.moving');
  const { width, height } = at(one.figure).querySelector('.still svg').viewBox.baseVal;
  place.style.setProperty('--shape', `${width} / ${height}`);
  const name = at(one.figure).querySelector('figcaption .unseen');
  return { ...one, place, name, finding: name?.textContent, stale: true, isOnScreen: false, painted: 0 };
});
// Milliseconds of a frame for charts: on a slow machine those that were painted last wait for the next frame.
const FOR_CHARTS = 7;
const paintings = [];
let nextPainting = 0;
const paintStale = () => {
  if (!document.body.classList.contains('moved')) return;
  const end = performance.now() + FOR_CHARTS;
  for (const one of live.filter(({ stale, isOnScreen }) => stale && isOnScreen).sort((a, b) => a.painted - b.painted)) {
    const start = performance.now();
    if (start > end) {
      cancelAnimationFrame(nextPainting);
      nextPainting = requestAnimationFrame(paintStale);
      return;
    }
    one.stale = false;
    one.place.innerHTML = paintMoved(one);
    one.numbers?.();
    one.painted = performance.now();
    paintings.push(one.painted - start);
  }
};
const drawCharts = () => {
  // What the central case shows is no name of a chart that has moved.
  const isCentral = !document.body.classList.contains('moved');
  for (const one of live) {
    one.stale = true;
    const name = isCentral ? one.finding : one.about;
    if (one.name && one.name.textContent !== name) one.name.textContent = name;
  }
  paintStale();
};
// The browser says what is on the screen: to ask it would have it lay the page out at once.
if (live.length > 0) {
  const liveBy = new Map(live.map((one) => [at(one.figure), one]));
  const watcher = new IntersectionObserver((changes) => {
    for (const change of changes) liveBy.get(change.target).isOnScreen = change.isIntersecting;
    paintStale();
  }, { rootMargin: '200px' });
  for (const figure of liveBy.keys()) watcher.observe(figure);
  phone.addEventListener('change', drawCharts);
  addEventListener('beforeprint', () => live.forEach((one) => {
    if (one.stale && document.body.classList.contains('moved')) one.place.innerHTML = paintMoved(one);
  }));
}

// The numbers of a chart as rows: for those who cannot see it, and for other programs.
const valueHead = () => data.words.value;
const rangeHeads = () => [chartWord('strip-low'), chartWord('strip-high')];
const endsOf = (row) => (finite(row.low) && finite(row.high) && row.low < row.high ? [row.low, row.high] : [null, null]);
const tables = {
  Bars: (chart) => ({
    heads: ['', '', valueHead(), ...rangeHeads()],
    rows: chart.panels.flatMap((panel) => panel.rows.map((row) => [withUnit(panel.label, panel.unit), row.label, row.value ?? null, ...(row.low_high ?? [null, null])])),
  }),
  Ranges: (chart) => ({
    heads: ['', '', withUnit(chart.x.label, chart.x.unit), ...rangeHeads()],
    rows: [
      ...chart.groups.flatMap((group) => group.rows.map((row) => [group.label, row.label, row.central, ...endsOf(row)])),
      ...(chart.mark ? [['', chart.mark.label, chart.mark.value, null, null]] : []),
      ...(chart.strip?.values ?? []).map((value) => ['', chart.strip.label, value, null, null]),
    ],
  }),
  Stack: (chart) => ({
    heads: ['', withUnit(chart.x.label, chart.x.unit), ...chart.parts],
    rows: chart.groups.flatMap((group) => group.rows.map((row) => [group.label, row.label, ...row.parts.map((part) => part.amount)])),
  }),
  LineChart: (chart) => ({
    heads: ['', withUnit(chart.x.label, chart.x.unit), valueHead()],
    rows: chart.panels.flatMap((panel) => panel.series.flatMap((series) => series.points.map(([a, b]) => [series.label || withUnit(panel.label, panel.unit), a, b]))),
  }),
  Dots: (chart) => ({
    heads: ['', '', '', valueHead()],
    rows: chart.panels.flatMap((panel) => {
      const name = withUnit(panel.label, panel.unit);
      const marked = panel.mark ? [[name, '', panel.mark.label, panel.mark.value]] : [];
      return [...marked, ...panel.rows.flatMap((row) => row.dots.map((dot) => [name, row.label, dot.label, dot.value]))];
    }),
  }),
  Tornado: (chart) => ({
    heads: ['', '', chartWord('key-low'), withUnit(chart.label, chart.unit), chartWord('key-high'), withUnit(chart.label, chart.unit)],
    rows: tornadoOrder(chart).map((bar) => [bar.group ?? '', bar.label, bar.low_text, bar.low_value, bar.high_text, bar.high_value]),
  }),
  HeatMap: (chart) => ({
    heads: [withUnit(chart.x.label, chart.x.unit), withUnit(chart.y.label, chart.y.unit), withUnit(chart.values_label, chart.unit)],
    rows: chart.ys.flatMap((b, row) => chart.xs.map((a, column) => [a, b, chart.values[row * chart.xs.length + column]])),
  }),
  Strips: (chart) => ({
    heads: ['', ...['strip-low', 'strip-median', 'strip-high'].map((key) => chartWord(key))],
    rows: chart.rows.map((row) => [withUnit(row.label, row.unit), ...(percentilesOf(row) ?? [null, null, null])]),
  }),
};
const cellText = (value) => (typeof value === 'number' && Number.isFinite(value) ? shown(value) : typeof value === 'string' ? value : '');
// What a screen reader says of a chart that has moved.
const spoken = (kind, chart) => {
  const { rows } = tables[kind](chart);
  const step = Math.ceil(rows.length / 12);
  return rows.filter((_, at) => at % step === 0).map((row) => row.map(cellText).filter(Boolean).join(' ')).join('; ');
};
// Long curves and fields show some of their points, and say so; the file has them all.
const SHOWN_ROWS = 36;
const thinned = {
  LineChart: (rows) => rows.filter((_, at) => at % Math.ceil(rows.length / SHOWN_ROWS) === 0),
  HeatMap: (rows, { xs, ys }) => {
    const [across, up] = [xs, ys].map((list) => Math.ceil(list.length / Math.sqrt(SHOWN_ROWS)));
    return rows.filter((_, at) => (at % xs.length) % across === 0 && Math.floor(at / xs.length) % up === 0);
  },
};
const chartTable = (kind, chart) => {
  const { heads, rows } = tables[kind](chart);
  const some = rows.length > SHOWN_ROWS && thinned[kind] ? thinned[kind](rows, chart) : rows;
  const table = document.createElement('table');
  const line = (cells, name) => {
    const row = document.createElement('tr');
    row.append(...cells.map((cell) => element(name, cellText(cell), typeof cell === 'number' ? 'n' : '')));
    return row;
  };
  table.createTHead().append(line(heads, 'th'));
  table.createTBody().append(...some.map((row) => line(row, 'td')));
  if (some.length < rows.length) table.createCaption().textContent = data.words.found.replace('{count}', some.length).replace('{all}', rows.length);
  return table;
};

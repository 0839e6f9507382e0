// How samples spread: a strip for each quantity.
const WIDE = 4;
const PALEST = 0.22;
const percentilesOf = ({ quantiles }) => {
  const [low, median, high] = [quantiles[0], quantiles[Math.floor(quantiles.length / 2)], quantiles[quantiles.length - 1]];
  const whole = [low, median, high].every((value) => finite(value) && canShow(false, value));
  return whole && low <= median && median <= high ? [low, median, high] : null;
};
const isRelative = (row) => {
  const found = percentilesOf(row);
  return found !== null && found[0] > 1e-6 * Math.abs(found[1]) && found[2] > 0;
};
painters.Strips = (chart, page) => {
  const frame = frameOf(chart.heading, page);
  const { size, small, narrow, width } = frame;
  const rows = chart.rows.filter((row) => percentilesOf(row) !== null);
  if (rows.length === 0) return frame.message('nothing-to-show', 60).finish();
  const ends = [EDGE, width - EDGE];
  const heads = ['strip-low', 'strip-median', 'strip-high'].map((key) => chartWord(key));
  const columns = narrow ? null : heads.map((head, at) => Math.max(widthOf(head, small), widest(rows.map((row) => row.texts[at]), size)) + size);
  const names = narrow ? 0 : Math.min(Math.max(widest(rows.map((row) => row.label), size), widest(rows.map((row) => row.unit), size)), 0.3 * (ends[1] - ends[0]));
  const relative = rows.filter(isRelative);
  const own = rows.filter((row) => !isRelative(row));
  const near = (value, low, high) => value > 0 && value >= low - (high - low) && value <= high + (high - low);
  const values = relative.flatMap((row) => {
    const [low, median, high] = percentilesOf(row);
    const central = finite(row.central) ? [row.central / median].filter((value) => near(value, low / median, high / median)) : [];
    return [low / median, high / median, ...central];
  });
  const [least, greatest] = [Math.min(Infinity, ...values), Math.max(0, ...values)];
  const log = greatest > WIDE * least;
  const ruler = (length) => rulerFor(log, log ? 'round' : 'exact', values, under(length, size, (text) => widthOf(text, size) + size));
  const wide = columns ? columns.reduce((sum, one) => sum + one, 0) : 0;
  const [left, right, x] = fitSides(ends[0] + names + (narrow ? 0 : size), ends[1] - wide - 0.4 * size, ends, size, ruler);
  const layout = { size, small, left, right, columns, room: narrow ? ends[1] - ends[0] : names };
  const laid = (list) => list.map((row) => stripRow(row, layout));
  const sum = (list) => list.reduce((total, row) => total + row.height, 0);
  const [shared, apart] = [laid(relative), laid(own)];
  const head = narrow ? 0 : 1.5 * size;
  const key = wrapped(chartWord(chart.moved ? 'strip-key-moved' : 'strip-key'), small, false, ends[1] - ends[0], 3);
  const axis = TICK + 3 * size;
  const ownTitle = wrapped(chartWord('strip-own'), size, true, ends[1] - ends[0], 2);
  const sharedHeight = relative.length ? sum(shared) + axis : 0;
  const ownHead = (ownTitle.length * LEADING + 1) * size;
  const canvas = frame.open(head + sharedHeight + (own.length ? ownHead + sum(apart) : 0) + key.length * small * LEADING + 0.8 * small);
  let y = canvas.area.top;
  if (columns) {
    let place = canvas.area.right;
    [2, 1, 0].forEach((column) => {
      canvas.text(heads[column], place, y + 0.9 * size, { size: small, colour: look.faint_ink, h: 'right' });
      place -= columns[column];
    });
    y += head;
  }
  if (x && relative.length) {
    const bottom = y + sharedHeight - axis;
    const panel = panelOf(canvas, { left, right, top: y, bottom }, x, unitRuler(size));
    panel.gridX();
    panel.axisX(true);
    for (const placed of shared) {
      const [, median] = percentilesOf(placed.row);
      const middle = stripWords(canvas, placed, layout, y);
      drawStrip(canvas, placed.row, layout, middle, (value) => left + x.share(value / median) * (right - left));
      y += placed.height;
    }
    canvas.titleX(chartWord('strip-axis'), left, right, bottom + axis - 0.35 * size);
    y = bottom + axis;
  }
  if (own.length) {
    canvas.lines(ownTitle, canvas.area.left, y + 1.3 * size, { bold: true });
    y += ownHead;
    for (const placed of apart) {
      const middle = stripWords(canvas, placed, layout, y);
      const [low, , high] = percentilesOf(placed.row);
      const at = (value) => left + (high > low ? (value - low) / (high - low) : 0.5) * (right - left);
      drawStrip(canvas, placed.row, layout, middle, at);
      if (low < 0 && high > 0) {
        canvas.line([[at(0), middle - 0.75 * size], [at(0), middle + 0.75 * size]], solid(look.ink, 0.8));
        canvas.text('0', at(0) + 2, middle - 0.75 * size + 0.3 * small, { size: small, halo: true });
      }
      y += placed.height;
    }
  }
  canvas.lines(key, canvas.area.left, canvas.area.bottom - (key.length - 1) * small * LEADING - 0.2 * small, { size: small, colour: look.faint_ink });
  return canvas.finish();
};
const stripRow = (row, { size, small, columns, room }) => {
  const label = row.unit ? wrapped(`${row.label} (${row.unit})`, size, false, room + 0.1, 4) : wrapped(row.label, size, false, room + 0.1, 3);
  const note = row.undefined > 0 ? fill(look.undefined[kindOf.select(row.undefined)] ?? look.undefined.other, { count: localised(row.undefined, 0) }) : null;
  const [low, median, high] = row.texts;
  const below = columns ? [] : wrapped(chartWord('strip-numbers', { low, median, high }), small, false, room, 2);
  const named = label.length * size * LEADING;
  const noted = note ? small * LEADING : 0;
  const height = columns ? Math.max(named + noted + 0.7 * size, 2.2 * size) : named + noted + 1.5 * size + below.length * small * LEADING + 0.8 * size;
  return { row, label, note, below, height };
};
// The words of a row; gives the middle of its strip.
const stripWords = (canvas, { row, label, note, below, height }, { size, small, columns }, y) => {
  const lines = label.length * size * LEADING;
  const faint = { size: small, colour: look.faint_ink, halo: true };
  const { left, right } = canvas.area;
  if (!columns) {
    canvas.lines(label, left, y + 0.9 * size);
    let base = y + lines + 0.9 * small;
    if (note) {
      canvas.text(note, left, base, faint);
      base += small * LEADING;
    }
    const middle = base - 0.9 * small + 0.75 * size;
    canvas.lines(below, left, middle + 0.95 * size + 0.6 * small, faint);
    return middle;
  }
  const first = y + (height - lines - (note ? small * LEADING : 0)) / 2 + 0.8 * size;
  canvas.lines(label, left, first);
  if (note) canvas.text(note, left, first + lines - 0.1 * size, faint);
  const middle = y + height / 2;
  let place = right;
  [2, 1, 0].forEach((column) => {
    canvas.text(row.texts[column], place, middle, { h: 'right', v: 'center', bold: column === 1 });
    place -= columns[column];
  });
  return middle;
};
const drawStrip = (canvas, row, { size, left, right }, middle, at) => {
  const half = 0.5 * size;
  const { quantiles } = row;
  const steps = Math.floor(quantiles.length / 2);
  for (let step = 0; step < steps; step += 1) {
    const [a, b] = [at(quantiles[step]), at(quantiles[quantiles.length - 1 - step])];
    const colour = mixed(look.ground, look.bars[0], PALEST + ((1 - PALEST) * step) / steps);
    canvas.rect({ left: Math.max(a, left), right: Math.min(Math.max(b, a + 1), right + 0.5), top: middle - half, bottom: middle + half }, colour);
  }
  const found = percentilesOf(row);
  if (found) canvas.line([[at(found[1]), middle - half - 1.5], [at(found[1]), middle + half + 1.5]], solid(look.ink, 1.2));
  const x = finite(row.central) ? at(row.central) : NaN;
  if (x >= left - 0.5 && x <= right + 0.5) {
    canvas.dot(x, middle, 3.4, look.ground);
    canvas.dot(x, middle, 2.6, look.accent);
  }
};

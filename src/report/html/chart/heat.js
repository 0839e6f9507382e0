// A field over two quantities: coloured cells, contours at round levels, and the case of reference.
const STEPS = 64;
const TURNED = 1.5;
const fieldColour = (share) => look.field[Math.min(look.field.length - 1, Math.floor(Math.min(1, Math.max(0, finite(share) ? share : 0)) * look.field.length))];
const blackOrWhite = (colour) => {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return 0.299 * r + 0.587 * g + 0.114 * b > 115 ? '#000000' : '#ffffff';
};
painters.HeatMap = (chart, page) => {
  const frame = frameOf(chart.heading, page);
  const { size, narrow, inner } = frame;
  const yTitle = wrapped(withUnit(chart.y.label, chart.y.unit), size, false, inner, 2);
  const name = withUnit(chart.values_label, chart.unit);
  const nameLines = wrapped(name, size, false, inner, 2);
  const head = yTitle.length * size * LEADING + 0.5 * size;
  const foot = TICK + 3 * size;
  const below = narrow ? nameLines.length * size * LEADING + 8 + TICK + 1.6 * size + 0.8 * size : 0;
  const deep = Math.max(frame.available - head - foot - below, narrow ? 110 : 130);
  const canvas = frame.open(head + deep + foot + below);
  const { area } = canvas;
  const [logX, logY] = [isLog(chart.x.scale), isLog(chart.y.scale)];
  const line = () => 1.5 * size;
  const y = rulerFor(logY, 'exact', chart.ys.filter(finite), besides(deep, size, line));
  const values = chart.values.filter((value) => finite(value) && canShow(false, value));
  const [least, most] = values.reduce(([a, b], value) => [Math.min(a, value), Math.max(b, value)], [Infinity, -Infinity]);
  const log = least > 0 && canShow(true, least) && most / least > 20;
  const needs = (text) => widthOf(text, size) + size;
  const colours = rulerFor(log, 'exact', values, narrow ? under(inner - 20, size, needs) : besides(deep, size, line));
  const numbers = widest((colours?.ticks ?? []).map((tick) => tick.text), size);
  const from = area.left + widest((y?.ticks ?? []).map((tick) => tick.text), size) + TICK + 3;
  const turnedLines = wrapped(name, size, false, deep, 2).length;
  const turned = (LEADING + TURNED * Math.max(0, turnedLines - 1)) * size;
  const to = area.right - (narrow ? 1.6 * size : 1.6 * size + 11 + TICK + 2.5 + numbers + 0.4 * size + turned);
  const along = (length) => rulerFor(logX, 'exact', chart.xs.filter(finite), under(length, size, needs));
  const [left, right, x] = fitSides(from, to, [EDGE, narrow ? area.right : to + 1.6 * size], size, along);
  const top = area.top + head;
  const bounds = { left, right, top, bottom: top + deep };
  if (!x || !y || !colours) {
    canvas.message('no-values', area);
    return canvas.finish();
  }
  canvas.lines(yTitle, area.left, area.top + 0.85 * size);
  const panel = panelOf(canvas, bounds, x, y);
  const field = fieldOf(chart, panel);
  if (field.xs.length < 2 || field.ys.length < 2) {
    canvas.message('map-too-small', bounds);
    return canvas.finish();
  }
  canvas.cells(() => drawCells(canvas, panel, field, colours));
  drawContours(canvas, chart, panel, field, colours);
  panel.axisX(true);
  panel.axisY();
  const base = bounds.bottom + foot - 0.35 * size;
  canvas.titleX(withUnit(chart.x.label, chart.x.unit), left, right, base);
  if (narrow) {
    const start = base + 0.8 * size;
    canvas.lines(nameLines, area.left, start + 0.85 * size);
    const barTop = start + nameLines.length * size * LEADING + 0.25 * size;
    const bar = { left: area.left + numbers / 2, right: area.right - numbers / 2, top: barTop, bottom: barTop + 8 };
    colourRamp(canvas, bar, false);
    for (const tick of colours.ticks) {
      const place = bar.left + colours.share(tick.value) * (bar.right - bar.left);
      canvas.line([[place, bar.bottom], [place, bar.bottom + TICK]], solid(look.ink, 0.7));
      canvas.text(tick.text, place, bar.bottom + TICK + 2, { h: 'center', v: 'top' });
    }
  } else {
    const start = right + 1.6 * size;
    const bar = { left: start, right: start + 11, top: bounds.top, bottom: bounds.bottom };
    colourRamp(canvas, bar, true);
    for (const tick of colours.ticks) {
      const place = bar.bottom - colours.share(tick.value) * (bar.bottom - bar.top);
      canvas.line([[bar.right, place], [bar.right + TICK, place]], solid(look.ink, 0.7));
      canvas.text(tick.text, bar.right + TICK + 2.5, place, { v: 'center' });
    }
    wrapped(name, size, false, bar.bottom - bar.top, 2).forEach((words, at) => {
      canvas.upright(words, bar.right + TICK + 2.5 + numbers + 0.9 * size + at * size * TURNED, (bar.top + bar.bottom) / 2, { h: 'center', v: 'center' });
    });
  }
  if (field.values.some((value) => !Number.isFinite(value))) {
    const text = chartWord('not-available');
    const start = area.right - widthOf(text, size);
    const middle = narrow ? area.top + 0.45 * size : base - 0.3 * size;
    canvas.text(text, start, middle, { v: 'center' });
    const swatch = { left: start - 1.4 * size, right: start - 0.4 * size, top: middle - 0.4 * size, bottom: middle + 0.4 * size };
    canvas.rect(swatch, look.missing);
    canvas.outline(swatch, solid(look.ink, 0.5));
  }
  return canvas.finish();
};
// The field in the positions of its axes, ascending, without columns and rows that cannot be shown.
const fieldOf = (chart, panel) => {
  const order = (list, ruler) => list.map((value, at) => [at, ruler.position(value ?? NaN)])
    .filter(([, place]) => Number.isFinite(place))
    .sort((a, b) => a[1] - b[1])
    .filter(([, place], at, all) => at === 0 || place > all[at - 1][1]);
  const [columns, rows] = [order(chart.xs, panel.x), order(chart.ys, panel.y)];
  const values = rows.flatMap(([row]) => columns.map(([column]) => chart.values[row * chart.xs.length + column])).map((value) => (finite(value) && canShow(false, value) ? value : NaN));
  return { xs: columns.map(([, place]) => place), ys: rows.map(([, place]) => place), values };
};
const cellEdges = (places) => [places[0], ...places.slice(1).map((place, at) => (place + places[at]) / 2), places[places.length - 1]];
const drawCells = (canvas, panel, field, colours) => {
  const [columns, rows] = [cellEdges(field.xs), cellEdges(field.ys)];
  for (let row = 0; row + 1 < rows.length; row += 1) {
    const colourAt = (column) => {
      const value = field.values[row * field.xs.length + column];
      return Number.isFinite(value) ? fieldColour(colours.share(value)) : look.missing;
    };
    let start = 0;
    let colour = colourAt(0);
    for (let column = 1; column <= field.xs.length; column += 1) {
      const next = column < field.xs.length ? colourAt(column) : null;
      if (next === colour) continue;
      // The rows overlap upwards.
      const [from, to] = [panel.ofPosition([columns[start], rows[row + 1]]), panel.ofPosition([columns[column], rows[row]])];
      canvas.cell({ left: from[0], top: Math.max(panel.area.top, from[1] - 0.6), right: to[0], bottom: to[1] }, colour);
      [start, colour] = [column, next];
    }
  }
};
const colourRamp = (canvas, bar, up) => canvas.cells(() => {
  for (let step = 0; step < STEPS; step += 1) {
    const colour = fieldColour((step + 0.5) / STEPS);
    const from = step / STEPS;
    canvas.cell(up ? { ...bar, bottom: bar.bottom - from * (bar.bottom - bar.top) } : { ...bar, left: bar.left + from * (bar.right - bar.left) }, colour);
  }
});
const levelsOf = (chart, colours, height) => {
  const { low, high } = colours;
  const own = chart.mark && low < chart.mark.value && chart.mark.value < high ? [{ value: chart.mark.value, text: chart.mark.label, own: true }] : [];
  let round;
  if (chart.levels) {
    round = chart.levels.map((value) => ({ value, text: finite(chart.decimals) ? localised(value, chart.decimals) : shortNumber(value), own: false }));
  } else {
    // Even a small map needs a few contours to be read by.
    const ruler = rulerFor(low > 0 && high / low > 20, 'exact', [low, high], { length: Math.max(160, height), extent: () => 12, spacing: 26 });
    round = (ruler?.ticks ?? []).filter((tick) => tick.value > low && tick.value < high).map((tick) => ({ ...tick, own: false }));
  }
  const near = (level) => own.some((one) => Math.abs(colours.position(one.value) - colours.position(level.value)) < 0.06 * (colours.position(high) - colours.position(low)));
  return [...own, ...round.filter((level) => !near(level))];
};
const thinnedLine = (line) => line.filter((_, at) => at % 3 === 0 || at === line.length - 1);
const resampledLine = (line) => {
  const found = [line[0]];
  for (let at = 1; at < line.length; at += 1) {
    const [a, b] = [line[at - 1], line[at]];
    const parts = Math.min(10000, Math.max(1, Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]))));
    for (let k = 1; k <= parts; k += 1) found.push([a[0] + ((b[0] - a[0]) * k) / parts, a[1] + ((b[1] - a[1]) * k) / parts]);
  }
  return found;
};
const drawContours = (canvas, chart, panel, field, colours) => {
  const heights = field.values.map((value) => colours.position(value));
  const lines = levelsOf(chart, colours, 0.9 * (panel.area.bottom - panel.area.top)).map((level) => {
    const found = contourLines(field, heights, colours.position(level.value));
    return [level, found.flatMap((line) => panel.tracePositions(line)).map(resampledLine)];
  });
  const obstacles = obstaclesOf();
  const central = chart.central ? panel.place([chart.central.x, chart.central.y]) : null;
  for (const [, pieces] of lines) for (const piece of pieces) obstacles.addLine(thinnedLine(piece));
  const label = central ? centralLabel(canvas, panel, chart.central.label, central, obstacles) : null;
  const labels = obstaclesOf();
  if (central) labels.addBox({ left: central[0] - 7, top: central[1] - 7, right: central[0] + 7, bottom: central[1] + 7 });
  if (label) labels.addBox({ left: label.box.left - 4, top: label.box.top - 4, right: label.box.right + 4, bottom: label.box.bottom + 4 });
  lines.forEach(([level, pieces], index) => {
    const others = obstaclesOf();
    lines.forEach(([, list], at) => at !== index && list.forEach((piece) => others.addLine(thinnedLine(piece))));
    drawLevel(canvas, panel, level, pieces, blackOrWhite(fieldColour(colours.share(level.value))), labels, others);
  });
  if (!central) return;
  canvas.dot(...central, 4.4, look.ground);
  canvas.ring(...central, 4.4, solid('#000000', 1));
  canvas.dot(...central, 2.2, '#000000');
  if (!label) return;
  const { box } = label;
  const near = [Math.min(box.right, Math.max(box.left, central[0])), Math.min(box.bottom, Math.max(box.top, central[1]))];
  const far = Math.hypot(near[0] - central[0], near[1] - central[1]);
  if (far > 10) {
    const start = [central[0] + ((near[0] - central[0]) * 4.9) / far, central[1] + ((near[1] - central[1]) * 4.9) / far];
    canvas.line([start, near], solid(look.ground, 2));
    canvas.line([start, near], solid('#000000', 0.8));
  }
  canvas.rect(box, look.ground, 0.88);
  canvas.lines(label.lines, box.left + 3, box.top + 2.5 + 0.75 * canvas.size);
};
const centralLabel = (canvas, panel, text, at, obstacles) => {
  const { size } = canvas;
  const lines = wrapped(text, size, false, 0.5 * (panel.area.right - panel.area.left), 3);
  if (lines.length === 0) return null;
  const area = [widest(lines, size) + 6, (lines.length - 1) * size * LEADING + 0.95 * size + 5];
  const [box] = obstacles.cheapest([8, 14, 22, 32, 44, 58].flatMap((gap) => aroundPoint(at, area, gap)), panel.area);
  return { lines, box };
};
// One contour with its text in a gap of its longest piece.
const drawLevel = (canvas, panel, level, pieces, colour, labels, others) => {
  const stroke = { colour, width: level.own ? 1.5 : 0.9, dash: level.own ? MARK_DASH : null };
  const size = canvas.small;
  const [w, h] = [widthOf(level.text, size, true) + 5, 1.15 * size];
  const longest = pieces.reduce((best, piece) => (!best || piece.length >= best.length ? piece : best), null);
  let gap = null;
  if (longest && longest.length > 1.6 * w) {
    const { left, top, right, bottom } = panel.area;
    const inside = { left: left + 4, top: top + 4, right: right - 4, bottom: bottom - 4 };
    let least = Infinity;
    for (let k = 0; k < longest.length; k += 5) {
      const [x, y] = longest[k];
      const candidate = { left: x - w / 2, right: x + w / 2, top: y - h / 2, bottom: y + h / 2 };
      // What is at least that much already is not better, whatever else it would cost.
      const off = 20 * Math.abs(k / longest.length - 0.5);
      if (off >= least) continue;
      const over = 5 * labels.cost(candidate, inside);
      if (over + off >= least) continue;
      const cost = over + others.cost(candidate, inside) + off;
      if (cost < least) [least, gap] = [cost, candidate];
    }
    // Better no text than one across a label or another line.
    if (least >= 60) gap = null;
  }
  // A contour that nobody can read off is no help.
  if (!gap && !level.own) return;
  for (const piece of pieces) {
    for (const part of gap ? outsideBox(piece, gap) : [piece]) canvas.line(thinnedLine(part), stroke);
  }
  if (!gap) return;
  canvas.text(level.text, (gap.left + gap.right) / 2, (gap.top + gap.bottom) / 2, { size, bold: true, colour, h: 'center', v: 'center' });
  labels.addBox({ left: gap.left - 3, top: gap.top - 3, right: gap.right + 3, bottom: gap.bottom + 3 });
};
const outsideBox = (line, { left, top, right, bottom }) => {
  const pieces = [[]];
  for (const point of line) {
    if (point[0] >= left && point[0] <= right && point[1] >= top && point[1] <= bottom) pieces.push([]);
    else pieces[pieces.length - 1].push(point);
  }
  return pieces.filter((piece) => piece.length > 1);
};
// Contour lines over a grid by marching squares, joined into lines. An edge is the row and column where it starts, and
// whether it runs along the row: `2 * (row * width + column)`, and one more along the row.
const contourLines = ({ xs, ys }, values, level) => {
  const wide = xs.length;
  const crossing = (edge) => {
    const alongRow = edge % 2 === 1;
    const from = Math.floor(edge / 2);
    const to = alongRow ? from + 1 : from + wide;
    const [u, v] = [values[from], values[to]];
    if (!Number.isFinite(u) || !Number.isFinite(v) || u < level === v < level) return null;
    const t = Math.min(1, Math.max(0, (level - u) / (v - u)));
    const place = (node) => [xs[node % wide], ys[Math.floor(node / wide)]];
    const [a, b] = [place(from), place(to)];
    return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
  };
  const links = new Map();
  const link = (from, to) => {
    if (!links.has(from)) links.set(from, []);
    links.get(from).push(to);
  };
  for (let row = 0; row + 1 < ys.length; row += 1) {
    for (let column = 0; column + 1 < wide; column += 1) {
      const node = row * wide + column;
      const [a, b, c, d] = [values[node], values[node + 1], values[node + wide + 1], values[node + wide]];
      // Most cells lie on one side; those with a corner that is not a number on neither.
      const under = (a < level) + (b < level) + (c < level) + (d < level);
      if (under === 0 || under === 4 || !Number.isFinite(a + b + c + d)) continue;
      const edges = [[a, b, 2 * node + 1], [b, c, 2 * (node + 1)], [d, c, 2 * (node + wide) + 1], [a, d, 2 * node]];
      const cut = edges.filter(([u, v]) => u < level !== v < level).map(([, , edge]) => edge);
      let pairs = [];
      if (cut.length === 2) pairs = [cut];
      else if (cut.length === 4) {
        // A saddle: the mean decides which corners belong together.
        const joined = (a + b + c + d) / 4 < level === a < level;
        pairs = joined ? [[cut[0], cut[1]], [cut[2], cut[3]]] : [[cut[0], cut[3]], [cut[1], cut[2]]];
      }
      for (const [p, q] of pairs) {
        link(p, q);
        link(q, p);
      }
    }
  }
  const keys = [...links.keys()].sort((a, b) => a - b);
  const starts = [...keys.filter((edge) => links.get(edge).length === 1), ...keys];
  const lines = [];
  for (const start of starts) {
    const found = [];
    let edge = start;
    for (;;) {
      const point = crossing(edge);
      if (point) found.push(point);
      const next = links.get(edge)?.pop();
      if (next === undefined) break;
      const back = links.get(next);
      const place = back ? back.indexOf(edge) : -1;
      if (place >= 0) back.splice(place, 1);
      edge = next;
    }
    if (found.length > 1) lines.push(found);
  }
  return lines;
};

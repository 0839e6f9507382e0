// Lines over one quantity: a panel for each unit, with direct labels and marked values.
const dashOf = (index) => DASHES[index % DASHES.length];
const SHAPES = ['square', 'triangle', 'circle', 'diamond', 'cross'];
const markerOf = (index) => {
  const round = Math.floor(index / DASHES.length);
  return round > 0 ? SHAPES[(index + round - 1) % SHAPES.length] : null;
};
const strokeOf = (index) => ({ colour: look.series[index % look.series.length], width: look.line_width, dash: dashOf(index) });
const textColour = (index) => look.series_text[index % look.series.length];
const REACH = 2.2;
const drawMarker = (canvas, marker, [x, y], { colour }) => {
  if (marker === 'circle') {
    canvas.dot(x, y, REACH, look.ground);
    canvas.ring(x, y, REACH, solid(colour, 0.9));
    return;
  }
  if (marker === 'cross') {
    for (const [a, b] of [[-REACH, REACH], [REACH, -REACH]]) canvas.line([[x - REACH, y + a], [x + REACH, y + b]], solid(colour, 1.2));
    return;
  }
  const shape = { square: [[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]], triangle: [[0, -1.2], [1.15, 0.9], [-1.15, 0.9]], diamond: [[0, -1.3], [1.3, 0], [0, 1.3], [-1.3, 0]] }[marker];
  const points = shape.map(([a, b]) => [x + REACH * a, y + REACH * b]);
  canvas.polygon(points, look.ground);
  canvas.line([...points, points[0]], solid(colour, 0.9));
};
const markersAlong = (canvas, line, index, stroke) => {
  const marker = markerOf(index);
  if (!marker) return;
  const first = 52 * (0.3 + 0.14 * (index % DASHES.length));
  const pieces = line.slice(1).map((b, at) => [line[at], b, Math.hypot(b[0] - line[at][0], b[1] - line[at][1])]);
  const length = pieces.reduce((sum, [, , long]) => sum + long, 0);
  let next = length > first + REACH ? first : length / 2;
  let gone = 0;
  for (const [a, b, long] of pieces) {
    while (long > 0 && next <= gone + long) {
      const t = (next - gone) / long;
      drawMarker(canvas, marker, [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])], stroke);
      next += 52;
    }
    gone += long;
  }
};
const isLog = (scale) => scale === 'Log';

painters.LineChart = (chart, page) => {
  const frame = frameOf(chart.heading, page);
  const { size, small, width } = frame;
  const labels = [...new Set(chart.panels.flatMap((panel) => panel.series).map((series) => series.label).filter(Boolean))];
  const logX = isLog(chart.x.scale);
  const vertical = [...chart.vertical_marks, ...(chart.central ? [chart.central] : [])].filter((mark) => finite(mark.value) && canShow(logX, mark.value));
  // The rows above the plots depend on where the labels stand, and that on the plots: once with one row as a guess.
  let layout = lineLayout(chart, frame, labels, vertical.length ? 1 : 0);
  const ends = [EDGE, width - EDGE - Math.max(0, layout.naming)];
  const along = (length) => lineX(chart, vertical, logX, length, size);
  const fitted = () => {
    const [from, to] = lineSides(chart, frame, layout);
    return fitSides(from, to, ends, size, along);
  };
  const labelEnd = (right) => right + (layout.naming > 0 ? 5 : 12);
  const [left0, right0, x0] = fitted();
  if (x0) {
    const at = (value) => left0 + x0.share(value) * (right0 - left0);
    const names = namesAbove(vertical, at, left0, labelEnd(right0), small);
    layout = lineLayout(chart, frame, labels, names.reduce((most, name) => Math.max(most, name.row + name.lines.length), 0));
  }
  const [left, right, x] = fitted();
  const canvas = frame.open(layout.total);
  if (chart.panels.length === 0) {
    canvas.message('nothing-to-show', canvas.area);
    return canvas.finish();
  }
  const context = { logX, labels, vertical, central: chart.central, naming: layout.naming, labelEnd: labelEnd(right) };
  let any = false;
  let y = canvas.area.top;
  chart.panels.forEach((panel, at) => {
    const title = layout.titles[at];
    canvas.lines(title, canvas.area.left, y + 0.85 * size, { bold: true });
    y += title.length * size * LEADING + 0.5 * size + (at === 0 ? layout.above : 0);
    const area = { left, right, top: y, bottom: y + layout.plot };
    const ruler = lineY(panel, chart.shares, layout.plot, size);
    if (x && ruler) any = linePanel(canvas, panelOf(canvas, area, x, ruler), panel, context, at === 0, at + 1 === chart.panels.length) || any;
    else canvas.message(whyEmpty(logX, panel), area);
    y += layout.plot + layout.between;
  });
  if (any) canvas.titleX(withUnit(chart.x.label, chart.x.unit), left, right, y - layout.between + layout.axis - 0.15 * size);
  let index = 0;
  layout.legend.forEach((row, line) => {
    let from = canvas.area.left;
    const middle = canvas.area.bottom - layout.legendHeight + 1.2 * size + line * size * 1.4;
    for (const text of row) {
      const stroke = strokeOf(index);
      canvas.line([[from, middle], [from + 20, middle]], stroke);
      const marker = markerOf(index);
      if (marker) drawMarker(canvas, marker, [from + 10, middle], stroke);
      canvas.text(text, from + 24, middle, { v: 'center' });
      from += 24 + widthOf(text, size) + 1.5 * size;
      index += 1;
    }
  });
  return canvas.finish();
};
const lineLayout = (chart, frame, labels, rows) => {
  const { size, small, inner, narrow, available } = frame;
  const titles = chart.panels.map((panel) => wrapped(withUnit(panel.label, panel.unit), size, true, inner, 3));
  const heads = titles.reduce((sum, title) => sum + title.length * size * LEADING + 0.5 * size, 0);
  const above = rows === 0 ? 0 : rows * small * LEADING + 2;
  const between = 1.2 * size;
  const axis = TICK + (withUnit(chart.x.label, chart.x.unit) === '' ? 1.6 : 3) * size;
  const n = Math.max(1, chart.panels.length);
  const fixed = heads + above + axis + between * (n - 1);
  const naming = lineNaming(chart, size, 0.27 * inner, (available - fixed) / n);
  const legend = naming === null ? legendRows(labels, size, inner) : [];
  const legendHeight = legend.length ? legend.length * size * 1.4 + 0.5 * size : 0;
  const plot = Math.max((available - fixed - legendHeight) / n, narrow ? 78 : 92);
  return { titles, above, plot, between, axis, legend, legendHeight, naming: naming ?? 0, total: fixed + legendHeight + plot * n };
};
const lineSides = (chart, { size, width }, layout) => {
  const ticks = chart.panels.flatMap((panel) => lineY(panel, chart.shares, layout.plot, size)?.ticks ?? []);
  const names = layout.naming > 0 ? layout.naming + 8 : 1.6 * size;
  return [EDGE + widest(ticks.map((tick) => tick.text), size) + TICK + 3, width - EDGE - names];
};
const lineX = (chart, vertical, logX, length, size) => {
  const series = chart.panels.flatMap((panel) => panel.series);
  const any = series.some((one) => one.points.some(([, y]) => finite(y)));
  const values = series.flatMap((one) => [...(any ? one.points.map(([x]) => x) : []), ...(one.band ?? []).map(([x]) => x)]);
  values.push(...vertical.map((mark) => mark.value), ...(chart.shares ? [0, 100] : []));
  return rulerFor(logX, 'exact', values.filter(finite), under(length, size, (text) => widthOf(text, size) + size));
};
const lineY = (panel, shares, height, size) => {
  const log = isLog(panel.scale);
  const data = (value) => finite(value) && canShow(log, value);
  const own = panel.series.flatMap((one) => [...one.points.map(([, y]) => y), ...(one.band ?? []).flatMap(([, low, high]) => [low, high])]).filter(data);
  const largest = own.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const near = (value) => own.length === 0 || log || Math.abs(value) <= 4 * largest;
  const marks = panel.marks.map((mark) => mark.value).filter(data).filter(near);
  return rulerFor(log, 'round', [...own, ...marks, ...(shares ? [0, 100] : [])], besides(height, size, () => 1.5 * size));
};
// The width for names at the right ends; nothing when they need a legend.
const lineNaming = (chart, size, most, plot) => {
  let room = 0;
  for (const panel of chart.panels) {
    let height = 0;
    for (const { label } of panel.series.filter((series) => series.label)) {
      const lines = wrapped(label, size, false, most, 9);
      // A word wider than the room would be broken inside.
      if (lines.length > 4 || label.split(/\s+/u).some((word) => widthOf(word, size) > most)) return null;
      room = Math.max(room, widest(lines, size));
      height += lines.length * size * LEADING;
    }
    if (height > plot + 2 * size) return null;
  }
  return room;
};
const legendRows = (labels, size, inner) => {
  const rows = [];
  let used = Infinity;
  for (const label of labels) {
    const cut = wrapped(label, size, false, inner - 24, 1)[0] ?? '';
    const needs = 24 + widthOf(cut, size) + 1.5 * size;
    if (used + needs > inner + 1.5 * size) {
      rows.push([]);
      used = 0;
    }
    used += needs;
    rows[rows.length - 1].push(cut);
  }
  return rows;
};
const whyEmpty = (logX, panel) => {
  const any = panel.series.some((series) => series.points.some((point) => point.every(finite)));
  return any && (logX || isLog(panel.scale)) ? 'no-positive-values' : 'no-values';
};
const namesAbove = (marks, at, left, right, size) => {
  const names = [];
  for (const mark of [...marks].reverse()) {
    const lines = wrapped(mark.label, size, false, right - EDGE, 3);
    if (lines.length === 0) continue;
    const half = widest(lines, size) / 2;
    const start = Math.max(EDGE, left - 40) + half;
    const middle = Math.max(start, Math.min(at(mark.value), right - half));
    const clash = (row) => names.some((other) => other.row < row + lines.length && row < other.row + other.lines.length && Math.abs(other.middle - middle) < other.half + half + size);
    const row = span(0, 8).find((one) => !clash(one)) ?? 9;
    names.push({ half, lines, middle, row });
  }
  return names;
};
const insideShare = (share) => share >= -1e-9 && share <= 1 + 1e-9;
const linePanel = (canvas, panel, chart, context, isFirst, isLast) => {
  const { area } = panel;
  const { small } = canvas;
  const indexOf = (series) => Math.max(0, context.labels.indexOf(series.label));
  const pointsOf = (series) => series.points.map(([x, y]) => [finite(x) ? x : NaN, finite(y) ? y : NaN]);
  const traces = chart.series.map((series) => [series, panel.trace(pointsOf(series)), isolatedPoints(pointsOf(series), panel)]);
  if (traces.every(([, lines, dots]) => lines.length === 0 && dots.length === 0)) {
    canvas.message(whyEmpty(context.logX, chart), area);
    return false;
  }
  panel.gridY();
  const obstacles = obstaclesOf();
  for (const series of chart.series) drawBand(canvas, panel, series, strokeOf(indexOf(series)).colour);
  for (const mark of context.vertical) {
    const share = panel.x.share(mark.value);
    if (!insideShare(share)) continue;
    const x = area.left + share * (area.right - area.left);
    const line = [[x, area.top - (isFirst ? 2 : 0)], [x, area.bottom]];
    canvas.line(line, { colour: look.faint_ink, width: 0.8, dash: MARK_DASH });
    obstacles.addLine(line);
  }
  if (isFirst) {
    const at = (value) => area.left + panel.x.share(value) * (area.right - area.left);
    for (const name of namesAbove(context.vertical, at, area.left, context.labelEnd, small)) {
      const y = area.top - 2 - 0.35 * small - name.row * small * LEADING;
      canvas.lines(name.lines, name.middle, y - (name.lines.length - 1) * small * LEADING, { size: small, h: 'center', halo: true });
    }
  }
  const marks = chart.marks.map((mark) => {
    const share = finite(mark.value) ? panel.y.share(mark.value) : NaN;
    return [mark, insideShare(share) ? area.bottom - share * (area.bottom - area.top) : null];
  });
  for (const [, y] of marks.filter(([, place]) => place !== null)) {
    const line = [[area.left, y], [area.right, y]];
    canvas.line(line, { colour: look.ink, width: 0.9, dash: MARK_DASH });
    obstacles.addLine(line);
  }
  panel.axisX(isLast);
  panel.axisY();
  const ends = [];
  for (const [series, lines, dots] of traces) {
    const stroke = strokeOf(indexOf(series));
    for (const line of lines) {
      canvas.line(line, stroke);
      markersAlong(canvas, line, indexOf(series), stroke);
      obstacles.addLine(line);
    }
    for (const [x, y] of dots) canvas.dot(x, y, 1.8, stroke.colour);
    const end = lines.length ? lines[lines.length - 1].slice(-1)[0] : dots[dots.length - 1];
    if (end) ends.push([series, end]);
  }
  if (context.central && finite(context.central.value)) {
    const met = chart.series.flatMap((series) => {
      const value = crossingAt(pointsOf(series), context.central.value, context.logX, isLog(chart.scale));
      const place = value === null ? null : panel.place([context.central.value, value]);
      return place ? [[series, value, place]] : [];
    });
    for (const [, , [x, y]] of met) obstacles.addBox({ left: x - 2.5, top: y - 2.5, right: x + 2.5, bottom: y + 2.5 });
    for (const [series, value, place] of met) {
      canvas.dot(...place, 3, look.ground);
      canvas.dot(...place, 2.3, strokeOf(indexOf(series)).colour);
      if (met.length > 6) continue;
      const text = shortNumber(value);
      // A little larger than the letters, so that their halo does not bite into lines.
      const box = [widthOf(text, small, true) + 2.5, 0.8 * small + 2.5];
      // A value far from its dot misleads more than one that touches a line.
      let best = null;
      for (const [gap, far] of [[4, 0], [12, 9]]) {
        const found = obstacles.cheapest(aroundPoint(place, box, gap), area);
        if (found && (!best || found[1] + far < best[1])) best = [found[0], found[1] + far];
      }
      if (!best || best[1] > 40) continue;
      canvas.text(text, best[0].left + 1.25, best[0].bottom - 1.25 - 0.07 * small, { size: small, bold: true, colour: textColour(indexOf(series)), halo: true });
      obstacles.addBox(best[0]);
    }
  }
  for (const [mark, y] of marks) nameMark(canvas, panel, mark, y, obstacles);
  if (context.naming > 0) nameEnds(canvas, panel, ends, context.naming, indexOf);
  return true;
};
const isolatedPoints = (points, panel) => {
  const known = (at) => points[at] !== undefined && Number.isFinite(panel.x.position(points[at][0])) && Number.isFinite(panel.y.position(points[at][1]));
  return points.filter((_, at) => !known(at + 1) && (at === 0 || !known(at - 1))).map(panel.place).filter(Boolean);
};
const crossingAt = (points, x, logX, logY) => {
  const position = (log, value) => (log ? Math.log10(value) : value);
  const same = points.find((point) => point[0] === x && canShow(logY, point[1]));
  if (same) return same[1];
  for (let at = 1; at < points.length; at += 1) {
    const [a, b] = [points[at - 1], points[at]];
    const t = (position(logX, x) - position(logX, a[0])) / (position(logX, b[0]) - position(logX, a[0]));
    if (!(t >= 0 && t <= 1 && canShow(logY, a[1]) && canShow(logY, b[1]))) continue;
    const y = position(logY, a[1]) + t * (position(logY, b[1]) - position(logY, a[1]));
    return logY ? 10 ** y : y;
  }
  return null;
};
const drawBand = (canvas, panel, { band }, colour) => {
  if (!band) return;
  const whole = ([x, low, high]) => Number.isFinite(panel.x.position(x)) && Number.isFinite(panel.y.position(low)) && Number.isFinite(panel.y.position(high));
  let run = [];
  const flush = () => {
    if (run.length > 0) canvas.polygon(panel.tracePolygon([...run.map(([x, low]) => [x, low]), ...[...run].reverse().map(([x, , high]) => [x, high])]), colour, 0.2);
    run = [];
  };
  for (const point of band) {
    if (whole(point)) run.push(point);
    else flush();
  }
  flush();
};
// The label of a horizontal line where it hides least; off the scale it says so at the edge.
const nameMark = (canvas, panel, mark, y, obstacles) => {
  const size = canvas.small;
  const { area } = panel;
  const [left, right] = [area.left + 4, area.right - 3];
  if (y === null && !finite(mark.value)) return;
  const over = y === null && mark.value > panel.y.high;
  const text = y !== null ? mark.label : chartWord(over ? 'off-scale-above' : 'off-scale-below', { label: mark.label });
  const lines = wrapped(text, size, false, right - left, 3);
  if (lines.length === 0) return;
  const wide = widest(lines, size);
  const above = (lines.length - 1) * size * LEADING;
  const high = 0.95 * size + above;
  const step = size * LEADING;
  const tops = y !== null ? [y - 2 - high, y + 2.5] : over ? span(0, 3).map((k) => area.top + 1 + k * step) : span(0, 3).map((k) => area.bottom - high - 2 - k * step);
  const room = Math.max(0, right - wide - left);
  const candidates = (list) => list.flatMap((top) => span(0, 12).map((k) => boxAt([left + room * (1 - k / 12), top], wide, high)));
  let [free] = obstacles.cheapest(candidates(tops), area);
  // Where others stand close to the line already, further away, with a line that leads there.
  if (y !== null && obstacles.covers(free)) {
    for (let k = 1; k <= 8; k += 1) {
      const further = candidates([y - 2 - high - k * step, y + 2.5 + k * step]).filter((box) => !obstacles.covers(box) && area.top <= box.top && box.bottom <= area.bottom);
      const found = obstacles.cheapest(further, area);
      if (!found) continue;
      [free] = found;
      const from = [free.left + 3, free.top > y ? free.top : free.bottom];
      canvas.line([from, [from[0], y]], solid(look.faint_ink, 0.5));
      break;
    }
  }
  canvas.lines(lines, free.left, free.bottom - 0.15 * size - above, { size, halo: true });
  obstacles.addBox(free);
};
// Names at the right ends of the lines, moved apart where they would overlap.
const nameEnds = (canvas, panel, ends, naming, indexOf) => {
  const { size } = canvas;
  const named = ends.filter(([series]) => series.label).map(([series, end]) => [series, end, wrapped(series.label, size, false, naming + 0.1, 9)]);
  const heights = named.map(([, , lines]) => lines.length * size * LEADING);
  const centres = spreadOut(named.map(([, end]) => end[1]), heights, panel.area.top - size, panel.area.bottom + size);
  const x = panel.area.right + 6;
  named.forEach(([series, end, lines], at) => {
    const middle = centres[at];
    if (Math.abs(middle - end[1]) > 0.6 * size || panel.area.right - end[0] > 4) canvas.line([[end[0] + 1.5, end[1]], [x - 1, middle]], solid(look.grid, 0.6));
    canvas.lines(lines, x, centred(lines, middle, size), { colour: textColour(indexOf(series)), v: 'center' });
  });
};

// The page of a chart: heading and footer around it, marks as SVG in points, a plot with its axes.
const EDGE = 4;
const TICK = 3;
const MARK_DASH = [3.5, 2.5];
const DASHES = [null, [5, 2], [7, 2, 1.5, 2], [2.5, 1.5], [1, 1.5]];
const WIDEST = 1.25;
const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text) => text.replace(/[&<>"]/g, (letter) => escapes[letter]).replace(/\p{Cc}/gu, ' ');
const twentieths = (value) => away(value * 20) / 20;
const coordinate = (value) => String(Math.round(twentieths(value) * 100) / 100);
const withUnit = (label, unit) => (!unit ? (label ?? '') : !label ? unit : `${label} (${unit})`);
const mixed = (from, to, share) => {
  const bytes = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  const [a, b] = [bytes(from), bytes(to)];
  return `#${a.map((byte, at) => Math.min(255, Math.max(0, away(byte + share * (b[at] - byte)))).toString(16).padStart(2, '0')).join('')}`;
};

const millimetres = (value, low) => Math.min(500, Math.max(low, value)) * (72 / 25.4);
const frameOf = (heading, { width: wide, height: high }) => {
  const width = millimetres(wide, 50);
  const narrow = width < 330;
  const sizes = (narrow ? [9.5, 7.8, 7.5, 7] : [12, 9.5, look.text_size, 7.5]).map((size) => Math.max(7, size * look.text_scale));
  const [title, subtitle, text, small] = sizes;
  const lines = (words, size, bold) => wrapped(words ?? '', size, bold, width - 2 * EDGE, 8);
  const blocks = { title: lines(heading.title, title, true), subtitle: lines(heading.subtitle, subtitle, false), footer: lines(look.footer ?? heading.footer, small, false) };
  const above = EDGE + blocks.title.length * title * LEADING + blocks.subtitle.length * subtitle * LEADING + 0.6 * text;
  const below = EDGE + (blocks.footer.length > 0 ? blocks.footer.length * small * LEADING + 0.7 * small : 0);
  const frame = { heading, width, narrow, size: text, small, inner: width - 2 * EDGE, available: millimetres(high, 30) - above - below };
  frame.open = (inner) => {
    const height = above + inner + below;
    const canvas = canvasOf(frame, width, height);
    let y = EDGE;
    for (const [words, size, bold, colour] of [[blocks.title, title, true, look.ink], [blocks.subtitle, subtitle, false, look.faint_ink]]) {
      for (const line of words) {
        canvas.text(line, EDGE, y + 0.85 * size, { size, bold, colour });
        y += size * LEADING;
      }
    }
    y = height - EDGE - (blocks.footer.length - 1) * small * LEADING - 0.2 * small;
    for (const line of blocks.footer) {
      canvas.text(line, EDGE, y, { size: small, colour: look.faint_ink });
      y += small * LEADING;
    }
    canvas.area = { left: EDGE, top: above, right: width - EDGE, bottom: height - below };
    return canvas;
  };
  frame.message = (key, least) => {
    const canvas = frame.open(Math.max(frame.available, least));
    canvas.message(key, canvas.area);
    return canvas;
  };
  return frame;
};

const canvasOf = ({ size: plain, small, heading }, width, height) => {
  const marks = [];
  const half = look.letters.half_capital;
  const put = (mark) => marks.push(mark);
  const stroke = ({ colour, width: wide, dash }) => `fill="none" stroke="${colour}" stroke-width="${coordinate(wide)}"${dash ? ` stroke-dasharray="${dash.join(' ')}"` : ''}`;
  const canvas = { size: plain, small, width };
  const setText = (text, x, y, how, upright) => {
    if (text === '') return;
    const { size = plain, bold = false, colour = look.ink, h = 'left', v = 'bottom', halo = false } = how;
    const down = twentieths({ top: 2 * half, center: half, bottom: 0 }[v] * size);
    const round = (value) => Math.round(value * 100) / 100;
    const place = upright ? `transform="translate(${coordinate(x + down)} ${coordinate(y)}) rotate(-90)"` : `x="${coordinate(x)}" y="${coordinate(twentieths(y) + down)}"`;
    const anchor = { left: '', center: ' text-anchor="middle"', right: ' text-anchor="end"' }[h];
    const ring = halo ? ` stroke="${look.ground}" stroke-width="${round(size * 0.28)}" paint-order="stroke"` : '';
    const length = widthOf(text, size, bold);
    const wider = length * WIDEST;
    const [before, behind] = { left: [0, wider], center: [wider / 2, wider / 2], right: [wider, 0] }[h];
    const [start, room, first, after] = upright ? [y, height, behind, before] : [x, width, before, behind];
    const long = start - first < 0 || start + after > room ? ` textLength="${round(length)}" lengthAdjust="spacingAndGlyphs"` : '';
    put(`<text font-size="${round(size)}" fill="${colour}" ${place}${bold ? ' font-weight="600"' : ''}${anchor}${ring}${long}>${escaped(text)}</text>`);
  };
  canvas.text = (text, x, y, how = {}) => setText(text, x, y, how, false);
  canvas.upright = (text, x, y, how = {}) => setText(text, x, y, how, true);
  canvas.lines = (lines, x, y, how = {}) => lines.forEach((line, at) => canvas.text(line, x, y + at * (how.size ?? plain) * LEADING, how));
  const joined = (points) => {
    const pairs = points.map(([x, y]) => `${coordinate(x)} ${coordinate(y)}`).filter((pair, at, all) => pair !== all[at - 1]);
    return pairs.length < 2 ? '' : pairs.join(' ');
  };
  canvas.line = (points, how) => {
    const path = joined(points);
    if (path) put(`<path d="M${path}" ${stroke(how)}/>`);
  };
  const filled = (colour, opacity) => `fill="${colour}"${opacity < 1 ? ` fill-opacity="${opacity}"` : ''}`;
  canvas.polygon = (points, colour, opacity = 1) => {
    const path = joined(points);
    if (path) put(`<path d="M${path}Z" ${filled(colour, opacity)}/>`);
  };
  const box = ({ left, top, right, bottom }) => {
    const [x, y, x2, y2] = [left, top, right, bottom].map(twentieths);
    return `x="${coordinate(Math.min(x, x2))}" y="${coordinate(Math.min(y, y2))}" width="${coordinate(Math.abs(x2 - x))}" height="${coordinate(Math.abs(y2 - y))}"`;
  };
  canvas.rect = (area, colour, opacity = 1) => put(`<rect ${box(area)} ${filled(colour, opacity)}/>`);
  canvas.outline = (area, how) => put(`<rect ${box(area)} ${stroke(how)}/>`);
  // Cells of one colour are one path.
  const cells = new Map();
  canvas.cells = (draw) => {
    cells.clear();
    draw();
    put(`<g shape-rendering="crispEdges">${[...cells].map(([colour, paths]) => `<path d="${paths.join('')}" fill="${colour}"/>`).join('')}</g>`);
  };
  canvas.cell = ({ left, top, right, bottom }, colour) => {
    if (!cells.has(colour)) cells.set(colour, []);
    const wide = coordinate(twentieths(right) - twentieths(left));
    cells.get(colour).push(`M${coordinate(left)} ${coordinate(top)}h${wide}v${coordinate(twentieths(bottom) - twentieths(top))}h-${wide}z`);
  };
  canvas.hatch = (area, apart, how) => {
    const [w, h] = [area.right - area.left, area.bottom - area.top];
    const step = apart * Math.SQRT2;
    for (let x = step / 2; x < w + h; x += step) {
      const piece = clipSegment([area.left + x, area.top], [area.left + x - h, area.bottom], area);
      if (piece) canvas.line(piece, how);
    }
  };
  canvas.dot = (x, y, radius, colour) => put(`<circle cx="${coordinate(x)}" cy="${coordinate(y)}" r="${coordinate(radius)}" fill="${colour}"/>`);
  canvas.ring = (x, y, radius, how) => put(`<circle cx="${coordinate(x)}" cy="${coordinate(y)}" r="${coordinate(radius)}" ${stroke(how)}/>`);
  canvas.message = (key, { left, top, right, bottom }) => {
    const lines = wrapped(chartWord(key), plain, false, right - left - 12, 3);
    const middle = (top + bottom) / 2 - ((lines.length - 1) * plain * LEADING) / 2;
    canvas.lines(lines, (left + right) / 2, middle, { colour: look.faint_ink, h: 'center', v: 'center' });
  };
  canvas.titleX = (title, left, right, base) => {
    const lines = wrapped(title, plain, false, width - 2 * EDGE, 1);
    const wide = widest(lines.slice(0, 1), plain) / 2;
    const middle = Math.max(EDGE + wide, Math.min((left + right) / 2, width - EDGE - wide));
    canvas.lines(lines, middle, base, { h: 'center' });
  };
  canvas.finish = () => {
    const family = look.family ? `'${escaped(look.family)}', ` : '';
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${coordinate(width)} ${coordinate(height)}" role="img" stroke-linejoin="round"><title>${escaped(heading.title ?? '')}</title><desc>${escaped(heading.description ?? '')}</desc><rect width="100%" height="100%" fill="${look.ground}"/><g font-family="${family}${look.families}">${marks.join('')}</g></svg>`;
  };
  return canvas;
};
const solid = (colour, width) => ({ colour, width });

// The part of a segment inside a box (Liang-Barsky).
const clipSegment = (a, b, { left, top, right, bottom }) => {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  if (!Number.isFinite(dx) || !Number.isFinite(dy)) return null;
  let [enter, leave] = [0, 1];
  for (const [towards, room] of [[-dx, a[0] - left], [dx, right - a[0]], [-dy, a[1] - top], [dy, bottom - a[1]]]) {
    if (towards === 0) {
      if (room < 0) return null;
    } else if (towards < 0) enter = Math.max(enter, room / towards);
    else leave = Math.min(leave, room / towards);
  }
  if (enter > leave) return null;
  const point = (t) => (t <= 0 ? a : t >= 1 ? b : [a[0] + t * dx, a[1] + t * dy]);
  return [point(enter), point(leave)];
};
const clipLine = (points, bounds) => {
  const pieces = [];
  let end = null;
  for (let at = 1; at < points.length; at += 1) {
    const [a, b] = [points[at - 1], points[at]];
    const piece = [...a, ...b].every(Number.isFinite) ? clipSegment(a, b, bounds) : null;
    if (!piece) {
      end = null;
      continue;
    }
    const [from, to] = piece;
    if (end && end[0] === from[0] && end[1] === from[1]) pieces[pieces.length - 1].push(to);
    else pieces.push([from, to]);
    end = to[0] === b[0] && to[1] === b[1] ? to : null;
  }
  return pieces;
};
const clipPolygon = (points, { left, top, right, bottom }) => {
  if (!points.every((point) => point.every(Number.isFinite))) return [];
  let shape = points;
  for (const depth of [(p) => p[0] - left, (p) => right - p[0], (p) => p[1] - top, (p) => bottom - p[1]]) {
    const kept = [];
    let previous = shape[shape.length - 1];
    for (const point of shape) {
      const [before, now] = [depth(previous), depth(point)];
      if (before < 0 !== now < 0) {
        const t = before / (before - now);
        kept.push([previous[0] + t * (point[0] - previous[0]), previous[1] + t * (point[1] - previous[1])]);
      }
      if (now >= 0) kept.push(point);
      previous = point;
    }
    shape = kept;
  }
  return shape;
};

// A box of the page with two axes.
const panelOf = (canvas, area, x, y) => {
  const size = canvas.size;
  const axis = solid(look.ink, 0.7);
  const minor = solid(look.ink, 0.5);
  const grid = solid(look.grid, 0.5);
  const bounds = { left: x.ends[0], top: y.ends[0], right: x.ends[1], bottom: y.ends[1] };
  const across = (share) => area.left + share * (area.right - area.left);
  const up = (share) => area.bottom - share * (area.bottom - area.top);
  // Points of the plot fall on twentieths of a point, as in the program, so that what follows from them is the same. Half
  // ones are as usual as whole ones: only counted in twentieths are they the same to the last bit, and go the same way.
  const [left, right, top, bottom] = [area.left, area.right, area.top, area.bottom].map((value) => away(value * 20));
  const ofPosition = ([a, b]) => [
    away(left + ((a - x.ends[0]) / (x.ends[1] - x.ends[0])) * (right - left)) / 20,
    away(bottom + ((b - y.ends[0]) / (y.ends[1] - y.ends[0])) * (top - bottom)) / 20,
  ];
  const positions = (points) => points.map(([a, b]) => [x.position(a), y.position(b)]);
  return {
    x, y, area,
    place: ([a, b]) => {
      const [px, py] = [x.position(a), y.position(b)];
      return px >= bounds.left && px <= bounds.right && py >= bounds.top && py <= bounds.bottom ? ofPosition([px, py]) : null;
    },
    ofPosition,
    trace: (points) => clipLine(positions(points), bounds).map((piece) => piece.map(ofPosition)),
    tracePositions: (points) => clipLine(points, bounds).map((piece) => piece.map(ofPosition)),
    tracePolygon: (points) => clipPolygon(positions(points), bounds).map(ofPosition),
    gridX: () => x.ticks.forEach((tick) => canvas.line([[across(x.share(tick.value)), area.bottom], [across(x.share(tick.value)), area.top]], grid)),
    gridY: () => y.ticks.forEach((tick) => canvas.line([[area.left, up(y.share(tick.value))], [area.right, up(y.share(tick.value))]], grid)),
    axisX: (numbers) => {
      canvas.line([[area.left, area.bottom], [area.right, area.bottom]], axis);
      for (const tick of x.ticks) {
        const place = across(x.share(tick.value));
        canvas.line([[place, area.bottom], [place, area.bottom + TICK]], axis);
        if (numbers) canvas.text(tick.text, place, area.bottom + TICK + 0.35 * size, { h: 'center', v: 'top' });
      }
      for (const value of x.minor) canvas.line([[across(x.share(value)), area.bottom], [across(x.share(value)), area.bottom + 0.55 * TICK]], minor);
    },
    axisY: () => {
      canvas.line([[area.left, area.top], [area.left, area.bottom]], axis);
      for (const tick of y.ticks) {
        const place = up(y.share(tick.value));
        canvas.line([[area.left - TICK, place], [area.left, place]], axis);
        canvas.text(tick.text, area.left - TICK - 2, place, { h: 'right', v: 'center' });
      }
      for (const value of y.minor) canvas.line([[area.left - 0.55 * TICK, up(y.share(value))], [area.left, up(y.share(value))]], minor);
    },
  };
};
// Moves the sides of a plot inwards until the first and last numbers of its x axis stay inside the page.
const fitSides = (left, right, page, size, ruler) => {
  let x = ruler(right - left);
  for (let turn = 0; turn < 2 && x; turn += 1) {
    let [overLeft, overRight] = [0, 0];
    for (const tick of x.ticks) {
      const middle = left + x.share(tick.value) * (right - left);
      const half = widthOf(tick.text, size) / 2;
      overLeft = Math.max(overLeft, page[0] - middle + half);
      overRight = Math.max(overRight, middle + half - page[1]);
    }
    if (overLeft <= 0 && overRight <= 0) break;
    [left, right] = [left + overLeft, right - overRight];
    x = ruler(right - left);
  }
  return [left, right, x];
};

// Names of vertical lines in rows above a plot, so that hardly any line runs through the name of another.
const placeNames = (requests, left, right, size) => {
  const placed = [];
  requests.map((request, at) => [request, at]).reverse().forEach(([request, at]) => {
    const lines = wrapped(request.text, size, false, right - EDGE, 3);
    const wide = widest(lines, size);
    const first = Math.max(EDGE, left - 40);
    let best = null;
    for (let row = 0; row < 7; row += 1) {
      for (const [start, effort] of [[request.x - wide / 2, 0], [request.x - 1, 1], [request.x - wide + 1, 1]]) {
        const from = Math.max(first, Math.min(start, right - wide));
        const to = from + wide;
        const clash = placed.some((p) => p.row < row + lines.length && row < p.row + p.lines.length && from < p.right + 0.9 * size && to > p.left - 0.9 * size);
        const over = (place, a, b) => place > a - 1 && place < b + 1;
        const covered = requests.filter((other, j) => j !== at && other.line && over(other.x, from, to)).length;
        const crossed = placed.filter((p) => request.line && p.row < row && over(request.x, p.left, p.right)).length;
        const cost = effort + 10 * row + 6 * covered + 14 * crossed + (clash ? 1000 : 0);
        if (!best || cost < best.cost) best = { cost, at, lines, left: from, right: to, row };
      }
    }
    placed.push(best);
  });
  return placed.sort((a, b) => a.at - b.at);
};
const rowsOf = (names) => names.reduce((most, name) => Math.max(most, name.row + name.lines.length), 0);
const drawName = (canvas, name, base, size) => canvas.lines(name.lines, (name.left + name.right) / 2, base - (name.lines.length - 1) * size * LEADING, { size, h: 'center', halo: true });

// Labels as boxes: spreading those that would overlap, finding free room for them.
const spreadOut = (targets, heights, low, high) => {
  const order = targets.map((_, at) => at).sort((a, b) => targets[a] - targets[b]);
  // Pool adjacent violators: a cluster has its members, their total height, and its wished start.
  const clusters = [];
  for (const at of order) {
    let current = { members: [at], height: heights[at], start: targets[at] - heights[at] / 2 };
    while (clusters.length > 0) {
      const previous = clusters[clusters.length - 1];
      if (previous.start + previous.height <= current.start) break;
      clusters.pop();
      const [n, m] = [previous.members.length, current.members.length];
      current = {
        start: (previous.start * n + (current.start - previous.height) * m) / (n + m),
        members: [...previous.members, ...current.members],
        height: previous.height + current.height,
      };
    }
    clusters.push(current);
  }
  let ceiling = high;
  for (const cluster of [...clusters].reverse()) {
    cluster.start = Math.min(cluster.start, ceiling - cluster.height);
    ceiling = cluster.start;
  }
  let floor = low;
  const centres = targets.map(() => 0);
  for (const cluster of clusters) {
    cluster.start = Math.max(cluster.start, floor);
    floor = cluster.start + cluster.height;
    let at = cluster.start;
    for (const member of cluster.members) {
      centres[member] = at + heights[member] / 2;
      at += heights[member];
    }
  }
  return centres;
};
// What is already on a plot: later labels keep clear of it.
const obstaclesOf = () => {
  const boxes = [];
  const strokes = [];
  // How far each stroke reaches: left, right, top, bottom. Nearly all are far away.
  const reach = [];
  const cost = (label, frame) => {
    const over = (a) => Math.max(0, a);
    const outside = over(frame.left - label.left) + over(label.right - frame.right) + over(frame.top - label.top) + over(label.bottom - frame.bottom);
    let sum = 100 * outside;
    for (const box of boxes) {
      const w = Math.min(label.right, box.right) - Math.max(label.left, box.left);
      const h = Math.min(label.bottom, box.bottom) - Math.max(label.top, box.top);
      if (w > 0 && h > 0) sum += 50 + w * h;
    }
    const { left, right, top, bottom } = label;
    for (let at = 0, end = 0; at < strokes.length; at += 1, end += 4) {
      if (reach[end + 1] < left || reach[end] > right || reach[end + 3] < top || reach[end + 2] > bottom) continue;
      const piece = clipSegment(...strokes[at], label);
      if (piece) sum += Math.hypot(piece[1][0] - piece[0][0], piece[1][1] - piece[0][1]) + 1;
    }
    return sum;
  };
  return {
    cost,
    addBox: (box) => boxes.push(box),
    addLine: (points) => points.slice(1).forEach((b, at) => {
      const a = points[at];
      strokes.push([a, b]);
      reach.push(Math.min(a[0], b[0]), Math.max(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[1], b[1]));
    }),
    covers: (label) => boxes.some((box) => Math.min(Math.min(label.right, box.right) - Math.max(label.left, box.left), Math.min(label.bottom, box.bottom) - Math.max(label.top, box.top)) > 0.5),
    cheapest: (candidates, frame) => {
      let best = null;
      for (const candidate of candidates) {
        const found = cost(candidate, frame);
        if (!best || found < best[1] - 1e-9) best = [candidate, found];
      }
      return best;
    },
  };
};
const boxAt = ([left, top], w, h) => ({ left, top, right: left + w, bottom: top + h });
// Eight boxes around a point, the most usual first.
const aroundPoint = ([x, y], [w, h], gap) => {
  const d = gap * 0.8;
  return [[x + d, y - d - h], [x + d, y + d], [x - d - w, y - d - h], [x - d - w, y + d], [x + gap, y - h / 2], [x - gap - w, y - h / 2], [x - w / 2, y - gap - h], [x - w / 2, y + gap]].map((low) => boxAt(low, w, h));
};

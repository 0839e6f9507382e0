const operators = (() => {
  // Where an operand is not a number it is the result, so that an undefined value stays visible.
  const min = (a, b) => (a <= b || a !== a ? a : b);
  const max = (a, b) => (a >= b || a !== a ? a : b);
  // IEEE 754 gives one here; ECMAScript gives not-a-number.
  const pow = (a, b) => (a === 1 || (a === -1 && Math.abs(b) === Infinity) ? 1 : Math.pow(a, b));
  // A number that misses a whole one by rounding counts as whole; the same as in Rust.
  const slack = (x) => Math.min(1e-9 * Math.abs(x), 1e-6);
  const ceil = (x) => {
    const above = Math.ceil(x);
    return x - (above - 1) <= slack(x) ? above - 1 : above;
  };
  const floor = (x) => {
    const below = Math.floor(x);
    return below + 1 - x <= slack(x) ? below + 1 : below;
  };
  return { min, max, pow, ceil, floor, ln: Math.log, exp: Math.exp };
})();
// A tape, as text: each node is a sign for what it does and the nodes, the input or the number that it does it with.
const reader = (text) => {
  const SIGNS = '=x+-*/^mMnsacfle';
  const [CONSTANT, INPUT, LAST_OF_TWO] = [0, 1, 8];
  const { min, max, pow, ceil, floor } = operators;
  const nodes = text.split(';');
  const signs = Uint8Array.from(nodes, (node) => SIGNS.indexOf(node[0]));
  const operand = (at) => Int32Array.from(nodes, (node, position) => (signs[position] === CONSTANT ? 0 : Number(node.slice(1).split(',')[at] ?? 0)));
  const [first, second] = [operand(0), operand(1)];
  const constants = Float64Array.from(nodes, (node, position) => (signs[position] === CONSTANT ? Number(node.slice(1)) : 0));
  const all = Int32Array.from(nodes, (_, position) => position);
  // Browsers do not make long programs fast, but short loops.
  const evaluate = (x, v, some = all) => {
    for (let at = 0; at < some.length; at += 1) {
      const node = some[at];
      const a = v[first[node]];
      const b = v[second[node]];
      let value;
      switch (signs[node]) {
        case 0: value = constants[node]; break;
        case 1: value = x[first[node]]; break;
        case 2: value = a + b; break;
        case 3: value = a - b; break;
        case 4: value = a * b; break;
        case 5: value = a / b; break;
        case 6: value = pow(a, b); break;
        case 7: value = min(a, b); break;
        case 8: value = max(a, b); break;
        case 9: value = -a; break;
        case 10: value = Math.sqrt(a); break;
        case 11: value = Math.abs(a); break;
        case 12: value = ceil(a); break;
        case 13: value = floor(a); break;
        case 14: value = operators.ln(a); break;
        default: value = operators.exp(a);
      }
      v[node] = value;
    }
  };
  // The nodes that some inputs move and some results need: what is to be computed again for them.
  const between = (inputs, results) => {
    const [moves, needed] = [new Uint8Array(nodes.length), new Uint8Array(nodes.length)];
    for (const node of all) {
      if (signs[node] === INPUT) moves[node] = inputs.includes(first[node]) ? 1 : 0;
      else if (signs[node] !== CONSTANT) moves[node] = moves[first[node]] | (signs[node] <= LAST_OF_TWO ? moves[second[node]] : 0);
    }
    for (const node of results) needed[node] = 1;
    for (let node = nodes.length - 1; node >= 0; node -= 1) {
      if (!needed[node] || signs[node] <= INPUT) continue;
      needed[first[node]] = 1;
      if (signs[node] <= LAST_OF_TWO) needed[second[node]] = 1;
    }
    return all.filter((node) => moves[node] && needed[node]);
  };
  return { evaluate, between };
};

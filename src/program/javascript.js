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

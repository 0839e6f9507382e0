const operators = (() => {
  // Where an operand is not a number it is the result, so that an undefined value stays visible.
  const min = (a, b) => (a <= b || a !== a ? a : b);
  const max = (a, b) => (a >= b || a !== a ? a : b);
  // IEEE 754 gives one here; ECMAScript gives not-a-number.
  const pow = (a, b) => (a === 1 || (a === -1 && Math.abs(b) === Infinity) ? 1 : Math.pow(a, b));
  return { min, max, pow, ln: Math.log, exp: Math.exp };
})();

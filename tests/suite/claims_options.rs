//! The rows of [`crate::claims`] on options: a message, a scenario with it, one without it.

type Row = (&'static str, String, String);

/// Options that take `x` times what is theirs, or 0.4; `x` lies between 0 and 1 or is fixed.
fn choice(x: &str, asked: &str, options: &[(&str, f64)]) -> String {
    let input = |name: &str, value: &str| {
        format!("{name} = {{ {value}, unit = \"1\", label = \"{name}\", means = \"{name}\", assumed = \"test\" }}\n")
    };
    let options = options.iter().map(|(name, taken)| format!("[option.{name}]\nset = {{ taken = {taken} }}\n"));
    format!(
        "[input]\n{}{}[metric.gain]\nlabel = \"Gain\"\nmeans = \"gain\"\nassumed = \"test\"\nunit = \"1\"\n\
         formula = \"taken * x + (1 - taken) * 0.4\"\n\
         [metric.root]\nlabel = \"Root\"\nmeans = \"root\"\nassumed = \"test\"\nunit = \"1\"\n\
         formula = \"sqrt(taken * (x - 0.5) + 0.2)\"\n[monte_carlo]\nsamples = 4096\n{asked}{}",
        input("taken", "value = 1, role = \"lever\""),
        input("x", x),
        options.collect::<String>(),
    )
}

const DRAWN: &str = "low = 0, high = 1";
const FIXED: &str = "value = 0.8";
const TWO: &[(&str, f64)] = &[("risky", 1.0), ("safe", 0.0)];

fn at_least(values: &[&str]) -> String {
    let of = |value: &&str| format!("[[condition]]\nthat = \"gain >= {value}\"\nlabel = \"Over {value}\"\n");
    values.iter().map(of).collect::<Vec<String>>().concat()
}

pub fn rows() -> Vec<Row> {
    let good = choice(DRAWN, &at_least(&["0.3"]), TWO);
    let never = choice(DRAWN, &at_least(&["2"]), TWO);
    let fixed = choice(FIXED, &at_least(&["0.3"]), TWO);
    let alike = choice(DRAWN, &at_least(&["0.3"]), &[("safe", 0.0), ("safer", -0.0001), ("risky", 1.0)]);
    let scaled = choice("low = 0.5, high = 1", &at_least(&["0.3"]), TWO);
    vec![
        ("options-best", good.clone(), alike.clone()),
        ("options-best-several", alike, good.clone()),
        ("options-best-none", never.clone(), good.clone()),
        ("options-best-one-future", fixed.clone(), good.clone()),
        ("options-best-one-future-none", choice(FIXED, &at_least(&["2"]), TWO), fixed.clone()),
        ("options-one-future", choice(FIXED, "[regret]\nmore = \"gain\"\n", TWO), good.clone()),
        ("options-never", choice(DRAWN, &at_least(&["0.3", "2"]), TWO), good.clone()),
        ("options-dominated", scaled.clone(), good.clone()),
        ("options-no-turn", scaled, good.clone()),
        ("options-undefined", choice(DRAWN, "[regret]\nmore = \"root\"\n", TWO), good),
    ]
}

//! How wide the columns of a table are on a printed page: words stay whole where they can, numbers do not wrap, and long
//! texts take what is left. Knows no format.

use crate::report::table::Table;

/// Letters that a line has, small as tables are set.
const LINE: usize = 100;

/// Letters from which on a text asks for no more room.
const LONG: usize = 60;

/// Letters of a number that stays on one line.
const NUMBER: usize = 20;

/// Letters that the space between two columns takes.
const GAP: usize = 2;

/// The share of the line that each column takes, in thousandths, which add up to a thousand or a little less.
#[must_use]
pub fn shares(table: &Table) -> Vec<usize> {
    let rows = || std::iter::once(&table.header).chain(&table.rows);
    let widest = |column: usize, of: &dyn Fn(&str) -> usize| {
        rows().filter_map(|row| row.get(column)).map(|cell| of(cell)).max().unwrap_or(0)
    };
    let line = |text: &str| text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    let word = |text: &str| text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
    let columns = 0..table.header.len();
    let of_column = |column: usize| {
        let cells = table.rows.iter().filter_map(|row| row.get(column));
        let whole = cells.map(|cell| line(cell)).max().unwrap_or(0);
        let number = if table.right.contains(&column) && whole <= NUMBER { whole } else { 0 };
        let least = widest(column, &word).min(LONG).max(number) + GAP;
        (least, (widest(column, &line).min(LONG) + GAP).max(least))
    };
    let (least, natural): (Vec<usize>, Vec<usize>) = columns.map(of_column).unzip();
    let (all_least, all_natural) = (least.iter().sum::<usize>().max(1), natural.iter().sum::<usize>().max(1));
    if all_natural <= LINE {
        return natural.iter().map(|width| width * 1000 / all_natural).collect();
    }
    if all_least >= LINE {
        return least.iter().map(|width| width * 1000 / all_least).collect();
    }
    let (left, more) = (LINE - all_least, (all_natural - all_least).max(1));
    least
        .iter()
        .zip(&natural)
        .map(|(least, natural)| (least * more + left * (natural - least)) * 1000 / (more * LINE))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::shares;
    use crate::report::table::Table;

    #[test]
    fn numbers_stay_whole_and_texts_take_what_is_left() {
        let mut table = Table::new(&["Method", "Central", "Why"], &[1]);
        table.push(["Line", "1,234,567", &"a long reason ".repeat(20)]);
        let found = shares(&table);
        assert_eq!(found, [98, 135, 765]);
        assert!(shares(&Table::new(&[], &[])).is_empty());
        let wide = Table::new(&["a".repeat(90).as_str(), "b".repeat(90).as_str()], &[]);
        assert_eq!(shares(&wide), [500, 500]);
    }
}

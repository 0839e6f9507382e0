//! The look that a scenario or a style file asks for, as the style of a chart.

use crate::chart::{Footer, Size, Style, Theme};
use crate::language::Localizer;
use crate::model::Assessment;
use crate::scenario::Look;

/// The style of a chart of this assessment; `column` where the chart has a width of its own.
pub(in crate::report) fn style(assessment: &Assessment, column: Option<bool>) -> Style {
    Style { words: assessment.words, ..of(&assessment.requests.look, column) }
}

/// The style that a look stands for.
pub(in crate::report) fn of(look: &Look, column: Option<bool>) -> Style {
    let (full, narrow) = (Size::full(), Size::column());
    let size = if column.unwrap_or(look.column) {
        Size { width_mm: look.column_width.unwrap_or(narrow.width_mm), height_mm: narrow.height_mm }
    } else {
        Size { width_mm: look.width.unwrap_or(full.width_mm), height_mm: look.height.unwrap_or(full.height_mm) }
    };
    Style { size, theme: theme(look), words: Localizer::default() }
}

fn theme(look: &Look) -> Theme {
    let mut theme = if look.dark { Theme::dark() } else { Theme::default() };
    for (own, role) in [
        (look.ink, &mut theme.ink),
        (look.faint_ink, &mut theme.faint_ink),
        (look.grid, &mut theme.grid),
        (look.ground, &mut theme.ground),
        (look.accent, &mut theme.accent),
        (look.yardstick, &mut theme.yardstick.1),
    ] {
        *role = own.unwrap_or(*role);
    }
    theme = theme.with_series(&look.colours);
    theme.map = look.map.unwrap_or(theme.map);
    if look.grey {
        theme = theme.in_grey();
    }
    if let Some(size) = look.font_size {
        theme = theme.with_text_size(size);
    }
    if let Some(width) = look.line_width {
        theme = theme.with_line_width(width);
    }
    theme.font.clone_from(&look.font);
    theme.footer = match &look.footer_text {
        _ if look.without_footer => Footer::Off,
        Some(text) => Footer::Custom(text.clone()),
        None => Footer::Standard,
    };
    theme
}

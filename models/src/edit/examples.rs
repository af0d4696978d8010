//! Before/after pairs that show what is meant: how many, how large.

use super::editor::CELL;
use super::{EditError, EditRequest, Rgb8};
use crate::flux::folder::Family;

/// Most rows of examples (VisualCloze was trained with no more).
pub const MOST_EXAMPLES: usize = 3;

/// Most examples of a family: where the source is channels of the tokens there is no place for any.
pub(super) fn most_examples(family: Family) -> usize {
    match family {
        Family::Fill | Family::Kontext => MOST_EXAMPLES,
        Family::Control => 0,
    }
}

/// The largest size in whole cells, [height, width].
pub(super) fn cropped(image: &Rgb8) -> [usize; 2] {
    [image.height / CELL * CELL, image.width / CELL * CELL]
}

/// Checks the examples of a request.
///
/// # Errors
/// The first rule broken.
pub(super) fn check_examples(request: &EditRequest, most: usize) -> Result<(), EditError> {
    let invalid =
        |limit: String, message: String| Err(EditError::Invalid { field: "examples", limit, message });
    let count = request.examples.len();
    if count > most {
        return invalid(format!("at most {most}"), format!("{count} examples are too many"));
    }
    for (number, (before, after)) in request.examples.iter().enumerate() {
        if (before.width, before.height) != (after.width, after.height) {
            return invalid(
                "both images of one size".to_owned(),
                format!("example {} has images of different sizes", number + 1),
            );
        }
        if cropped(before).contains(&0) {
            return invalid(
                format!("at least {CELL} px a side"),
                format!("example {} has {} × {} px", number + 1, before.width, before.height),
            );
        }
    }
    Ok(())
}

//! Before/after pairs that show what is meant: how many, how large.

use super::editor::CELL;
use super::{EditError, EditRequest, Rgb8};

/// Most rows of examples (VisualCloze was trained with no more).
pub const MOST_EXAMPLES: usize = 3;

/// The largest size in whole cells, [height, width].
pub(super) fn cropped(image: &Rgb8) -> [usize; 2] {
    [image.height / CELL * CELL, image.width / CELL * CELL]
}

/// Checks the examples of a request.
///
/// # Errors
/// The first rule broken.
pub(super) fn check_examples(request: &EditRequest) -> Result<(), EditError> {
    let invalid =
        |limit: String, message: String| Err(EditError::Invalid { field: "examples", limit, message });
    let count = request.examples.len();
    if count > MOST_EXAMPLES {
        return invalid(format!("at most {MOST_EXAMPLES}"), format!("{count} examples are too many"));
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

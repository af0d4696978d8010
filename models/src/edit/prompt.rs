//! What the text encoders read.

use crate::flux::folder::Family;

/// The prompt for an instruction, with so many rows of examples above the question.
#[must_use]
pub fn prompt(family: Family, instruction: &str, examples: usize) -> String {
    match (family, examples) {
        // The sentence that ICEdit was trained with (ICEdit, `scripts/inference.py`).
        (Family::Fill, 0) => format!(
            "A diptych with two side-by-side images of the same scene. On the right, the scene is exactly the same as on the left but {instruction}"
        ),
        // VisualCloze: the layout, the task, the content.
        (Family::Fill, examples) => {
            let rows = examples + 1;
            format!(
                "A grid layout with {rows} rows and 2 columns, displaying {} images arranged side by side. In each row, the right image shows the scene of the left image after the same change. In the last row, on the right, the scene is exactly the same as on the left but {instruction}",
                2 * rows
            )
        }
        (Family::Kontext | Family::Control, _) => instruction.to_owned(),
    }
}

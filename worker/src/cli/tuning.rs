//! Options of `submit` and `edit` beside the words: adapter, examples, candidates.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use foreshock_protocol::job::{Filter, FilterMode};

use crate::client::tuning::Tuning;

/// Adapter, examples and candidates.
#[derive(Args, Debug, Clone)]
pub(super) struct TuningOptions {
    /// Adapter by its name, as the fleet's capabilities and `foreshock doctor` list them [default: the model's].
    #[arg(long, value_name = "NAME")]
    pub(super) adapter: Option<String>,
    /// A before/after pair that shows what is meant: PNG or GeoTIFF, 8-bit RGB, both of one size, 16 to 512 px a side. Up to three times.
    #[arg(long, value_names = ["BEFORE", "AFTER"], num_args = 2)]
    example: Vec<PathBuf>,
    /// Noises to try on one tile for a few steps; a judge picks the best, and its seed goes to all tiles. 1 = none, at most 12.
    #[arg(long, value_name = "M", default_value_t = 1, allow_negative_numbers = true)]
    candidates: u32,
    /// Steps that the judge sees [default: 10].
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    filter_steps: Option<u32>,
    /// What becomes of the winner [default: rerun].
    #[arg(long, value_enum)]
    filter_mode: Option<ModeOption>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ModeOption {
    /// Complete runs of few steps are compared; the winner is run again with all steps.
    Rerun,
    /// First steps of full runs are compared; the winner goes on.
    Continue,
}

impl TuningOptions {
    pub(super) fn tuning(&self) -> Tuning {
        let filter = (self.filter_steps.is_some() || self.filter_mode.is_some()).then(|| {
            let usual = Filter::default();
            Filter {
                steps: self.filter_steps.unwrap_or(usual.steps),
                mode: match self.filter_mode {
                    Some(ModeOption::Rerun) => FilterMode::Rerun,
                    Some(ModeOption::Continue) => FilterMode::Continue,
                    None => usual.mode,
                },
            }
        });
        // clap gives the values of all pairs in one row, two for each time.
        let pair = |pair: &[PathBuf]| [pair[0].clone(), pair[1].clone()];
        Tuning {
            adapter: self.adapter.clone(),
            examples: self.example.chunks_exact(2).map(pair).collect(),
            candidates: self.candidates,
            filter,
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser, Debug)]
    struct Command {
        #[command(flatten)]
        tuning: TuningOptions,
    }

    fn parsed(arguments: &[&str]) -> Result<Tuning, String> {
        let parsed = Command::try_parse_from(["foreshock"].iter().chain(arguments));
        parsed.map(|command| command.tuning.tuning()).map_err(|error| error.to_string())
    }

    #[test]
    fn examples_come_in_pairs() {
        let tuning =
            parsed(&["--example", "a.png", "b.png", "--adapter", "x", "--example", "c.tif", "d.tif"]);
        let pairs = [["a.png", "b.png"], ["c.tif", "d.tif"]].map(|pair| pair.map(PathBuf::from));
        assert_eq!(tuning.unwrap().examples, pairs);
        assert!(parsed(&["--example", "a.png"]).unwrap_err().contains("--example"));
        assert!(parsed(&["--example", "a.png", "b.png", "c.png"]).is_err());
    }

    #[test]
    fn a_filter_is_set_only_where_the_user_says_so() {
        assert_eq!(parsed(&["--candidates", "6"]).unwrap().filter, None);
        let filter = parsed(&["--candidates", "6", "--filter-mode", "continue"]).unwrap().filter;
        assert_eq!(filter, Some(Filter { steps: 10, mode: FilterMode::Continue }));
    }

    #[test]
    fn what_is_out_of_range_names_its_option() {
        for (arguments, part) in [
            (&["--candidates", "13"][..], "--candidates 13: must be 1 to 12"),
            (&["--candidates", "0"], "--candidates 0"),
            (&["--filter-steps", "4"], "need --candidates"),
            (&["--candidates", "2", "--filter-steps", "0"], "--filter-steps 0"),
            (&["--example", "a", "b"].repeat(4), "at most 3"),
        ] {
            let said = parsed(arguments).unwrap().read().unwrap_err().to_string();
            assert!(said.contains(part), "{said}");
        }
    }
}

//! Flow-match Euler with dynamic shifting (diffusers 0.37, `FlowMatchEulerDiscreteScheduler`).

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

/// `scheduler/scheduler_config.json`.
#[derive(Debug, Clone, Deserialize)]
pub struct ScheduleConfig {
    /// Shift at the short end.
    #[serde(default = "base_shift")]
    pub base_shift: f64,
    /// Shift at the long end.
    #[serde(default = "max_shift")]
    pub max_shift: f64,
    /// Image tokens at the short end.
    #[serde(default = "base_tokens")]
    pub base_image_seq_len: f64,
    /// Image tokens at the long end.
    #[serde(default = "max_tokens")]
    pub max_image_seq_len: f64,
    /// Shift by the number of tokens; otherwise by `shift`.
    #[serde(default)]
    pub use_dynamic_shifting: bool,
    /// Fixed shift.
    #[serde(default = "one")]
    pub shift: f64,
    /// How the dynamic shift acts.
    #[serde(default)]
    pub time_shift_type: TimeShift,
    /// What this software does not know; a folder that asks for it is refused.
    #[serde(flatten)]
    others: BTreeMap<String, Value>,
}

/// How the dynamic shift μ acts on σ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimeShift {
    /// By `exp(μ)`.
    #[default]
    Exponential,
    /// By μ itself.
    Linear,
}

/// Options of the reference's scheduler that would change σ.
const UNKNOWN: [&str; 6] = [
    "invert_sigmas",
    "shift_terminal",
    "stochastic_sampling",
    "use_beta_sigmas",
    "use_exponential_sigmas",
    "use_karras_sigmas",
];

impl ScheduleConfig {
    /// Options that are set and not known here.
    #[must_use]
    pub fn unknown(&self) -> Vec<&str> {
        let off = |value: &Value| value.is_null() || *value == Value::Bool(false);
        UNKNOWN.into_iter().filter(|name| self.others.get(*name).is_some_and(|value| !off(value))).collect()
    }
}

impl Default for ScheduleConfig {
    /// The schedule of the released FLUX.1 models.
    fn default() -> Self {
        Self {
            base_shift: base_shift(),
            max_shift: max_shift(),
            base_image_seq_len: base_tokens(),
            max_image_seq_len: max_tokens(),
            use_dynamic_shifting: true,
            shift: 3.0,
            time_shift_type: TimeShift::Exponential,
            others: BTreeMap::new(),
        }
    }
}

fn base_shift() -> f64 {
    0.5
}
fn max_shift() -> f64 {
    1.15
}
fn base_tokens() -> f64 {
    256.0
}
fn max_tokens() -> f64 {
    4096.0
}
fn one() -> f64 {
    1.0
}

/// Noise levels σ of one run, from 1 (pure noise) down, with a closing 0. Computed in 32 bit, as the reference does: the sinusoid of
/// σ·1000 feels the last bit.
///
/// `tokens` counts the image tokens that are denoised (of the whole diptych). With `strength` below 1 the first steps are left out.
#[must_use]
pub fn sigmas(config: &ScheduleConfig, steps: u32, tokens: usize, strength: f64) -> Vec<f64> {
    let count = f64::from(steps);
    let slope =
        (config.max_shift - config.base_shift) / (config.max_image_seq_len - config.base_image_seq_len);
    let mu = slope * tokens as f64 + (config.base_shift - slope * config.base_image_seq_len);
    let stride = if steps > 1 { (1.0 / count - 1.0) / (count - 1.0) } else { 0.0 };
    let mut sigmas: Vec<f64> = (0..steps)
        .map(|step| {
            let last = step + 1 == steps && steps > 1;
            let raw = (if last { 1.0 / count } else { 1.0 + stride * f64::from(step) }) as f32;
            f64::from(if config.use_dynamic_shifting {
                let shift = match config.time_shift_type {
                    TimeShift::Exponential => mu.exp(),
                    TimeShift::Linear => mu,
                } as f32;
                shift / (shift + (1.0 / raw - 1.0))
            } else {
                let shift = config.shift as f32;
                shift * raw / (1.0 + (config.shift - 1.0) as f32 * raw)
            })
        })
        .collect();
    sigmas.push(0.0);
    let run = (count * strength).min(count);
    let skipped = (count - run).max(0.0) as usize;
    sigmas.split_off(skipped.min(sigmas.len() - 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config() -> ScheduleConfig {
        serde_json::from_str(r#"{"use_dynamic_shifting": true}"#).unwrap()
    }

    #[test]
    fn tables_of_the_reference() {
        let all = sigmas(&config(), 28, 2048, 1.0);
        assert_eq!(all.len(), 29);
        for (index, expected) in
            [(0, 1.0), (1, 0.98368), (4, 0.93055), (14, 0.69069), (27, 0.07639), (28, 0.0)]
        {
            assert!((all[index] - expected).abs() < 6e-6, "σ[{index}] = {}", all[index]);
        }
        let ten = sigmas(&config(), 10, 2048, 1.0);
        assert!((ten[9] - 0.19879).abs() < 6e-6 && (ten[1] - 0.95260).abs() < 6e-6);
        let wide = sigmas(&config(), 28, 3072, 1.0);
        assert!((wide[27] - 0.089_548).abs() < 2e-6);
    }

    #[test]
    fn strength_leaves_out_the_first_steps() {
        let all = sigmas(&config(), 10, 1024, 1.0);
        assert_eq!(sigmas(&config(), 10, 1024, 0.6), all[4..]);
        assert_eq!(sigmas(&config(), 10, 1024, 0.01).len(), 2);
        assert_eq!(sigmas(&config(), 1, 1024, 1.0), [1.0, 0.0]);
    }
}

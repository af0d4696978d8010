//! The image autoencoder (diffusers 0.37, `AutoencoderKL`): `[B, 3, H, W]` in −1…1 ↔ `[B, 16, H/8, W/8]`.

use tch::Tensor;

use crate::config::VaeConfig;
use crate::nn::{Conv2d, GroupNorm, Linear, attention};
use crate::weights::Scope;

/// Normalisation epsilon of every group norm.
const EPS: f64 = 1e-6;

struct Resnet {
    /// Its branch adds nothing, so it need not be computed (the encoder of `train::principal_encoder`).
    silent: bool,
    norm1: GroupNorm,
    conv1: Conv2d,
    norm2: GroupNorm,
    conv2: Conv2d,
    shortcut: Option<Conv2d>,
}

impl Resnet {
    fn new(scope: &Scope<'_>, groups: i64, input: i64, output: i64) -> Self {
        let conv2 = Conv2d::new(&scope.sub("conv2"), output, output, 3, 1, 1);
        Self {
            silent: conv2.is_silent(),
            norm1: GroupNorm::new(&scope.sub("norm1"), groups, input, EPS),
            conv1: Conv2d::new(&scope.sub("conv1"), input, output, 3, 1, 1),
            norm2: GroupNorm::new(&scope.sub("norm2"), groups, output, EPS),
            conv2,
            shortcut: (input != output)
                .then(|| Conv2d::new(&scope.sub("conv_shortcut"), input, output, 1, 1, 0)),
        }
    }

    fn forward(&self, x: &Tensor) -> Tensor {
        if self.silent {
            return self.shortcut.as_ref().map_or_else(|| x.shallow_clone(), |shortcut| shortcut.forward(x));
        }
        let hidden = self.conv1.forward(&self.norm1.forward(x).silu());
        let hidden = self.conv2.forward(&self.norm2.forward(&hidden).silu());
        match &self.shortcut {
            Some(shortcut) => shortcut.forward(x) + hidden,
            None => x + hidden,
        }
    }
}

struct PixelAttention {
    norm: GroupNorm,
    to_q: Linear,
    to_k: Linear,
    to_v: Linear,
    to_out: Linear,
}

impl PixelAttention {
    fn new(scope: &Scope<'_>, groups: i64, channels: i64) -> Self {
        let linear = |name: &str| Linear::new(&scope.sub(name), channels, channels);
        Self {
            norm: GroupNorm::new(&scope.sub("group_norm"), groups, channels, EPS),
            to_q: linear("to_q"),
            to_k: linear("to_k"),
            to_v: linear("to_v"),
            to_out: linear("to_out.0"),
        }
    }

    fn forward(&self, x: &Tensor) -> Tensor {
        let (batch, channels, height, width) = x.size4().unwrap_or((0, 0, 0, 0));
        // One head over all pixels: [B, 1, H·W, C].
        let tokens = self.norm.forward(x).view([batch, channels, height * width]).transpose(1, 2);
        let head = |linear: &Linear| linear.forward(&tokens).unsqueeze(1);
        let mixed = attention(&head(&self.to_q), &head(&self.to_k), &head(&self.to_v), None, false, None)
            .squeeze_dim(1);
        x + self.to_out.forward(&mixed).transpose(1, 2).reshape([batch, channels, height, width])
    }
}

struct MidBlock {
    first: Resnet,
    attention: Option<PixelAttention>,
    second: Resnet,
}

impl MidBlock {
    fn new(scope: &Scope<'_>, config: &VaeConfig, channels: i64) -> Self {
        let groups = config.norm_num_groups;
        Self {
            first: Resnet::new(&scope.sub("resnets.0"), groups, channels, channels),
            attention: config
                .mid_block_add_attention
                .then(|| PixelAttention::new(&scope.sub("attentions.0"), groups, channels)),
            second: Resnet::new(&scope.sub("resnets.1"), groups, channels, channels),
        }
    }

    fn forward(&self, x: &Tensor) -> Tensor {
        let x = self.first.forward(x);
        let x = match &self.attention {
            Some(attention) => attention.forward(&x),
            None => x,
        };
        self.second.forward(&x)
    }
}

struct Level {
    resnets: Vec<Resnet>,
    resample: Option<Conv2d>,
}

/// The autoencoder.
pub struct Vae {
    encoder_in: Conv2d,
    down: Vec<Level>,
    encoder_mid: MidBlock,
    encoder_norm: GroupNorm,
    encoder_out: Conv2d,
    quant: Option<Conv2d>,
    post_quant: Option<Conv2d>,
    decoder_in: Conv2d,
    decoder_mid: MidBlock,
    up: Vec<Level>,
    decoder_norm: GroupNorm,
    decoder_out: Conv2d,
    latent_channels: i64,
    scale: f64,
    shift: f64,
}

impl Vae {
    /// Builds the network from its weights.
    #[must_use]
    pub fn new(scope: &Scope<'_>, config: &VaeConfig) -> Self {
        let groups = config.norm_num_groups;
        let channels = &config.block_out_channels;
        let (first, deepest) =
            (channels.first().copied().unwrap_or(0), channels.last().copied().unwrap_or(0));
        let (encoder, decoder) = (scope.sub("encoder"), scope.sub("decoder"));
        let down = Self::levels(
            &encoder.sub("down_blocks"),
            "downsamplers.0.conv",
            channels,
            config.layers_per_block,
            groups,
            true,
        );
        let reversed: Vec<i64> = channels.iter().rev().copied().collect();
        let up = Self::levels(
            &decoder.sub("up_blocks"),
            "upsamplers.0.conv",
            &reversed,
            config.layers_per_block + 1,
            groups,
            false,
        );
        let latents = config.latent_channels;
        Self {
            encoder_in: Conv2d::new(&encoder.sub("conv_in"), 3, first, 3, 1, 1),
            down,
            encoder_mid: MidBlock::new(&encoder.sub("mid_block"), config, deepest),
            encoder_norm: GroupNorm::new(&encoder.sub("conv_norm_out"), groups, deepest, EPS),
            encoder_out: Conv2d::new(&encoder.sub("conv_out"), deepest, 2 * latents, 3, 1, 1),
            quant: config
                .use_quant_conv
                .then(|| Conv2d::new(&scope.sub("quant_conv"), 2 * latents, 2 * latents, 1, 1, 0)),
            post_quant: config
                .use_post_quant_conv
                .then(|| Conv2d::new(&scope.sub("post_quant_conv"), latents, latents, 1, 1, 0)),
            decoder_in: Conv2d::new(&decoder.sub("conv_in"), latents, deepest, 3, 1, 1),
            decoder_mid: MidBlock::new(&decoder.sub("mid_block"), config, deepest),
            up,
            decoder_norm: GroupNorm::new(&decoder.sub("conv_norm_out"), groups, first, EPS),
            decoder_out: Conv2d::new(&decoder.sub("conv_out"), first, 3, 3, 1, 1),
            latent_channels: latents,
            scale: config.scaling_factor,
            shift: config.shift_factor,
        }
    }

    fn levels(
        scope: &Scope<'_>,
        resample: &str,
        channels: &[i64],
        layers: i64,
        groups: i64,
        halving: bool,
    ) -> Vec<Level> {
        let mut input = channels.first().copied().unwrap_or(0);
        let last = channels.len().saturating_sub(1);
        let mut levels = Vec::new();
        for (index, output) in channels.iter().copied().enumerate() {
            let level = scope.sub(index);
            let resnets = (0..layers)
                .map(|layer| {
                    let resnet = Resnet::new(&level.sub(format!("resnets.{layer}")), groups, input, output);
                    input = output;
                    resnet
                })
                .collect();
            let (stride, padding) = if halving { (2, 0) } else { (1, 1) };
            let resample =
                (index < last).then(|| Conv2d::new(&level.sub(resample), output, output, 3, stride, padding));
            levels.push(Level { resnets, resample });
        }
        levels
    }

    /// Mean of the posterior, shifted and scaled as the transformer wants it.
    pub fn encode(&self, images: &Tensor) -> Tensor {
        let mut x = self.encoder_in.forward(images);
        for level in &self.down {
            for resnet in &level.resnets {
                x = resnet.forward(&x);
            }
            if let Some(conv) = &level.resample {
                // Stride 2 with one column and one row added at the right and the bottom.
                x = conv.forward(&x.constant_pad_nd([0, 1, 0, 1]));
            }
        }
        let x = self.encoder_mid.forward(&x);
        let moments = self.encoder_out.forward(&self.encoder_norm.forward(&x).silu());
        let moments = match &self.quant {
            Some(quant) => quant.forward(&moments),
            None => moments,
        };
        (moments.narrow(1, 0, self.latent_channels) - self.shift) * self.scale
    }

    /// Latents back to images, −1…1 (it may overshoot).
    pub fn decode(&self, latents: &Tensor) -> Tensor {
        let latents = latents / self.scale + self.shift;
        let latents = match &self.post_quant {
            Some(post_quant) => post_quant.forward(&latents),
            None => latents,
        };
        let mut x = self.decoder_mid.forward(&self.decoder_in.forward(&latents));
        for level in &self.up {
            for resnet in &level.resnets {
                x = resnet.forward(&x);
            }
            if let Some(conv) = &level.resample {
                let (_, _, height, width) = x.size4().unwrap_or((0, 0, 0, 0));
                x = conv.forward(&x.upsample_nearest2d([height * 2, width * 2], None, None));
            }
        }
        self.decoder_out.forward(&self.decoder_norm.forward(&x).silu())
    }
}

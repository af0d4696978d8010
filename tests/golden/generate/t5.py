"""`t5.safetensors`: the encoder of T5 v1.1, short and long enough for the farthest buckets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from transformers import T5Config, T5EncoderModel
from transformers.models.t5.modeling_t5 import T5Attention

from .common import Fixture, generator, in_bf16, randomise

CONFIG: dict[str, Any] = {
    "vocab_size": 80,
    "d_model": 64,
    "d_kv": 16,
    "d_ff": 72,
    "num_heads": 4,
    "num_layers": 2,
    "relative_attention_num_buckets": 32,
    "relative_attention_max_distance": 128,
    "layer_norm_epsilon": 1e-6,
    "feed_forward_proj": "gated-gelu",
    "is_encoder_decoder": False,
    "is_gated_act": True,
    "dense_act_fn": "gelu_new",
    "tie_word_embeddings": False,
    "use_cache": False,
    "pad_token_id": 0,
    "eos_token_id": 1,
    "dropout_rate": 0.0,
}


def make_encoder(name: str = "t5", **changes: Any) -> T5EncoderModel:
    model = T5EncoderModel(T5Config(**{**CONFIG, **changes})).eval()
    randomise(model, name)
    # The released model's table is of the order of the logits, so the bias matters as much as the content.
    table = model.encoder.block[0].layer[0].SelfAttention.relative_attention_bias.weight
    table.copy_(table * 4)
    return model


def write(folder: Path) -> None:
    model = make_encoder()
    fixture = Fixture({"t5": CONFIG, "attention_mask": "none: pads attend and are attended"})
    fixture.weights(model)
    del fixture.tensors["w.encoder.embed_tokens.weight"]  # the same tensor as w.shared.weight
    half = in_bf16(model)
    for batch, length in ((3, 37), (1, 200)):
        ids = generator(f"t5.{length}").integers(2, CONFIG["vocab_size"], (batch, length))
        for row in range(batch):
            # A closed text with pads behind it, except the last row, which fills all places.
            if row < batch - 1:
                ids[row, 10 * (row + 1)] = 1
                ids[row, 10 * (row + 1) + 1 :] = 0
        ids[-1, -1] = 1
        given = fixture.given(f"ids.{length}", ids)
        fixture.expect(f"{length}.f32", model(given).last_hidden_state)
        if batch > 1:
            fixture.expect(f"{length}.bf16", half(given).last_hidden_state)
    distances = fixture.given("distances", torch.arange(-300, 301))
    buckets = T5Attention._relative_position_bucket(distances, bidirectional=True, num_buckets=32, max_distance=128)
    fixture.expect("buckets", buckets)
    fixture.write(folder / "t5.safetensors")

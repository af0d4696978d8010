//! The backward pass, plain or keeping only what enters each block and computing the rest again (T. Chen et al., “Training deep nets with
//! sublinear memory cost”, 2016).

use tch::Tensor;

use crate::flux::block::Pass;
use crate::flux::{Entered, FluxTransformer, Input};

/// Value of `loss` over the network's answer; adds its gradients to everything trained that the network was built from. With `recompute`
/// only what enters each block is kept on the way.
pub fn backward(
    network: &FluxTransformer,
    input: &Input<'_>,
    recompute: bool,
    loss: impl FnOnce(&Tensor) -> Tensor,
) -> f64 {
    if !recompute {
        let value = loss(&network.forward(input));
        value.backward();
        return value.double_value(&[]);
    }
    let (double, single) = network.blocks();
    // Forward without a graph; what enters each block is kept.
    let mut pairs = Vec::with_capacity(double.len());
    let mut joints = Vec::with_capacity(single.len());
    let (condition, last) = tch::no_grad(|| {
        let Entered { condition, mut image, mut text } = network.enter(input);
        let pass = Pass { condition: &condition, rope: input.rope, adapter: input.adapter };
        for block in double {
            let next = block.forward(&image, &text, &pass);
            pairs.push((image, text));
            (image, text) = next;
        }
        let mut joined = Tensor::cat(&[text, image], 1);
        for block in single {
            let next = block.forward(&joined, &pass);
            joints.push(joined);
            joined = next;
        }
        (condition, joined)
    });

    // Backward, block by block, each with a graph of its own; the condition gathers gradients from all.
    let condition = leaf(&condition);
    let pass = Pass { condition: &condition, rope: input.rope, adapter: input.adapter };
    let last = leaf(&last);
    let value = loss(&network.leave(&last, input, &condition));
    value.backward();
    let mut gradient = last.grad();
    for (block, joined) in single.iter().zip(joints).rev() {
        let joined = leaf(&joined);
        carry(&[(&block.forward(&joined, &pass), &gradient)]);
        gradient = joined.grad();
    }
    let length = input.text.size().get(1).copied().unwrap_or(0);
    let count = gradient.size().get(1).copied().unwrap_or(length) - length;
    let mut image_gradient = gradient.narrow(1, length, count);
    let mut text_gradient = gradient.narrow(1, 0, length);
    for (block, (image, text)) in double.iter().zip(pairs).rev() {
        let (image, text) = (leaf(&image), leaf(&text));
        let (image_out, text_out) = block.forward(&image, &text, &pass);
        carry(&[(&image_out, &image_gradient), (&text_out, &text_gradient)]);
        (image_gradient, text_gradient) = (image.grad(), text.grad());
    }
    let entered = network.enter(input);
    carry(&[
        (&entered.image, &image_gradient),
        (&entered.text, &text_gradient),
        (&entered.condition, &condition.grad()),
    ]);
    value.double_value(&[])
}

/// The same values at the start of a graph.
fn leaf(tensor: &Tensor) -> Tensor {
    tensor.detach().set_requires_grad(true)
}

/// Sends gradients of several outputs back through one graph: the sum of `output · gradient` has just these gradients.
fn carry(parts: &[(&Tensor, &Tensor)]) {
    let sums: Vec<Tensor> = parts
        .iter()
        .filter(|(output, gradient)| output.requires_grad() && gradient.defined())
        .map(|(output, gradient)| (*output * *gradient).sum(tch::Kind::Float))
        .collect();
    if !sums.is_empty() {
        Tensor::stack(&sums, 0).sum(tch::Kind::Float).backward();
    }
}

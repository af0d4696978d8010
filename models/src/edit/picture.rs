//! Between 8-bit pictures and the tensors that the autoencoder reads and writes.

use tch::{Device, Kind, Tensor};

use super::{EditError, Rgb8};

/// `[1, 3, H, W]` in −1…1.
pub(crate) fn tensor(image: &Rgb8, device: Device) -> Tensor {
    let shape = [1, image.height as i64, image.width as i64, 3];
    let bytes = Tensor::from_slice(&image.data).view(shape).to_device(device);
    // In the reference's order, for the last bits.
    (bytes.to_kind(Kind::Float).permute([0, 3, 1, 2]) / 255.0 * 2.0 - 1.0).contiguous()
}

/// `[B, 3, H, W]` in −1…1 (it may overshoot) as bytes, `[B, H, W, 3]`.
pub(crate) fn bytes(image: &Tensor) -> Tensor {
    let image = image.to_kind(Kind::Float);
    ((image / 2.0 + 0.5).clamp(0.0, 1.0) * 255.0).round().to_kind(Kind::Uint8).permute([0, 2, 3, 1])
}

/// One picture of bytes on the host.
pub(crate) fn rgb(picture: &Tensor, [height, width]: [usize; 2]) -> Result<Rgb8, EditError> {
    let flat = picture.contiguous().view([-1]).to_device(Device::Cpu);
    let data = Vec::<u8>::try_from(flat).map_err(|error| EditError::from_torch(&error.to_string()))?;
    Ok(Rgb8 { width, height, data })
}

/// One image `[1, 3, H, W]` in −1…1 on the host.
pub(crate) fn rgb8(image: &Tensor) -> Result<Rgb8, EditError> {
    let size = image.size();
    rgb(&bytes(image), [size[2] as usize, size[3] as usize])
}

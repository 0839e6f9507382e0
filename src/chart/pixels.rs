//! From pixels to a PNG file.
//!
//! Few charts have more than 256 colours: those that do not are written with a palette, a byte for each pixel, which
//! makes files a third as large. Knows nothing of charts.

use png::{BitDepth, ColorType, Compression, Encoder, EncodingError, Filter, PixelDimensions, Unit};
use resvg::tiny_skia::Pixmap;

/// Colours that a palette holds.
const MOST_COLOURS: usize = 256;

/// Pixels that are looked at together.
const BLOCK: usize = 16;

/// Places of a palette's colours: a power of two, most of them free.
const PLACES: usize = 1024;

/// Pixels without transparency as a PNG file, with their number per metre.
pub(super) fn encoded(pixmap: Pixmap, per_metre: u32) -> Result<Vec<u8>, EncodingError> {
    let (width, height) = (pixmap.width(), pixmap.height());
    let mut pixels = pixmap.take();
    let mut bytes = Vec::with_capacity(128 * 1024);
    let mut encoder = Encoder::new(&mut bytes, width, height);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Fast);
    encoder.set_pixel_dims(Some(PixelDimensions { xppu: per_metre, yppu: per_metre, unit: Unit::Meter }));
    if let Some((palette, indices)) = indexed(&pixels) {
        pixels = indices;
        encoder.set_color(ColorType::Indexed);
        encoder.set_palette(palette);
    } else {
        without_alpha(&mut pixels);
        encoder.set_color(ColorType::Rgb);
        // The best filter for each row takes five times as long to find, for files two thirds as large.
        encoder.set_filter(Filter::Up);
    }
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixels)?;
    writer.finish()?;
    Ok(bytes)
}

/// Drops every fourth byte.
fn without_alpha(pixels: &mut Vec<u8>) {
    let count = pixels.len() / 4;
    for pixel in 1..count {
        pixels.copy_within(4 * pixel..4 * pixel + 3, 3 * pixel);
    }
    pixels.truncate(3 * count);
}

/// The colours in the order of their first pixels, and each pixel's place among them; `None` where there are too many.
fn indexed(pixels: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let mut palette = Palette::default();
    let mut indices = Vec::with_capacity(pixels.len() / 4);
    let (pixels, _) = pixels.as_chunks::<4>();
    let (blocks, rest) = pixels.as_chunks::<BLOCK>();
    let mut last = pixels.first().copied().unwrap_or_default();
    let mut index = palette.index(last)?;
    for block in blocks.iter().map(<[_; BLOCK]>::as_slice).chain(std::iter::once(rest)) {
        // Mostly, all pixels are as the one before them.
        if block == &[last; BLOCK][..block.len()] {
            indices.resize(indices.len() + block.len(), index);
            continue;
        }
        for pixel in block {
            if *pixel != last {
                last = *pixel;
                index = palette.index(last)?;
            }
            indices.push(index);
        }
    }
    Some((palette.bytes(), indices))
}

/// Colours by their number, found by a hash.
struct Palette {
    colours: Vec<[u8; 4]>,
    /// The number of the colour that has the place; `u16::MAX` where it is free.
    places: [u16; PLACES],
}

impl Default for Palette {
    fn default() -> Self {
        Self { colours: Vec::new(), places: [u16::MAX; PLACES] }
    }
}

impl Palette {
    /// The number of a colour, which is added where it is new; `None` where there is no room for it.
    fn index(&mut self, colour: [u8; 4]) -> Option<u8> {
        let mut place = u32::from_le_bytes(colour).wrapping_mul(0x9e37_79b1) as usize >> 22;
        loop {
            let number = self.places[place % PLACES];
            match self.colours.get(usize::from(number)) {
                Some(found) if *found == colour => return u8::try_from(number).ok(),
                Some(_) => place += 1,
                None => break,
            }
        }
        if self.colours.len() == MOST_COLOURS {
            return None;
        }
        let number = u8::try_from(self.colours.len()).ok()?;
        self.places[place % PLACES] = u16::from(number);
        self.colours.push(colour);
        Some(number)
    }

    fn bytes(&self) -> Vec<u8> {
        self.colours.iter().flat_map(|[red, green, blue, _]| [*red, *green, *blue]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use resvg::tiny_skia::IntSize;

    /// A picture of so many colours, each in a run of three pixels.
    fn picture(colours: u32) -> (Pixmap, Vec<u8>) {
        let colour = |number: u32| {
            let [low, high, ..] = number.to_le_bytes();
            [low, high, low ^ 0x55]
        };
        let rgb: Vec<[u8; 3]> = (0..3 * colours).map(|pixel| colour(pixel / 3)).collect();
        let rgba = rgb.iter().flat_map(|[r, g, b]| [*r, *g, *b, 255]).collect();
        let size = IntSize::from_wh(3, colours).unwrap();
        (Pixmap::from_vec(rgba, size).unwrap(), rgb.concat())
    }

    fn decoded(bytes: &[u8]) -> (ColorType, Vec<u8>) {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        (reader.info().color_type, pixels)
    }

    #[test]
    fn every_pixel_keeps_its_colour_with_a_palette_and_without() {
        for (colours, kind) in [(1, ColorType::Indexed), (256, ColorType::Indexed), (257, ColorType::Rgb)] {
            let (pixmap, rgb) = picture(colours);
            assert_eq!(decoded(&encoded(pixmap, 100).unwrap()), (kind, rgb), "{colours}");
        }
    }
}

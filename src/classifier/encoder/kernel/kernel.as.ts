// AssemblyScript, compiled to WebAssembly with its baseline 128-bit SIMD (no relaxed SIMD, no threads), so that every
// engine gives the same bits. Pure kernels: the caller lays out the memory and passes addresses.
//
// Rows of padding hold finite rubbish that nobody reads: no row's result depends on another row, attention excepted,
// which masks them.
import { greatestOf, sumOf } from './lanes.as';

export { attend } from './attention.as';

const ADD: i32 = 1;
const RELU: i32 = 2;

/** Puts four channels of one row: scaled back, with bias, then as `mode` says. */
@inline
function put(o: usize, sums: v128, rowScale: v128, scales: usize, biases: usize, mode: i32): void {
  const scaled = f32x4.mul(f32x4.convert_i32x4_s(sums), f32x4.mul(rowScale, v128.load(scales)));
  let y = f32x4.add(scaled, v128.load(biases));
  if (mode & ADD) y = f32x4.add(y, v128.load(o));
  if (mode & RELU) y = f32x4.max(y, f32x4.splat(0));
  v128.store(o, y);
}

/**
 * C [rows][columns] = A x W + bias. A is int16, packed [rows / 4][inner / 2][4 rows][2], with a scale a row; W is int8,
 * packed [columns / 8][inner / 2][8 columns][2], with a scale a column. `mode` bit 1 adds to what C holds, bit 2
 * takes the positive part. `rows` is a multiple of 4, `columns` of 8.
 *
 * A tile of 4 x 8 sums stays in eight registers. A panel of W and a block of A (8 x inner bytes each) stay in the
 * first cache; W is read from memory once a call.
 */
export function multiply(
  a: usize, rowScales: usize, w: usize, scales: usize, biases: usize, c: usize,
  rows: i32, inner: i32, columns: i32, mode: i32,
): void {
  const row: usize = <usize>columns << 2;
  const block: usize = <usize>inner << 3;
  const zero = i32x4.splat(0);
  for (let n: i32 = 0; n < columns; n += 8) {
    const panel: usize = w + <usize>n * inner;
    const s: usize = scales + (<usize>n << 2);
    const b: usize = biases + (<usize>n << 2);
    let p: usize = a;
    for (let m: i32 = 0; m < rows; m += 4) {
      let q: usize = panel;
      let c00 = zero, c01 = zero, c10 = zero, c11 = zero, c20 = zero, c21 = zero, c30 = zero, c31 = zero;
      for (const end: usize = p + block; p < end; p += 16) {
        const w0 = v128.load_ext<i8>(q), w1 = v128.load_ext<i8>(q, 8);
        q += 16;
        let x = v128.load_splat<i32>(p);
        c00 = i32x4.add(c00, i32x4.dot_i16x8_s(x, w0));
        c01 = i32x4.add(c01, i32x4.dot_i16x8_s(x, w1));
        x = v128.load_splat<i32>(p, 4);
        c10 = i32x4.add(c10, i32x4.dot_i16x8_s(x, w0));
        c11 = i32x4.add(c11, i32x4.dot_i16x8_s(x, w1));
        x = v128.load_splat<i32>(p, 8);
        c20 = i32x4.add(c20, i32x4.dot_i16x8_s(x, w0));
        c21 = i32x4.add(c21, i32x4.dot_i16x8_s(x, w1));
        x = v128.load_splat<i32>(p, 12);
        c30 = i32x4.add(c30, i32x4.dot_i16x8_s(x, w0));
        c31 = i32x4.add(c31, i32x4.dot_i16x8_s(x, w1));
      }
      let o: usize = c + <usize>m * row + (<usize>n << 2);
      const r: usize = rowScales + (<usize>m << 2);
      let scale = v128.load_splat<f32>(r);
      put(o, c00, scale, s, b, mode);
      put(o + 16, c01, scale, s + 16, b + 16, mode);
      o += row;
      scale = v128.load_splat<f32>(r, 4);
      put(o, c10, scale, s, b, mode);
      put(o + 16, c11, scale, s + 16, b + 16, mode);
      o += row;
      scale = v128.load_splat<f32>(r, 8);
      put(o, c20, scale, s, b, mode);
      put(o + 16, c21, scale, s + 16, b + 16, mode);
      o += row;
      scale = v128.load_splat<f32>(r, 12);
      put(o, c30, scale, s, b, mode);
      put(o + 16, c31, scale, s + 16, b + 16, mode);
    }
  }
}

/** Four float32 times `inverse`, to the nearest integers. */
@inline
function rounded(p: usize, inverse: v128): v128 {
  return i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(p), inverse)));
}

/**
 * Rows of X [rows][inner], float32, to int16 in -range..range with a scale a row, in the order that `multiply` reads.
 * The sums of `multiply` are int32: inner x 127 x range must stay under 2^31.
 */
export function quantiseRows(x: usize, a: usize, rowScales: usize, rows: i32, inner: i32, range: f32): void {
  const row: usize = <usize>inner << 2;
  for (let m: i32 = 0; m < rows; m++) {
    let p: usize = x + <usize>m * row;
    const end: usize = p + row;
    let most = f32x4.splat(0);
    for (let i: usize = p; i < end; i += 16) most = f32x4.max(most, f32x4.abs(v128.load(i)));
    const top = greatestOf(most);
    const inverse = f32x4.splat(top > 0 ? range / top : 0);
    store<f32>(rowScales + (<usize>m << 2), top / range);
    let o: usize = a + <usize>(m >> 2) * (<usize>inner << 3) + (<usize>(m & 3) << 2);
    for (; p < end; p += 32) {
      const eight = i16x8.narrow_i32x4_s(rounded(p, inverse), rounded(p + 16, inverse));
      store<i32>(o, i32x4.extract_lane(eight, 0));
      store<i32>(o, i32x4.extract_lane(eight, 1), 16);
      store<i32>(o, i32x4.extract_lane(eight, 2), 32);
      store<i32>(o, i32x4.extract_lane(eight, 3), 48);
      o += 64;
    }
  }
}

/** Layer normalisation (Ba et al. 2016) of each row of X [rows][width] into Y, with gain and bias. */
export function normaliseRows(x: usize, y: usize, rows: i32, width: i32, gain: usize, bias: usize): void {
  const row: usize = <usize>width << 2;
  const count = <f32>width;
  for (let m: i32 = 0; m < rows; m++) {
    const p: usize = x + <usize>m * row;
    const o: usize = y + <usize>m * row;
    let sum = f32x4.splat(0);
    for (let i: usize = 0; i < row; i += 16) sum = f32x4.add(sum, v128.load(p + i));
    const mean = f32x4.splat(sumOf(sum) / count);
    sum = f32x4.splat(0);
    for (let i: usize = 0; i < row; i += 16) {
      const off = f32x4.sub(v128.load(p + i), mean);
      sum = f32x4.add(sum, f32x4.mul(off, off));
    }
    const inverse = f32x4.splat(1 / sqrt<f32>(sumOf(sum) / count + 1e-6));
    for (let i: usize = 0; i < row; i += 16) {
      const standard = f32x4.mul(f32x4.sub(v128.load(p + i), mean), inverse);
      v128.store(o + i, f32x4.add(f32x4.mul(standard, v128.load(gain + i)), v128.load(bias + i)));
    }
  }
}

/** X [tokens][256] = row `ids[t]` of the int8 table, times the row's scale, plus row t of the positions. */
export function embed(ids: usize, table: usize, scales: usize, positions: usize, x: usize, tokens: i32): void {
  for (let t: i32 = 0; t < tokens; t++) {
    const id: usize = load<i32>(ids + (<usize>t << 2));
    const e: usize = table + (id << 8);
    const o: usize = x + (<usize>t << 10);
    const q: usize = positions + (<usize>t << 10);
    const scale = v128.load_splat<f32>(scales + (id << 2));
    for (let i: usize = 0; i < 256; i += 8) {
      const v = v128.load_ext<i8>(e + i);
      const j: usize = i << 2;
      const low = f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(v)), scale);
      const high = f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(v)), scale);
      v128.store(o + j, f32x4.add(low, v128.load(q + j)));
      v128.store(o + j, f32x4.add(high, v128.load(q + j, 16)), 16);
    }
  }
}

/** The mean of `rows` rows of 512. */
export function meanOfRows(x: usize, o: usize, rows: i32): void {
  const share = f32x4.splat(1 / <f32>rows);
  for (let i: usize = 0; i < 2048; i += 16) {
    let sum = f32x4.splat(0);
    for (let t: i32 = 0; t < rows; t++) sum = f32x4.add(sum, v128.load(x + (<usize>t << 11) + i));
    v128.store(o + i, f32x4.mul(sum, share));
  }
}

import { exponential, greatestOf, sumOf } from './lanes.as';

const HEADS: i32 = 4;

/**
 * C = A x B in float32. A: [rows][inner]; B packed [columns / 8][inner][8]; C has `stride` floats a row.
 * `rows` is a multiple of 4, `columns` of 8: a tile of 4 x 8 results stays in registers.
 */
function multiplyFloats(a: usize, b: usize, c: usize, rows: i32, inner: i32, columns: i32, stride: i32): void {
  const row1: usize = <usize>inner << 2;
  const row2: usize = row1 * 2;
  const row3: usize = row1 * 3;
  const step: usize = <usize>stride << 2;
  const zero = f32x4.splat(0);
  for (let n: i32 = 0; n < columns; n += 8) {
    for (let m: i32 = 0; m < rows; m += 4) {
      let p: usize = a + <usize>m * row1;
      let q: usize = b + <usize>n * row1;
      let c00 = zero, c01 = zero, c10 = zero, c11 = zero, c20 = zero, c21 = zero, c30 = zero, c31 = zero;
      for (const end: usize = p + row1; p < end; p += 4) {
        const b0 = v128.load(q), b1 = v128.load(q, 16);
        q += 32;
        let x = v128.load_splat<f32>(p);
        c00 = f32x4.add(c00, f32x4.mul(x, b0));
        c01 = f32x4.add(c01, f32x4.mul(x, b1));
        x = v128.load_splat<f32>(p + row1);
        c10 = f32x4.add(c10, f32x4.mul(x, b0));
        c11 = f32x4.add(c11, f32x4.mul(x, b1));
        x = v128.load_splat<f32>(p + row2);
        c20 = f32x4.add(c20, f32x4.mul(x, b0));
        c21 = f32x4.add(c21, f32x4.mul(x, b1));
        x = v128.load_splat<f32>(p + row3);
        c30 = f32x4.add(c30, f32x4.mul(x, b0));
        c31 = f32x4.add(c31, f32x4.mul(x, b1));
      }
      let o: usize = c + <usize>m * step + (<usize>n << 2);
      v128.store(o, c00);
      v128.store(o, c01, 16);
      o += step;
      v128.store(o, c10);
      v128.store(o, c11, 16);
      o += step;
      v128.store(o, c20);
      v128.store(o, c21, 16);
      o += step;
      v128.store(o, c30);
      v128.store(o, c31, 16);
    }
  }
}

/**
 * Brings one head's queries (scaled), keys and values into the order that the products read. Rows of padding are
 * zeros. `base` is the head's first query; `width` the layer's; `size` the head's.
 */
function unpackHead(
  base: usize, tokens: i32, padded: i32, width: i32, size: i32, keys: usize, values: usize, queries: usize,
): void {
  const row: usize = <usize>width * 12;
  const scale = f32x4.splat(1 / sqrt<f32>(<f32>size));
  const zero = f32x4.splat(0);
  for (let j: i32 = 0; j < padded; j++) {
    const live = j < tokens;
    const from: usize = base + <usize>j * row;
    const key: usize = keys + (<usize>(j >> 3) * size * 8 + (j & 7)) * 4;
    for (let c: i32 = 0; c < size; c += 8) {
      const q: usize = from + (<usize>c << 2);
      const k: usize = q + (<usize>width << 2);
      const v: usize = q + (<usize>width << 3);
      const query: usize = queries + ((<usize>j * size + c) << 2);
      const value: usize = values + ((<usize>(c >> 3) * padded + j) << 5);
      v128.store(query, live ? f32x4.mul(v128.load(q), scale) : zero);
      v128.store(query, live ? f32x4.mul(v128.load(q, 16), scale) : zero, 16);
      v128.store(value, live ? v128.load(v) : zero);
      v128.store(value, live ? v128.load(v, 16) : zero, 16);
      for (let t: i32 = 0; t < 8; t++) {
        store<f32>(key + (<usize>(c + t) << 5), live ? load<f32>(k + (<usize>t << 2)) : 0);
      }
    }
  }
}

/** Softmax of each row of `scores` [padded][padded], in place; columns of padding get no weight. */
function softmaxRows(scores: usize, tokens: i32, padded: i32): void {
  for (let i: i32 = 0; i < padded; i++) {
    const row: usize = scores + (<usize>i * padded << 2);
    const end: usize = row + (<usize>padded << 2);
    for (let j = tokens; j < padded; j++) store<f32>(row + (<usize>j << 2), -1e9);
    let most = v128.load(row);
    for (let p: usize = row + 16; p < end; p += 16) most = f32x4.max(most, v128.load(p));
    const top = f32x4.splat(greatestOf(most));
    let sum = f32x4.splat(0);
    for (let p: usize = row; p < end; p += 16) {
      const y = exponential(f32x4.sub(v128.load(p), top));
      sum = f32x4.add(sum, y);
      v128.store(p, y);
    }
    const inverse = f32x4.splat(1 / sumOf(sum));
    for (let p: usize = row; p < end; p += 16) v128.store(p, f32x4.mul(v128.load(p), inverse));
  }
}

/**
 * Self-attention of one text (Vaswani et al. 2017), four heads, float32: `qkv` [tokens][3 width] to `out`
 * [tokens][width]. Scratch, in floats, with `padded` = tokens rounded up to 8: keys, values and queries padded x
 * width / 4 each, scores padded x padded. `qkv` and `out` have room for `padded` rows.
 */
export function attend(
  qkv: usize, out: usize, tokens: i32, width: i32, keys: usize, values: usize, queries: usize, scores: usize,
): void {
  const size = width / HEADS;
  const padded = (tokens + 7) & ~7;
  for (let head: i32 = 0; head < HEADS; head++) {
    const offset: usize = <usize>(head * size) << 2;
    unpackHead(qkv + offset, tokens, padded, width, size, keys, values, queries);
    multiplyFloats(queries, keys, scores, padded, size, padded, padded);
    softmaxRows(scores, tokens, padded);
    multiplyFloats(scores, values, out + offset, padded, padded, size, width);
  }
}

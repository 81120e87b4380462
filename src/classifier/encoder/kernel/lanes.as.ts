// Small tools on one SIMD register of four float32.

/** Sum of the four lanes, in pairs, so that the order of the additions never changes. */
@inline
export function sumOf(v: v128): f32 {
  const front = f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1);
  return front + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3));
}

/** The greatest of the four lanes. */
@inline
export function greatestOf(v: v128): f32 {
  const front = max(f32x4.extract_lane(v, 0), f32x4.extract_lane(v, 1));
  return max(front, max(f32x4.extract_lane(v, 2), f32x4.extract_lane(v, 3)));
}

/** One step of Horner's rule. */
@inline
function horner(sum: v128, x: v128, next: f32): v128 {
  return f32x4.add(f32x4.mul(sum, x), f32x4.splat(next));
}

/** e^x for x <= 0, to about one unit in the last place (the polynomial of the Cephes library's expf). */
@inline
export function exponential(power: v128): v128 {
  // Below this the result is no normal float32; -87 gives about 1e-38, which is nothing beside 1.
  let x = f32x4.max(power, f32x4.splat(-87));
  const twos = f32x4.nearest(f32x4.mul(x, f32x4.splat(1.44269504)));
  // ln 2 in two parts, so that nothing is lost when multiples of it are taken off.
  x = f32x4.sub(x, f32x4.mul(twos, f32x4.splat(0.693359375)));
  x = f32x4.sub(x, f32x4.mul(twos, f32x4.splat(-2.12194440e-4)));
  let y = horner(f32x4.splat(1.9875691500e-4), x, 1.3981999507e-3);
  y = horner(y, x, 8.3334519073e-3);
  y = horner(y, x, 4.1665795894e-2);
  y = horner(y, x, 1.6666665459e-1);
  y = horner(y, x, 5.0000001201e-1);
  y = f32x4.add(f32x4.add(f32x4.mul(f32x4.mul(x, x), y), x), f32x4.splat(1));
  // 2^n is the float32 whose exponent bits are n + 127.
  const scale = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(twos), i32x4.splat(127)), 23);
  return f32x4.mul(y, scale);
}

import fc from 'fast-check';

/** Any text whatever, lone surrogates and marks among it (fast-check's own takes seconds to begin). */
export const anyText = (maxLength = 60): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        fc.integer({ min: 0x20, max: 0x7e }),
        fc.integer({ min: 0x80, max: 0x370 }),
        fc.integer({ min: 0x2000, max: 0x2070 }),
        fc.integer({ min: 0xd800, max: 0xdfff }),
        fc.integer({ min: 0, max: 0x10ffff }),
      ),
      { maxLength },
    )
    .map((codes) => codes.map((code) => String.fromCodePoint(code)).join(''));

/** Rows of the embedding table: the vocabulary's 8,000 pieces and two that are never given. */
export const EMBEDDINGS = 8002;
/** Width of an embedding. */
export const EMBEDDING_WIDTH = 256;
/** Width of a token's last state, and of the vector that a text becomes. */
export const WIDTH = 512;
/** Width of the feed-forward part's inner layer. */
export const HIDDEN = 1536;
/** Frequencies of the positions' waves: a sine and a cosine each. */
export const FREQUENCIES = EMBEDDING_WIDTH / 2;

/**
 * Where one matrix is: `inputs` x `outputs` int8, packed [outputs / 8][inputs / 2][8 outputs][2 inputs], to be
 * multiplied by `scales` (float32, one an output); `biases` are float32, one an output. Offsets in bytes.
 */
export interface MatrixPlace {
  inputs: number;
  outputs: number;
  weights: number;
  scales: number;
  biases: number;
}

/** Where gain and bias of a layer normalisation are: float32, one a channel. */
interface NormPlace {
  gain: number;
  bias: number;
}

/** Where one of the two transformer layers is. `widen` takes the first layer's input from 256 to 512. */
export interface LayerPlace {
  width: number;
  attentionNorm: NormPlace;
  qkv: MatrixPlace;
  out: MatrixPlace;
  widen: MatrixPlace | null;
  forwardNorm: NormPlace;
  up: MatrixPlace;
  down: MatrixPlace;
}

/** Where everything is in the weight file, which is an image of the memory that the kernel computes in. */
export interface WeightLayout {
  /** Embeddings, int8, 8002 x 256. */
  embeddings: number;
  /** Scale of each embedding, float32; the model's factor 2 is in it. */
  embeddingScales: number;
  /** Radians a token of each frequency, float32. */
  frequencies: number;
  layers: readonly [LayerPlace, LayerPlace];
  head: MatrixPlace;
  /** Length of the file in bytes. */
  bytes: number;
}

/** Every part begins on a multiple of 16, the width of a SIMD register. */
const ALIGNMENT = 16;

function layOut(): WeightLayout {
  let end = 0;
  const take = (bytes: number): number => {
    const start = end;
    end = Math.ceil((end + bytes) / ALIGNMENT) * ALIGNMENT;
    return start;
  };
  const matrix = (inputs: number, outputs: number): MatrixPlace => ({
    inputs,
    outputs,
    weights: take(inputs * outputs),
    scales: take(4 * outputs),
    biases: take(4 * outputs),
  });
  const norm = (width: number): NormPlace => ({ gain: take(4 * width), bias: take(4 * width) });
  const layer = (width: number): LayerPlace => ({
    width,
    attentionNorm: norm(width),
    qkv: matrix(width, 3 * width),
    out: matrix(width, WIDTH),
    widen: width === WIDTH ? null : matrix(width, WIDTH),
    forwardNorm: norm(WIDTH),
    up: matrix(WIDTH, HIDDEN),
    down: matrix(HIDDEN, WIDTH),
  });
  const embeddings = take(EMBEDDINGS * EMBEDDING_WIDTH);
  const embeddingScales = take(4 * EMBEDDINGS);
  const frequencies = take(4 * FREQUENCIES);
  const layers = [layer(EMBEDDING_WIDTH), layer(WIDTH)] as const;
  const head = matrix(WIDTH, WIDTH);
  return { embeddings, embeddingScales, frequencies, layers, head, bytes: end };
}

/** The one layout: the build writes it, the encoder computes in it. */
export const WEIGHTS: WeightLayout = layOut();

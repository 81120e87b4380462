import { EMBEDDING_WIDTH, EMBEDDINGS, FREQUENCIES, HIDDEN, WIDTH } from '../weight-layout.ts';
import { MODEL_PACKAGE, readTensors } from './npm-model.ts';

/** A dense layer, `y = x · weights + biases`; `weights` is row-major, inputs x outputs. */
export interface FloatMatrix {
  inputs: number;
  outputs: number;
  weights: Float32Array;
  biases: Float32Array;
}

/** Gain and bias of a layer normalisation. */
export interface FloatNorm {
  gain: Float32Array;
  bias: Float32Array;
}

/** One transformer layer; its parts are named as in `LayerPlace`. */
export interface FloatLayer {
  width: number;
  attentionNorm: FloatNorm;
  qkv: FloatMatrix;
  out: FloatMatrix;
  widen: FloatMatrix | null;
  forwardNorm: FloatNorm;
  up: FloatMatrix;
  down: FloatMatrix;
}

/** The whole model in float32. `embeddings` is row-major, 8002 x 256. */
export interface FloatWeights {
  embeddings: Float32Array;
  frequencies: Float32Array;
  layers: readonly [FloatLayer, FloatLayer];
  head: FloatMatrix;
}

const ENCODE = 'Encoder_en/KonaTransformer/Encode';
const APPLIED = `module_apply_default/${ENCODE}`;
const WHOLE = 'ConcatPartitions/concat';

/** Takes tensors by name, and sees that each has the numbers it must have. */
class Tensors {
  readonly #tensors: ReadonlyMap<string, Float32Array>;

  constructor(tensors: ReadonlyMap<string, Float32Array>) {
    this.#tensors = tensors;
  }

  take(name: string, length: number): Float32Array {
    const found = this.#tensors.get(name);
    if (found?.length !== length)
      throw new Error(`"${name}" of ${MODEL_PACKAGE} has ${found?.length ?? 'no'} numbers, not ${length}.`);
    return found;
  }

  matrix(inputs: number, outputs: number, weights: string, biases: string): FloatMatrix {
    return {
      inputs,
      outputs,
      weights: this.take(weights, inputs * outputs),
      biases: this.take(biases, outputs),
    };
  }

  norm(part: string, width: number): FloatNorm {
    const norm = `${part}/layer_prepostprocess/layer_norm/layer_norm`;
    return {
      gain: this.take(`${norm}_scale/${WHOLE}`, width),
      bias: this.take(`${norm}_bias/${WHOLE}`, width),
    };
  }

  layer(number: number, width: number): FloatLayer {
    const layer = `Layer_${number}/TransformerLayer`;
    const part = `${APPLIED}/${layer}`;
    const attend = (name: string, outputs: number): FloatMatrix => {
      const transform = `MultiheadAttention/${name}_transform_single`;
      const kernel = `module/${ENCODE}/${layer}/${transform}/kernel/part_0`;
      return this.matrix(width, outputs, kernel, `${part}/${transform}/bias/${WHOLE}`);
    };
    const forward = (name: string, inputs: number, outputs: number): FloatMatrix => {
      const kernel = `${APPLIED}/TransformerStack/${layer}/FFN/${name}/Tensordot/Reshape_1`;
      return this.matrix(inputs, outputs, kernel, `${part}/FFN/${name}/bias/${WHOLE}`);
    };
    const widen = (): FloatMatrix =>
      this.matrix(width, WIDTH, `${part}/dense/kernel/${WHOLE}`, `${part}/dense/bias/${WHOLE}`);
    return {
      width,
      attentionNorm: this.norm(part, width),
      qkv: attend('qkv', 3 * width),
      out: attend('output', WIDTH),
      widen: width === WIDTH ? null : widen(),
      forwardNorm: this.norm(`${part}/FFN`, WIDTH),
      up: forward('conv1', WIDTH, HIDDEN),
      down: forward('conv2', HIDDEN, WIDTH),
    };
  }
}

/** Reads the weights of the installed package. Throws Error in words when they are not those of this model. */
export async function readFloatWeights(): Promise<FloatWeights> {
  const tensors = new Tensors(await readTensors());
  const timing = `${APPLIED}/TransformerStack/Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1`;
  const hidden = 'module/Encoder_en/hidden_layers/tanh_layer_0';
  return {
    embeddings: tensors.take('module/Embeddings_en', EMBEDDINGS * EMBEDDING_WIDTH),
    frequencies: tensors.take(timing, FREQUENCIES),
    layers: [tensors.layer(0, EMBEDDING_WIDTH), tensors.layer(1, WIDTH)],
    head: tensors.matrix(WIDTH, WIDTH, `${hidden}/weights`, `${hidden}/bias`),
  };
}

import { entries, own, text } from '../../internal/json';
import { texts } from './item';

/** A model of the Hugging Face hub that a server downloads by its name. */
export interface NamedModel {
  readonly name: string;
  /** Size of the weights, estimated from the name. */
  readonly bytes: number;
}

/** Flags and variables with which vLLM, SGLang, TGI and others get their model. */
const FLAG = /^--(model|model-id|model_id|model-path|model-name)(?:=(.+))?$/;
const VARIABLES = ['MODEL_ID', 'HF_MODEL_ID', 'MODEL_NAME', 'MODEL'];
/** `organization/model`; a path has a slash in front, or more than one. */
const REPOSITORY = /^[A-Za-z0-9][\w.-]*\/[A-Za-z0-9][\w.-]*$/;

/** The model that a container downloads when it starts; undefined where there is none, or its size is not known. */
export function modelOf(container: unknown): NamedModel | undefined {
  const words = [...texts(own(container, 'command')), ...texts(own(container, 'args'))];
  for (const [i, word] of words.entries()) {
    const flag = FLAG.exec(word);
    const value = flag ? (flag[2] ?? words[i + 1]) : word === 'serve' ? words[i + 1] : undefined;
    if (value !== undefined && REPOSITORY.test(value)) return sized(value);
  }
  for (const { value } of entries(own(container, 'env'), '')) {
    const written = text(own(value, 'value'));
    if (VARIABLES.includes(text(own(value, 'name')) ?? '') && written && REPOSITORY.test(written))
      return sized(written);
  }
  return undefined;
}

/** A fast network of a cloud: 10 Gbit/s are 1.25 GB/s, of which a download gets less. */
const BYTES_PER_SECOND = 1e9;

export function secondsToDownload({ bytes }: NamedModel): number {
  return Math.ceil(bytes / BYTES_PER_SECOND);
}

/** `70B`, `1.5b`, `8x7B`; of several (`30B-A3B`, where 3B are active) the largest counts. */
const PARAMETERS = /(?<![A-Za-z0-9.])(?:(\d{1,2})x)?(\d{1,4}(?:\.\d{1,2})?)b(?![a-z0-9])/gi;

function sized(name: string): NamedModel | undefined {
  let billions = 0;
  for (const [, experts, each] of name.matchAll(PARAMETERS))
    billions = Math.max(billions, Number(each) * Number(experts ?? 1));
  return billions > 0 ? { name, bytes: billions * 1e9 * bytesEach(name) } : undefined;
}

/** Bytes of one parameter: 2 (bfloat16, in which most models are published), less where the name has a kind of quantization. */
function bytesEach(name: string): number {
  if (/awq|gptq|int4|4[-_]?bit|w4a|fp4|q4_|gpt-oss/i.test(name)) return 0.5;
  return /fp8|int8|8[-_]?bit|w8a/i.test(name) ? 1 : 2;
}

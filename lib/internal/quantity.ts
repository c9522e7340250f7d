/**
 * Kubernetes quantities (`500m`, `2Gi`), read for comparison and printed as they were written.
 * Grammar: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
const SUFFIX: Record<string, number> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

const SHAPE = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([numkMGTPE]|[KMGTPE]i)|[eE]([+-]?\d+))?$/;

/** The value in base units (cores, bytes, pieces), or `undefined` where the text is not a quantity. */
export function parseQuantity(text: string): number | undefined {
  const match = SHAPE.exec(text);
  if (!match) return undefined;
  const [, digits, suffix = '', exponent] = match;
  return Number(digits) * (exponent === undefined ? SUFFIX[suffix] : 10 ** Number(exponent));
}

/** The value in base units of a quantity that was checked before. */
export function quantity(text: string): number {
  const value = parseQuantity(text);
  if (value === undefined) throw new Error(`'${text}' was not checked as a quantity`);
  return value;
}

/** Bytes as a whole number of the largest binary unit that fits, at least Mi, rounded up. */
export function bytes(value: number): string {
  const mebibytes = Math.ceil(value / 2 ** 20);
  return mebibytes % 1024 === 0 ? `${mebibytes / 1024}Gi` : `${mebibytes}Mi`;
}

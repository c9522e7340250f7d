/**
 * Kubernetes quantities (`500m`, `2Gi`), read for comparison and printed as they were written.
 * Grammar: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
const DECIMAL: Record<string, number> = { n: -9, u: -6, m: -3, '': 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const BINARY: Record<string, number> = { Ki: 10, Mi: 20, Gi: 30, Ti: 40, Pi: 50, Ei: 60 };

// an exponent of two digits is more than enough: over 1e9999999 the API server counts for minutes (found by trying)
const SHAPE = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([numkMGTPE]|[KMGTPE]i)|[eE]([+-]?\d{1,2}))?$/;

/** The API server counts in thousandths, 63 bits of them: from here on it takes whole numbers for broken ones. */
const TOO_LARGE = 2 ** 63 / 1000;

/** The value in base units (cores, bytes, pieces), or `undefined` where the text is not a quantity. */
export function parseQuantity(text: string): number | undefined {
  const match = SHAPE.exec(text);
  if (!match) return undefined;
  const [, digits, suffix = '', exponent] = match;
  // read as one number, not multiplied, where it is decimal: 300 * 0.001 is more than 0.3
  const value =
    suffix in BINARY ? Number(digits) * 2 ** BINARY[suffix] : Number(`${digits}e${exponent ?? DECIMAL[suffix]}`);
  return Math.abs(value) < TOO_LARGE ? value : undefined;
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

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

/**
 * A quantity that was checked before, as the API server stores and prints it: `8000m` is `8`, `1024Mi` is `1Gi`, `0.5` is
 * `500m`. Controllers that compare text take another spelling for a change.
 * https://github.com/kubernetes/apimachinery/blob/v0.34.0/pkg/api/resource/quantity.go (CanonicalizeBytes)
 */
export function canonicalQuantity(text: string): string {
  const [, digits, suffix = '', exponent] = SHAPE.exec(text) ?? [];
  if (digits === undefined) return text;
  const [whole, fraction = ''] = digits.split('.');
  const mantissa = BigInt(`${whole}${fraction}` || '0');
  if (mantissa === BigInt(0)) return '0';
  if (!(suffix in BINARY)) {
    const scale = Number(exponent ?? DECIMAL[suffix]) - fraction.length;
    return decimal(mantissa, scale, exponent !== undefined);
  }
  const shifted = mantissa << BigInt(BINARY[suffix]);
  const unit = BigInt(10) ** BigInt(fraction.length);
  const size = shifted / unit;
  // below 1024, and with parts of a byte, it is printed in decimal
  if (shifted % unit !== BigInt(0) || (size < K && size > -K)) return decimal(shifted, -fraction.length, false);
  return inUnits(size, K, ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei']);
}

const K = BigInt(1024);
const THOUSAND = BigInt(1000);
const DECIMAL_UNITS = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];

/** `mantissa` times ten to the power of `scale`, in the largest unit of which it is a whole number. */
function decimal(mantissa: bigint, scale: number, isExponent: boolean): string {
  // the API server rounds away from zero what is below a billionth
  const shift = scale + 9;
  const power = BigInt(10) ** BigInt(Math.abs(shift));
  const one = mantissa < BigInt(0) ? BigInt(-1) : BigInt(1);
  const rounded = mantissa / power + (mantissa % power === BigInt(0) ? BigInt(0) : one);
  const nanos = shift >= 0 ? mantissa * power : rounded;
  const units = isExponent ? DECIMAL_UNITS.map((_, i) => (i === 3 ? '' : `e${(i - 3) * 3}`)) : DECIMAL_UNITS;
  return inUnits(nanos, THOUSAND, units);
}

function inUnits(amount: bigint, base: bigint, units: readonly string[]): string {
  let left = amount;
  let unit = 0;
  while (unit < units.length - 1 && left % base === BigInt(0)) {
    left /= base;
    unit += 1;
  }
  return `${left}${units[unit]}`;
}

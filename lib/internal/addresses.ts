import { isIPv4, isIPv6 } from 'node:net';

/** A range of addresses, `10.0.0.0/8`. */
export interface Cidr {
  /** Of an address: 32 or 128 bits. */
  readonly width: 32 | 128;
  readonly address: bigint;
  readonly prefix: number;
}

/** The range, or `undefined` where the text is none. The address may have bits beyond the prefix. */
export function parseCidr(text: string): Cidr | undefined {
  const [, address, prefix] = /^([^/]*)\/(0|[1-9]\d{0,2})$/.exec(text) ?? [];
  if (address === undefined) return undefined;
  const width = isIPv4(address) ? 32 : 128;
  if (width === 128 && !isPlainIPv6(address)) return undefined;
  if (Number(prefix) > width) return undefined;
  return {
    width,
    address: width === 32 ? numberOf(address.split('.'), 10, 8n) : ofIPv6(address),
    prefix: Number(prefix),
  };
}

/** The same range without bits beyond its prefix, which the API server refuses, and in the form that it does not warn of. */
export function network({ width, address, prefix }: Cidr): string {
  const masked = mask(address, width, prefix);
  if (width === 32) return `${parts(masked, 4, 8n).join('.')}/${prefix}`;
  const words = parts(masked, 8, 16n).map((word) => word.toString(16));
  const zeros = words.join(':').match(/\b0(:0)+\b/g) ?? [];
  // RFC 5952: the longest run of zeros, the first of several, is left out
  const longest = zeros.reduce((most, run) => (run.length > most.length ? run : most), '');
  const short = longest ? words.join(':').replace(new RegExp(`(^|:)${longest}(:|$)`), '::') : words.join(':');
  return `${short}/${prefix}`;
}

export function hasHostBits({ width, address, prefix }: Cidr): boolean {
  return mask(address, width, prefix) !== address;
}

/** True where the range is a part of the other, and not all of it. */
export function isWithin(inner: Cidr, outer: Cidr): boolean {
  if (inner.width !== outer.width || inner.prefix <= outer.prefix) return false;
  return mask(inner.address, inner.width, outer.prefix) === mask(outer.address, outer.width, outer.prefix);
}

/** Neither of one link only (`fe80::1%eth0`) nor an IPv4 address in the clothes of IPv6: the API server takes neither. */
function isPlainIPv6(address: string): boolean {
  return isIPv6(address) && !address.includes('%') && ofIPv6(address) >> 32n !== 0xffffn;
}

function ofIPv6(address: string): bigint {
  const hex = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...bytes) =>
    [0, 2].map((i) => (Number(bytes[i]) * 256 + Number(bytes[i + 1])).toString(16)).join(':'),
  );
  const [before, after] = hex.split('::').map((half) => half.split(':').filter(Boolean));
  const missing = after === undefined ? [] : new Array(8 - before.length - after.length).fill('0');
  return numberOf([...before, ...missing, ...(after ?? [])], 16, 16n);
}

function numberOf(digits: readonly string[], base: number, bits: bigint): bigint {
  return digits.reduce((sum, digit) => (sum << bits) + BigInt(Number.parseInt(digit, base)), 0n);
}

function parts(value: bigint, count: number, bits: bigint): bigint[] {
  return Array.from({ length: count }, (_, i) => (value >> (BigInt(count - 1 - i) * bits)) & ((1n << bits) - 1n));
}

function mask(address: bigint, width: number, prefix: number): bigint {
  const rest = BigInt(width - prefix);
  return (address >> rest) << rest;
}
